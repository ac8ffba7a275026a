// Taking a written name apart, and the folded key under which names are compared.
import { tokens } from '#core/shared/fold.ts';
import { isPrefix, isSuffix, isSuffixList, withoutDecoration } from './credentials.ts';
import type { StructuredName } from './model.ts';

const HAN = /^\p{Script=Han}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const COMPOUND_FAMILY =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|司徒|端木|百里|南宫|南宮|남궁|황보|제갈|사공|선우|독고)/u;
const CJK_WORD = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005]+$/u;

const PARTICLES = new Set(
  (
    'de del della dello delle di da do dos das du des la le las los van von vom vander der den zu zur zum ter ten te ' +
    'st st. san santa al el bin bint binti ibn abu af av dela dal dalla lo mac ’t op'
  ).split(' '),
);
/** Given names too, so only a particle when written small. */
const SMALL_PARTICLES = new Set([
  'ben',
  'ap',
  'mac',
  'san',
  'santa',
  'lo',
  'da',
  'do',
  'te',
  'al',
  'la',
  'le',
  'el',
]);
const CONJUNCTIONS = new Set(['y', 'i', 'e', 'und', '&']);

interface NameParts {
  readonly prefix: string[];
  /** Given names and, when `family` is empty, the family name at the end. */
  readonly words: string[];
  /** The words before the comma of `Family, Given`. */
  readonly family: string[];
  readonly suffix: string[];
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** Takes titles off the front and degrees off the back, leaving at least one word. */
function peeled(words: string[], keep: number): NameParts {
  const rest = [...words];
  const prefix: string[] = [];
  const suffix: string[] = [];
  while (rest.length > 1 && isPrefix(rest[0]!)) prefix.push(rest.shift()!);
  while (rest.length > keep && isSuffix(rest.at(-1)!, rest.slice(0, -1))) suffix.unshift(rest.pop()!);
  return { prefix, words: rest, family: [], suffix };
}

const isShouted = (text: string) => text === text.toUpperCase();

function taken(fullName: string): NameParts {
  const clean = withoutDecoration(fullName);
  if (!clean.includes(',')) return peeled(wordsOf(clean), 2);
  const [head = '', ...tail] = clean
    .split(/\s*,\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  // `DOE, JOHN` is a name in capitals, `Ada Byron, CFRE` a certificate: only known ones count in the former.
  const onlyKnown = isShouted(head) || wordsOf(head).length < 2;
  const second = tail[0];
  if (second === undefined || isSuffixList(second, onlyKnown)) {
    const parts = peeled(wordsOf(head), 2);
    return { ...parts, suffix: [...parts.suffix, ...tail] };
  }
  const before = peeled(wordsOf(head), 1);
  const after = peeled(wordsOf(second), 1);
  return {
    prefix: [...before.prefix, ...after.prefix],
    words: after.words,
    family: before.words,
    suffix: [...before.suffix, ...after.suffix, ...tail.slice(1)],
  };
}

function isParticle(word: string): boolean {
  const key = word.toLowerCase();
  return SMALL_PARTICLES.has(key) ? word === key : PARTICLES.has(key);
}

/** Where the family name starts in `Given … Family`. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  const linked = words[start - 1];
  if (linked !== undefined && CONJUNCTIONS.has(linked) && start >= (linked === 'e' ? 4 : 3)) start -= 2;
  while (start > 1 && isParticle(words[start - 1]!)) start--;
  if (start < words.length - 1) return start;
  const first = words.findIndex((word, at) => at > 0 && isParticle(word));
  return first > 0 ? first : start;
}

function cjkSplit(word: string): { family: string; given: string } {
  const letters = Array.from(word);
  const size = COMPOUND_FAMILY.test(word) ? 2 : 1;
  const known = (HAN.test(word) || HANGUL.test(word)) && letters.length > size && letters.length <= size + 2;
  return known
    ? { family: letters.slice(0, size).join(''), given: letters.slice(size).join('') }
    : { family: '', given: word };
}

/**
 * A written name as vCard components: `Dr. Juan Q. de la Vega, PhD`, `de la Vega, Juan`, `Ada Byron (she/her)`, `李明`.
 * A single word is a given name (mononym). Chinese and Korean names written without a space are parted after the
 * family name; Japanese ones are not, because their length does not tell where. Emoji, brackets and pronouns are in no
 * component.
 */
export function splitName(fullName: string): StructuredName {
  const { prefix, words, family, suffix } = taken(fullName);
  const common = { prefix: prefix.join(' '), suffix: suffix.join(', ') };
  if (family.length > 0) {
    return {
      family: family.join(' '),
      given: words[0] ?? '',
      additional: words.slice(1).join(' '),
      ...common,
    };
  }
  const [first = ''] = words;
  if (words.length === 1) return { ...cjkSplit(first), additional: '', ...common };
  if (words.length === 2 && words.every((word) => CJK_WORD.test(word))) {
    return { family: first, given: words[1] ?? '', additional: '', ...common };
  }
  const start = familyStart(words);
  return {
    family: words.slice(start).join(' '),
    given: first,
    additional: words.slice(1, start).join(' '),
    ...common,
  };
}

const ONE_WORD = /^\p{L}+$/u;

/** The family names that most Chinese and Korean people have, in both Chinese spellings. */
const COMMON_FAMILY = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯김이박최정강조윤장임한오서신권황안송류홍',
);

/** People who fill in the two fields in the order they write their name: `李` as first name, `明` as last name. */
const isFamilyInFirstField = (first: string, last: string) =>
  CJK_WORD.test(first) && CJK_WORD.test(last) && COMMON_FAMILY.has(first) && !COMMON_FAMILY.has(last);

/**
 * Components of a name that comes in two fields, as LinkedIn writes it: titles leave the first, degrees and whatever
 * follows a comma leave the last (`Lovelace, PhD`), emoji and pronouns leave both.
 */
export function nameFromFields(first: string, last: string): StructuredName {
  if (ONE_WORD.test(first) && ONE_WORD.test(last) && !isSuffixList(last, true)) {
    const [family, given] = isFamilyInFirstField(first, last) ? [first, last] : [last, first];
    return { family, given, additional: '', prefix: '', suffix: '' };
  }
  const given = peeled(wordsOf(withoutDecoration(first).replace(/,.*$/s, '')), 1);
  const [head = '', ...tail] = withoutDecoration(last)
    .split(/\s*,\s*/)
    .filter(Boolean);
  const family =
    isSuffixList(head, true) &&
    given.words.length > 0 &&
    wordsOf(head).every((word) => !isShouted(word) || word.length > 2)
      ? { prefix: [], words: [], suffix: wordsOf(head) }
      : peeled(wordsOf(head), 1);
  return {
    family: family.words.join(' '),
    given: given.words.join(' '),
    additional: '',
    prefix: [...given.prefix, ...family.prefix].join(' '),
    suffix: [...given.suffix, ...family.suffix, ...tail].join(', '),
  };
}

/**
 * The name alone, in the order written: without titles, degrees, pronouns, emoji and `®`; `Family, Given` turned round.
 * The original when nothing would be left.
 */
export function withoutNoise(name: string): string {
  const { words, family } = taken(name);
  return [...words, ...family].join(' ') || name.trim();
}

/** Most names: the way through `taken` gives the same, more slowly. */
const TWO_WORDS = /^([A-Za-z]+) ([A-Za-z]+)$/;

/**
 * The folded words of a name in alphabetical order, so `Lovelace, Ada (she/her)` and `Ada Lovelace, PhD` are equal;
 * Chinese, Japanese and Korean names by their letters, so the space and the order do not matter. Weak evidence only:
 * two people may share it. Empty when the name has no letters.
 */
export function nameKey(fn: string): string {
  const usual = TWO_WORDS.exec(fn);
  if (usual && !isPrefix(usual[1]!)) {
    const first = usual[1]!.toLowerCase();
    const second = usual[2]!.toLowerCase();
    return first < second ? `${first} ${second}` : `${second} ${first}`;
  }
  const words = tokens(withoutNoise(fn));
  if (words.length > 0 && words.every((word) => CJK_WORD.test(word)))
    return Array.from(words.join('')).sort().join('');
  return words.sort().join(' ');
}
