// Bytes to text, for files that do not say how they are written.
import type { Encoding } from '#core/formats/encodings.ts';
import { codePageOf } from './code-pages.ts';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Letters that could not be read and stand as U+FFFD. */
  readonly undecodable: number;
}

const SAMPLE = 4096;

/**
 * Which encoding the bytes are in: byte order mark, else UTF-16 by its zero bytes, else UTF-8 when it is valid
 * throughout, else the code page that spells it best (Excel on Windows saves a CSV in its country's). LinkedIn wrote
 * UTF-16LE in 2018.
 */
function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16ByZeros(bytes);
}

/** Text in Latin letters has a zero in every second byte of UTF-16; any other text file has none. */
function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length & ~1, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs < 2) return undefined;
  if (odd > pairs * 0.3 && even < odd / 8) return 'utf-16le';
  return even > pairs * 0.3 && odd < even / 8 ? 'utf-16be' : undefined;
}

function utf8OrNothing(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: that is the answer, and the caller tries the next encoding.
    return undefined;
  }
}

const UNREADABLE = /\ufffd/g;
const count = (text: string) => text.match(UNREADABLE)?.length ?? 0;

/**
 * The text of a file without control characters, in the encoding the owner chose or the one it seems to be in. Never throws; a file
 * that is broken in the middle is read around the break.
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  const decoded = decode(bytes, chosen ?? encodingOf(bytes));
  // NULs fill up a damaged or a preallocated file, a sign nobody sees would make another name: no text has them.
  return UNSEEN.test(decoded.text) ? { ...decoded, text: decoded.text.replace(ALL_UNSEEN, '') } : decoded;
}

/** Control characters but those that part cells, lines and pages. */
const UNSEEN = new RegExp(String.raw`[\0-\x08\x0e-\x1f]`);
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');

function decode(bytes: Uint8Array, known: Encoding | undefined): DecodedText {
  if (known !== undefined) {
    const text = new TextDecoder(known).decode(bytes);
    return { text, encoding: known, undecodable: count(text) };
  }
  const strict = utf8OrNothing(bytes);
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', undecodable: 0 };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = count(lenient);
  // A UTF-8 file cut off, or damaged in a few places, still reads far better as UTF-8: many letters outside ASCII
  // came out right. In windows-1252 hardly any pair of high bytes is valid UTF-8 by chance.
  if (broken * 4 < highLetters(lenient) - broken)
    return { text: lenient, encoding: 'utf-8', undecodable: broken };
  const encoding = codePageOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, undecodable: count(text) };
}

const highLetters = (text: string) => text.match(/\P{ASCII}/gu)?.length ?? 0;
