// Tables without column names, known by what is in them: lists of mail addresses, with or without names.
import { looksLikeEmail, telKey } from '#core/contacts/identity.ts';
import { type Delimiter, parseCsv } from '#core/formats/csv-rfc4180.ts';
import { DELIMITERS } from '#core/formats/table-dialect.ts';
import type { ColumnMapping } from '#core/imports/model.ts';
import { keyOf } from './lexicon.ts';
import { isOfThings } from './products.ts';
import { mailbox } from './values.ts';

const SAMPLED = 50;

const isAddress = (text: string) => {
  const cell = text.trim();
  if (looksLikeEmail(cell)) return true;
  const found = cell.includes('<') ? mailbox(cell) : undefined;
  // `From: Ana <ana@example.org>` is a line of a letter.
  return found !== undefined && !found.name.includes(':');
};

const share = (cells: readonly string[], accepts: (cell: string) => boolean) => {
  const written = cells.filter((cell) => cell.trim() !== '');
  return written.length === 0 ? 0 : written.filter(accepts).length / cells.length;
};

const isNumber = (cell: string) =>
  cell.length < 60 && /^[+(\d]/.test(cell.trim()) && (telKey(cell)?.length ?? 0) > 5;
const isWord = (cell: string) => /^\p{L}[\p{L}\p{M}\s.'’,-]{0,80}$/u.test(cell.trim());

type Found = 'EMAIL' | 'TEL' | 'word' | '';

function foundIn(cells: readonly string[]): Found {
  if (share(cells, isAddress) >= 0.6) return 'EMAIL';
  if (share(cells, isNumber) >= 0.6) return 'TEL';
  return share(cells, isWord) >= 0.5 ? 'word' : '';
}

/** What each column is: one of words is the whole name, two are its parts, one after them the firm. */
function columnsFor(found: readonly Found[]): ColumnMapping['columns'] | undefined {
  if (!found.includes('EMAIL')) return undefined;
  const words = found.filter((one) => one === 'word').length;
  const names = words > 1 ? ['GIVEN', 'FAMILY', 'ORG'] : ['FULLNAME'];
  let taken = 0;
  return found.map((one, at) => {
    const name = one === 'word' ? names[taken++] : one === '' ? undefined : one;
    return { name: name ?? `X-COLUMN-${at + 1}`, type: '' };
  });
}

/** More columns than a list of people that somebody made has, who names them in words nobody knows. */
const MOST_NAMED = 6;
/** Lists of letters, visits, orders: addresses stand in them, people are not what they are about. */
const RECORDS =
  /^(?:date|datum|fecha|data|time|timestamp|subject|betreff|objet|asunto|oggetto|from|to|url|website|username|userid|login|benutzername|amount|order.*|status|ip|ipaddress|message|event)$/;

/** A first row of words over columns of addresses: names of columns, though in words nobody knows. */
function isHeaderRow(first: readonly string[], rest: number): boolean {
  if (rest === 0 || first.some((cell) => cell.includes('@'))) return false;
  return first.filter((cell) => cell.trim() !== '').length > 1;
}

/** Whether the columns so named are those of a list of people. */
function mayNamePeople(labels: readonly string[], found: readonly Found[]): boolean {
  const keys = labels.map(keyOf);
  if (isOfThings(keys) || keys.some((key) => RECORDS.test(key)) || labels.length > MOST_NAMED) return false;
  return found.filter((one) => one === 'EMAIL').length === 1 && found.includes('word');
}

/** The columns when the text is cut at one sign; undefined when its rows are too different for a table. */
function columnsAt(text: string, delimiter: Delimiter): Omit<ColumnMapping, 'dateOrder'> | undefined {
  const records = parseCsv(text, delimiter).records.slice(0, SAMPLED);
  const [first, ...rest] = records;
  const width = Math.min(first?.fields.length ?? 0, 100);
  if (!first || width === 0 || records.some(({ fields }) => fields.length > width + 1)) return undefined;
  const isNamed = isHeaderRow(first.fields, rest.length);
  const cellsOf = (at: number) => (isNamed ? rest : records).map(({ fields }) => fields[at] ?? '');
  const found = Array.from({ length: width }, (_, at) => foundIn(cellsOf(at)));
  if (isNamed && !mayNamePeople(first.fields, found)) return undefined;
  const columns = columnsFor(found);
  return columns && { delimiter, headerLine: isNamed ? first.line : 0, columns };
}

/** How a table without column names reads; undefined unless one of its columns is mostly addresses of mail. */
export function headerlessMapping(
  head: string,
  delimiters: readonly Delimiter[] = DELIMITERS,
): ColumnMapping | undefined {
  let best: ColumnMapping | undefined;
  const text = head.slice(0, 65_536);
  for (const delimiter of delimiters) {
    if (delimiter !== ',' && !text.includes(delimiter)) continue;
    const found = columnsAt(text, delimiter);
    if (found && found.columns.length > (best?.columns.length ?? 0)) best = { ...found, dateOrder: 'ymd' };
  }
  return best;
}
