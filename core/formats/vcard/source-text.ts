// The text of a file of vCards: letters where the whole file is written one way, else one character a byte.
import { decodeText } from '#core/formats/encoding.ts';
import { Encoding } from '#core/formats/encodings.ts';
import { charsetNamed } from './charsets.ts';

export interface SourceText {
  readonly text: string;
  /** Every character of `text` stands for one byte (U+0000 to U+00FF); values are decoded one by one. */
  readonly isBytes: boolean;
  readonly encoding: Encoding;
  /** Letters that could not be read and stand as U+FFFD. */
  readonly undecodable: number;
}

const SAMPLE = 4096;
const CHUNK = 8192;

/**
 * The text to look for lines in. UTF-16 by its byte order mark or its zero bytes, UTF-8 where all of it is valid; any
 * other file stays bytes: its cards may be written in several code pages, and a line may be folded in the middle of a
 * letter (RFC 6350 §3.2 warns of it), so that nothing can be decoded before it is unfolded.
 */
export function sourceText(bytes: Uint8Array, chosen?: Encoding): SourceText {
  const beginning = bytes.subarray(0, SAMPLE);
  const { encoding } = decodeText(beginning);
  if (chosen !== undefined || encoding.startsWith('utf-16'))
    return { ...decodeText(bytes, chosen ?? encoding), isBytes: false };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, isBytes: false, encoding: 'utf-8', undecodable: 0 };
  } catch {
    // Not UTF-8 throughout, which is the answer.
    const text = byteString(bytes);
    const page = pageNamed(text) ?? pageLike(encoding, beginning);
    return { text, isBytes: true, encoding: page, undecodable: 0 };
  }
}

/** The first code page a card of the file says it is written in. */
function pageNamed(text: string): Encoding | undefined {
  const declared = /;CHARSET="?([\w-]{3,20})/i.exec(text)?.[1];
  const named = declared === undefined ? undefined : charsetNamed(declared)?.decoder.encoding;
  const page = named === 'gbk' ? 'gb18030' : named;
  return page === 'utf-8' ? undefined : Encoding.safeParse(page).data;
}

/** What to call a file whose values are decoded one by one: what its beginning looks like, where that is a code page. */
function pageLike(encoding: Encoding, beginning: Uint8Array): Encoding {
  // Nothing but ASCII is UTF-8, too.
  const isTold = encoding !== 'utf-8' || beginning.some((byte) => byte > 127);
  return isTold && encoding !== 'macintosh' ? encoding : 'windows-1252';
}

/** One character a byte. `TextDecoder` knows no such encoding: its latin1 is windows-1252. */
export function byteString(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return chunks.join('');
}

/** The bytes of a text of which every character is one. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
