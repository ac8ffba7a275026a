// Which of the free words are the person's name.
import { isSuffixList } from '#core/contacts/credentials.ts';
import { isParticle, looksNamed, type Part, reachOf } from './extents.ts';
import type { Lexicon } from './lexicon.ts';
import { hasRole, isCompany, type Piece, startsRole, trimmed } from './pieces.ts';

/** The name's parts, from which piece they are, how many pieces it takes, and what is left of the last. */
export interface FoundName {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly pieces: number;
  readonly rest: readonly Part[];
}

const MOST_WORDS = 8;
/** Of a name typed small: given name, middle name, family name. */
const MOST_SMALL = 3;

/** How many parts at the front are the name. */
function nameLength(parts: readonly Part[], lexicon: Lexicon): number {
  const [first] = parts;
  if (first === undefined) return 0;
  const isRoleAt = (at: number) => at > 0 && startsRole(parts.slice(at, at + 2), lexicon);
  if (first.type === 'quote' || looksNamed(first.text) || isParticle(first)) {
    const stop = parts.findIndex((_, at) => at <= MOST_WORDS && isRoleAt(at));
    const front = stop < 0 ? parts : parts.slice(0, stop);
    const isLoneParticle = first.type === 'word' && !looksNamed(first.text);
    const skipped = isLoneParticle ? 1 : 0;
    const reach = reachOf(front.slice(skipped), { most: MOST_WORDS, stops: () => false, isPerson: true });
    const length = Math.min(front.length, reach + skipped);
    // A nickname stands within the name; a quote at its end is something said.
    return length > 1 && parts[length - 1]?.type === 'quote' ? length - 1 : length;
  }
  return smallLength(parts, lexicon, isRoleAt);
}

function smallLength(
  parts: readonly Part[],
  { fillers }: Lexicon,
  isRoleAt: (at: number) => boolean,
): number {
  let words = 0;
  let length = 0;
  let settled = 0;
  for (const [at, part] of parts.entries()) {
    if (part.type === 'quote' || at > MOST_WORDS || isRoleAt(at)) break;
    const joins = isParticle(part);
    if (!joins && fillers.has(part.key)) break;
    length = at + 1;
    if (joins && at > 0) continue;
    words += 1;
    if (words === 2) settled = length;
    if (words > MOST_SMALL) return settled;
  }
  return length;
}

/** All of it is one name: nothing stands behind. */
const isAllName = (parts: readonly Part[], lexicon: Lexicon) =>
  parts.length > 0 && nameLength(parts, lexicon) === parts.length;

const isOneWord = (parts: readonly Part[]) =>
  parts.filter((part) => part.type === 'quote' || !isParticle(part) || looksNamed(part.text)).length === 1 ||
  (parts.length <= 3 && parts.slice(0, -1).every((part) => part.type === 'word' && isParticle(part)));

/** `Ruiz, Ana`: a family name before the comma, one or two given names behind it. */
function isTurnedRound(first: readonly Part[], next: Piece | undefined, lexicon: Lexicon): boolean {
  if (next?.before !== 'comma' || next.after === 'org' || !isOneWord(first)) return false;
  const { parts } = next;
  if (parts.length > 2 || isCompany(parts) || hasRole(parts, lexicon) || startsRole(parts, lexicon))
    return false;
  return parts.every((part) => part.type === 'word' && looksNamed(part.text)) && looksNamedFirst(first);
}

const looksNamedFirst = (parts: readonly Part[]) => {
  const last = parts.at(-1);
  return last?.type === 'word' && looksNamed(last.text);
};

const isDegrees = (parts: readonly Part[]) =>
  parts.every((part) => part.type === 'word') &&
  isSuffixList(parts.map((part) => (part.type === 'word' ? part.text : '')).join(' '), true);

/** The name in the line, or undefined: the first run of words that is no title and no company. */
export function findName(pieces: readonly Piece[], lexicon: Lexicon): FoundName | undefined {
  const at = pieces.findIndex(({ parts }) => {
    const words = trimmed(parts, lexicon);
    const [first] = words;
    return first !== undefined && first.type === 'word' && !startsRole(words, lexicon) && !isCompany(words);
  });
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  const words = trimmed(piece.parts, lexicon);
  const length = nameLength(words, lexicon);
  if (length === 0) return undefined;
  const parts = words.slice(0, length);
  if (length < words.length) return { parts, at, pieces: 1, rest: words.slice(length) };
  return withFollowing(pieces, at, parts, lexicon);
}

/** Takes in what follows behind commas: given names, then degrees. */
function withFollowing(
  pieces: readonly Piece[],
  at: number,
  front: readonly Part[],
  lexicon: Lexicon,
): FoundName {
  const parts = [...front];
  let taken = 1;
  const next = pieces[at + 1];
  if (next !== undefined && isTurnedRound(front, next, lexicon) && isAllName(next.parts, lexicon)) {
    parts.push(...next.parts);
    taken += 1;
  }
  for (;;) {
    const degree = pieces[at + taken];
    if (degree?.before !== 'comma' || startsRole(degree.parts, lexicon) || !isDegrees(degree.parts)) break;
    parts.push(...degree.parts);
    taken += 1;
  }
  return { parts, at, pieces: taken, rest: [] };
}
