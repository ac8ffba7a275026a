// People as tables other products import: Google's and Outlook's layouts, and our own with everything in it.
import { parted, unescaped } from '#core/formats/vcard/escapes.ts';
import { parseN } from '#core/contacts/structured-name.ts';
import { type ExportedPerson, type ExportedProperty, valueOf } from './model.ts';

export type CsvLayout = 'google' | 'outlook' | 'acquaint';

/**
 * SECURITY: a cell that begins like a formula is shown as text by spreadsheets when an apostrophe stands before it
 * (OWASP, CSV injection). Telephone numbers and plain numbers may begin with a sign: they compute nothing.
 */
const FORMULA = /^(?![+-]?[\d\s()./-]+$)[=+\-@\t\r]/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as the country's code page. */
export function toCsv(people: readonly ExportedPerson[], layout: CsvLayout): string {
  const columns = COLUMNS[layout](people);
  const rows = [
    columns.map(({ label }) => label),
    ...people.map((person) => columns.map(({ cell }) => cell(person))),
  ];
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

interface Column {
  readonly label: string;
  readonly cell: (person: ExportedPerson) => string;
}

const column = (label: string, cell: Column['cell']): Column => ({ label, cell });
const single = (label: string, name: string): Column => column(label, (person) => valueOf(person, name));
const all = (person: ExportedPerson, name: string): readonly ExportedProperty[] =>
  person.properties.filter((property) => property.name === name);
const most = (people: readonly ExportedPerson[], name: string): number =>
  people.reduce((count, person) => Math.max(count, all(person, name).length), 0);
const joined = (label: string, name: string, separator: string): Column =>
  column(label, (person) =>
    all(person, name)
      .map(({ value }) => value)
      .join(separator),
  );

type Part = keyof ReturnType<typeof parseN>;
const namePart = (label: string, part: Part): Column =>
  column(label, (person) => {
    const n = valueOf(person, 'N');
    // Without components the whole name is better than none: every product shows it.
    return n === '' && part === 'given' ? person.fn : parseN(n)[part];
  });

const units = ({ parameters }: ExportedProperty): string => (parameters?.['X-UNIT'] ?? []).join(', ');
const department = (label: string): Column =>
  column(label, (person) => all(person, 'ORG').map(units).join(', '));

/** The seven components of an ADR (RFC 6350 §6.3.1). */
const ADDRESS_PARTS = ['pobox', 'extended', 'street', 'city', 'region', 'code', 'country'] as const;
type AddressPart = (typeof ADDRESS_PARTS)[number];

function addressPart({ value }: ExportedProperty, part: AddressPart): string {
  const component = parted(value, ';')[ADDRESS_PARTS.indexOf(part)] ?? '';
  return parted(component, ',').map(unescaped).join(', ');
}

const typesOf = ({ type }: ExportedProperty): readonly string[] => type.split(',');
const isOf = (property: ExportedProperty, ...types: string[]): boolean =>
  types.every((type) => typesOf(property).includes(type));

/** What Google calls the kinds of values; a free label stays as it is. */
function googleLabel(property: ExportedProperty): string {
  const label = property.parameters?.['X-ABLABEL']?.[0];
  if (label !== undefined) return label;
  const types = typesOf(property);
  if (types.includes('fax')) return types.includes('home') ? 'Home Fax' : 'Work Fax';
  const known: Readonly<Record<string, string>> = {
    cell: 'Mobile',
    work: 'Work',
    home: 'Home',
    pager: 'Pager',
    main: 'Main',
  };
  const name = types.map((type) => known[type]).find((found) => found !== undefined) ?? 'Other';
  return property.parameters?.PREF === undefined ? name : `* ${name}`;
}

function numbered(people: readonly ExportedPerson[], label: string, name: string): Column[] {
  const columns: Column[] = [];
  for (let at = 0; at < most(people, name); at++) {
    const value = (person: ExportedPerson) => all(person, name)[at];
    columns.push(
      column(`${label} ${at + 1} - Label`, (person) => labelled(value(person))),
      column(`${label} ${at + 1} - Value`, (person) => value(person)?.value ?? ''),
    );
  }
  return columns;
}

const labelled = (property: ExportedProperty | undefined): string =>
  property === undefined ? '' : googleLabel(property);

const GOOGLE_ADDRESS = [
  ['Street', 'street'],
  ['City', 'city'],
  ['PO Box', 'pobox'],
  ['Region', 'region'],
  ['Postal Code', 'code'],
  ['Country', 'country'],
  ['Extended Address', 'extended'],
] as const;

function googleAddresses(people: readonly ExportedPerson[]): Column[] {
  const columns: Column[] = [];
  for (let at = 0; at < most(people, 'ADR'); at++) {
    const value = (person: ExportedPerson) => all(person, 'ADR')[at];
    const head = `Address ${at + 1} - `;
    columns.push(column(`${head}Label`, (person) => labelled(value(person))));
    for (const [label, part] of GOOGLE_ADDRESS) {
      columns.push(
        column(head + label, (person) => {
          const address = value(person);
          return address === undefined ? '' : addressPart(address, part);
        }),
      );
    }
  }
  return columns;
}

/** Google writes a birthday without a year as ` --05-17`. */
const googleDate = (date: string): string => (date.startsWith('--') ? ` ${date}` : date);

const googleColumns = (people: readonly ExportedPerson[]): Column[] => [
  namePart('First Name', 'given'),
  namePart('Middle Name', 'additional'),
  namePart('Last Name', 'family'),
  single('Phonetic First Name', 'X-PHONETIC-FIRST-NAME'),
  single('Phonetic Middle Name', 'X-PHONETIC-MIDDLE-NAME'),
  single('Phonetic Last Name', 'X-PHONETIC-LAST-NAME'),
  namePart('Name Prefix', 'prefix'),
  namePart('Name Suffix', 'suffix'),
  single('Nickname', 'NICKNAME'),
  column('File As', () => ''),
  single('Organization Name', 'ORG'),
  single('Organization Title', 'TITLE'),
  department('Organization Department'),
  column('Birthday', (person) => googleDate(valueOf(person, 'BDAY'))),
  single('Notes', 'NOTE'),
  joined('Labels', 'CATEGORIES', ' ::: '),
  ...numbered(people, 'E-mail', 'EMAIL'),
  ...numbered(people, 'Phone', 'TEL'),
  ...googleAddresses(people),
  ...numbered(people, 'Website', 'URL'),
  ...numbered(people, 'Relation', 'RELATED'),
];

const OUTLOOK_PHONES: readonly (readonly [string, readonly string[]])[] = [
  ['Home Fax', ['home', 'fax']],
  ['Business Fax', ['work', 'fax']],
  ['Mobile Phone', ['cell']],
  ['Business Phone', ['work']],
  ['Home Phone', ['home']],
  ['Pager', ['pager']],
  ['Car Phone', ['car']],
];
const OUTLOOK_ADDRESS = [
  ['Street', 'street'],
  ['City', 'city'],
  ['State', 'region'],
  ['Postal Code', 'code'],
  ['Country/Region', 'country'],
] as const;

/** A fax at work is no telephone at work. */
const isNumberOf = (property: ExportedProperty, types: readonly string[]): boolean =>
  isOf(property, ...types) && isOf(property, 'fax') === types.includes('fax');

/** Which column each number stands in; what no column is for goes to `Other Phone`, the second of a kind as well. */
function outlookPhones(person: ExportedPerson): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const property of all(person, 'TEL')) {
    const label =
      OUTLOOK_PHONES.find(([name, types]) => isNumberOf(property, types) && !cells.has(name))?.[0] ??
      'Other Phone';
    cells.set(label, [cells.get(label), property.value].filter(Boolean).join('; '));
  }
  return cells;
}

const outlookAddresses = (label: string, type: string): Column[] =>
  OUTLOOK_ADDRESS.map(([name, part]) =>
    column(`${label} ${name}`, (person) => {
      const address = all(person, 'ADR').find((one) =>
        type === '' ? !isOf(one, 'home') && !isOf(one, 'work') : isOf(one, type),
      );
      return address === undefined ? '' : addressPart(address, part);
    }),
  );

const outlookColumns = (): Column[] => [
  namePart('First Name', 'given'),
  namePart('Middle Name', 'additional'),
  namePart('Last Name', 'family'),
  namePart('Title', 'prefix'),
  namePart('Suffix', 'suffix'),
  single('Nickname', 'NICKNAME'),
  ...['E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address'].map((label, at) =>
    column(label, (person) => all(person, 'EMAIL')[at]?.value ?? ''),
  ),
  ...[...OUTLOOK_PHONES.map(([label]) => label), 'Other Phone'].map((label) =>
    column(label, (person) => outlookPhones(person).get(label) ?? ''),
  ),
  single('Job Title', 'TITLE'),
  department('Department'),
  single('Company', 'ORG'),
  ...outlookAddresses('Business', 'work'),
  ...outlookAddresses('Home', 'home'),
  ...outlookAddresses('Other', ''),
  single('Web Page', 'URL'),
  single('Birthday', 'BDAY'),
  single('Anniversary', 'ANNIVERSARY'),
  joined('Categories', 'CATEGORIES', ';'),
  single('Notes', 'NOTE'),
];

/** One column a property, several values of one on lines of their own: the whole person in one row. */
const ownColumns = (people: readonly ExportedPerson[]): Column[] => {
  const names = new Set(people.flatMap(({ properties }) => properties.map(({ name }) => name)));
  return [
    column('FN', ({ fn }) => fn),
    ...[...names].filter((name) => name !== 'FN' && name !== 'PHOTO').map((name) => joined(name, name, '\n')),
  ];
};

const COLUMNS: Readonly<Record<CsvLayout, (people: readonly ExportedPerson[]) => Column[]>> = {
  google: googleColumns,
  outlook: outlookColumns,
  acquaint: ownColumns,
};
