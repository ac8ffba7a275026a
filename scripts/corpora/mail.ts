// How well mail headers are read, measured on letters and header values whose reading by another program is known.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressGroup, parseAddressList } from '#core/formats/mail/addresses.ts';
import { guessedText } from '#core/formats/mail/charsets.ts';
import { readMailDate } from '#core/formats/mail/date.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { fieldText, headerFields } from '#core/formats/mail/header-fields.ts';

export interface Measure {
  /** What is compared: `addresses`, `dates`, `unstructured`, each header of whole letters. */
  readonly what: string;
  readonly total: number;
  readonly equal: number;
  /** Each one that differs: where, what we read, what the reference read. */
  readonly misses: readonly string[];
}

interface ReferenceMailbox {
  readonly name: string | null;
  readonly address: string | null;
}
type ReferenceAddresses =
  | { readonly List: readonly ReferenceMailbox[] }
  | {
      readonly Group: readonly {
        readonly name: string | null;
        readonly addresses: readonly ReferenceMailbox[];
      }[];
    };

const collapsed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
/** White space in an address is written in many ways and means nothing. */
const bareAddress = (text: string | null) => (text ?? '').replace(/\s+/g, '');

const written = (name: string, comment: string) => {
  if (comment === '') return name;
  return name === '' ? comment : `${name} (${comment})`;
};

/** Our reading in the reference's form: a comment is part of the name, a name without an address is an address. */
function ours(groups: readonly AddressGroup[]): string {
  const isGrouped = groups.some(({ isGroup }) => isGroup);
  return groups
    .map(({ name, comment, mailboxes }) => {
      const people = mailboxes.map((one) => {
        const [address, display] =
          one.address === '' && one.comment !== '' && one.name !== ''
            ? [one.name, one.comment]
            : [one.address, written(one.name, one.comment)];
        return `${collapsed(display)} <${bareAddress(address)}>`;
      });
      return isGrouped ? `${written(name, comment)}: ${people.join(', ')};` : people.join(', ');
    })
    .join(' ');
}

function theirs(expected: ReferenceAddresses): string {
  const people = (list: readonly ReferenceMailbox[]) =>
    list.map(({ name, address }) => `${collapsed(name)} <${bareAddress(address)}>`).join(', ');
  if ('List' in expected) return people(expected.List);
  return expected.Group.map(({ name, addresses }) => `${collapsed(name)}: ${people(addresses)};`).join(' ');
}

interface ReferenceDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly tz_before_gmt: boolean;
  readonly tz_hour: number;
  readonly tz_minute: number;
}

const ourDate = (text: string): string => {
  const date = readMailDate(text);
  if (!date) return 'none';
  const { year, month, day, hour, minute, second, offset } = date;
  return [year, month, day, hour, minute, second, offset].join(' ');
};

const theirDate = (date: ReferenceDate | null): string => {
  if (!date) return 'none';
  const offset = (date.tz_before_gmt ? -1 : 1) * (date.tz_hour * 60 + date.tz_minute);
  return [date.year, date.month, date.day, date.hour, date.minute, date.second, offset].join(' ');
};

/** A header ends at the first line that does not begin with white space. */
const headerOnly = (text: string) => text.split(/\r?\n(?![ \t])/, 1)[0] ?? '';

interface Case {
  readonly header: string;
  readonly expected: unknown;
}

function compare(
  what: string,
  cases: readonly { readonly where: string; readonly ours: string; readonly theirs: string }[],
): Measure {
  const misses = cases
    .filter((one) => one.ours !== one.theirs)
    .map((one) => `${one.where}: ours ${JSON.stringify(one.ours)}, theirs ${JSON.stringify(one.theirs)}`);
  return { what, total: cases.length, equal: cases.length - misses.length, misses };
}

function fromFile(path: string, read: (one: Case) => { ours: string; theirs: string }) {
  if (!existsSync(path)) return [];
  // The files are lists of exactly this shape.
  const cases = JSON.parse(readFileSync(path, 'utf8')) as readonly Case[];
  return cases.map((one) => ({ where: JSON.stringify(one.header).slice(0, 120), ...read(one) }));
}

/** The reference's values are typed by the kind of their header; each reading below is asked of its own kind. */
function conformance(dir: string): Measure[] {
  return [
    compare(
      'addresses',
      fromFile(join(dir, 'stalwart_address.json'), ({ header, expected }) => ({
        ours: ours(parseAddressList(headerOnly(header))),
        theirs: expected === null ? '' : theirs(expected as ReferenceAddresses),
      })),
    ),
    compare(
      'dates',
      fromFile(join(dir, 'stalwart_date.json'), ({ header, expected }) => ({
        ours: ourDate(headerOnly(header)),
        theirs: theirDate(expected as ReferenceDate | null),
      })),
    ),
    compare(
      'unstructured',
      fromFile(join(dir, 'stalwart_unstructured.json'), ({ header, expected }) => ({
        ours: collapsed(decodeEncodedWords(headerOnly(header))),
        theirs: collapsed(expected as string | null),
      })),
    ),
  ];
}

interface ReferenceLetter {
  readonly parts: readonly {
    readonly headers: readonly {
      readonly name: unknown;
      readonly value: Readonly<Record<string, unknown>> | string;
    }[];
  }[];
}

const HEADERS = ['from', 'to', 'cc', 'date', 'subject'] as const;

function letterCases(path: string, name: (typeof HEADERS)[number]) {
  const { fields } = headerFields(readFileSync(path));
  const reference = JSON.parse(readFileSync(path.replace(/\.eml$/, '.json'), 'utf8')) as ReferenceLetter;
  const header = reference.parts[0]?.headers.findLast((one) => one.name === name);
  const isThere = fields.some((field) => field.name === name);
  if (!header && !isThere) return [];
  const value = typeof header?.value === 'object' ? header.value : {};
  const raw = fields.findLast((field) => field.name === name);
  const text = raw ? guessedText(raw.bytes).trim() : fieldText(fields, name);
  const where = `${path.slice(path.lastIndexOf('/') + 1)} ${name}`;
  if (name === 'date')
    return [
      {
        where,
        ours: ourDate(text),
        theirs: theirDate((value['DateTime'] as ReferenceDate | undefined) ?? null),
      },
    ];
  if (name === 'subject')
    return [
      {
        where,
        ours: collapsed(decodeEncodedWords(text)),
        theirs: collapsed(value['Text'] as string | undefined),
      },
    ];
  const addresses = value['Address'] as ReferenceAddresses | undefined;
  return [{ where, ours: ours(parseAddressList(text)), theirs: addresses ? theirs(addresses) : '' }];
}

const lettersIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.eml') && existsSync(join(dir, name.replace(/\.eml$/, '.json'))))
        .map((name) => join(dir, name))
        .sort()
    : [];

/**
 * Compares From, To, Cc, Date and Subject of `DIR/eml/**.eml` with the `.json` beside each (as stalwart's mail-parser
 * reads them), and the header values of `DIR/mailconf/stalwart_*.json` with what is expected of them. White space that
 * means nothing does not count.
 */
export function measureMail(dir: string): Measure[] {
  const letters = lettersIn(join(dir, 'eml'));
  return [
    ...HEADERS.map((name) =>
      compare(
        `letters: ${name}`,
        letters.flatMap((path) => letterCases(path, name)),
      ),
    ),
    ...conformance(join(dir, 'mailconf')),
  ];
}
