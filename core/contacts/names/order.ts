// Names that are written family first, or whose parts are told by how they end.
import { fold } from '#core/shared/fold.ts';
import {
  CANTONESE,
  CHINESE,
  HUNGARIAN,
  HUNGARIAN_GIVEN,
  isKoreanSyllable,
  isPinyin,
  isRomaji,
  isTwoPinyin,
  JAPANESE,
  JAPANESE_KANJI,
  KOREAN,
  SURELY_VIETNAMESE,
  VIETNAMESE,
} from './families.ts';

/** The components that tell who somebody is. */
export interface Core {
  readonly given: string;
  readonly additional: string;
  readonly family: string;
}

const HAN = /^[\p{Script=Han}々]+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const COMPOUND_FAMILY =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|司徒|端木|百里|南宫|南宮|남궁|황보|제갈|사공|선우|독고)/u;
const CJK_WORD = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005]+$/u;
/** What is written behind East Asian names: Mr, Ms, teacher, doctor, professor. */
const HONORIFIC =
  /(?:(?<=.)(?:先生|女士|小姐|太太|博士|教授|老师|老師|さん|さま|선생님|교수님|박사|교수)|(?<=.{2})(?:様|氏|殿|씨|님))$/u;

/** True for one word of Chinese, Japanese or Korean letters. */
export const isCjk = (word: string) => CJK_WORD.test(word);

/** Parts `王先生` or `김철수 씨` from what is said behind the name. */
export function withoutHonorific(words: readonly string[]): { words: readonly string[]; honorific: string } {
  const last = words.at(-1) ?? '';
  if (!isCjk(last)) return { words, honorific: '' };
  if (words.length > 1 && HONORIFIC.test(`__${last}`) && `__${last}`.replace(HONORIFIC, '') === '__')
    return { words: words.slice(0, -1), honorific: last };
  const honorific = HONORIFIC.exec(last)?.[0] ?? '';
  return honorific
    ? { words: [...words.slice(0, -1), last.slice(0, -honorific.length)], honorific }
    : { words, honorific };
}

/** True for a common Japanese family name that stands alone: `田中` of `田中さん`. */
export const isJapaneseFamily = (word: string) => JAPANESE_KANJI.exec(`${word}〇`)?.[0] === word;

/** One run of Chinese, Japanese or Korean letters: where it is parted, and that nothing is known of others. */
export function cjkSplit(word: string): Core {
  const whole = { given: word, additional: '', family: '' };
  const japanese = JAPANESE_KANJI.exec(word)?.[0];
  if (japanese !== undefined) return { ...whole, family: japanese, given: word.slice(japanese.length) };
  const letters = Array.from(word);
  const size = COMPOUND_FAMILY.test(word) ? 2 : 1;
  if (!(HAN.test(word) || HANGUL.test(word)) || letters.length <= size || letters.length > size + 2)
    return whole;
  return { ...whole, family: letters.slice(0, size).join(''), given: letters.slice(size).join('') };
}

const familyFirst = (words: readonly string[], givenAt = 1): Core => ({
  family: words[0]!,
  given: words.slice(givenAt).join(' '),
  additional: words.slice(1, givenAt).join(' '),
});

/** `Kim Min-jun`, `Moon Jae In`, `Park Chan-wook`; `Kim Lee` and `Lee Harvey` are Western. */
function isKorean(words: readonly string[], keys: readonly string[]): boolean {
  const [family = '', ...given] = keys;
  if (!KOREAN.has(family)) return false;
  const last = words.at(-1) ?? '';
  if (keys.length === 2) {
    const syllables = given[0]!.split('-');
    return last.includes('-') && syllables.length === 2 && syllables.every(isKoreanSyllable);
  }
  return keys.length === 3 && given.every(isKoreanSyllable) && !KOREAN_AND_WESTERN.has(given[1]!);
}
const KOREAN_AND_WESTERN = new Set(['lee', 'kim', 'park', 'choi', 'an', 'do', 'to']);

/** `Wang Xiaoming`, `Ma Jun`, `Li Xiao Ming`, `Zhang Wei`; `Wei Zhang` and `Jason Ma` are Western. */
function isChinese(keys: readonly string[]): boolean {
  const [family = '', given = '', third] = keys;
  if (!CHINESE.has(family)) return false;
  if (third !== undefined)
    return keys.length === 3 && isPinyin(given) && isPinyin(third) && !CHINESE.has(third);
  if (CHINESE.has(given)) return SURELY_CHINESE.has(family) && !SURELY_CHINESE.has(given);
  return isTwoPinyin(given) ? !WESTERN.has(given) : isPinyin(given) && given.length > 2;
}
/** Read as pinyin, but people elsewhere are called so. */
const WESTERN = new Set([
  'diane',
  'lina',
  'nina',
  'mina',
  'dina',
  'tina',
  'dana',
  'anna',
  'liane',
  'diana',
  'laila',
  'mia',
  'lia',
]);

/** Family names that are no given names: of `Zhang Wei` the first, of `Wei Zhang` the last is the family. */
const SURELY_CHINESE = new Set(
  'zhang wang liu zhao zhou huang xu guo zheng xie luo deng peng zeng'.split(' '),
);

const VIETNAMESE_LETTER = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
/** `Nguyễn Văn An`, `Tran Thi Mai`; the last word is the given name. */
function isVietnamese(words: readonly string[], keys: readonly string[]): boolean {
  const [family = '', middle = ''] = keys;
  if (!VIETNAMESE.has(family) || keys.length > 5) return false;
  if (VIETNAMESE.has(keys.at(-1)!) && !/^(?:van|thi)$/.test(middle)) return false;
  if (words.some((word) => VIETNAMESE_LETTER.test(word.normalize('NFC')))) return true;
  if (keys.length > 2 && /^(?:van|thi)$/.test(middle)) return true;
  return (
    SURELY_VIETNAMESE.has(family) &&
    keys.slice(1).every((key) => key.length <= 6 && !/[aeiou][^aeiouyghnmptc]|[jwz]/.test(key))
  );
}

/** `Nagy István`, `Nagy-Kiss Éva`, and `Nagy Béláné`, which is Béla Nagy's wife. */
function isHungarian(words: readonly string[], keys: readonly string[]): boolean {
  const [family = '', given = ''] = keys;
  if (!HUNGARIAN.has(family.split('-')[0]!)) return false;
  if (words[1]!.endsWith('né')) return true;
  return HUNGARIAN_GIVEN.has(given) && (!HUNGARIAN_GIVEN.has(family) || !HUNGARIAN.has(given));
}

/** `Wong Kar-wai`, `Tsai Ying-chen`, `Kang Do-yun`: two short syllables with a hyphen, the second written small. */
const isHyphened = (words: readonly string[]) =>
  words.length === 2 && /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,6}$/u.test(words[1]!);

/** `DUPONT Jean-Pierre`, `VAN DER BERG Jan`, `KIM Minjun`: the family name is the one in capitals. */
function shouted(words: readonly string[]): Core | undefined {
  let end = 0;
  while (end < words.length && /^\p{Lu}[\p{Lu}'’-]+$/u.test(words[end]!)) end++;
  const isName =
    end > 0 && words.slice(0, end).some((word) => word.length > 2 && /[AEIOUYÀ-ÖØ-Ý]/.test(word));
  const given = words[end];
  if (!isName || given === undefined || !/^\p{Lu}\p{Ll}/u.test(given)) return undefined;
  return { family: words.slice(0, end).join(' '), given, additional: words.slice(end + 1).join(' ') };
}

const isJapanese = (keys: readonly string[]) =>
  keys.length === 2 && JAPANESE.has(keys[0]!) && !JAPANESE.has(keys[1]!) && isRomaji(keys[1]!);

const PATRONYMIC =
  /(?:[ое]вич|ич|[ое]вна|и[чн]{1,2}на|ійович|івна|ївна|[oe]vich|[oe]vna|yevich|yevna|ivna)$/iu;
const CYRILLIC = /^\p{Script=Cyrillic}/u;
const PATRONYMIC_IN_LATIN = /(?:vich|vna)$/i;
const SLAVIC_FAMILY =
  /^(?!лев$|яков$|ева$)\p{L}+(?:ов|ев|ёв|ский|цкий|ова|ева|ёва|ская|цкая|енко|ський|цький|ська|цька)$/iu;

/** `Иванов Иван Иванович`: the patronymic at the end. */
function withPatronymic([first = '', second = '', third = '']: readonly string[]): Core | undefined {
  const isAtEnd = PATRONYMIC.test(third) && !PATRONYMIC.test(second) && !PATRONYMIC.test(first);
  return isAtEnd ? { family: first, given: second, additional: third } : undefined;
}

/** `Иванов Иван Иванович`, `Иванова Анна`, `Анна Ивановна`. */
function slavic(words: readonly string[]): Core | undefined {
  const [first = '', second = ''] = words;
  if (words.length > 3 || !(CYRILLIC.test(first) || PATRONYMIC_IN_LATIN.test(words.at(-1)!)))
    return undefined;
  if (words.length === 3) return withPatronymic(words);
  if (/(?:овна|евна|ична|івна|ївна)$/iu.test(second)) return { given: first, additional: second, family: '' };
  return SLAVIC_FAMILY.test(first) && !SLAVIC_FAMILY.test(second) && CYRILLIC.test(second)
    ? familyFirst(words)
    : undefined;
}

const EASTERN = new Set([...CHINESE, ...CANTONESE, ...KOREAN, ...VIETNAMESE, ...HUNGARIAN, ...JAPANESE]);

/** True when a name in Latin letters that starts with this folded word may be written family first. */
export const mayBeFamilyFirst = (folded: string) => EASTERN.has(folded);

/** `Nagy István`, `Kim Min-jun`, `Wang Xiaoming`, `Nguyễn Văn An`: told by the family name in front. */
function eastern(words: readonly string[]): Core | undefined {
  const family = fold(words[0]!);
  if (!mayBeFamilyFirst(family) && !family.includes('-')) return undefined;
  const keys = words.map(fold);
  if (isHungarian(words, keys))
    return { family: words[0]!, given: words[1]!, additional: words.slice(2).join(' ') };
  if (!mayBeFamilyFirst(family)) return undefined;
  if (isHyphened(words) || isKorean(words, keys) || isChinese(keys) || isJapanese(keys))
    return familyFirst(words);
  return isVietnamese(words, keys) ? familyFirst(words, words.length - 1) : undefined;
}

/** `Иванов И. И.`, `Smith J.R.`, as catalogues have it; a single one may as well be that of the family name. */
function areInitials(words: readonly string[]): boolean {
  const letters = words.join('');
  return letters.length > 3 && letters.endsWith('.') && /^(?:\p{Lu}\.){2,}$/u.test(letters);
}

/** `DUPONT Jean`, `Smith J.R.`: the family name in front is told by capitals, or by the initials behind it. */
function byLooks(words: readonly string[]): Core | undefined {
  const inCapitals = shouted(words);
  if (inCapitals) return eastern(words) ?? inCapitals;
  const [family = '', given = '', ...others] = words;
  return areInitials([given, ...others]) ? { family, given, additional: others.join(' ') } : undefined;
}

const SHOUTED = /^\p{Lu}{2}/u;

/** The components of a name that is not written `Given … Family`; undefined when nothing says that it is not. */
export function otherOrder(words: readonly string[]): Core | undefined {
  const first = words[0]!;
  if (words.length === 1) return isCjk(first) ? cjkSplit(first) : undefined;
  if (isCjk(first)) return words.length === 2 && isCjk(words[1]!) ? familyFirst(words) : undefined;
  const marked = SHOUTED.test(first) || words.at(-1)!.endsWith('.') ? byLooks(words) : undefined;
  if (marked) return marked;
  return slavic(words) ?? eastern(words);
}
