// How far a name reaches: from its first word to the last that belongs to it.
import { FAMILY_PARTICLES } from '#core/contacts/names/particles.ts';
import { fold } from '#core/shared/fold.ts';
import type { Token, Word } from './tokens.ts';

/** Words and quotes: what names are made of. */
export type Part = Word | Extract<Token, { type: 'quote' }>;

/** Small words within the names of companies, events and places, in the languages of the word lists. */
const CONNECTING = new Set(
  'of the and & + de la le les du des der die das dem den del della dello degli di da do dos das e y et und für for fur van von het en of op à au aux zu zum zur am upon sur ob'.split(
    ' ',
  ),
);

/** Begins like a name: a capital letter, a figure, a letter of a script without capitals; or has a capital inside. */
export const looksNamed = (text: string): boolean =>
  /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) || /^\p{Ll}+\p{Lu}/u.test(text);

/** Parts of a person's name that are written small: `van der`, `de la`, and one-letter `y`. */
export const isParticle = (word: Word): boolean =>
  FAMILY_PARTICLES.has(word.key) ||
  /^(?:y|e|i|da|das|do|dos|in|op|'t|bin|ibn|bint|al|el|ap)$/u.test(fold(word.text));

const isConnecting = (part: Part) => part.type === 'word' && CONNECTING.has(part.text.toLowerCase());
const isNamed = (part: Part | undefined) =>
  part !== undefined && (part.type === 'quote' || looksNamed(part.text));
/** People have no figures in their names. */
const isPersonNamed = (part: Part | undefined) =>
  isNamed(part) && (part?.type === 'quote' || !/^\p{N}/u.test(part?.text ?? ''));

/** How many connecting words stand from here on before the next word of the name; 0: none, or the name ends. */
function bridge(parts: readonly Part[], at: number, connects: (part: Part) => boolean): number {
  let length = 0;
  while (length < 3) {
    const part = parts[at + length];
    if (part === undefined) return 0;
    if (isNamed(part) && !connects(part)) return length;
    if (!connects(part)) return 0;
    length += 1;
  }
  return isNamed(parts[at + length]) ? length : 0;
}

export interface Reach {
  /** The most words it may have. */
  readonly most: number;
  /** Words it ends before, wherever they stand. */
  readonly stops: (part: Part) => boolean;
  readonly isPerson?: boolean;
}

/**
 * How many of the parts are one name. A name that begins with a capital goes on as long as its words do; one that is
 * typed small goes on to the end, because nothing tells.
 */
export function reachOf(parts: readonly Part[], { most, stops, isPerson = false }: Reach): number {
  const connects = isPerson
    ? (part: Part) => part.type === 'word' && isParticle(part) && !looksNamed(part.text)
    : isConnecting;
  const names = isPerson ? isPersonNamed : isNamed;
  const isSmall = !isNamed(parts[0]);
  let length = 0;
  while (length < parts.length && length < most) {
    const part = parts[length]!;
    if (length > 0 && stops(part)) break;
    if (isSmall || names(part)) length += 1;
    else {
      const bridged = length === 0 ? 1 : bridge(parts, length, connects);
      if (bridged === 0) break;
      length += bridged;
    }
  }
  return Math.max(1, length);
}
