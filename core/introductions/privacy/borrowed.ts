// Words a letter has taken over from a private text: three in a row, of which two say something.
import { isTelling, joined, wordsOf } from './words-of.ts';
import type { Range, Word } from './words-of.ts';

const RUN = 3;

/** Every run of words, as text; of a shorter text the whole of it. */
function runsOf(words: readonly Word[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) runs.add(runAt(words, at, length));
  return runs;
}

const runAt = (words: readonly Word[], at: number, length: number): string =>
  words
    .slice(at, at + length)
    .map(({ word }) => word)
    .join(' ');

/** Every one, two and three words in a row. */
export const runsIn = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  return new Set([...runsOf(words, 1), ...runsOf(words, 2), ...runsOf(words, RUN)]);
};

/** Whether some words are said anyway, by the book's own draft or by letters in general. */
export type Said = (run: string) => boolean;

/** Where a letter says what the private text says in the same words. */
export function borrowedFrom(privateText: string, letter: readonly Word[], isSaid: Said): Range[] {
  const source = wordsOf(privateText);
  // Two words are a note too ("pregnant again"); one is a word like any other.
  const length = Math.min(RUN, source.length);
  if (length < 2) return [];
  const runs = runsOf(source, length);
  const found: Range[] = [];
  for (let at = 0; at + length <= letter.length; at += 1) {
    const run = runAt(letter, at, length);
    const [first, last] = [letter[at], letter[at + length - 1]];
    if (first !== undefined && last !== undefined && runs.has(run) && !isSaid(run)) {
      found.push({ start: first.start, end: last.end });
    }
  }
  return joined(found).filter(
    ({ start, end }) =>
      letter.filter((word) => word.start >= start && word.end <= end && isTelling(word)).length >= 2,
  );
}
