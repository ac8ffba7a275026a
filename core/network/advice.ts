// What the ways to somebody come to, in one sentence: write directly, ask for an introduction, or send a brief note.
import type { DateTime } from '#core/shared/dates.ts';
import { atLeast, TIE_LEVELS } from './model.ts';
import type { Acquainted, Advice, NetworkPath, PathStep, StaleLink } from './model.ts';
import { CURRENT_YEARS, isSince, yearsBefore } from './tie.ts';

type Linked = Pick<PathStep, 'tie'>;

/**
 * What to do, by the best way, which is the first given. Whom the owner knows they write to. Whom somebody else
 * reaches they ask to be introduced to, but a name on a list is no acquaintance: then, as for whoever the owner
 * hardly knows and whom nobody else is closer to, and where there is no way at all, a brief note says why they write.
 */
export function adviceOn(paths: readonly Pick<NetworkPath, 'steps' | 'weakest'>[]): Advice {
  const best = paths[0];
  if (best === undefined) return { code: 'note', because: 'no_way' };
  const { steps, weakest } = best;
  if (steps.length === 1)
    return atLeast(weakest, 'know') ? { code: 'write' } : { code: 'note', because: 'hardly_known' };
  if (!atLeast(weakest, 'met_once')) return { code: 'note', because: 'not_verified' };
  return { code: 'ask', isSure: isSure(best) };
}

/** For somebody who is not in the book: whom to ask, and why them: named as mutual, at the same company, or on a way there. */
export type StrangerAdvice =
  | { readonly code: 'mutual' | 'colleague' | 'through'; readonly via: Pick<PathStep, 'contactId' | 'fn'> }
  | { readonly code: 'note' };

/**
 * Whom to ask about somebody who is not in the book: of the mutual contacts named the one whom the owner knows best, of
 * those alike the one they last had to do with; else the first person on the best verified way to where they work; else
 * nobody, which leaves a brief note. Whoever the owner has never met is not asked.
 */
export function adviceOnStranger(
  mutuals: readonly Pick<Acquainted, 'contactId' | 'fn' | 'tie'>[],
  paths: readonly NetworkPath[],
): StrangerAdvice {
  const [closest] = mutuals
    .filter(({ tie }) => atLeast(tie.level, 'met_once'))
    .toSorted(
      (a, b) =>
        TIE_LEVELS.indexOf(b.tie.level) - TIE_LEVELS.indexOf(a.tie.level) ||
        Number((b.tie.lastOn ?? '') > (a.tie.lastOn ?? '')) -
          Number((b.tie.lastOn ?? '') < (a.tie.lastOn ?? '')) ||
        a.contactId - b.contactId,
    );
  if (closest !== undefined) return { code: 'mutual', via: closest };
  const best = paths.find(({ weakest }) => atLeast(weakest, 'met_once'));
  if (best === undefined) return { code: 'note' };
  return { code: best.steps.length === 1 ? 'colleague' : 'through', via: best.steps[0]! };
}

/** Whether a way may be told as a fact: nobody on it is less than an acquaintance, and no link only looks that way. */
export const isSure = ({ steps, weakest }: Pick<NetworkPath, 'steps' | 'weakest'>): boolean =>
  atLeast(weakest, 'acquaintance') && steps.every(({ tie }) => tie.certainty !== 'likely');

/** The step to which the first link of the weakest level leads. */
export function weakestAt(steps: readonly Linked[]): number {
  const ranks = steps.map(({ tie }) => TIE_LEVELS.indexOf(tie.level));
  return ranks.indexOf(Math.min(...ranks));
}

/**
 * The owner's own link and the weakest, where the last contact on record is more than 24 months ago: the first to be
 * warmed up, the other to be asked about. A link without a dated contact is not called stale: nothing is known.
 */
export function staleLinks(steps: readonly Linked[], now: DateTime): StaleLink[] {
  const since = yearsBefore(now, CURRENT_YEARS);
  return [...new Set([0, weakestAt(steps)])].flatMap((at) => {
    const lastOn = steps[at]?.tie.lastOn;
    return lastOn === undefined || isSince(lastOn, since) ? [] : [{ at, lastOn }];
  });
}
