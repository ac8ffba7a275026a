// The rows under a header: made as wide as it where that is safe, reported where it is not.
import { csvPieces, type CsvRecord, type CsvTable } from '#core/formats/csv-rfc4180.ts';
import type { HeaderLine } from '#core/formats/table-dialect.ts';
import type { Issue } from '../../model.ts';
import { issue, rejoined } from '../table.ts';

/** A row under its header, its cells where they belong. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
  /** What was wrong with it, though it could be read. */
  readonly issues: readonly Issue[];
}

export interface Body {
  /** The first rows, to know the table by. */
  readonly sample: readonly Row[];
  /** As many columns as are named, or hold anything in the sample. */
  readonly width: number;
  /** All rows in order, and an issue for every line that gave none; asked again, it reads again. */
  readonly rows: () => Generator<Row | Issue>;
}

export const isRow = (row: Row | Issue): row is Row => 'fields' in row;

/** Records cut into cells at a time: a hundred thousand rows of a hundred cells are never all there at once. */
const PIECE = 200;

const tablesIn = (text: string, { bodyAt, bodyLine, delimiter }: HeaderLine): Generator<CsvTable> =>
  csvPieces(text, delimiter, { at: bodyAt, line: bodyLine }, PIECE);

function hasText(fields: readonly string[]): boolean {
  for (const field of fields) if (field !== '' && field.trim() !== '') return true;
  return false;
}

const SAMPLED = 2000;

/** How many cells most rows have. */
function usualWidth(records: readonly CsvRecord[]): number {
  const tally = new Map<number, number>();
  for (const { fields } of records) tally.set(fields.length, (tally.get(fields.length) ?? 0) + 1);
  let usual = 0;
  for (const [width, times] of tally) if (times > (tally.get(usual) ?? 0)) usual = width;
  return usual;
}

/** Lines a torn row is looked for in. */
const LOOKAHEAD = 20;

/**
 * A row that a line break without quotes tore apart: the lines that follow, as far as they complete it exactly.
 * Undefined when they do not.
 */
function mended(
  records: readonly CsvRecord[],
  at: number,
  width: number,
): { fields: string[]; until: number } | undefined {
  const fields = [...records[at]!.fields];
  for (let next = at + 1; next < records.length && next - at <= LOOKAHEAD; next++) {
    const [first = '', ...rest] = records[next]!.fields;
    if (fields.length + rest.length > width) return undefined;
    fields[fields.length - 1] += `\n${first}`;
    fields.push(...rest);
    if (fields.length === width) return { fields, until: next };
  }
  return undefined;
}

interface Widths {
  /** What the header says, or most rows where they are wider or there is no header. */
  readonly expected: number;
  /** From here on a row is complete: some products leave out empty cells at the end. */
  readonly enough: number;
}

function widthsOf(header: HeaderLine, records: readonly CsvRecord[]): Widths {
  const labels = header.labels.length;
  const usual = usualWidth(records);
  if (labels === 0) return { expected: usual, enough: 1 };
  // Cells beyond the labels are the empty ones of a line that ends with a delimiter, or columns without a name.
  return { expected: Math.max(labels, usual), enough: Math.min(labels, usual) };
}

interface Reading extends Widths {
  readonly header: HeaderLine;
  readonly records: readonly CsvRecord[];
  readonly broken: ReadonlySet<number>;
  /** The last record is cut off in the middle of its line. */
  readonly isOpen: boolean;
}

const wrongCount = (line: number, found: number, expected: number) =>
  issue(line, 'WRONG_COLUMN_COUNT', { found, expected });

const NONE: readonly Issue[] = [];

const padded = (labels: readonly string[], width: number) =>
  Array.from({ length: Math.max(width, labels.length) }, (_, at) => labels[at] ?? '');

function tooLong(
  { line, fields }: CsvRecord,
  { header, expected }: Reading,
  issues: readonly Issue[],
): Row | Issue {
  const fitting = rejoined(fields, {
    ...header,
    labels: padded(header.labels, expected),
    columns: new Map(),
  });
  return fitting ? { line, fields: fitting, issues } : wrongCount(line, fields.length, expected);
}

/** `|---|:-:|`, the line below the header of a table that is drawn in letters. */
const RULE = /^\s*(?::?[-=]{2,}:?)?\s*$/;

const isRule = (fields: readonly string[]) =>
  /^[:=-]/.test(fields[1]!.trimStart()) && fields.every((cell) => RULE.test(cell));

/**
 * Whether a row is the header once more: tables that were put together from several, pages of a printout. `other` when
 * it only begins alike, and names the columns of another table.
 */
function headingOf({ fields }: CsvRecord, { header: { labels } }: Reading): 'same' | 'other' | undefined {
  if (labels.length < 2 || fields.length < 2) return undefined;
  if (isRule(fields)) return 'same';
  const first = labels[0] === '' ? 1 : 0;
  if (fields[first]?.trim() !== labels[first]) return undefined;
  const cells = fields.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const known = cells.filter((cell) => labels.includes(cell)).length;
  if (known === cells.length) return known > 1 ? 'same' : undefined;
  return known > 2 && known * 2 >= cells.length && !cells.some((cell) => /[\d@]/.test(cell))
    ? 'other'
    : undefined;
}

/** The row at a place, and the place after it; an issue when its cells cannot be told apart. */
function rowAt(reading: Reading, at: number): { row: Row | Issue; next: number } {
  const { records, expected, enough, header, isOpen, broken } = reading;
  const record = records[at]!;
  const { line, fields } = record;
  const issues = broken.has(line) ? [issue(line, 'UNCLOSED_QUOTE')] : NONE;
  if (fields.length > expected) return { row: tooLong(record, reading, issues), next: at + 1 };
  if (fields.length >= enough) return { row: { line, fields, issues }, next: at + 1 };
  const whole = mended(records, at, header.labels.length);
  if (whole) return { row: { line, fields: whole.fields, issues }, next: whole.until + 1 };
  const wrong = wrongCount(line, fields.length, expected);
  // A file that was cut off ends in half a row, maybe in half an address: not to be trusted.
  if (isOpen && at === records.length - 1) return { row: wrong, next: at + 1 };
  return { row: { line, fields, issues: [...issues, wrong] }, next: at + 1 };
}

/** What is wrong with lines that gave no record, and those whose quotes did not close. */
function troublesOf(
  { troubles }: CsvTable,
  records: readonly CsvRecord[],
): { lost: Issue[]; broken: Set<number> } {
  if (troubles.length === 0) return { lost: [], broken: new Set() };
  const used = new Set(records.map(({ line }) => line));
  return {
    lost: troubles
      .filter(({ code, line }) => code === 'LINE_TOO_LONG' || !used.has(line))
      .map(({ code, line }) => issue(line, code)),
    broken: new Set(troubles.filter(({ code }) => code === 'UNCLOSED_QUOTE').map(({ line }) => line)),
  };
}

function* rowsOf(text: string, header: HeaderLine, widths: Widths): Generator<Row | Issue> {
  let records: CsvRecord[] = [];
  let count = 0;
  // Of a piece and of what the one before it has left over.
  const broken = new Set<number>();
  const isOpen = !/[\r\n]$/.test(text);
  const pieces = tablesIn(text, header);
  for (let piece = pieces.next(); piece.done !== true;) {
    const own = piece.value.records.filter(({ fields }) => hasText(fields));
    const { lost, broken: unclosed } = troublesOf(piece.value, own);
    for (const line of unclosed) broken.add(line);
    yield* lost;
    count += lost.length + own.length;
    records = records.concat(own);
    piece = pieces.next();
    const isEnd = piece.done === true;
    const reading: Reading = { ...widths, header, records, broken, isOpen: isOpen && isEnd && count > 1 };
    // A row may be torn across two pieces: the last lines of one wait for the next.
    const until = isEnd ? records.length : records.length - LOOKAHEAD - 1;
    let at = 0;
    while (at < until) {
      const heading = headingOf(records[at]!, reading);
      if (heading === 'other') {
        // What follows has columns of its own, in an order nobody said.
        yield wrongCount(records[at]!.line, records[at]!.fields.length, widths.expected);
        return;
      }
      if (heading === 'same') {
        at++;
        continue;
      }
      const { row, next } = rowAt(reading, at);
      yield row;
      at = next;
    }
    records = records.slice(at);
  }
  if (count === 0) yield issue(0, 'NO_ROWS');
}

/** The last cell beyond a width that holds anything, counted from one. */
function widened(width: number, fields: readonly string[]): number {
  for (let at = fields.length; at > width; at--) if (fields[at - 1]!.trim() !== '') return at;
  return width;
}

/**
 * All rows under a header, those of nothing but delimiters left out. A row that is too long or torn is repaired where
 * only one repair is possible, else WRONG_COLUMN_COUNT; the others do not suffer.
 */
export function bodyOf(text: string, header: HeaderLine): Body {
  const records: CsvRecord[] = [];
  for (const piece of tablesIn(text, header)) {
    for (const record of piece.records) if (hasText(record.fields)) records.push(record);
    if (records.length >= SAMPLED) break;
  }
  const widths = widthsOf(header, records);
  const rows = () => rowsOf(text, header, widths);
  const sample: Row[] = [];
  let width = header.labels.length;
  for (const row of rows()) {
    if (!isRow(row)) continue;
    sample.push(row);
    width = widened(width, row.fields);
    if (sample.length === SAMPLED) break;
  }
  return { sample, width, rows };
}
