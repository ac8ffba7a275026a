// The raw limit of Google's table: Papa Parse and prepared statements.
import Papa from 'papaparse';
import { GOOGLE_COLUMNS } from '../address-books.ts';
import { importRaw, type RawPerson } from '../import-arm.ts';

const at = (label: string) => GOOGLE_COLUMNS.indexOf(label);
const [GIVEN, FAMILY, ORG, TITLE] = [
  at('First Name'),
  at('Last Name'),
  at('Organization Name'),
  at('Organization Title'),
];
const [BIRTHDAY, NOTE, LABELS] = [at('Birthday'), at('Notes'), at('Labels')];
const [EMAIL, SECOND, TEL] = [at('E-mail 1 - Value'), at('E-mail 2 - Value'), at('Phone 1 - Value')];
const STREET = at('Address 1 - Street');
const [CITY, CODE, COUNTRY] = [
  at('Address 1 - City'),
  at('Address 1 - Postal Code'),
  at('Address 1 - Country'),
];

type Cells = readonly string[];

const parse = (text: string): Cells[] => Papa.parse<Cells>(text, { skipEmptyLines: true }).data;

function* people(rows: readonly Cells[]): Generator<RawPerson> {
  for (let row = 1; row < rows.length; row += 1) {
    const cells = rows[row]!; // below length
    const cell = (column: number) => cells[column] ?? '';
    const fn = `${cell(GIVEN)} ${cell(FAMILY)}`;
    yield {
      fn,
      org: cell(ORG),
      title: cell(TITLE),
      email: cell(EMAIL),
      connectedOn: '',
      properties: [
        ['N', `${cell(FAMILY)};${cell(GIVEN)};;;`],
        ['FN', fn],
        ['EMAIL', cell(EMAIL)],
        ['EMAIL', cell(SECOND)],
        ['TEL', cell(TEL)],
        ['ADR', `;;${cell(STREET)};${cell(CITY)};;${cell(CODE)};${cell(COUNTRY)}`],
        ['ORG', cell(ORG)],
        ['TITLE', cell(TITLE)],
        ['BDAY', cell(BIRTHDAY)],
        ['NOTE', cell(NOTE)],
        ...labelsOf(cell(LABELS)),
      ],
    };
  }
}

/** Labels people gave; those with a star are Google's own. */
const labelsOf = (text: string) =>
  text
    .split(' ::: ')
    .filter((label) => !label.startsWith('*'))
    .map((label) => ['CATEGORIES', label] as const);

await importRaw('import-google-raw', 'google', parse, people);
