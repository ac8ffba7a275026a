// Text that was UTF-8, was read as Latin-1 or windows-1252, and was written out again, once or several times.

/** What windows-1252 shows for the bytes 80 to 9F (WHATWG Encoding); the others are their own code points. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from(WINDOWS_1252, (letter, at) => [letter, 0x80 + at] as const),
);

const TRAIL = `[\\x80-\\xbf${WINDOWS_1252.replace(/[\x80-\x9f]/g, '')}]`;
/** The shapes of UTF-8 sequences (RFC 3629 §4), each byte seen as a letter. */
const SEQUENCE = new RegExp(`[\\xc2-\\xdf]${TRAIL}|[\\xe0-\\xef]${TRAIL}{2}|[\\xf0-\\xf4]${TRAIL}{3}`, 'g');

const ROUNDS = 3;

function sequence(letters: string): string {
  const bytes = Uint8Array.from(
    Array.from(letters, (letter) => BYTE_OF.get(letter) ?? letter.charCodeAt(0) & 0xff),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // An overlong form or half a surrogate: these letters were meant as they stand.
    return letters;
  }
}

/**
 * The text as it was before it was misread: `JosÃ©` is `José`, `ÃƒÂ©` too (misread twice). Facebook's JSON is written
 * like that throughout: the bytes of UTF-8 as `\u00c3\u00a9`. Letters that are no sequence of UTF-8 stay, so text that
 * was never broken comes out unchanged: an accented letter is hardly ever followed by the signs it would take. Linear.
 */
export function repairedMojibake(text: string): string {
  let repaired = text;
  for (let round = 0; round < ROUNDS && /[\xc2-\xf4]/.test(repaired); round++) {
    const better = repaired.replace(SEQUENCE, sequence);
    if (better === repaired) return repaired;
    repaired = better;
  }
  return repaired;
}
