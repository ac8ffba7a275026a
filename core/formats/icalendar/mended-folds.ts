// Old producers fold lines by bytes, in the middle of a letter (RFC 5545 §3.1 warns of it): mended before decoding.
import { copyOfBytes } from '#core/shared/bytes.ts';

const LF = 10;
const CR = 13;

/** How many bytes a fold is long that begins at `at`: CRLF or LF and a blank; 0 when there is none. */
function foldAt(bytes: Uint8Array, at: number): number {
  const breakLength = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
  if (breakLength === 0) return 0;
  const blank = bytes[at + breakLength];
  return blank === 32 || blank === 9 ? breakLength + 1 : 0;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** Where the unfinished UTF-8 sequence before `at` begins, or -1: its lead byte asks for more than there are. */
function unfinishedBefore(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[at - back];
    if (byte === undefined || byte < 0x80) return -1;
    if (byte < 0xc0) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return wanted > back ? at - back : -1;
  }
  return -1;
}

/**
 * The bytes with every fold that parts a letter of UTF-8 moved in front of that letter; the same array when there is
 * none. Lines keep their numbers.
 */
export function mendedFolds(bytes: Uint8Array): Uint8Array {
  let mended: Uint8Array | undefined;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const start = bytes[at - 1] === CR ? at - 1 : at;
    const length = foldAt(bytes, start);
    if (length === 0 || !isContinuation(bytes[start + length])) continue;
    const source = mended ?? bytes;
    const letter = unfinishedBefore(source, start);
    if (letter < 0) continue;
    mended ??= copyOfBytes(bytes);
    const fold = copyOfBytes(bytes, start, start + length);
    mended.copyWithin(letter + length, letter, start);
    mended.set(fold, letter);
  }
  return mended ?? bytes;
}
