// What a few words are about: stems that are the same for one thing said in two ways.
import { tokens } from '#core/shared/fold.ts';
import { STOP_WORDS } from './word-lists.ts';

/** So many letters tell "translation" and "translator" from "transport", and see that they are one. */
const STEM = 8;
const ENDINGS = ['innen', 'ing', 'ers', 'er', 'in', 'en', 'es', 's', 'e', 'n'];
const SHORTEST_STEM = 5;
/** A plural's s is taken off short words too: "maps" and "map" are one. */
const SHORTEST_BEFORE_S = 3;

/** A word without what grammar adds to it; the same for "printers", "printer" and "print". */
export function stem(token: string): string {
  let rest = token;
  // A plural may have been added to a trade: "printers" → "printer" → "print".
  for (let round = 0; round < 2; round += 1) {
    const ending = ENDINGS.find(
      (one) =>
        rest.endsWith(one) && rest.length - one.length >= (one === 's' ? SHORTEST_BEFORE_S : SHORTEST_STEM),
    );
    if (ending === undefined) break;
    rest = rest.slice(0, -ending.length);
  }
  return rest.slice(0, STEM);
}

/** Letters of scripts that write no spaces between words: two of them are a word of their own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/u;

/** The stems a text is about, in its order, each once: no stop words, no numbers, no single letters. */
export function keywords(text: string): string[] {
  const stems = tokens(text).flatMap((token) => {
    if (UNSPACED.test(token)) return pairsOf(token);
    const isWord = token.length > 1 && /\p{L}/u.test(token) && !STOP_WORDS.has(token);
    return isWord ? [stem(token)] : [];
  });
  return [...new Set(stems)];
}

const pairsOf = (text: string): string[] => {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
};
