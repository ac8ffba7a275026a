// Where the tokens of an address list end (RFC 5322 §3.2): quoted strings, comments, atoms, what is in brackets.

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;

/** The index of the letter a backslash quotes; a long line may be folded between the two. */
function escapedAt(text: string, backslash: number): number {
  let at = backslash + 1;
  if (text.charCodeAt(at) === 13) at++;
  if (text.charCodeAt(at) !== 10) return backslash + 1;
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/** The index of the quote that closes the one at `start`, or -1. */
export function quotedEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i = escapedAt(text, i);
    else if (code === QUOTE) return i;
  }
  return -1;
}

/** The index of the bracket that closes the comment opened at `start` (comments nest), or -1. */
export function commentEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i = escapedAt(text, i);
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return i;
  }
  return -1;
}

/**
 * Where the address opened by `<` at `start` ends: at its `>`, else before the sign that cannot be part of it. Comments
 * and quotes may stand inside.
 */
export function angleEnd(text: string, start: number): number {
  let stop = -1;
  // Quotes and comments that never close are letters: they are looked for a few times only.
  let broken = 0;
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i;
    // `<ana@x.test, Bo <bo@x.test>`: never closed. A comma alone may still be a source route (`<@a,@b:c@d>`).
    if (code === 60 && stop >= 0) return stop;
    if ((code === 44 || code === 59) && stop < 0) stop = i;
    const end = broken < 3 ? enclosedEnd(text, i, code) : i;
    if (end < 0) broken++;
    else i = end;
  }
  return stop < 0 ? text.length : stop;
}

/** The last letter of what begins at `at`: a quoted pair, a quoted string, a comment, else the letter itself; -1 if broken. */
function enclosedEnd(text: string, at: number, code: number): number {
  if (code === BACKSLASH) return at + 1;
  if (code === QUOTE) return quotedEnd(text, at);
  return code === OPEN ? commentEnd(text, at) : at;
}

const ATOM_ENDS = new Set(Array.from(' \t\r\n",<>();:', (letter) => letter.charCodeAt(0)));

/** Where the atom at `start` ends; a domain literal (`@[IPv6:::1]`) is part of it. */
export function atomEnd(text: string, start: number): number {
  let i = start;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (ATOM_ENDS.has(code)) return i;
    if (code === 91 && text.charCodeAt(i - 1) === 64) {
      const close = text.slice(i, i + 300).indexOf(']');
      if (close > 0) i += close;
    }
    if (code === BACKSLASH) i++;
    i++;
  }
  return text.length;
}

/** Where the encoded word at `start` ends, or -1 when there is none; `last` is where the last one of the text can end. */
export function literalEnd(text: string, start: number, last: number): number {
  if (start >= last) return -1;
  const middle = /^=\?[^?\s]{1,100}\?[bq]\?/i.exec(text.slice(start, start + 110));
  const end = middle ? text.indexOf('?=', start + middle[0].length) : -1;
  return end < 0 ? -1 : end + 2;
}

/** Without the backslashes before quoted letters, and the folds of long lines. */
export const unescaped = (text: string) =>
  (text.includes('\\') ? text.replace(/\\(?:\r?\n[ \t]*)?([^])/g, '$1') : text).replace(/\r?\n[ \t]*/g, ' ');
