// Backslash escapes and the separators they protect (RFC 6350 §3.4; RFC 2426 §4 and vCard 2.1 write the same ones).

const WORD = /[\p{L}\p{N}]/u;

/**
 * Plain text of a value. `\n` and `\N` are line breaks; before a letter or a digit any other backslash stays, because
 * it was typed (`C:\Users`); before a sign it goes, because products escape more than they must (`http\://`, `\"`).
 */
export function unescaped(value: string): string {
  let at = value.indexOf('\\');
  if (at < 0) return value;
  let text = '';
  let from = 0;
  for (; at >= 0 && at < value.length - 1; at = value.indexOf('\\', at + 2)) {
    const sign = value.charAt(at + 1);
    if (sign === 'n' || sign === 'N') text += `${value.slice(from, at)}\n`;
    else if (WORD.test(sign)) text += value.slice(from, at + 2);
    else text += value.slice(from, at) + sign;
    from = at + 2;
  }
  return text + value.slice(from);
}

const AGAIN = /(?<!\\)(?:\\\\)+,/;
const AGAIN_IN_TEXT = /(?<!\\)(?:\\\\)+[,;]/;

/**
 * A value that was escaped twice (`Elm 1\\\\, Flat 2`), escaped once: no writer that knows about backslashes leaves the
 * comma behind one bare. In a value of components a bare semicolon parts them, so it tells nothing. Any other value as
 * it is.
 */
export const escapedOnce = (value: string, isText: boolean): string =>
  value.includes('\\\\') && (isText ? AGAIN_IN_TEXT : AGAIN).test(value)
    ? value.replace(/\\\\(?=[\\,;nN])/g, '\\')
    : value;

/** The text as a value of vCard 3.0 and later: backslash, comma, semicolon and line breaks escaped. */
export const escaped = (text: string): string =>
  /[\\,;\r\n]/.test(text) ? text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n') : text;

/** The parts between separators that no backslash stands before, escapes still in them. Always at least one part. */
export function parted(value: string, separators: string): string[] {
  if (!value.includes('\\') && separators.length === 1) return value.split(separators);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\') at++;
    else if (separators.includes(sign)) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
}
