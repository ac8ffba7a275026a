// Written names as the book keeps them, and the folded key under which names are compared.
import { fold, tokens } from '#core/shared/fold.ts';
import { isSuffixList, isSurelySuffix } from './credentials.ts';
import type { StructuredName } from './model.ts';
import { undecorated } from './names/decoration.ts';
import { isCjk } from './names/order.ts';
import { structured } from './names/parse.ts';
import { peeledFamily, peeledGiven, taken } from './names/pieces.ts';
import { mayBeTitle } from './names/titles.ts';
import { usualName } from './names/usual.ts';

/**
 * A written name as vCard components: `Dr. Juan Q. de la Vega, PhD`, `de la Vega, Juan`, `Ada Byron (she/her)`, `李明`.
 * A single word is a given name (mononym), behind a title a family name. Chinese and Korean names written without a
 * space are parted after the family name; Japanese ones only after a common family name, because their length does not
 * tell where. Emoji, nicknames in brackets or quotes and pronouns are in no component: `parseName` answers them.
 */
export function splitName(fullName: string): StructuredName {
  const usual = usualName(fullName);
  if (usual === undefined) return structured(taken(undecorated(fullName)));
  const [given, additional, family] = usual;
  return { family, given, additional, prefix: '', suffix: '' };
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
const isShouted = (text: string) => text === text.toUpperCase();

const ONE_WORD = /^\p{L}+$/u;

/** The family names that most Chinese and Korean people have, in both Chinese spellings. */
const COMMON_FAMILY = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯김이박최정강조윤장임한오서신권황안송류홍',
);

/** People who fill in the two fields in the order they write their name: `李` as first name, `明` as last name. */
const isFamilyInFirstField = (first: string, last: string) =>
  isCjk(first) && isCjk(last) && COMMON_FAMILY.has(first) && !COMMON_FAMILY.has(last);

/**
 * Components of a name that comes in two fields, as LinkedIn writes it: titles leave the first, degrees and whatever
 * follows a comma leave the last (`Lovelace, PhD`), emoji and pronouns leave both.
 */
export function nameFromFields(first: string, last: string): StructuredName {
  if (ONE_WORD.test(first) && ONE_WORD.test(last) && !isSuffixList(last, true)) {
    const [family, given] = isFamilyInFirstField(first, last) ? [first, last] : [last, first];
    return { family, given, additional: '', prefix: '', suffix: '' };
  }
  const given = peeledGiven(undecorated(first).text.replace(/,.*$/s, ''), [last]);
  const bare = undecorated(last);
  const [head = '', ...tail] = bare.text.split(/\s*,\s*/).filter(Boolean);
  const family =
    isSuffixList(head, true) &&
    given.words.length > 0 &&
    wordsOf(head).every((word) => !isShouted(word) || word.length > 2)
      ? { prefix: [], words: [], suffix: wordsOf(head) }
      : peeledFamily(head, given.words);
  return {
    family: family.words.join(' '),
    given: given.words.join(' '),
    additional: '',
    prefix: [...given.prefix, ...family.prefix].join(' '),
    suffix: [...given.suffix, ...family.suffix, ...tail, ...bare.suffixes].join(', '),
  };
}

/**
 * The name alone, in the order written: without titles, degrees, pronouns, emoji and `®`; `Family, Given` turned round.
 * The original when nothing would be left.
 */
export function withoutNoise(name: string): string {
  const { words, family } = taken(undecorated(name));
  return [...words, ...family].join(' ') || name.trim();
}

const SYMBOL = /\p{S}/u;
const TWO_WORDS = /^([A-Za-z]+) ([A-Za-z]+)$/;

/** Of a name that is all noise, `"Bob"` or `(Bob)`, its words; of one of symbols, those. */
function keyOfNoise(fn: string): string {
  const words = tokens(fn).sort().join(' ');
  return words === '' && SYMBOL.test(fn) ? fold(fn).replace(/\s+/g, ' ').trim() : words;
}

/**
 * The folded words of a name in alphabetical order, so `Lovelace, Ada (she/her)` and `Ada Lovelace, PhD` are equal;
 * Chinese, Japanese and Korean names by their letters, so the space and the order do not matter. Weak evidence only:
 * two people may share it. A name of symbols (`❤`) is what it is: whoever is called so is called so next time. Empty
 * when there is nothing but punctuation.
 */
export function nameKey(fn: string): string {
  // Most names are two plain words: what follows gives the same, more slowly.
  const two = TWO_WORDS.exec(fn);
  if (two) {
    const first = two[1]!.toLowerCase();
    const second = two[2]!.toLowerCase();
    if (!mayBeTitle(first) && !isSurelySuffix(second))
      return first < second ? `${first} ${second}` : `${second} ${first}`;
  }
  const words = tokens(usualName(fn) ? fn : withoutNoise(fn));
  if (words.length === 0) return keyOfNoise(fn);
  if (words.every(isCjk)) return Array.from(words.join('')).sort().join('');
  return words.sort().join(' ');
}
