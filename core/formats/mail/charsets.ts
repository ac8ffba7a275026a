// Bytes of mail to text: the charset a header or a part names, however it spells it, and what to do when it lies.

/** Spellings that are no WHATWG label but occur in mail. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['cp65001', 'utf-8'],
  ['euc-cn', 'gbk'],
  ['hz-gb-2312', 'gbk'],
  ['iso646-us', 'us-ascii'],
  ['latin-1', 'iso-8859-1'],
  ['latin-9', 'iso-8859-15'],
  ['mac', 'macintosh'],
  ['utf8mb4', 'utf-8'],
  ['x-windows-949', 'euc-kr'],
]);

const decoders = new Map<string, TextDecoder>();
/** More than mail has charsets; a file that names a new one in every header gets no more of our memory. */
const MOST_DECODERS = 64;

function newDecoder(label: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    // No such charset, or one that must not be decoded (WHATWG "replacement"): the caller guesses.
    return undefined;
  }
}

function decoderFor(charset: string): TextDecoder | undefined {
  const label = charset.trim().toLowerCase().slice(0, 60);
  const known = decoders.get(label);
  if (known) return known;
  const plain = ALIASES.get(label) ?? label.replace(/^(?:cp|windows)-?(125\d|874)$/, 'windows-$1');
  const decoder =
    newDecoder(plain, false) ??
    newDecoder(plain.replaceAll('_', '-'), false) ??
    newDecoder(plain.replace(/^iso-?8859-?/, 'iso-8859-'), false);
  if (decoder && decoders.size < MOST_DECODERS) decoders.set(label, decoder);
  return decoder;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * Bytes that do not say what they are: UTF-8 where they are valid UTF-8, else the charset that is suspected (the one
 * the letter's body names), else windows-1252. Never throws.
 */
export function guessedText(bytes: Uint8Array, suspected = ''): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Not UTF-8, so the letter is from a program that wrote its own charset raw.
    const decoder = suspected === '' || isAscii(suspected) ? undefined : decoderFor(suspected);
    return (decoder ?? windows1252).decode(bytes);
  }
}

const isAscii = (charset: string) => /^(?:us-)?ascii$|^utf-?8$/i.test(charset.trim());

/**
 * Bytes in a named charset (RFC 2047, RFC 2045 `charset`): any WHATWG label, the misspellings mail has, UTF-7.
 * An unknown name, or US-ASCII that has eighth bits, is guessed. Never throws.
 */
export function charsetText(bytes: Uint8Array, charset: string): string {
  const name = charset.trim().toLowerCase();
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?7$/.test(name)) return utf7(bytes);
  if (name === '' || isAscii(name)) return guessedText(bytes);
  return decoderFor(name)?.decode(bytes) ?? guessedText(bytes);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return BASE64.indexOf(letter === '-' ? '+' : letter === '_' ? '/' : letter);
});

/** What base64 text (RFC 4648) says; letters that are not of the alphabet are skipped, padding may be missing. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Padding ends one run; some programs glue several runs together.
    if (code === 61) bits = 0;
    const value = SEXTETS[code] ?? -1;
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/** UTF-7 (RFC 2152), which old Exchange still sends: `+` opens a run of base64 of UTF-16, `+-` is a plus. */
function utf7(bytes: Uint8Array): string {
  return guessedText(bytes).replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === '') return '+';
    const units = base64Bytes(run);
    let text = '';
    for (let i = 0; i + 1 < units.length; i += 2)
      text += String.fromCharCode(units[i]! * 256 + units[i + 1]!);
    return text;
  });
}

/** The bytes of a text in UTF-8; half a surrogate pair becomes U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text.toWellFormed()) {
    const code = letter.codePointAt(0) ?? 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}
