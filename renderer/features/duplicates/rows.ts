// Side by side, row by row: what each card says, what stands on the merged one, and what a merge therefore hides.
import type { MergeField, MergeOption } from '#core/contacts/duplicates/merge-fields.ts';
import type { ContactId, Property, PropertyName } from '#core/contacts/model.ts';
import { propertyTerm, propertyText } from '#renderer/people/property.ts';
import type { Comparison, MergeRequest } from './comparison.ts';

type Said = MergeOption['said'][number];

/** One value that can be chosen; several properties of several people may say it. */
export interface RowOption {
  /** Names it within its row, whatever else is chosen. */
  readonly key: string;
  readonly text: string;
  readonly said: readonly Said[];
}

export interface Row {
  readonly name: PropertyName;
  readonly term: string;
  readonly isSingle: boolean;
  readonly differs: boolean;
  readonly options: readonly RowOption[];
  /** Keys of what stands unless the owner chooses otherwise. */
  readonly standing: readonly string[];
}

/** What the owner chose, by row; a row that is absent stands as it is. */
export type Choices = Readonly<Partial<Record<PropertyName, readonly string[]>>>;

const isOf = (people: ReadonlySet<ContactId>) => (said: Said) => people.has(said.contactId);

/** The rows of those people only, in the order of a card. `N` and `FN` are one row: a name is chosen as a whole. */
export function rowsOf(fields: readonly MergeField[], people: readonly ContactId[]): Row[] {
  const among = new Set(people);
  const names = fields.filter(({ name }) => name === 'N' || name === 'FN');
  const others = fields.filter(({ name }) => name !== 'N' && name !== 'FN');
  const name = nameRow(names, people);
  return [...(name === undefined ? [] : [name]), ...others.flatMap((field) => plainRow(field, among) ?? [])];
}

function plainRow(field: MergeField, among: ReadonlySet<ContactId>): Row | undefined {
  const options = field.options.flatMap(({ value, type, said, stands }) => {
    const here = said.filter(isOf(among));
    if (here.length === 0) return [];
    return [
      {
        key: String(here[0]!.property.id),
        text: propertyText({ name: field.name, value }),
        type,
        said: here,
        stands,
      },
    ];
  });
  const [first] = options;
  if (first === undefined) return undefined;
  const standing = options.filter(({ stands }) => stands).map(({ key }) => key);
  return {
    name: field.name,
    term: propertyTerm(first.said[0]!.property),
    isSingle: field.isSingle,
    differs: field.differs && (options.length > 1 || options[0]!.said.length < among.size),
    options: options.map(({ key, text, said }) => ({ key, text, said })),
    // Whoever said what would stand may not be one of them.
    standing: field.isSingle && standing.length === 0 ? [first.key] : standing,
  };
}

/** Everybody's name as it reads, `FN` before `N`; equal names are one option with all that says them. */
function nameRow(fields: readonly MergeField[], people: readonly ContactId[]): Row | undefined {
  const saidBy = (name: PropertyName, id: ContactId): Said[] =>
    fields
      .filter((field) => field.name === name)
      .flatMap(({ options }) => options.flatMap(({ said }) => said))
      .filter(({ contactId }) => contactId === id);
  const options = new Map<string, { key: string; text: string; said: Said[] }>();
  for (const id of people) {
    const [full, parts] = [saidBy('FN', id), saidBy('N', id)];
    const written = full[0] ?? parts[0];
    if (written === undefined) continue;
    const text = propertyText(written.property);
    const known = options.get(text) ?? { key: String(written.property.id), text, said: [] };
    options.set(text, { ...known, said: [...known.said, ...full, ...parts] });
  }
  const all = [...options.values()];
  if (all.length === 0) return undefined;
  const standing = standingName(fields, people);
  const stands = all.find(({ said }) => said.some(({ contactId }) => contactId === standing)) ?? all[0]!;
  return {
    name: 'FN',
    term: propertyTerm({ name: 'FN', type: '', value: '' }),
    isSingle: true,
    differs: all.length > 1,
    options: all,
    standing: [stands.key],
  };
}

/** Whose name stands: whoever writes it as it stands, else whoever has its parts. */
function standingName(fields: readonly MergeField[], people: readonly ContactId[]): ContactId | undefined {
  for (const name of ['FN', 'N'] as const) {
    const option = fields.find((field) => field.name === name)?.options.find(({ stands }) => stands);
    const id = people.find((person) => option?.said.some(({ contactId }) => contactId === person));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Keys of what stands in a row, as chosen or by itself. A choice that is no longer offered does not count. */
export function standingIn(row: Row, choices: Choices): readonly string[] {
  const chosen = choices[row.name]?.filter((key) => row.options.some((option) => option.key === key));
  if (chosen === undefined || (row.isSingle && chosen.length === 0)) return row.standing;
  return chosen;
}

/** The choices by which one person's card wins every single-valued row it has a value in. */
export function choicesOf(rows: readonly Row[], winner: ContactId, choices: Choices): Choices {
  const won = rows.flatMap(({ name, isSingle, options }) => {
    const own = isSingle
      ? options.find(({ said }) => said.some(({ contactId }) => contactId === winner))
      : undefined;
    return own === undefined ? [] : [[name, [own.key]] as const];
  });
  return { ...choices, ...Object.fromEntries(won) };
}

/** The properties that shall not stand. */
export function hiddenBy(rows: readonly Row[], choices: Choices): Property['id'][] {
  return rows.flatMap((row) => {
    const standing = standingIn(row, choices);
    return row.options
      .filter(({ key }) => !standing.includes(key))
      .flatMap(({ said }) => said.map(({ property }) => property.id));
  });
}

/** The deed that makes one person of some of those compared; undefined where fewer than two are left. */
export function mergeRequest(
  { people, fields, survivorId }: Pick<Comparison, 'people' | 'fields' | 'survivorId'>,
  leftOut: readonly ContactId[] = [],
  choices: Choices = {},
): MergeRequest | undefined {
  const ids = people.map(({ id }) => id).filter((id) => !leftOut.includes(id));
  const survivor = ids.includes(survivorId) ? survivorId : ids[0];
  if (survivor === undefined || ids.length < 2) return undefined;
  return {
    survivorId: survivor,
    absorbedIds: ids.filter((id) => id !== survivor),
    hide: hiddenBy(rowsOf(fields, ids), choices),
    apart: [...leftOut],
  };
}

/** The name that stands on the merged card. */
export function standingFn(rows: readonly Row[], choices: Choices): string {
  const row = rows.find(({ name }) => name === 'FN');
  if (row === undefined) return '';
  const [key] = standingIn(row, choices);
  return row.options.find((option) => option.key === key)?.text ?? '';
}
