// Search folding: two spellings a person would call "the same letters" become the same text.

const ASCII_ONLY = /^\p{ASCII}*$/u;

// Spacing accents that people type for an apostrophe, alone or (decomposed) with a mark on top; NFKD would turn
// them into a space and a mark.
const TYPED_ACCENT = /[´΄῾᾽]/g;

// Marks that are decoration for a searcher: Latin/Greek/Cyrillic accents, Hebrew points, Arabic vowels,
// enclosing marks and variation selectors. Indic vowel signs and kana voicing marks are letters and stay.
// Also what has no width at all: joiners, direction marks, soft hyphen, byte order mark, tatweel.
const DROPPED = new RegExp(
  [
    '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0]',
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]',
    '[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed]',
    '[\\ufe00-\\ufe0f]',
    '[\\ufe20-\\ufe2f]',
    '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]',
  ].join('|'),
  'g',
);

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ɖ: 'd',
    ɗ: 'd',
    þ: 'th',
    ł: 'l',
    ı: 'i',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ĸ: 'k',
    ƙ: 'k',
    ɓ: 'b',
    ƴ: 'y',
    ƒ: 'f',
    ə: 'a',
    ɛ: 'e',
    ɔ: 'o',
    ς: 'σ',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
  }),
  ...Array.from('‘’‚‛ʻʼʽʹ′ꞌ՚׳').map((sign) => [sign, "'"] as const),
  ...Array.from('“”„‟″«»״').map((sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—―−⁃־').map((sign) => [sign, '-'] as const),
]);
const REPLACED = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/**
 * The text as a searcher would type it without looking: lower case, no accents, one width, one kind of
 * apostrophe, quote and dash, nothing invisible; `ł ø đ þ ß æ œ ı` as their Latin neighbours (Unicode has no
 * decomposition for them). Idempotent. Scripts without case keep their letters (Hangul stays composed).
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(TYPED_ACCENT, "'")
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(REPLACED, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc\\u3005';
const LATIN_WORD = /[a-z0-9]+(?:['`][a-z0-9]+)*/g;
const ANY_WORD = new RegExp(
  `[${CJK}][${CJK}\\p{M}]*|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+(?:['\`](?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
);

/**
 * Folded words in order of appearance: runs of letters and digits. An apostrophe inside a word joins it
 * (`O’Brien` is `obrien`); a hyphen parts two words. Chinese, Japanese and Korean runs stay whole, apart from
 * Latin letters written next to them.
 */
export function tokens(text: string): string[] {
  const folded = fold(text);
  const words = folded.match(ASCII_ONLY.test(folded) ? LATIN_WORD : ANY_WORD);
  if (!words) return [];
  return folded.includes("'") || folded.includes('`')
    ? words.map((word) => word.replace(/['`]/g, ''))
    : [...words];
}
