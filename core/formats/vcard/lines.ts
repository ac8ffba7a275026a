// Physical lines of a text, found without copying it, and where the name of a property ends on one.

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const COLON = 58;
const SEMICOLON = 59;
const SLASH = 47;

export const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** Goes through a text line by line; every position is looked at once for each kind of line break. */
export interface LineCursor {
  readonly text: string;
  /** Where the next line starts. */
  at: number;
  /** 1-based number of the next line. */
  line: number;
  lf: number;
  cr: number;
}

export const lineCursor = (text: string, line = 1): LineCursor => ({ text, at: 0, line, lf: -1, cr: -1 });

const found = (at: number): number => (at < 0 ? Number.POSITIVE_INFINITY : at);

/**
 * The end of the next line, without its line break (LF, CR, CRLF, mixed as they come; CR CR LF, which bad transfers
 * make of CRLF, is one). The cursor moves behind the break.
 */
export function nextLine(cursor: LineCursor): number {
  const { text, at } = cursor;
  if (cursor.lf < at) cursor.lf = found(text.indexOf('\n', at));
  if (cursor.cr < at) cursor.cr = found(text.indexOf('\r', at));
  const end = Math.min(cursor.lf, cursor.cr, text.length);
  cursor.at = end + 1;
  cursor.line++;
  if (end === cursor.cr) {
    if (cursor.lf === end + 1) cursor.at = end + 2;
    else if (cursor.lf === end + 2 && text.charCodeAt(end + 1) === CR) cursor.at = end + 3;
  }
  return end;
}

/** What a character may be in a group or a name: 1 a letter of it, 2 white space around it. */
const CLASS = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./')
  CLASS[sign.charCodeAt(0)] = 1;
CLASS[SPACE] = 2;
CLASS[TAB] = 2;

const LONGEST_NAME = 200;

/**
 * Where group and name of a property end: its colon, or the semicolon before its parameters; -1 for a line that does
 * not start like a property. A web address does not, although it has a colon.
 */
export function nameEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_NAME);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === SEMICOLON) return at > start && isHead(text, start, at, end) ? at : -1;
    const kind = code < 128 ? CLASS[code] : 0;
    if (kind === 0) return -1;
    if (kind === 2) return spacedNameEnd(text, start, at, end);
  }
  return -1;
}

/** A semicolon needs a colon behind it, unless the next line goes on with the head; `http:` needs no slashes. */
function isHead(text: string, start: number, at: number, end: number): boolean {
  if (text.charCodeAt(at) === COLON) {
    if (text.charCodeAt(at + 1) !== SLASH || text.charCodeAt(at + 2) !== SLASH) return true;
    return !/^(?:https?|ftp)$/i.test(text.slice(start, at));
  }
  for (let i = at + 1; i < end; i++) if (text.charCodeAt(i) === COLON) return true;
  return isContinuedAt(text, end);
}

/** Shorter lines are hardly folded by anybody. */
const FOLDED_FROM = 60;
const HEAD_GOES_ON = /^\r?\n?[ \t][:;]/;

/**
 * A line that ends, folded, in the middle of a long name (`X-…`), or right behind any name: nothing but a name, and the
 * next line goes on.
 */
export function isFoldedName(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_NAME || !isContinuedAt(text, end)) return false;
  if (end - start < FOLDED_FROM && !HEAD_GOES_ON.test(text.slice(end, end + 4))) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || CLASS[code] !== 1) return false;
  }
  return true;
}

function isContinuedAt(text: string, end: number): boolean {
  let at = end;
  if (text.charCodeAt(at) === CR) at++;
  if (text.charCodeAt(at) === LF) at++;
  return at > end && isBlank(text.charCodeAt(at));
}

/** `TEL : 1`, and names of two words as some products make them up: `X-GOOGLE TALK:ada`. */
function spacedNameEnd(text: string, start: number, space: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_NAME);
  let inner = false;
  for (let at = space; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === SEMICOLON) {
      const isName = space > start && (!inner || /^(?:[\w-]+\.)?x-/i.test(text.slice(start, space)));
      return isName && isHead(text, start, at, end) ? at : -1;
    }
    const kind = code < 128 ? CLASS[code] : 0;
    if (kind === 0) return -1;
    if (kind === 1) inner = true;
  }
  return -1;
}
