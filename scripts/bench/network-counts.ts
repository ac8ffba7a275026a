// How the network arms are judged: the planted way must come first, and its first step must be among the mutual contacts.
import { spread, timed, total } from './arm.ts';
import type { PlantedWay } from './plant.ts';

/** One way to answer: people to ask on the best way to the target, first to last; and who knows the target. */
export interface Asking {
  readonly path: (target: number) => Promise<readonly number[]> | readonly number[];
  readonly mutuals: (target: number) => Promise<readonly number[]> | readonly number[];
}

/** Asks both questions about every planted target, the first two of them also to warm up. */
export async function askAll(ways: readonly PlantedWay[], { path, mutuals }: Asking) {
  for (const { target } of ways.slice(0, 2)) {
    await path(target);
    await mutuals(target);
  }
  const pathTimes: number[] = [];
  const mutualTimes: number[] = [];
  let bestWays = 0;
  let known = 0;
  for (const { through, target } of ways) {
    const best = await timed(() => path(target));
    pathTimes.push(best.ms);
    if (best.answer.join(' ') === `${through} ${target}`) bestWays += 1;
    const all = await timed(() => mutuals(target));
    mutualTimes.push(all.ms);
    if (all.answer.includes(through)) known += 1;
  }
  return {
    rows: ways.length,
    ms: total(pathTimes),
    correct: { planted: ways.length, ways: bestWays, mutuals: known },
    figures: { ...spread(pathTimes, 'path'), ...spread(mutualTimes, 'mutuals') },
  };
}
