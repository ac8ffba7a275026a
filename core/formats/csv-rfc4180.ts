// Comma-separated values (RFC 4180) as products really write them, with the line each record starts on.

export type Delimiter = ',' | ';' | '\t' | '|';

export interface CsvRecord {
  /** 1-based physical line of the record's first character. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvTrouble {
  readonly line: number;
  readonly code: 'UNCLOSED_QUOTE' | 'LINE_TOO_LONG';
}

export interface CsvTable {
  readonly records: readonly CsvRecord[];
  readonly troubles: readonly CsvTrouble[];
}

/** Longer than any record of a person; a hostile file must not make one field of everything. */
export const LONGEST_RECORD = 1_048_576;

/** How often a text may be read again because of broken quotes. */
const PATIENCE = 4;

const QUOTE = 34;
const LF = 10;
const CR = 13;

interface Cursor {
  readonly text: string;
  readonly delimiter: number;
  at: number;
  line: number;
  /** Where a quote that is searched for is known not to be: keeps repeated recovery linear. */
  noQuoteFrom: number;
  /** How far a record was read that then turned out broken. */
  furthest: number;
  /** How many cells the record before had: the next one will have as many. */
  width: number;
  /** Where the next LF and CR stand, as far as they have been looked for: most cells hold none. */
  nextLf: number;
  nextCr: number;
  /** Once the cursor has gone back, what lies ahead of those places is no longer known to hold none. */
  hasGoneBack: boolean;
}

/** The end of a physical line: the index of its CR or LF, or the end of the text. */
function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return i;
  }
  return text.length;
}

function skipLineBreak(cursor: Cursor): void {
  const { text, at } = cursor;
  if (at >= text.length) return;
  cursor.at = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  cursor.line++;
}

function lineBreaksIn(field: string): number {
  let breaks = 0;
  for (let i = 0; i < field.length; i++) {
    const code = field.charCodeAt(i);
    if (code === LF || (code === CR && field.charCodeAt(i + 1) !== LF)) breaks++;
  }
  return breaks;
}

const placeOf = (text: string, sign: string, from: number) => {
  const at = text.indexOf(sign, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

/** Whether a line ends between two places. Each is looked for once, so asking again and again stays linear. */
function hasBreak(cursor: Cursor, from: number, to: number): boolean {
  if (cursor.hasGoneBack) return true;
  if (cursor.nextLf < from) cursor.nextLf = placeOf(cursor.text, '\n', from);
  if (cursor.nextCr < from) cursor.nextCr = placeOf(cursor.text, '\r', from);
  return cursor.nextLf < to || cursor.nextCr < to;
}

/** Whether a cell ends here, as it should behind a closing quote. */
function isEnd({ text, delimiter, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  return code === delimiter || code === LF || code === CR || at >= text.length;
}

/**
 * Reads a quoted field at the cursor, which stands on its opening quote. Undefined when it never closes within
 * LONGEST_RECORD. What follows the closing quote before the delimiter is kept, as spreadsheets do.
 */
function quotedField(cursor: Cursor): string | undefined {
  const { text } = cursor;
  let from = cursor.at + 1;
  let value = '';
  for (;;) {
    const close = from >= cursor.noQuoteFrom ? -1 : text.indexOf('"', from);
    if (close < 0) cursor.noQuoteFrom = Math.min(cursor.noQuoteFrom, from);
    cursor.furthest = close < 0 ? cursor.at : close;
    if (close < 0 || close - cursor.at > LONGEST_RECORD) return undefined;
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== QUOTE) {
      if (hasBreak(cursor, cursor.at, close)) cursor.line += lineBreaksIn(value);
      cursor.at = close + 1;
      return isEnd(cursor) ? value : value + plainField(cursor);
    }
    value += '"';
    from = close + 2;
  }
}

function plainField(cursor: Cursor): string {
  const { text, delimiter } = cursor;
  const start = cursor.at;
  let i = start;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === delimiter || code === LF || code === CR) break;
  }
  cursor.at = i;
  return text.slice(start, i);
}

const SPACE = 32;
const MOST_SPACES = 9;

/**
 * Blanks between a delimiter and a quote (`"Ruiz", "Ana"`), which RFC 4180 does not have and many programs write, are
 * passed over: where the quote closes at the end of a cell.
 */
function skipsToQuote(cursor: Cursor): boolean {
  const { text, at, delimiter } = cursor;
  if (text.charCodeAt(at) !== SPACE) return false;
  let open = at;
  while (text.charCodeAt(open) === SPACE && open - at < MOST_SPACES) open++;
  if (text.charCodeAt(open) !== QUOTE) return false;
  const close = closingQuote(cursor, open);
  const behind = text.charCodeAt(close + 1);
  const isCell = Number.isNaN(behind) || behind === delimiter || behind === LF || behind === CR;
  if (close < 0 || !isCell) return false;
  cursor.at = open;
  return true;
}

/** Where the quote at `open` closes, doubled ones passed over; -1 when it does not. */
function closingQuote({ text, noQuoteFrom }: Cursor, open: number): number {
  let from = open + 1;
  while (from < noQuoteFrom && from - open < LONGEST_RECORD) {
    const close = text.indexOf('"', from);
    if (close < 0 || text.charCodeAt(close + 1) !== QUOTE) return close;
    from = close + 2;
  }
  return -1;
}

/** Wider records are not made room for beforehand: most rows of a file need not have as many. */
const WIDEST = 1000;

/** The fields of the record at the cursor, or undefined when a quote in it never closes. */
function readRecord(cursor: Cursor): string[] | undefined {
  const { text, delimiter, at, line } = cursor;
  const fields: string[] = [];
  fields.length = Math.min(cursor.width, WIDEST);
  let count = 0;
  for (;;) {
    // Most cells of an address book are empty.
    let next = cursor.at;
    for (; text.charCodeAt(next) === delimiter; next++) fields[count++] = '';
    cursor.at = next;
    const quoted = text.charCodeAt(next) === QUOTE || skipsToQuote(cursor);
    const field = quoted ? quotedField(cursor) : plainField(cursor);
    if (field === undefined || (cursor.line > line && cursor.at - at > LONGEST_RECORD)) return undefined;
    fields[count++] = field;
    if (text.charCodeAt(cursor.at) === delimiter) {
      cursor.at++;
      continue;
    }
    if (fields.length > count) fields.length = count;
    cursor.width = count;
    return fields;
  }
}

/** One physical line on its own: a quote that does not close on it is a letter that is dropped. */
function readLiteralLine(cursor: Cursor): string[] {
  const end = endOfLine(cursor.text, cursor.at);
  const alone = lineCursor(cursor.text.slice(cursor.at, end), cursor.delimiter, cursor.line);
  cursor.at = end;
  const fields: string[] = [];
  for (;;) {
    const quoted = alone.text.charCodeAt(alone.at) === QUOTE;
    const field = quoted ? quotedField(alone) : undefined;
    if (quoted && field === undefined) alone.at++;
    fields.push(field ?? plainField(alone));
    if (alone.text.charCodeAt(alone.at) !== alone.delimiter) return fields;
    alone.at++;
  }
}

const lineCursor = (text: string, delimiter: number, line: number): Cursor => ({
  text,
  delimiter,
  at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
  line,
  noQuoteFrom: Number.POSITIVE_INFINITY,
  furthest: 0,
  width: 0,
  nextLf: -1,
  nextCr: -1,
  hasGoneBack: false,
});

/**
 * Does a record that spans lines look as if a stray quote had swallowed the next records? A closing quote that is
 * followed by anything but a delimiter or the line's end is another record's opening quote.
 */
function swallowed({ text, at: end, delimiter }: Cursor, start: number): boolean {
  let inside = false;
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) !== QUOTE) continue;
    if (!inside) {
      inside = true;
      continue;
    }
    const next = text.charCodeAt(i + 1);
    if (next === QUOTE) {
      i++;
      continue;
    }
    inside = false;
    if (i + 1 < end && next !== delimiter && next !== LF && next !== CR) return true;
  }
  return false;
}

interface CsvReading extends CsvTable {
  readonly records: CsvRecord[];
  readonly troubles: CsvTrouble[];
}

/** Reads the record at the cursor; `wasted` are the characters that were read in vain so far. Answers them anew. */
function takeRecord(cursor: Cursor, { records, troubles }: CsvReading, wasted: number): number {
  const { at, line } = cursor;
  let inVain = wasted;
  let fields = readRecord(cursor);
  if (fields === undefined || (cursor.line > line && swallowed(cursor, at))) {
    inVain += Math.max(cursor.furthest, cursor.at) - at;
    // SECURITY: a file made to be read again and again loses its quotes, not our time.
    if (inVain > PATIENCE * cursor.text.length + LONGEST_RECORD) cursor.noQuoteFrom = 0;
    cursor.at = at;
    cursor.line = line;
    cursor.hasGoneBack = true;
    troubles.push({ line, code: 'UNCLOSED_QUOTE' });
    fields = readLiteralLine(cursor);
  }
  if (cursor.at - at > LONGEST_RECORD) troubles.push({ line, code: 'LINE_TOO_LONG' });
  else if (fields.length > 1 || fields[0] !== '') records.push({ line, fields });
  skipLineBreak(cursor);
  return inVain;
}

export interface CsvStart {
  /** Where in the text the first record begins; a byte order mark is skipped at the beginning only. */
  readonly at: number;
  /** 1-based physical line of that place. */
  readonly line: number;
}

/**
 * The records of a text from a place on, a few at a time: of a hundred thousand rows only those at hand are there. The
 * same as `parseCsv` would answer, in pieces of at most `most` records.
 */
export function* csvPieces(
  text: string,
  delimiter: Delimiter,
  { at, line }: CsvStart,
  most: number,
): Generator<CsvTable> {
  const cursor = lineCursor(text, delimiter.charCodeAt(0), line);
  if (at > 0) cursor.at = at;
  let wasted = 0;
  while (cursor.at < text.length) {
    const piece: CsvReading = { records: [], troubles: [] };
    while (cursor.at < text.length && piece.records.length < most && piece.troubles.length < most)
      wasted = takeRecord(cursor, piece, wasted);
    yield piece;
  }
}

/**
 * All records of a text, blank lines left out, CR, LF or CRLF, quoted delimiters, line breaks and doubled quotes.
 * A quote that never closes (or closes in the middle of another record) costs only its own line: that line is read
 * literally, reported, and reading resumes on the next. A record longer than LONGEST_RECORD is left out and reported.
 * Linear in the length of the text. Never throws.
 */
export function parseCsv(text: string, delimiter: Delimiter = ',', firstLine = 1): CsvTable {
  const table: CsvReading = { records: [], troubles: [] };
  const cursor = lineCursor(text, delimiter.charCodeAt(0), firstLine);
  let wasted = 0;
  while (cursor.at < text.length) wasted = takeRecord(cursor, table, wasted);
  return table;
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const SNIFFED_LINES = 40;

/**
 * The delimiter a text uses: the one that parts the most lines, outside quotes, into the same number of fields, over
 * the first forty lines. `sep=;` on the first line, as Excel writes it, decides. A comma when nothing tells.
 */
export function sniffDelimiter(text: string): Delimiter {
  const declared = /^\ufeff?sep=([,;|\t])\r?\n/i.exec(text.slice(0, 16))?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === declared);
  if (known) return known;
  const lines = text.slice(0, 65_536).split(/\r\n|\r|\n/, SNIFFED_LINES);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const evidence = agreement(lines, delimiter);
    if (evidence > most) {
      most = evidence;
      best = delimiter;
    }
  }
  return best;
}

/** How many fields the lines agree on, times the lines that agree. */
function agreement(lines: readonly string[], delimiter: Delimiter): number {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const bare = line.replace(/"[^"]*"/g, '');
    const parts = bare.split(delimiter).length;
    if (parts > 1) tally.set(parts, (tally.get(parts) ?? 0) + 1);
  }
  let best = 0;
  for (const [parts, times] of tally) best = Math.max(best, times * (parts - 1));
  return best;
}
