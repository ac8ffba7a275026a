// Which code page a text without a declaration is in, told by what its bytes would spell.
import type { Encoding } from '#core/formats/encodings.ts';

/** The letters outside ASCII of the languages that were written in a code page, lower case, a language a word. */
const SINGLE_BYTE: readonly (readonly [Encoding, string])[] = [
  [
    'windows-1252',
    'äöüß éèêëàâçîïôûùœ áéíóúñüª ãõáéíóúâêôàçº äåöé åæøéöä àèéìíòùú ëéïèöüç áðéíóúýþæö õäöüšž àèéíïòóúüç',
  ],
  ['windows-1250', 'ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű čšžćđ ăâîșțşţ ëç äöüßé'],
  ['windows-1254', 'çğıiöşüâî'],
  ['windows-1257', 'ąčęėįšųūž āčēģīķļņšūž õäöüšž'],
  [
    'windows-1251',
    'абвгдежзийклмнопрстуфхцчшщъыьэюяё абвгґдеєжзиіїйклмнопрстуфхцчшщьюя абвгдђежзијклљмнњопрстћуфхцчџш',
  ],
  ['windows-1253', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'],
  ['windows-1255', 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  ['windows-1256', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئپچژگ'],
  ['windows-874', 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮะาำเแโใไๅๆ'],
  ['iso-8859-2', 'ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű čšžćđ ăâîşţ'],
  ['iso-8859-5', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё абвгдђежзијклљмнњопрстћуфхцчџш'],
  ['iso-8859-7', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'],
  ['koi8-r', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё'],
  ['koi8-u', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  ['ibm866', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё'],
  ['macintosh', 'äöüß éèêëàâçîïôûùœ áéíóúñü ãõáéíóúâêôàç äåöé åæøé àèéìíòùú'],
];

/** Encodings of several bytes a letter, with the letters a text in them is mostly made of. */
const MULTI_BYTE: readonly (readonly [Encoding, RegExp])[] = [
  ['shift_jis', /[\u3040-\u30ff\u4e00-\u9fff\u3001\u3002\u300c\u300d\uff01-\uff5e]/g],
  ['euc-jp', /[\u3040-\u30ff\u4e00-\u9fff\u3001\u3002\u300c\u300d\uff01-\uff5e]/g],
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['big5', /[\u4e00-\u9fff\u3001\u3002\uff01-\uff5e]/g],
  ['gb18030', /[\u4e00-\u9fff\u3001\u3002\uff01-\uff5e]/g],
];

/** As many bytes as tell; more only costs time. */
const SAMPLE = 16_384;

/**
 * The likeliest code page of bytes that are neither UTF-8 nor UTF-16. Every candidate reads the lines that hold a byte
 * above ASCII; letters of one of its languages speak for it, signs in the middle of words, capitals after small
 * letters and words of two scripts against it. `windows-1252` where nothing speaks for another.
 */
export function codePageOf(bytes: Uint8Array): Encoding {
  const sample = telling(bytes);
  const multi = multiByteOf(sample);
  if (multi !== undefined && !(multi.isUnusual && isSpeltOtherwise(sample))) return multi.encoding;
  let best: Encoding = 'windows-1252';
  let most = Number.NEGATIVE_INFINITY;
  for (const [encoding, letters] of SINGLE_BYTE) {
    const score = spelling(new TextDecoder(encoding).decode(sample), letters);
    // The first of equals stays: they stand in the order of how many files are in them.
    if (score > most) {
      most = score;
      best = encoding;
    }
  }
  return best;
}

/** The lines that hold a byte above ASCII, up to the size of a sample. */
function telling(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(SAMPLE, bytes.length));
  let length = 0;
  let start = 0;
  let isTelling = false;
  for (let at = 0; at <= bytes.length && length < sample.length; at++) {
    const byte = bytes[at];
    if (byte !== undefined && byte !== 10 && byte !== 13) {
      if (byte > 127) isTelling = true;
      continue;
    }
    if (isTelling) {
      const line = bytes.subarray(start, Math.min(at + 1, start + sample.length - length));
      sample.set(line, length);
      length += line.length;
    }
    start = at + 1;
    isTelling = false;
  }
  return sample.subarray(0, length);
}

/** Pages whose words are made of the bytes that ideographs are made of. */
const MISTAKEN: readonly Encoding[] = [
  'koi8-r',
  'koi8-u',
  'windows-1251',
  'windows-1253',
  'windows-1255',
  'windows-1256',
];
/** Fewer letters may be spelt well by chance. */
const FEWEST = 6;

/** Every letter stands where it should in a page of single bytes: `Иван Петров` is no row of rare ideographs. */
function isSpeltOtherwise(sample: Uint8Array): boolean {
  if (sample.filter((byte) => byte > 127).length < FEWEST) return false;
  return SINGLE_BYTE.some(
    ([encoding, letters]) =>
      MISTAKEN.includes(encoding) && spelling(new TextDecoder(encoding).decode(sample), letters) >= 0.99,
  );
}

/** A multi-byte encoding that reads the sample without a mistake and as mostly its own letters; whether none of them is a usual one. */
function multiByteOf(
  sample: Uint8Array,
): { readonly encoding: Encoding; readonly isUnusual: boolean } | undefined {
  let best: { readonly encoding: Encoding; readonly isUnusual: boolean } | undefined;
  let most = 0;
  for (const [encoding, own] of MULTI_BYTE) {
    if (isMostlyRare(sample, encoding)) continue;
    const text = new TextDecoder(encoding).decode(sample);
    const score = scriptScore(text, own, encoding);
    if (score > most) {
      most = score;
      best = { encoding, isUnusual: usual(text, encoding) === 0 };
    }
  }
  return best;
}

/** The first lead byte of each encoding's second, rarer set of ideographs. */
const RARE_FROM: Readonly<Partial<Record<Encoding, number>>> = {
  'euc-jp': 0xd0,
  big5: 0xc9,
  gb18030: 0xd8,
};

/** Small Cyrillic and accented letters, read in pairs, are nearly all rare ideographs; no text is made of those. */
function isMostlyRare(sample: Uint8Array, encoding: Encoding): boolean {
  const from = RARE_FROM[encoding];
  if (from === undefined) return false;
  let pairs = 0;
  let rare = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at]! < 0x80) continue;
    pairs++;
    if (sample[at]! >= from) rare++;
    at++;
  }
  return rare * 2 > pairs;
}

/** 0 where the text is not of the script. */
function scriptScore(text: string, own: RegExp, encoding: Encoding): number {
  const letters = count(text, /\P{ASCII}/gu);
  const broken = count(text, /[\ufffd\ue000-\uf8ff\uff61-\uff9f]/g);
  const share = count(text, own) / Math.max(letters, 1);
  // The sample may end in half a letter. European letters come singly: read in pairs they swallow what follows.
  const isText = letters >= 2 && broken <= 1 + letters / 50 && share >= 0.9;
  return isText && isSpelt(text) ? share + usual(text, encoding) : 0;
}

/** Words of such a script stand together: two or more letters in a row for most. */
function isSpelt(text: string): boolean {
  const runs = text.match(/\P{ASCII}+/gu) ?? [];
  const together = runs.filter((run) => run.length > 1).length;
  const glued = text.match(/[a-z]\P{ASCII}|\P{ASCII}[a-z]/gu)?.length ?? 0;
  return together * 2 >= runs.length && glued * 3 <= runs.length;
}

/** Among readings without mistakes the one of common characters: kana, and ideographs of names and addresses. */
const COMMON: Readonly<Partial<Record<Encoding, RegExp>>> = {
  shift_jis: /[\u3041-\u30fe]|[一人大中田山本小木村川藤佐高橋東京市区県株式会社電話姓名氏]/g,
  'euc-jp': /[\u3041-\u30fe]|[一人大中田山本小木村川藤佐高橋東京市区県株式会社電話姓名氏]/g,
  big5: /[的一人大中公司路市區電話姓名郵件陳林黃張李王吳劉蔡楊許鄭謝郭洪國臺灣]/g,
  gb18030: /[的一人大中公司路市区电话姓名邮件陈林黄张李王吴刘蔡杨许郑谢郭国赵周徐孙马朱胡]/g,
  'euc-kr': /[김이박최정강조윤장임한오서신권황안송류전홍시구동로길사회주식]/g,
};

const usual = (text: string, encoding: Encoding): number => {
  const common = COMMON[encoding];
  const letters = text.match(/\P{ASCII}/gu)?.length ?? 1;
  return common === undefined ? 0 : (text.match(common)?.length ?? 0) / letters;
};

const NEITHER = /[^\p{L}\p{M}\d'’.\-\s]/u;
/** A file of several languages of one page is worth a little less than one whose letters are all of one language. */
const SEVERAL = 0.85;

/** How much a text looks spelt in one of these languages: per letter outside ASCII, from -4 to 1. */
function spelling(text: string, languages: string): number {
  let fixed = 0;
  let foreign = 0;
  const letters = new Map<string, number>();
  let before = ' ';
  for (const letter of text) {
    if (letter > '\u007f') {
      foreign++;
      const fault = faultOf(letter, before);
      fixed += fault;
      if (fault === 0 && isLetter(letter)) {
        // `İ` in lower case is an `i` with a dot behind it.
        const lower = letter.toLowerCase().charAt(0);
        letters.set(lower, (letters.get(lower) ?? 0) + 1);
      }
    } else if (before > '\u007f' && isLetter(letter)) fixed += faultBetween(letter, before);
    before = letter;
  }
  if (foreign === 0) return 0;
  return (fixed + ofLanguages(letters, languages.split(' ')) - suspicious(text)) / foreign;
}

/** How many letters are of one language, or of two: what takes three of them is another page's text. */
function ofLanguages(letters: ReadonlyMap<string, number>, languages: readonly string[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, one] of languages.entries()) {
    most = Math.max(most, owned(letters, new Set(one)));
    for (const other of languages.slice(at + 1))
      most = Math.max(most, SEVERAL * owned(letters, new Set(one + other)));
  }
  return most;
}

/** One for every letter of the set, half a one against it for every other. */
function owned(letters: ReadonlyMap<string, number>, set: ReadonlySet<string>): number {
  let sum = 0;
  for (const [letter, times] of letters) sum += set.has(letter) ? times : -times / 2;
  return sum;
}

/** What speaks against a letter where it stands; 0 where nothing does. */
function faultOf(letter: string, before: string): number {
  // C1 controls and undefined bytes are never text.
  if (/[\u0080-\u009f\ufffd]/.test(letter)) return -4;
  if (!isLetter(letter)) return NEITHER.test(letter) && isLetter(before) ? -1 : 0;
  return isLetter(before) ? faultBetween(letter, before) : 0;
}

/** `1º` and `Mª` end in these; inside a word they are letters of another page. */
const ORDINAL = /[ªº]/;

/** A capital after a small letter is another page's small letter, and no word mixes Latin letters with others. */
function faultBetween(letter: string, before: string): number {
  if (ORDINAL.test(before)) return -1.5;
  const mixes = isLatin(letter) !== isLatin(before) ? -1.5 : 0;
  return mixes + (isUpper(letter) && isLower(before) ? -1 : 0);
}

/** Hebrew read as Greek has no accents, and as Russian no capitals, which a list of names cannot do without. */
function suspicious(text: string): number {
  const greek = /[\u03ac-\u03af\u03cc-\u03ce]/.test(text) ? 0 : count(text, /[\u03b1-\u03c9]{2,}/g);
  const cyrillic = /[\u0400-\u042f]/.test(text) ? 0 : count(text, /[\u0430-\u045f]{2,}/g);
  return 2 * (greek + cyrillic);
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const isLetter = (text: string) => /\p{L}/u.test(text);
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);
const isUpper = (text: string) => /\p{Lu}/u.test(text);
const isLower = (text: string) => /\p{Ll}/u.test(text);
