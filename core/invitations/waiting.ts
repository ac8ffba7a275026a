// How an invitation stands with those who were asked about it.
import { referenceOf } from './case-questions.ts';
import type { VettingCase } from './evidence.ts';
import type { Mutual } from './model.ts';

/** How many of the mutual connections are still to answer, have let the time go by, or have answered. */
export interface Standing {
  readonly waiting: number;
  readonly silent: number;
  readonly answered: number;
}

/** Counts them; whoever was not asked is in none. `today` is `YYYY-MM-DD`. */
export function standingOf(
  mutuals: readonly Mutual[],
  when: Pick<VettingCase, 'today' | 'policy'>,
): Standing {
  const all = mutuals.map((mutual) => referenceOf(mutual, when));
  const count = (...standings: readonly string[]) => all.filter((one) => standings.includes(one)).length;
  return { waiting: count('waiting'), silent: count('silent'), answered: count('answered', 'weak') };
}
