// Whom to introduce to whom: somebody offers what another seeks, in the owner's own words for them.
import type { ContactId } from '#core/contacts/model.ts';
import { keywords } from './words/keywords.ts';

export interface Wants {
  readonly id: ContactId;
  readonly offers: string;
  readonly seeks: string;
}

/** `seeker` seeks what `giver` offers; `words` are the stems both texts share, the rarest first. */
export interface Match {
  readonly seeker: ContactId;
  readonly giver: ContactId;
  readonly words: readonly string[];
  /** What the giver seeks is offered by the seeker as well. */
  readonly isMutual: boolean;
}

/** Never more than a few: a list of fifty is work, not an idea. */
export const MOST_MATCHES = 5;

/** What more people than this offer is common talk, and says little about whom to think of. */
const MOST_GIVERS = 25;
/** In a small book a word that a fifth of the people offer is common already, unless it is these few. */
const COMMON = 0.2;
const ALWAYS_RARE = 4;

/** A match while words are still being added to it. */
interface Scored {
  readonly seeker: ContactId;
  readonly giver: ContactId;
  readonly words: string[];
  isMutual: boolean;
  score: number;
}

/** Two keys as one number: keys of people stay far below 2^26. */
const pairKey = (one: number, other: number): number => one * 67_108_864 + other;

/**
 * The best pairs, best first, each person in at most one of them. Rarer words count for more (inverse document frequency),
 * and a match both ways more than one. `mayMeet` says whom the owner would introduce; it is asked of the best only.
 */
export function suggestedPairs(
  people: readonly Wants[],
  mayMeet: (one: ContactId, other: ContactId) => boolean,
): Match[] {
  const offers = new Map<string, ContactId[]>();
  for (const { id, offers: text } of people)
    for (const word of keywords(text)) {
      const givers = offers.get(word);
      if (givers === undefined) offers.set(word, [id]);
      else givers.push(id);
    }
  const commonFrom = Math.min(MOST_GIVERS, Math.max(ALWAYS_RARE, people.length * COMMON));
  const weight = (word: string): number => Math.log(1 + people.length / (offers.get(word)?.length ?? 1));
  const shared = new Map<number, Scored>();
  for (const { id: seeker, seeks } of people)
    for (const word of keywords(seeks)) {
      const givers = offers.get(word) ?? [];
      if (givers.length > commonFrom) continue;
      const heavy = weight(word);
      for (const giver of givers) if (giver !== seeker) add(shared, { seeker, giver }, word, heavy);
    }
  return best(bothWays(shared), mayMeet);
}

function add(
  shared: Map<number, Scored>,
  { seeker, giver }: Pick<Match, 'seeker' | 'giver'>,
  word: string,
  weight: number,
): void {
  const key = pairKey(seeker, giver);
  const before = shared.get(key);
  if (before === undefined) {
    shared.set(key, { seeker, giver, words: [word], isMutual: false, score: weight });
    return;
  }
  before.words.push(word);
  before.score += weight;
}

/** Two matches of one pair become one, told from the side of the stronger. */
function bothWays(shared: ReadonlyMap<number, Scored>): Scored[] {
  return [...shared.values()].flatMap((one) => {
    const back = shared.get(pairKey(one.giver, one.seeker));
    if (back === undefined) return [one];
    const isTold = back.score < one.score || (back.score === one.score && one.seeker < one.giver);
    return isTold ? [{ ...one, isMutual: true, score: one.score + back.score }] : [];
  });
}

function best(pairs: readonly Scored[], mayMeet: (one: ContactId, other: ContactId) => boolean): Match[] {
  const sorted = pairs.toSorted((x, y) => y.score - x.score || x.seeker - y.seeker || x.giver - y.giver);
  const taken = new Set<ContactId>();
  const found: Match[] = [];
  for (const { score: _score, ...match } of sorted) {
    if (found.length === MOST_MATCHES) break;
    if (taken.has(match.seeker) || taken.has(match.giver) || !mayMeet(match.seeker, match.giver)) continue;
    taken.add(match.seeker).add(match.giver);
    found.push(match);
  }
  return found;
}
