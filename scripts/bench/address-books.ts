// The same made-up people as address books of telephones and mail programs: Google's table and vCard 3.0.
import { type MadeUpPerson, people, seeded } from './generate.ts';

/** A person as a full address book has them. */
export interface MadeUpEntry extends Pick<MadeUpPerson, 'given' | 'family' | 'org' | 'title'> {
  readonly emails: readonly string[];
  /** A number of the ranges that are kept for fiction; everybody's is different. '' for some. */
  readonly tel: string;
  readonly street: string;
  readonly city: string;
  readonly code: string;
  /** `YYYY-MM-DD` or ''. */
  readonly birthday: string;
  readonly note: string;
  readonly label: string;
}

const CITIES = 'Northford,Eastholm,Westerby,Suderau,Montclair,Villanova,Ostrava Mala,Puerto Claro'.split(',');
const LABELS = ['', '', 'Friends', 'Work', 'Choir', 'Chess club'];
const NOTES = [
  '',
  '',
  'Met at the fair, wants to hear of the book',
  'Plays the cello; allergic to nuts',
  'Call "after" six, not before',
];
const FICTIONAL = 100;

/** 555-0100 to 555-0199 of each area in turn, as long as there are areas. */
function telephone(at: number): string {
  const area = 201 + Math.floor(at / FICTIONAL);
  return area > 999 ? '' : `+1 ${area}-555-01${String(at % FICTIONAL).padStart(2, '0')}`;
}

/** `count` entries of an address book: everybody has an address for letters and for mail, two thirds a telephone. */
export function entries(count: number, seed: number): MadeUpEntry[] {
  const random = seeded(seed + 13);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!; // below length
  const two = (below: number) => String(1 + Math.floor(random() * below)).padStart(2, '0');
  return people(count, seed).map(({ given, family, org, title }, at) => ({
    given,
    family,
    org,
    title,
    emails: [`mail${at}@example.org`, ...(random() < 0.25 ? [`second${at}@example.net`] : [])],
    tel: at % 3 === 0 ? '' : telephone(at),
    street: `${1 + Math.floor(random() * 200)} ${family.split(',', 1)[0]} Street`,
    city: pick(CITIES),
    code: String(10_000 + Math.floor(random() * 89_999)),
    birthday: random() < 0.3 ? `${1940 + Math.floor(random() * 65)}-${two(12)}-${two(28)}` : '',
    note: pick(NOTES),
    label: pick(LABELS),
  }));
}

/** The columns of Google Contacts' export since 2024, as far as anybody fills them. */
export const GOOGLE_COLUMNS =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address'.split(
    ',',
  );

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function googleRow(one: MadeUpEntry): string {
  const [first = '', second = ''] = one.emails;
  const cells: Readonly<Record<string, string>> = {
    'First Name': one.given,
    'Last Name': one.family,
    'Organization Name': one.org,
    'Organization Title': one.title,
    Birthday: one.birthday,
    Notes: one.note,
    Labels: one.label === '' ? '* myContacts' : `${one.label} ::: * myContacts`,
    'E-mail 1 - Label': '* Work',
    'E-mail 1 - Value': first,
    'E-mail 2 - Label': second === '' ? '' : 'Home',
    'E-mail 2 - Value': second,
    'Phone 1 - Label': one.tel === '' ? '' : 'Mobile',
    'Phone 1 - Value': one.tel,
    'Address 1 - Label': 'Home',
    'Address 1 - Formatted': `${one.street}\n${one.city} ${one.code}\nUS`,
    'Address 1 - Street': one.street,
    'Address 1 - City': one.city,
    'Address 1 - Postal Code': one.code,
    'Address 1 - Country': 'US',
  };
  return GOOGLE_COLUMNS.map((label) => cell(cells[label] ?? '')).join(',');
}

/** The file Google Contacts would have given. */
export const googleCsv = (made: readonly MadeUpEntry[]): string =>
  [GOOGLE_COLUMNS.join(','), ...made.map(googleRow), ''].join('\r\n');

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`);
const line = (name: string, value: string) => (value === '' ? [] : [`${name}:${escaped(value)}`]);

function card(one: MadeUpEntry): string {
  const { given, family, tel } = one;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(family)};${escaped(given)};;;`,
    `FN:${escaped(`${given} ${family}`)}`,
    ...one.emails.map((email, at) => `EMAIL;TYPE=INTERNET,${at === 0 ? 'WORK' : 'HOME'}:${email}`),
    ...(tel === '' ? [] : [`TEL;TYPE=CELL:${tel}`]),
    `ADR;TYPE=HOME:;;${escaped(one.street)};${escaped(one.city)};;${one.code};US`,
    ...line('ORG', one.org),
    ...line('TITLE', one.title),
    ...line('BDAY', one.birthday),
    ...line('NOTE', one.note),
    ...line('CATEGORIES', one.label),
    'END:VCARD',
    '',
  ].join('\r\n');
}

/** A file of vCard 3.0 cards, as telephones write them. */
export const vcards = (made: readonly MadeUpEntry[]): string => made.map(card).join('');
