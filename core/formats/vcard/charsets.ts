// Bytes of one value to letters: by the charset it declares, as UTF-8, or as whatever the card is written in.

/** Names products give that are no WHATWG label, and what they mean. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ansi', 'windows-1252'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['windows-936', 'gb18030'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['windows-950', 'big5'],
  ['mac-roman', 'macintosh'],
  ['macroman', 'macintosh'],
  ['iso8859-15', 'iso-8859-15'],
  ['utf_8', 'utf-8'],
  ['utf-8n', 'utf-8'],
]);

/** Several bytes a letter: some of their pairs are letters of UTF-8, too, but no three in a row. */
const MULTI_BYTE = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr', 'shift_jis', 'iso-2022-jp']);

interface Charset {
  readonly decoder: TextDecoder;
  readonly isMultiByte: boolean;
  /** Seven-bit text with escape sequences. */
  readonly isStateful: boolean;
}

const known = new Map<string, Charset | undefined>();
const MOST_KNOWN = 200;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

/** The charset a CHARSET parameter names, undefined for a name nobody knows. */
export function charsetNamed(name: string): Charset | undefined {
  const label = name.trim().toLowerCase();
  if (known.has(label)) return known.get(label);
  let charset: Charset | undefined;
  try {
    const whatwg = ALIASES.get(label) ?? label;
    const canonical = new TextDecoder(whatwg).encoding;
    charset = {
      decoder: new TextDecoder(whatwg),
      isMultiByte: MULTI_BYTE.has(canonical),
      isStateful: canonical === 'iso-2022-jp',
    };
  } catch {
    // No such charset: the bytes are looked at instead.
  }
  if (known.size < MOST_KNOWN) known.set(label, charset);
  return charset;
}

/** True for a charset whose escape sequences look like ASCII and have to be decoded all the same. */
export const isStateful = (name: string): boolean => charsetNamed(name)?.isStateful === true;

/** Letters that UTF-8 writes in three bytes or more. */
const LONG = /[\u0800-\uffff]/;

/**
 * Letters of a value that declares its charset. What is UTF-8 without a doubt is read as UTF-8 whatever it declares,
 * because products write it so: in no language of a code page is `Ã¼` a word. Undefined when the declaration says
 * nothing or cannot be true.
 */
export function decodedAs(name: string, bytes: Uint8Array): string | undefined {
  const charset = charsetNamed(name);
  if (charset === undefined) return undefined;
  const { decoder, isMultiByte } = charset;
  // UTF-16 has zeros wherever it has a space or a separator.
  const isWide = decoder.encoding.startsWith('utf-16') && bytes.includes(0);
  const utf8 = isWide ? undefined : decodedUtf8(bytes);
  if (utf8 !== undefined && (!isMultiByte || LONG.test(utf8))) return utf8;
  return decoder.encoding === 'utf-8' ? undefined : decoder.decode(bytes);
}

/** UTF-8, or undefined where it is not; a letter that was cut off at the end does not count against it. */
export function decodedUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    const whole = bytes.subarray(0, wholeLetters(bytes));
    if (whole.length === bytes.length || !whole.some((byte) => byte > 127)) return undefined;
    try {
      return UTF8.decode(whole);
    } catch {
      return undefined;
    }
  }
}

/** Where a UTF-8 sequence begins that the end cuts off; the length when none is. */
function wholeLetters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return bytes.length - at < length ? at : bytes.length;
  }
  return bytes.length;
}

/** A value damaged in few places reads far better as UTF-8 than as anything else: most of its letters came out right. */
export function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = LENIENT.decode(bytes);
  let broken = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 127) letters++;
  }
  return broken * 4 < letters ? text : undefined;
}

/** The code page a language was written in on Windows, before UTF-8. */
const PAGES: Readonly<Record<string, string>> = {
  be: 'windows-1251',
  bg: 'windows-1251',
  mk: 'windows-1251',
  ru: 'windows-1251',
  uk: 'windows-1251',
  cs: 'windows-1250',
  hr: 'windows-1250',
  hu: 'windows-1250',
  pl: 'windows-1250',
  ro: 'windows-1250',
  sk: 'windows-1250',
  sl: 'windows-1250',
  sq: 'windows-1250',
  el: 'windows-1253',
  tr: 'windows-1254',
  az: 'windows-1254',
  he: 'windows-1255',
  iw: 'windows-1255',
  ar: 'windows-1256',
  fa: 'windows-1256',
  ur: 'windows-1256',
  et: 'windows-1257',
  lt: 'windows-1257',
  lv: 'windows-1257',
  vi: 'windows-1258',
  th: 'windows-874',
  ja: 'shift_jis',
  ko: 'euc-kr',
  zh: 'gb18030',
  de: 'windows-1252',
  en: 'windows-1252',
  es: 'windows-1252',
  fr: 'windows-1252',
  it: 'windows-1252',
  nl: 'windows-1252',
  pt: 'windows-1252',
  sv: 'windows-1252',
  da: 'windows-1252',
  no: 'windows-1252',
  nb: 'windows-1252',
  fi: 'windows-1252',
  is: 'windows-1252',
};

/** The code page that goes with a language tag (RFC 5646), undefined for languages that have none of their own. */
export function codePageOfLanguage(tag: string): string | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'zh' && rest.some((part) => /^(?:tw|hk|mo|hant)$/.test(part))) return 'big5';
  return Object.hasOwn(PAGES, language) ? PAGES[language] : undefined;
}
