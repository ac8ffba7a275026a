// What the sources share: the rows under a header, cells by column, and what is wrong with them.
import { type CsvRecord, parseCsv } from '#core/formats/csv-rfc4180.ts';
import type { Column, Header } from '../header.ts';
import type { Issue, ParsedEntry, SourceKind } from '../model.ts';

export interface Row extends CsvRecord {
  /** The line's quotes did not close, so its cells may be off. */
  readonly broken: boolean;
  /** The file ends here without a line break. */
  readonly last: boolean;
}

export interface Body {
  readonly rows: Row[];
  /** Lines that gave no record at all. */
  readonly issues: readonly Issue[];
}

/** An issue with its parameters. */
export const issue = (line: number, code: Issue['code'], params: Issue['params'] = {}): Issue => ({
  line,
  code,
  params,
});

/** The rows under a header, with the physical lines of the whole file; rows of nothing but delimiters are left out. */
export function bodyOf(text: string, header: Header): Body {
  const { records, troubles } = parseCsv(text.slice(header.bodyAt), header.delimiter, header.line + 1);
  const open = !/[\r\n]$/.test(text);
  const unclosed = new Set(troubles.filter(({ code }) => code === 'UNCLOSED_QUOTE').map(({ line }) => line));
  const rows: Row[] = [];
  for (const record of records) {
    const { line, fields } = record;
    const last = open && record === records.at(-1);
    if (fields.some((field) => field.trim() !== ''))
      rows.push({ line, fields, broken: unclosed.has(line), last });
  }
  const used = new Set(troubles.length === 0 ? [] : rows.map(({ line }) => line));
  const issues = troubles
    .filter(({ code, line }) => code === 'LINE_TOO_LONG' || !used.has(line))
    .map(({ code, line }) => issue(line, code));
  return { rows, issues: rows.length === 0 ? [...issues, issue(0, 'NO_ROWS')] : issues };
}

/**
 * The rows one after the other, each let go of once it has been read: of a large file there would else be the rows and
 * beside them all that was made of them.
 */
export function* letGo(rows: Row[]): Generator<Row> {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!; // within its length
    rows[at] = READ;
    yield row;
  }
}
const READ: Row = { line: 0, fields: [], broken: false, last: false };

/**
 * As much of a cell as the book's own form takes (UTF-16 code units): what is longer could be imported, but its page
 * never be saved again. LinkedIn itself stops far below: 20 + 40 for a name, 220 for a headline.
 */
const LONGEST: Readonly<Partial<Record<Column, number>>> = {
  firstName: 200,
  lastName: 200,
  fullName: 200,
  from: 200,
  to: 200,
  company: 300,
  position: 300,
  headline: 300,
};

/** The beginning of a text, with no half of a surrogate pair at its end. */
const clipped = (text: string, longest: number) =>
  text
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** Reads a cell of a column, without surrounding space, clipped; '' when the column or the cell is missing. */
export const cellReader = (header: Header) => (fields: readonly string[], column: Column) => {
  const at = header.columns.get(column);
  const text = at === undefined ? '' : (fields[at] ?? '').trim();
  const longest = LONGEST[column] ?? text.length;
  return text.length > longest ? clipped(text, longest) : text;
};

/**
 * A row with more cells than the header, because somebody saved it without quotes: cells that start with a space go
 * back to the one before (`Acme`, ` Inc.`), empty cells at the end go away. Undefined when the count is still wrong.
 */
export function rejoined(
  fields: readonly string[],
  { labels, delimiter }: Header,
): readonly string[] | undefined {
  const cells = [...fields];
  while (cells.length > labels.length && cells.at(-1)?.trim() === '') cells.pop();
  for (let at = cells.length - 1; at > 0 && cells.length > labels.length; at--) {
    if (/^\s\S/.test(cells[at]!)) cells.splice(at - 1, 2, `${cells[at - 1]!}${delimiter}${cells[at]!}`);
  }
  return cells.length === labels.length ? cells : undefined;
}

/** True when a row has fewer cells than the header, or more than can be explained by empty ones at its end. */
export const miscounted = ({ fields }: Row, { labels }: Header) =>
  fields.length < labels.length || fields.slice(labels.length).some((field) => field.trim() !== '');

/** The issue of a miscounted row. */
export const wrongCount = ({ line, fields }: Row, { labels }: Header) =>
  issue(line, 'WRONG_COLUMN_COUNT', { found: fields.length, expected: labels.length });

const CJK = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3005]+$/u;

/** The name as it is shown: as written, and family first without a space in Chinese, Japanese and Korean letters. */
export const fullName = (first: string, last: string) =>
  CJK.test(first) && CJK.test(last) ? last + first : `${first} ${last}`.trim();

/** An entry in which no header was found. */
export const withoutHeader = (kind: SourceKind): ParsedEntry => ({
  kind,
  contacts: [],
  invitations: [],
  issues: [issue(0, 'NO_HEADER')],
});
