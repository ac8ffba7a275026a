// What a column of a table can be, in the words of a menu; and a mapping changed by one choice at a time.
import type { ColumnMapping } from '#core/imports/model.ts';
import { isKnown, propertyTerm } from '#renderer/people/property.ts';
import { typeWords } from '#renderer/people/property-kind.ts';
import { i18n } from '#renderer/strings/i18n.ts';

type Column = ColumnMapping['columns'][number];

export const DELIMITERS = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Readonly<Record<ColumnMapping['delimiter'], string>>;
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const satisfies readonly ColumnMapping['dateOrder'][];

/** Parts of a name, a birthday or an address that have a column of their own; whole values are properties. */
const PARTS = [
  'FULLNAME',
  'GIVEN',
  'FAMILY',
  'ADDITIONAL',
  'PREFIX',
  'SUFFIX',
  'BDAY-YEAR',
  'BDAY-MONTH',
  'BDAY-DAY',
  'ADR-STREET',
  'ADR-EXT',
  'ADR-POBOX',
  'ADR-CITY',
  'ADR-REGION',
  'ADR-CODE',
  'ADR-COUNTRY',
  'CONNECTED-ON',
  'ORG-UNIT',
] as const;
type Part = (typeof PARTS)[number];

const PLACES = ['', 'home', 'work', 'other'] as const;
const typed = (name: string, types: readonly string[]): Column[] => types.map((type) => ({ name, type }));

/** The usual meanings, in the order of a menu. */
const USUAL: readonly Column[] = [
  { name: '', type: '' },
  ...PARTS.slice(0, 6).map((name) => ({ name, type: '' })),
  ...typed('NICKNAME', ['']),
  ...typed('EMAIL', PLACES),
  ...typed('TEL', ['', 'cell', 'home', 'work', 'home,fax', 'work,fax', 'pager', 'other']),
  ...typed('ORG', ['']),
  ...typed('ORG-UNIT', ['']),
  ...typed('TITLE', ['']),
  ...typed('ROLE', ['']),
  ...typed('URL', ['', 'linkedin']),
  ...typed('NOTE', ['']),
  ...typed('CATEGORIES', ['']),
  ...typed('BDAY', ['']),
  ...PARTS.slice(6, 9).map((name) => ({ name, type: '' })),
  ...typed('ANNIVERSARY', ['']),
  ...typed('ADR', PLACES),
  ...PARTS.slice(9, 16).flatMap((name) => typed(name, PLACES)),
  ...typed('IMPP', ['']),
  ...typed('SOCIALPROFILE', ['']),
  ...typed('RELATED', ['', 'spouse', 'child', 'parent']),
  ...typed('GENDER', ['']),
  ...typed('PRONOUNS', ['']),
  ...typed('LANG', ['']),
  ...typed('CONNECTED-ON', ['']),
  ...typed('UID', ['']),
];

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name); // widened to be asked

/** What a column is, in words: "E-mail (work)", "Given name"; a field of the source's own by its name. */
export function meaningWords({ name, type }: Column): string {
  if (name === '') return i18n.t('imports:column.none');
  const isLinkedIn = name === 'URL' && type === 'linkedin';
  const term = isPart(name) ? i18n.t(`imports:column.${name}`) : termOf(name, type);
  const words = isLinkedIn ? [] : type.split(',').filter((one) => one !== '');
  return words.length === 0
    ? term
    : i18n.t('imports:column.typed', { term, type: words.map(typeWords).join(', ') });
}

const termOf = (name: string, type: string): string =>
  isKnown(name)
    ? propertyTerm({ name, type, value: '' })
    : i18n.t('imports:column.own', { name: ownWords(name.replace(/^X-/, '')) });

/** `WO-GETROFFEN` as a person writes it. */
const ownWords = (name: string): string => {
  const [first = '', ...rest] = [...name.toLocaleLowerCase().replaceAll('-', ' ')];
  return first.toLocaleUpperCase() + rest.join('');
};

const NAMES: ReadonlySet<string> = new Set(['FULLNAME', 'FN', 'N', 'GIVEN', 'FAMILY', 'NICKNAME']);

/** Whether a column says what people are called. */
export const hasName = ({ columns }: ColumnMapping): boolean => columns.some(({ name }) => NAMES.has(name));

/** A meaning as a menu knows it. Neither part can hold a line break. */
export const meaningKey = ({ name, type }: Column): string => `${name}\n${type}`;

/** The column a menu's choice stands for. */
export function meaningOf(key: string): Column {
  const [name = '', type = ''] = key.split('\n');
  return { name, type };
}

const USUAL_KEYS: ReadonlySet<string> = new Set(USUAL.map(meaningKey));

/** All meanings a menu offers; those that are chosen and not usual come first after "leave out". */
export function meaningOptions(chosen: readonly Column[]): { value: string; label: string }[] {
  const own = chosen.filter((column) => !USUAL_KEYS.has(meaningKey(column)));
  const [none, ...rest] = USUAL;
  const all = [none ?? { name: '', type: '' }, ...own, ...rest];
  return [...new Map(all.map((column) => [meaningKey(column), column])).values()].map((column) => ({
    value: meaningKey(column),
    label: meaningWords(column),
  }));
}

/** The columns of a mapping, one for every cell of the widest row that is shown. */
export function columnsFor(mapping: ColumnMapping, rows: readonly (readonly string[])[]): Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), mapping.columns.length);
  return Array.from(
    { length: Math.min(width, 500) },
    (_, at) => mapping.columns[at] ?? { name: '', type: '' },
  );
}

/** The mapping with one column understood otherwise. */
export function withMeaning(
  mapping: ColumnMapping,
  rows: readonly (readonly string[])[],
  at: number,
  meaning: Column,
): ColumnMapping {
  return {
    ...mapping,
    columns: columnsFor(mapping, rows).map((column, index) => (index === at ? meaning : column)),
  };
}

/** Where the column names may stand: nowhere, or in one of the first lines; what is chosen is always among them. */
export function headerLines(chosen: number): number[] {
  const lines = Array.from({ length: 16 }, (_, line) => line);
  return lines.includes(chosen) ? lines : [...lines, chosen];
}
