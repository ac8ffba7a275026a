// How the network arms are judged: the planted way must come first, and its first step must be among the mutual contacts.
import { spread, timed, total } from './arm.ts';
import type { PlantedWay } from './plant.ts';

/** One way to answer: people to ask on the best way to the target, first to last; and who knows the target. */
export interface Asking {
  readonly path: (target: number) => Promise<readonly number[]> | readonly number[];
  readonly mutuals: (target: number) => Promise<readonly number[]> | readonly number[];
}

/** So often is everything asked, the first times only to warm up: a window asks all day. */
const PASSES = 30;
const WARM_UP = 10;

/** Asks both questions about every planted target, again and again; every answer of the last pass is judged. */
export async function askAll(ways: readonly PlantedWay[], { path, mutuals }: Asking) {
  const pathTimes: number[] = [];
  const mutualTimes: number[] = [];
  let bestWays = 0;
  let known = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    bestWays = 0;
    known = 0;
    for (const { through, target } of ways) {
      const best = await timed(() => path(target));
      const all = await timed(() => mutuals(target));
      if (best.answer.join(' ') === `${through} ${target}`) bestWays += 1;
      if (all.answer.includes(through)) known += 1;
      if (pass < WARM_UP) continue;
      pathTimes.push(best.ms);
      mutualTimes.push(all.ms);
    }
  }
  return {
    rows: pathTimes.length,
    ms: total(pathTimes),
    correct: { planted: ways.length, ways: bestWays, mutuals: known },
    figures: { ...spread(pathTimes, 'path'), ...spread(mutualTimes, 'mutuals') },
  };
}
