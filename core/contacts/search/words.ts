// The searchable words of a person: what somebody may type the beginning of to find them.
import { tokens } from '#core/shared/fold.ts';

/** Scripts written without spaces between words, so any place inside a run may be where a search begins. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005]/u;
/** Whether a word is found wherever it stands, and not only where a word begins. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);
const LEADING_MARK = /^\p{M}/u;

/** One person as the search sees them. */
export interface SearchDoc {
  readonly id: number;
  readonly fn: string;
  /** Decides the list's order: compared by code unit, ties by id. */
  readonly sortKey: string;
  /** Everything else they can be found by: organisation, e-mail addresses, names of events. */
  readonly more: readonly string[];
}

/**
 * The words of a name. A Chinese, Japanese or Korean name is also found without the space somebody put
 * between its two parts, in either order, because address books differ in both.
 */
export function nameWords(fn: string): string[] {
  const words = tokens(fn);
  const [first, second] = words;
  const isTwoPart =
    words.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    UNSPACED.test(first) &&
    UNSPACED.test(second);
  return isTwoPart ? withTails([first, second, first + second, second + first]) : withTails(words);
}

/** The words of any other text. */
export const otherWords = (text: string): string[] => withTails(tokens(text));

/** The words a query must match, each once. */
export const queryWords = (text: string): string[] => [...new Set(tokens(text))];

/** Adds every tail of an unspaced run, so that "begins with" finds what stands inside it. */
function withTails(words: string[]): string[] {
  if (!words.some((word) => UNSPACED.test(word))) return words;
  return words.flatMap((word) => (UNSPACED.test(word) ? tailsOf(word) : [word]));
}

function tailsOf(run: string): string[] {
  const characters = [...run];
  const tails: string[] = [];
  for (let start = 0; start < characters.length; start += 1) {
    if (!LEADING_MARK.test(characters[start]!)) tails.push(characters.slice(start).join(''));
  }
  return tails;
}
