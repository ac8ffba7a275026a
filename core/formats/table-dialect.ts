// How a table is cut into rows and cells, and which of its first lines may name the columns.
import { type Delimiter, parseCsv } from './csv-rfc4180.ts';

/** A line that may be the one with the column names. */
export interface HeaderLine {
  /** 1-based physical line; 0 when the table has none and its first line is data already. */
  readonly line: number;
  /** Where the text after it starts, and on which line. */
  readonly bodyAt: number;
  readonly bodyLine: number;
  readonly delimiter: Delimiter;
  /** As written, without surrounding space; empty ones at the end are left out: Thunderbird ends its lines with a comma. */
  readonly labels: readonly string[];
}

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Preambles of exports have a few lines; a header further down is none. */
const SCANNED_LINES = 30;
/** A Google table with a contact of forty numbers has a header of some 10 000 letters. */
const LONGEST_HEADER = 131_072;
/** Names of columns may hold line breaks, in a spreadsheet saved as a table; not many. */
const MOST_BREAKS = 8;

interface Line {
  readonly line: number;
  readonly content: string;
  readonly next: number;
}

const isBalanced = (text: string) => {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
};

/** The line that starts at a place, with those after it while a quote is open. */
function lineAt(text: string, start: number, line: number): Line {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = start;
  let next = start;
  for (let taken = 0; taken < MOST_BREAKS; taken++) {
    const found = breaks.exec(text);
    const end = found ? found.index : text.length;
    next = found ? breaks.lastIndex : text.length;
    const content = text.slice(start, Math.min(end, start + LONGEST_HEADER));
    if (isBalanced(content)) return { line, content, next };
    if (!found || content.length === LONGEST_HEADER) break;
  }
  // No quote closes soon: a stray one, so the line stands alone.
  breaks.lastIndex = start;
  const found = breaks.exec(text);
  return {
    line,
    content: text.slice(start, Math.min(found ? found.index : text.length, start + LONGEST_HEADER)),
    next: found ? breaks.lastIndex : text.length,
  };
}

function* linesOf(text: string): Generator<Line> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; line <= SCANNED_LINES && start < text.length; line++) {
    const found = lineAt(text, start, line);
    yield found;
    start = found.next;
    line += linesWithin(found.content);
  }
}

const linesWithin = (content: string) => content.match(/\r\n|\r|\n/g)?.length ?? 0;

function headerOf({ line, content, next }: Line, delimiter: Delimiter): HeaderLine {
  const labels = (parseCsv(content, delimiter).records[0]?.fields ?? []).map((label) =>
    label.replace(/\s+/g, ' ').trim(),
  );
  while (labels.length > 0 && labels.at(-1) === '') labels.pop();
  return { line, bodyAt: next, bodyLine: line + 1 + linesWithin(content), delimiter, labels };
}

const DECLARED = /^\ufeff?"?sep=([,;|\t])"?$/i;

/**
 * Every one of the first thirty lines as a header, cut at every delimiter that stands in it; a line without any is a
 * header of one column. Blank lines and Excel's `sep=;` are passed over, and after `sep=;` that delimiter comes first.
 */
export function* headerLines(text: string): Generator<HeaderLine> {
  let declared: string | undefined;
  for (const line of linesOf(text)) {
    const { content } = line;
    const separator = DECLARED.exec(content.trim())?.[1];
    if (separator !== undefined) {
      declared = separator;
      continue;
    }
    if (content.trim() === '') continue;
    const possible = DELIMITERS.filter((delimiter) => content.includes(delimiter));
    if (possible.length === 0) yield headerOf(line, ',');
    for (const delimiter of possible.toSorted((one, other) => rank(other, declared) - rank(one, declared)))
      yield headerOf(line, delimiter);
  }
}

const rank = (delimiter: string, declared: string | undefined) => (delimiter === declared ? 1 : 0);

/** The header on a line its owner points at; the beginning of the text for line 0, or for a line that is not there. */
export function headerAt(text: string, headerLine: number, delimiter: Delimiter): HeaderLine {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none = { line: 0, bodyAt: start, bodyLine: 1, delimiter, labels: [] };
  for (const line of linesOf(text)) {
    if (line.line === headerLine) return headerOf(line, delimiter);
    if (headerLine === 0)
      return DECLARED.test(line.content.trim()) ? { ...none, bodyAt: line.next, bodyLine: 2 } : none;
  }
  return none;
}
