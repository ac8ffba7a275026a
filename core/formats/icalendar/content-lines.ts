// Content lines (RFC 5545 §3.1, parameters also RFC 6868): unfolded, with the physical line each begins on.

export interface Parameter {
  /** Upper case. */
  readonly name: string;
  /** As written, quotes and escapes included. */
  readonly text: string;
}

export interface ContentLine {
  /** 1-based physical line. */
  readonly line: number;
  /** Upper case, without a group (`item1.`). */
  readonly name: string;
  /** In order; `parameter` looks them up. */
  readonly parameters: readonly Parameter[];
  /** As written: what kind of value it is depends on the property. */
  readonly value: string;
}

/** Longer than any property; a hostile file must not make one line of everything. */
const LONGEST_LINE = 1_048_576;

const MOST_PARAMETERS = 200;

/** A logical line that is being put together. */
interface Folded {
  readonly line: number;
  readonly first: string;
  /** First and all that follow; undefined while there is only the first. */
  pieces: string[] | undefined;
  length: number;
}

function addFold(folded: Folded, text: string): void {
  folded.pieces ??= [folded.first];
  if (folded.length < LONGEST_LINE) folded.pieces.push(text);
  folded.length += text.length + 1;
}

/**
 * Calls back for every logical line: a line break followed by a blank is taken out (§3.1). CRLF, LF, and CR in a file
 * that has nothing else; blank lines are skipped.
 */
export function eachLogicalLine(text: string, take: (line: number, text: string) => void): void {
  const whole = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  let folded: Folded | undefined;
  let line = 0;
  for (let from = 0; from < whole.length;) {
    const { end, next } = lineAt(whole, from);
    line++;
    const isIndented = end > from && isBlank(whole.charCodeAt(from));
    if (isIndented && folded) addFold(folded, whole.slice(isSoftBreak(folded) ? from : from + 1, end));
    else {
      if (folded) take(folded.line, textOf(folded));
      const first = isIndented ? whole.slice(from, end).trim() : whole.slice(from, end);
      folded = first === '' ? undefined : { line, first, pieces: undefined, length: first.length };
    }
    from = next;
  }
  if (folded) take(folded.line, textOf(folded));
}

const QUOTED_PRINTABLE = /^[^:]{0,300};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/**
 * Quoted-printable (vCalendar 1.0) breaks a line behind `=`, which is taken away; a blank behind that break is part of the
 * text.
 */
function isSoftBreak(folded: Folded): boolean {
  const last = folded.pieces?.at(-1) ?? folded.first;
  if (!last.endsWith('=') || !QUOTED_PRINTABLE.test(folded.first)) return false;
  const pieces = (folded.pieces ??= [folded.first]);
  pieces[pieces.length - 1] = last.slice(0, -1);
  return true;
}

const textOf = ({ pieces, first }: Folded) => (pieces ? pieces.join('') : first);

/** Where the physical line at `from` ends, without its line break, and where the next one begins. */
function lineAt(text: string, from: number): { readonly end: number; readonly next: number } {
  const lf = text.indexOf('\n', from);
  const stop = lf < 0 ? text.length : lf;
  return { end: stop > from && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop, next: stop + 1 };
}

const isBlank = (code: number) => code === SPACE || code === TAB;

const CR = 13;
const SPACE = 32;
const TAB = 9;
const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;
const COMMA = 44;
const QUOTE = 34;
const BACKSLASH = 92;

const NAME = /^(?:[\w-]{1,60}\.)?([A-Za-z0-9_-]{1,100})\s{0,5}(?=[:;])/;

/** A logical line taken apart; undefined when it has no name and value. */
export function contentLine(line: number, text: string): ContentLine | undefined {
  const match = NAME.exec(text);
  if (!match) return undefined;
  const name = (match[1] ?? '').toUpperCase();
  const end = match[0].length;
  if (text.charCodeAt(end) === COLON) return { line, name, parameters: NONE, value: text.slice(end + 1) };
  const parameters: Parameter[] = [];
  const cursor: Cursor = { text, at: end, isUnclosed: false };
  while (parameters.length < MOST_PARAMETERS && text.charCodeAt(cursor.at) === SEMICOLON)
    parameters.push(nextParameter(cursor));
  let { at } = cursor;
  if (text.charCodeAt(at) !== COLON) at = text.indexOf(':', at);
  return at < 0 ? undefined : { line, name, parameters, value: text.slice(at + 1) };
}

const NONE: readonly Parameter[] = [];

interface Cursor {
  readonly text: string;
  at: number;
  /** From here on no quote closes: it is not searched for again and again. */
  isUnclosed: boolean;
}

const isBorder = (code: number) => code === SEMICOLON || code === COLON;

/** Reads the parameter behind the semicolon at the cursor; one without a value (vCard 2.1's way) has an empty one. */
function nextParameter(cursor: Cursor): Parameter {
  const { text } = cursor;
  const start = cursor.at + 1;
  let at = start;
  while (at < text.length && !isBorder(text.charCodeAt(at)) && text.charCodeAt(at) !== EQUALS) at++;
  const name = text.slice(start, at).trim().toUpperCase();
  cursor.at = at;
  if (text.charCodeAt(at) !== EQUALS) return { name, text: '' };
  do {
    const from = cursor.at + 1;
    cursor.at = text.charCodeAt(from) === QUOTE ? quotedEnd(cursor, from) : plainEnd(text, from);
  } while (text.charCodeAt(cursor.at) === COMMA || isUnquoted(cursor));
  return { name, text: text.slice(at + 1, cursor.at) };
}

/** `CN=Ruiz; Ana`: what follows the semicolon is no parameter, but more of a value nobody quoted. */
function isUnquoted({ text, at }: Cursor): boolean {
  if (text.charCodeAt(at) !== SEMICOLON) return false;
  let end = at + 1;
  while (end < text.length && !isBorder(text.charCodeAt(end)) && text.charCodeAt(end) !== EQUALS) end++;
  if (end === text.length || text.charCodeAt(end) === EQUALS) return false;
  // Parameters without a value (vCalendar 1.0) are words in capitals; two borders in a row are a slip.
  return end > at + 1 && !/^[A-Z0-9-]{1,40}$/.test(text.slice(at + 1, Math.min(end, at + 50)));
}

function plainEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Not in the standard, but producers escape commas here as in text: `CN=Ruiz\, Ana`.
    if (code === BACKSLASH && /[,;:]/.test(text.charAt(at + 1))) at++;
    else if (isBorder(code) || code === COMMA) return at;
  }
  return at;
}

/** Behind the closing quote; quotes inside that nobody escaped (`CN="Ana "Ani" Ruiz":`) do not close. */
function quotedEnd(cursor: Cursor, start: number): number {
  const { text } = cursor;
  for (
    let at = cursor.isUnclosed ? -1 : text.indexOf('"', start + 1);
    at >= 0;
    at = text.indexOf('"', at + 1)
  ) {
    const next = text.charCodeAt(at + 1);
    if (Number.isNaN(next) || isBorder(next) || next === COMMA) return at + 1;
  }
  // Never closed: the quote is a letter.
  cursor.isUnclosed = true;
  return plainEnd(text, start);
}

const CARETS: Readonly<Record<string, string>> = { n: '\n', "'": '"', '^': '^' };

/**
 * The value of a parameter that has one, '' when it is missing: quotes taken away, RFC 6868's `^n ^' ^^` resolved; a
 * comma nobody quoted (`CN=Ruiz, Ana`) is part of it.
 */
export function parameter({ parameters }: ContentLine, name: string): string {
  let text = (parameters.find((one) => one.name === name)?.text ?? '').trim();
  if (text.startsWith('"')) text = text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined);
  // Doubled, as tables quote a quote.
  if (text.includes('""')) text = text.replaceAll('""', '"');
  if (text.includes('\\')) text = text.replace(/\\([,;:"\\])/g, '$1');
  if (text.includes('^')) text = text.replace(/\^([n'^])/g, (_, sign: string) => CARETS[sign] ?? sign);
  return text.trim();
}

/** A TEXT value (§3.3.11): `\n`, `\,`, `\;`, `\\` resolved. */
export const textValue = (value: string): string =>
  value.includes('\\')
    ? value.replace(/\\([^])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    : value;
