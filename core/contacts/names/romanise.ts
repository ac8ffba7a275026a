// Names in Latin letters, and a key under which the spellings of one name in several transliterations are equal.
import { standardSpelling } from './spellings.ts';
import { transliterated } from './transliteration.ts';

const ASCII_ONLY = /^\p{ASCII}*$/u;
const REMEMBERED = 20_000;
const latin = new Map<string, string>();
const sounds = new Map<string, string>();

/** Answers from the memory or works it out; a full memory starts anew. */
function remembered(memory: Map<string, string>, text: string, answer: (text: string) => string): string {
  let known = memory.get(text);
  if (known === undefined) {
    known = answer(text);
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(text, known);
  }
  return known;
}

/**
 * The text in lower-case ASCII: accents dropped, other scripts transliterated letter by letter (Юлия → yuliya, 김 → gim,
 * 李 → li). Chinese letters read as Chinese, also in Japanese names; Arabic and Hebrew keep their consonants only.
 * Idempotent. By any-ascii (ISC licence).
 */
export function romanise(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return remembered(latin, text, transliterated);
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };

/** The way Germans and Scandinavians write a word without its umlauts, if it has some: müller → mueller. */
export function withoutUmlauts(text: string): string | undefined {
  const small = text.normalize('NFC').toLowerCase();
  return /[äöüøå]/.test(small)
    ? romanise(small.replace(/[äöüøåæ]/g, (letter) => UMLAUTS[letter] ?? letter))
    : undefined;
}

const HACEKS: Readonly<Record<string, string>> = {
  č: 'ch',
  ć: 'ch',
  š: 'sh',
  ś: 'sh',
  ş: 'sh',
  ž: 'zh',
  ż: 'zh',
  ź: 'zh',
  đ: 'dj',
  ř: 'rzh',
};

/**
 * From letters to sounds, in this order; the left side of each is a way of writing the right side. Capital letters are
 * sounds of their own: C as in church, S as in ship or measure, J as in year or John.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Slavic endings: -ский -skij -sky -ski, -ов -ow -off, -ович -owitsch -ovic.
  [/sk(?:[iy][jyi]?|ii|yy)$/, 'ski'],
  [/(?:off|ow)$/, 'ov'],
  [/(?:vitsch|vitch|wicz|vich|witsch|vic|wic)$/, 'viC'],
  [/(?:yeff|yev|jew|iev|jev)$/, 'iev'],
  // McDonald and MacDonald.
  [/^ma?c(?=[bdfgkmnpqrstvlw])/, 'mak'],
  // Е at the beginning: Yevgeny, Jewgeni, Evgenij.
  [/^[yi]e/, 'e'],
  [/^je(?=v|w[^aeiou]|kat|len|liz|lts|lz|gor|fim|lis)/, 'e'],
  // Щ, ч, ш, ж.
  [/schtsch|shch|stsch|szcz|chtch/g, 'SC'],
  [/tsch|tch|cz/g, 'C'],
  [/dzh|dsch|dj/g, 'J'],
  [/sch|sh|sz|zh/g, 'S'],
  [/ch(?=[aeiouyj]|$)/g, 'C'],
  [/ch/g, 'k'],
  [/(?<=[SC])(?:ov|jov|yov)$/, 'ev'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/gu(?=[ei])/g, 'g'],
  [/kh/g, 'h'],
  [/x/g, 'ks'],
  [/dt$|tt$/, 't'],
  [/tz|ts|z/g, 's'],
  [/ck|qu|q|c(?=[^eiyC]|$)/g, 'k'],
  [/c/g, 's'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
  // An h that nobody hears: Itoh, Sarah, Kohn.
  [/(?<=[aeiou])h(?=[nlmt].?$)|(?<=[bdgkrltv])h|h$/g, ''],
  // Vowels: ü is ue or u, и is i, ij, y or yi.
  [/^[jyJ](?=[aeiou])|^i(?=[aou])/, 'J'],
  [/ee|ea(?=[nrlt])/g, 'i'],
  [/oo|ou/g, 'u'],
  [/([aou])e(?=[^aeiou])/g, '$1'],
  [/[jy]/g, 'i'],
  [/i{2,}/g, 'i'],
  [/(?:ei|ie)$/, 'i'],
  [/(?<=[bdfgkptvs])r$/, 'er'],
  [/(.)\1+/g, '$1'],
];

function sounded(word: string): string {
  const small = word.normalize('NFC').toLowerCase();
  const latinWord = romanise(small.replace(/[čćšśşžżźđř]/g, (letter) => HACEKS[letter] ?? letter));
  const plain = latinWord.replace(/[^a-z]/g, '');
  const known = standardSpelling(plain);
  let key = known ?? plain;
  if (key.length < 2) return key;
  for (const [written, sound] of RULES) key = key.replace(written, sound);
  return key;
}

/**
 * A key that is equal for one name in several spellings: Aleksandr and Alexander, Юлия, Yuliya and Julia, Mohammed and
 * Muhammad, Chaikovskij and Tschaikowski, Müller and Mueller. Vowels count, so that unrelated names rarely share one.
 * Not a word to show. Empty for a word without letters. Names whose spellings follow no rule stand in
 * `assets/names/spellings.json`.
 */
export function soundKey(word: string): string {
  return remembered(sounds, word, sounded);
}
