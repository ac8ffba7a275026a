// From pairs to people: which records belong together when some pairs say yes, some say no, and some must not.

export interface WeightedPair {
  readonly a: number;
  readonly b: number;
  /** Bits above even odds: above zero speaks for one person. */
  readonly weight: number;
}

/** What a pair is worth that shares no blocking key: it looked so unlike that nobody compared it. */
const UNCOMPARED = -3;
/** One pair must not outvote a whole cluster, whichever way it speaks. */
const LOUDEST = 12;

const keyOf = (a: number, b: number) => (a < b ? a * 2_097_152 + b : b * 2_097_152 + a);

/**
 * Clusters of two and more, by average linkage: the strongest pairs first, two clusters joined while the mean weight of
 * all pairs between them is above zero and none of them must stay apart. `pairs` holds every pair that was compared and is
 * not hopeless; those above zero may join. Deterministic, whatever the order of `pairs`.
 */
export function clustersOf(
  pairs: readonly WeightedPair[],
  mustStayApart: (a: number, b: number) => boolean,
): number[][] {
  const weights = new Map(pairs.map(({ a, b, weight }) => [keyOf(a, b), weight]));
  const joining = pairs
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || keyOf(x.a, x.b) - keyOf(y.a, y.b));
  const clusters = new Map<number, number[]>();
  const clusterOf = (slot: number) => {
    let cluster = clusters.get(slot);
    if (cluster === undefined) clusters.set(slot, (cluster = [slot]));
    return cluster;
  };
  for (const { a, b } of joining) {
    const [larger, smaller] = bySize(clusterOf(a), clusterOf(b));
    if (larger === smaller || !belongTogether(larger, smaller, weights, mustStayApart)) continue;
    for (const slot of smaller) clusters.set(slot, larger);
    larger.push(...smaller);
  }
  return [...new Set(clusters.values())]
    .filter((cluster) => cluster.length > 1)
    .map((cluster) => cluster.sort((x, y) => x - y));
}

const bySize = (a: number[], b: number[]): [number[], number[]] => (a.length >= b.length ? [a, b] : [b, a]);

function belongTogether(
  first: readonly number[],
  second: readonly number[],
  weights: ReadonlyMap<number, number>,
  mustStayApart: (a: number, b: number) => boolean,
): boolean {
  let sum = 0;
  for (const a of first) {
    for (const b of second) {
      if (mustStayApart(a, b)) return false;
      const weight = weights.get(keyOf(a, b)) ?? UNCOMPARED;
      sum += Math.max(-LOUDEST, Math.min(LOUDEST, weight));
    }
  }
  return sum > 0;
}
