// Encoded words in headers (RFC 2047, languages by RFC 2231 §5): `=?utf-8?Q?Ana_Ru=C3=ADz?=` to text.
import { base64Bytes, charsetText, utf8Bytes } from './charsets.ts';

interface EncodedWord {
  readonly charset: string;
  readonly bytes: Uint8Array;
  /** Where the text after it begins. */
  readonly end: number;
}

const FOLD = /\r?\n[ \t]*/g;

/** The encoded word that begins at `start`, where `=?` stands; undefined when it is none. */
function encodedWordAt(text: string, start: number): EncodedWord | undefined {
  const afterCharset = text.indexOf('?', start + 2);
  if (afterCharset < 0 || afterCharset - start > 100) return undefined;
  const charset = text.slice(start + 2, afterCharset);
  const encoding = text.charAt(afterCharset + 1).toUpperCase();
  if (/[\s=]/.test(charset) || text.charAt(afterCharset + 2) !== '?') return undefined;
  if (encoding !== 'B' && encoding !== 'Q') return undefined;
  const from = afterCharset + 3;
  const end = text.indexOf('?=', from);
  if (end < 0) return undefined;
  const encoded = text.slice(from, end).replace(FOLD, '');
  const bytes = encoding === 'B' ? base64Bytes(encoded) : qBytes(encoded);
  return { charset: charset.replace(/\*.*$/s, ''), bytes, end: end + 2 };
}

/** RFC 2047 §4.2: `_` is a space, `=` and two digits a byte; a letter that ought to be encoded stands for itself. */
function qBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const hex = code === 61 ? text.slice(i + 1, i + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else if (code === 95) bytes.push(32);
    else if (code < 128) bytes.push(code);
    else {
      const letter = String.fromCodePoint(text.codePointAt(i) ?? code);
      for (const byte of utf8Bytes(letter)) bytes.push(byte);
      i += letter.length - 1;
    }
  }
  return Uint8Array.from(bytes);
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

interface Run {
  text: string;
  charset: string;
  /** Bytes of neighbouring words in one charset: a letter may be split between them (forbidden, and common). */
  parts: Uint8Array[];
}

function flush(run: Run): void {
  if (run.parts.length > 0) run.text += charsetText(joinedBytes(run.parts), run.charset);
  run.parts = [];
}

/** A line break with the white space around it is one blank (RFC 5322 §2.2.3, and programs that indent). */
function unfolded(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at < last ? line.trimEnd() : line))
    .map((line, at) => (at > 0 ? line.trimStart() : line))
    .join(' ');
}

/** Text between words. A word is a word of its own (RFC 2047 §5): a blank is put where its writer forgot it. */
function addLiteral(run: Run, literal: string, hasWordAfter: boolean): void {
  const isAfterWord = run.parts.length > 0;
  if (isAfterWord && hasWordAfter && /^\s*$/.test(literal)) return;
  flush(run);
  let text = unfolded(literal);
  if (isAfterWord && /^[\p{L}\p{N}]/u.test(text)) text = ` ${text}`;
  if (hasWordAfter && /[\p{L}\p{N}\])}]$/u.test(text)) text += ' ';
  run.text += text;
}

/** A word that was cut off before its end, as programs do that shorten long subjects and names. */
const UNCLOSED = /=\?[^\s?=]{1,60}\?[BQ]\?[^?\s]{1,250}\??$/i;

const closed = (text: string): string => {
  const cut = UNCLOSED.exec(text.slice(-320))?.[0] ?? '';
  return cut === '' || cut.endsWith('?=') ? text : `${text}${cut.endsWith('?') ? '=' : '?='}`;
};

/**
 * A header's value with its encoded words decoded and its folds undone; words that touch, or have only white space
 * between them, are joined, the last one may be cut off. What looks like an encoded word and is none stays as written. Linear;
 * never throws.
 */
export function decodeEncodedWords(written: string): string {
  const text = closed(written);
  let at = text.indexOf('=?');
  if (at < 0) return unfolded(text);
  const run: Run = { text: '', charset: '', parts: [] };
  // Behind the last end no word can end: without this, many beginnings and no end would take quadratic time.
  const lastEnd = text.lastIndexOf('?=');
  let literalFrom = 0;
  while (at >= 0 && at < lastEnd) {
    const word = encodedWordAt(text, at);
    if (!word) {
      at = text.indexOf('=?', at + 2);
      continue;
    }
    if (at > literalFrom || run.text === '') addLiteral(run, text.slice(literalFrom, at), true);
    if (run.parts.length > 0 && run.charset.toLowerCase() !== word.charset.toLowerCase()) flush(run);
    run.charset = word.charset;
    run.parts.push(word.bytes);
    literalFrom = word.end;
    at = text.indexOf('=?', word.end);
  }
  addLiteral(run, text.slice(literalFrom), false);
  flush(run);
  return run.text;
}
