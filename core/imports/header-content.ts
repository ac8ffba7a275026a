// LinkedIn's connections under a header nobody can read: told by their order and by what stands in the columns.
import { linkedInKey, looksLikeEmail } from '#core/contacts/identity.ts';
import { type Delimiter, parseCsv } from '#core/formats/csv-rfc4180.ts';
import type { Column, Header } from './header.ts';
import { numericOrder, readDate } from './sources/linkedin-dates.ts';

/** LinkedIn's own order since there are addresses in the file. */
const ORDER: readonly Column[] = [
  'firstName',
  'lastName',
  'url',
  'email',
  'company',
  'position',
  'connectedOn',
];
const [URL_AT, EMAIL_AT, DATE_AT] = [2, 3, 6] as const;

/** Characters under a header that are looked at, and how many rows of them. */
const SAMPLE = 8192;
const ROWS = 20;

/** Days that are of something else, in a list of people somebody keeps: a birthday, the last letter. */
const OTHER_DAYS =
  /birth|geburt|naiss|anniv|nacim|nasc|compl|urodz|doğum|dogum|рожд|生|誕|last|letzt|dern|[uú]ltim|laatst|ostatn|послед|son |最|senast|seneste|next|follow|meet|met|call/i;

/**
 * The columns of a table that can only be LinkedIn's connections, whatever its header is called: seven of them, in
 * LinkedIn's order as far as the words are known, profiles in the third, mailboxes or nothing in the fourth, days in the
 * last. Undefined for any other table, and where the words say enough.
 */
export function connectionsByContent(
  text: string,
  { bodyAt, delimiter, labels, columns }: Header,
): ReadonlyMap<Column, number> | undefined {
  if (labels.length !== ORDER.length || labels.some((label) => label === '')) return undefined;
  if (columns.has('connectedOn') && columns.size === ORDER.length) return undefined;
  // A row of people is no header.
  if (linkedInKey(labels[URL_AT]!) !== undefined || looksLikeEmail(labels[EMAIL_AT]!)) return undefined;
  if (!isInOrder(columns) || OTHER_DAYS.test(labels[DATE_AT]!)) return undefined;
  const sample = text.slice(bodyAt, bodyAt + SAMPLE);
  if (!/linkedin\.com\/in\//i.test(sample) || !areConnections(rowsOf(sample, delimiter))) return undefined;
  return new Map(ORDER.map((column, at) => [column, at]));
}

const isInOrder = (columns: ReadonlyMap<Column, number>): boolean =>
  [...columns].every(([column, at]) => isNamePart(column) || ORDER[at] === column);

/** A label for one part of a name in one language is one for the other part, or the whole, in another. */
const isNamePart = (column: Column) =>
  column === 'firstName' || column === 'lastName' || column === 'fullName';

/** Whole rows: the last one may be cut. */
const rowsOf = (sample: string, delimiter: Delimiter): (readonly string[])[] =>
  parseCsv(sample, delimiter)
    .records.slice(0, ROWS)
    .map(({ fields }) => fields.map((field) => field.trim()))
    .filter((fields) => fields.length === ORDER.length);

function areConnections(rows: readonly (readonly string[])[]): boolean {
  const at = (column: number) => rows.map((fields) => fields[column]!).filter((cell) => cell !== '');
  const dates = at(DATE_AT);
  const order = numericOrder(dates);
  return (
    at(URL_AT).length > 0 &&
    dates.length > 0 &&
    at(URL_AT).every((url) => linkedInKey(url) !== undefined) &&
    at(EMAIL_AT).every(looksLikeEmail) &&
    dates.every((date) => readDate(date, order) !== undefined)
  );
}
