// Google's numbered columns: `Phone 2 - Label` and `Phone 2 - Value` belong together.

export type GroupKind =
  | 'email'
  | 'phone'
  | 'address'
  | 'organization'
  | 'website'
  | 'event'
  | 'relation'
  | 'im'
  | 'custom'
  | 'other';

export interface Group {
  readonly kind: GroupKind;
  /** As written, for kinds nobody knows. */
  readonly name: string;
  readonly isKnown: boolean;
  /** Column by its own name in lower case: `label`, `value`, `postal code`. */
  readonly columns: ReadonlyMap<string, number>;
  /** The column its label stands in, called `Type` until 2024; -1 without one. */
  readonly label: number;
  readonly value: number;
  /** All of them but the label's. */
  readonly own: readonly number[];
}

const KINDS: ReadonlyMap<string, GroupKind> = new Map([
  ['e-mail', 'email'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['address', 'address'],
  ['organization', 'organization'],
  ['organisation', 'organization'],
  ['website', 'website'],
  ['event', 'event'],
  ['relation', 'relation'],
  ['im', 'im'],
  ['custom field', 'custom'],
]);

const NUMBERED = /^(\p{L}[\p{L} -]{0,40}?) (\d{1,4}) [-–—] (\p{L}[\p{L} ]{0,40})$/u;

/** All groups of a header, in its order. */
export function groupsOf(labels: readonly string[]): Group[] {
  const found = new Map<string, { name: string; columns: Map<string, number> }>();
  for (const [at, label] of labels.entries()) {
    const [, name, number = '', column = ''] = NUMBERED.exec(label) ?? [];
    if (name === undefined) continue;
    const key = `${name.toLowerCase()} ${Number(number)}`;
    const group = found.get(key) ?? { name, columns: new Map<string, number>() };
    if (!group.columns.has(column.toLowerCase())) group.columns.set(column.toLowerCase(), at);
    found.set(key, group);
  }
  return Array.from(found.values(), ({ name, columns }) => {
    const kind = KINDS.get(name.toLowerCase());
    const label = columns.get('label') ?? columns.get('type') ?? -1;
    return {
      kind: kind ?? 'other',
      name,
      isKnown: kind !== undefined,
      columns,
      label,
      value: columns.get('value') ?? -1,
      own: [...columns.values()].filter((at) => at !== label),
    };
  });
}

const SEPARATOR = ':::';

/** The values of one cell. */
export function valuesOf(text: string): readonly string[] {
  if (!text.includes(SEPARATOR)) return text === '' ? [] : [text];
  return text
    .split(SEPARATOR)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The values of a cell by their place, for cells whose values belong to those of another. */
export function placedValues(text: string): readonly string[] {
  return text.includes(SEPARATOR) ? text.split(SEPARATOR).map((value) => value.trim()) : [text];
}
