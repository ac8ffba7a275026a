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
 * sounds of their own: C as in church, S as in ship or measure, J as in year or John. First the letters without which a
 * rule cannot apply, so that most need not be tried.
 */
const RULES: readonly (readonly [needs: string, written: RegExp, sound: string])[] = [
  // Slavic endings: -ский -skij -sky -ski, -ов -ow -off, -ович -owitsch -ovic.
  ['sk', /sk(?:[iy][jyi]?|ii|yy)$/, 'ski'],
  ['o', /(?:off|ow)$/, 'ov'],
  ['i', /(?:vitsch|vitch|wicz|vich|witsch|vic|wic)$/, 'viC'],
  ['e', /(?:yeff|yev|jew|iev|jev)$/, 'iev'],
  // McDonald and MacDonald.
  ['mc', /^ma?c(?=[bdfgkmnpqrstvlw])/, 'mak'],
  // Е at the beginning: Yevgeny, Jewgeni, Evgenij.
  ['e', /^[yi]e/, 'e'],
  ['je', /^je(?=v|w[^aeiou]|kat|len|liz|lts|lz|gor|fim|lis)/, 'e'],
  // Щ, ч, ш, ж.
  ['c', /schtsch|shch|stsch|szcz|chtch/g, 'SC'],
  ['c', /tsch|tch|cz/g, 'C'],
  ['d', /dzh|dsch|dj/g, 'J'],
  ['', /sch|sh|sz|zh/g, 'S'],
  ['ch', /ch(?=[aeiouyj]|$)/g, 'C'],
  ['ch', /ch/g, 'k'],
  ['ov', /(?<=[SC])(?:ov|jov|yov)$/, 'ev'],
  ['ph', /ph/g, 'f'],
  ['th', /th/g, 't'],
  ['gh', /gh/g, 'g'],
  ['gu', /gu(?=[ei])/g, 'g'],
  ['kh', /kh/g, 'h'],
  ['x', /x/g, 'ks'],
  ['t', /dt$|tt$/, 't'],
  ['t', /t[sz]/g, 's'],
  ['z', /z/g, 's'],
  ['q', /qu?/g, 'k'],
  ['c', /ck|c(?=[^eiyC]|$)/g, 'k'],
  ['c', /c/g, 's'],
  ['w', /w/g, 'v'],
  ['', /(.)\1+/g, '$1'],
  // An h that nobody hears: Itoh, Sarah, Kohn.
  ['h', /(?<=[aeiou])h(?=[nlmt].?$)|(?<=[bdgkrltv])h|h$/g, ''],
  // Vowels: ü is ue or u, and и is i, ij, y or yi.
  ['', /^[jyJ](?=[aeiou])|^i(?=[aou])/, 'J'],
  ['e', /ea(?=[nrlt])/g, 'i'],
  ['o', /oo|ou/g, 'u'],
  ['e', /([aou])e(?=[^aeiou])/g, '$1'],
  ['', /[jy]/g, 'i'],
  ['i', /i{2,}/g, 'i'],
  ['i', /(?:ei|ie)$/, 'i'],
  ['r', /(?<=[bdfgkptvs])r$/, 'er'],
  ['', /(.)\1+/g, '$1'],
];

/** One bit for each letter that occurs; a capital shares its bit with the small one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

const PREPARED = RULES.map(([needs, written, sound]) => ({
  needs: lettersOf(needs),
  written,
  sound,
  gives: lettersOf(sound.replace(/\$1/g, '')),
}));

function sounded(word: string): string {
  const small = word.normalize('NFC').toLowerCase();
  const latinWord = romanise(small.replace(/[čćšśşžżźđř]/g, (letter) => HACEKS[letter] ?? letter));
  const plain = latinWord.replace(/[^a-z]/g, '');
  let key = standardSpelling(plain) ?? plain;
  if (key.length < 2) return key;
  let letters = lettersOf(key);
  for (const { needs, written, sound, gives } of PREPARED) {
    if ((letters & needs) !== needs) continue;
    key = key.replace(written, sound);
    letters |= gives;
  }
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
