// What the suggestions add up to when all that hold together are taken: how good they are can be measured by it.
import { FIELD_COUNT } from './agreement.ts';
import { clustersOf } from './clusters.ts';
import type { WeightedPair } from './clusters.ts';
import { compareAll } from './compare-all.ts';
import { compareRecords } from './compare-records.ts';
import type { LinkageRecord } from './model.ts';
import { pairWeight, scoreOf } from './scoring.ts';
import { mustStayApart, SUGGESTED } from './tiers.ts';

/**
 * The people that records add up to when every suggestion that holds together is taken: clusters of ids, each of two and
 * more. For measuring; the owner is asked pair by pair instead.
 */
export function linkedClusters(records: readonly LinkageRecord[]): {
  clusters: number[][];
  surely: [number, number][];
} {
  const building = compareAll(records);
  let step = building.next();
  while (step.done !== true) step = building.next();
  const { linkage, candidates } = step.value;
  const { prepared, comparing, frequency, scale } = linkage;
  const pairs: WeightedPair[] = [];
  const surely: [number, number][] = [];
  for (let at = 0; at < candidates.size; at++) {
    const [a, b, pattern] = [candidates.a[at]!, candidates.b[at]!, candidates.patterns[at]!];
    const judging = { comparing, frequency, scale, pattern };
    pairs.push({ a, b, weight: pairWeight(prepared[a]!, prepared[b]!, judging) - SUGGESTED });
    if (scoreOf(prepared[a]!, prepared[b]!, judging)?.tier === 'surely')
      surely.push([records[a]!.id, records[b]!.id]);
  }
  const comparison = new Uint8Array(FIELD_COUNT);
  const apart = (a: number, b: number) => {
    const [one, other] = [prepared[a]!, prepared[b]!];
    if (one.profiles.length === 0 || other.profiles.length === 0) return false;
    compareRecords(one, other, comparing, comparison);
    return mustStayApart(comparison);
  };
  return {
    clusters: clustersOf(pairs, apart).map((slots) => slots.map((slot) => records[slot]!.id)),
    surely,
  };
}
