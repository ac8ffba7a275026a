// A text as folded words that remember where they stand.
import { fold } from '#core/shared/fold.ts';

export interface Word {
  readonly word: string;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An apostrophe parts words, as in "l’amie"; a hyphen does not. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu), (match) => ({
    word: fold(match[0]),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const LONGEST_NAME = 4;

/** Everything in a text that may be somebody's name: two to four words in a row, and single capitalised ones. */
export function possibleNames(text: string): (Range & { readonly name: string })[] {
  const words = wordsOf(text);
  return words.flatMap((first, at) => {
    const found = [];
    for (let length = 1; length <= LONGEST_NAME && at + length <= words.length; length += 1) {
      const last = words[at + length - 1] ?? first;
      const name = text.slice(first.start, last.end);
      // A line break or a full stop between two words: they are no name together.
      if (/[\n!?;:]|[.,]\s/.test(name.replaceAll(/(?<=\b\p{Lu})\.\s/gu, ' '))) break;
      if (isNameLike(first) && isNameLike(last)) found.push({ name, start: first.start, end: last.end });
    }
    return found;
  });
}

/** Begins with a capital, or is of a script that has none. */
const isNameLike = ({ text }: Word): boolean => /^(?:\p{Lu}|\p{Lo})/u.test(text);

/** Words that carry a meaning of their own: long enough to be no article, preposition or pronoun. */
export const isTelling = ({ word }: Word): boolean => word.length >= 4 || /\p{Lo}/u.test(word);

/** Where these words follow each other. */
export function sequencesOf(sought: string, words: readonly Word[]): Range[] {
  const parts = wordsOf(sought).map(({ word }) => word);
  if (parts.length === 0) return [];
  return words.flatMap((first, at) => {
    const last = words[at + parts.length - 1];
    const isHere = last !== undefined && parts.every((part, index) => words[at + index]?.word === part);
    return isHere ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Ranges that overlap or touch across a space are one. */
export function joined(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const all: { start: number; end: number }[] = [];
  for (const range of sorted) {
    const last = all.at(-1);
    if (last !== undefined && range.start <= last.end + 1) last.end = Math.max(last.end, range.end);
    else all.push({ ...range });
  }
  return all;
}
