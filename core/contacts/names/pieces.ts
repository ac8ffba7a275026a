// The pieces of a written name: titles off the front, suffixes off the back, and what the commas part.
import {
  isFullGeneration,
  isGeneration,
  isNobility,
  isSuffix,
  isSuffixList,
  mayBeSuffix,
} from '#core/contacts/credentials.ts';
import type { Undecorated } from './decoration.ts';
import { cjkSplit, isJapaneseFamily, withoutHonorific } from './order.ts';
import { isPlainTitle, titleCount } from './titles.ts';
import { isSmallParticle } from './western.ts';

/** The pieces before it is decided which word is which. */
export interface Taken {
  readonly prefix: readonly string[];
  /** Given names and, when `family` is empty, the family name at the end. */
  readonly words: readonly string[];
  /** The words of the family name when that is known: those before the comma of `Family, Given`. */
  readonly family: readonly string[];
  readonly suffix: readonly string[];
}

const HIDDEN = '\ue000';

/** The words of a text; `Ph. D.` is one: its space is hidden from the splitting. */
export function wordsOf(text: string): string[] {
  if (!/ph\. d/i.test(text)) return text.split(/\s+/).filter(Boolean);
  return text
    .replace(/\bPh\. D\b/gi, (written) => written.replace(' ', HIDDEN))
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(HIDDEN, ' '));
}

/** No name has more words; in what has, nothing is looked for. */
const MOST_WORDS = 50;

/** Takes degrees off the back; `known` is a word of the name that stands elsewhere. */
function suffixesOff(
  words: readonly string[],
  known: readonly string[],
): { words: string[]; suffix: string[] } {
  const rest = [...words];
  const suffix: string[] = [];
  while (rest.length > 1 && rest.length < MOST_WORDS && mayBeSuffix(rest.at(-1)!)) {
    const last = rest.at(-1)!;
    // `Edward Dale Senior II`: one generation is enough.
    if (isFullGeneration(last) && suffix.some(isGeneration)) break;
    if (!isSuffix(last, [...known, ...rest.slice(0, -1)])) break;
    suffix.unshift(rest.pop()!);
  }
  return { words: rest, suffix };
}

/** Titles off the front and degrees off the back. */
function peeled(text: string): Taken {
  const all = wordsOf(text);
  const titles = titleCount(all);
  const prefix = all.slice(0, titles);
  const { words, suffix } = suffixesOff(all.slice(titles), prefix.slice(-1));
  // `Kovács János dr.`, as Hungarian and Austrian lists have it.
  if (words.length > 2 && TITLE_AT_END.test(words.at(-1)!)) prefix.push(words.pop()!);
  return { prefix, words, family: [], suffix };
}

const TITLE_AT_END = /^(?:dr|prof|ing|mag)\.$/i;

/** The same for a family name that stands alone: only titles that are no names, and degrees before one given name. */
export function peeledFamily(text: string, given: readonly string[]): Taken {
  const all = wordsOf(text);
  let titles = 0;
  while (titles < all.length - 1 && isPlainTitle(all[titles]!)) titles++;
  const { words, suffix } = suffixesOff(all.slice(titles), given.slice(0, 1));
  return { prefix: all.slice(0, titles), words, family: [], suffix };
}

/** The same for given names behind or beside the family name. */
export function peeledGiven(text: string, family: readonly string[]): Taken {
  const all = wordsOf(text);
  const titles = all.length > 1 ? Math.min(titleCount(all), all.length - 1) : 0;
  const { words, suffix } = suffixesOff(all.slice(titles), family.slice(0, 1));
  return { prefix: all.slice(0, titles), words, family: [], suffix };
}

const isShouted = (text: string) => text === text.toUpperCase();
const isOnlyTitles = (part: string) => {
  const words = wordsOf(part);
  return words.length > 0 && words.length < 4 && titleCount([...words, 'x']) === words.length;
};

/** True when what follows the comma belongs behind the name and is not the given name: `Jr.`, `PhD`, `Earl of Mahon`. */
function standsBehind(second: string, head: string, headWords: number): boolean {
  // `DOE, JOHN` is a name in capitals, `Ada Byron, CFRE` a certificate: only known ones count in the former.
  if (isSuffixList(second, isShouted(head) || headWords < 2)) return true;
  return isNobility(second) && (headWords > 1 || / of \S/.test(second));
}

/** `Family, Given` and `Name, Degrees`: which of the two, and what else stands between the commas. */
function takenAtCommas(clean: string): Taken {
  const [head = '', ...tail] = clean
    .split(/\s*,\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [second, third] = tail;
  if (second === undefined) return peeled(head);
  const headWords = wordsOf(head);
  if (standsBehind(second, head, headWords.length)) {
    // `Doe, Jr., John`
    if (headWords.length === 1 && third !== undefined && !isSuffixList(third, true)) {
      const after = peeledGiven(third, headWords);
      return { ...after, family: headWords, suffix: [second, ...after.suffix, ...tail.slice(2)] };
    }
    const parts = peeled(head);
    return { ...parts, suffix: [...parts.suffix, ...tail] };
  }
  if (headWords.length > 1 && isOnlyTitles(second)) {
    const parts = peeled(head);
    return { ...parts, prefix: [second, ...parts.prefix], suffix: [...parts.suffix, ...tail.slice(1)] };
  }
  return turnedRound(head, second, tail.slice(1));
}

/** `Family, Given, Rest`. */
function turnedRound(head: string, second: string, rest: readonly string[]): Taken {
  const before = peeledFamily(head, wordsOf(second));
  const after = peeledGiven(second, before.words);
  const titles = rest.filter(isOnlyTitles);
  // `Berg, Jan van den`: Dutch and German lists keep the particles behind the given names.
  let end = after.words.length;
  while (end > 1 && isSmallParticle(after.words[end - 1]!)) end--;
  return {
    prefix: [...before.prefix, ...titles, ...after.prefix],
    words: after.words.slice(0, end),
    family: [...after.words.slice(end), ...before.words],
    suffix: [...before.suffix, ...after.suffix, ...rest.filter((part) => !titles.includes(part))],
  };
}

/** `Thomas Coke 1st Earl of Leicester`: the comma that is missing. */
const PEERAGE =
  /\s+(?=(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\s+(?:bt|bart|baronet|baron|baroness|viscount|viscountess|earl|countess|count|duke|duchess|marquess|marquis|lord)\b)/i;

/** The same with what is said behind East Asian names: one is called by the family name in `田中さん` and `王先生`. */
function withHonorific(parts: Taken): Taken {
  const { words, honorific } = withoutHonorific(parts.words);
  if (!honorific) return parts;
  const suffix = [...parts.suffix, honorific];
  const [only = ''] = words;
  const isFamily = isJapaneseFamily(only) || cjkSplit(only).family === '';
  return words.length === 1 && parts.family.length === 0 && isFamily
    ? { ...parts, words: [], family: words, suffix }
    : { ...parts, words, suffix };
}

/** What a name without its decoration is made of. */
export function taken({ text, suffixes, isNicknamed }: Undecorated): Taken {
  const written = /\d/.test(text) && !text.includes(',') ? text.replace(PEERAGE, ', ') : text;
  const parts = withHonorific(written.includes(',') ? takenAtCommas(written) : peeled(written));
  // `"Rick" Edmonds`: the nickname stands for the given name.
  const isFamily = isNicknamed && parts.words.length === 1 && parts.family.length === 0;
  if (suffixes.length === 0 && !isFamily) return parts;
  const name = isFamily ? { words: [], family: parts.words } : {};
  return { ...parts, ...name, suffix: [...parts.suffix, ...suffixes] };
}
