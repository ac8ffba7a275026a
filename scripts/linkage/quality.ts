// Pairwise precision, recall and F1 of clusters against the truth (Christen 2012, ch. 7).

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const choose2 = (n: number) => (n * (n - 1)) / 2;

const sumOfPairs = (counts: Iterable<number>) => {
  let sum = 0;
  for (const n of counts) sum += choose2(n);
  return sum;
};

function countBy<Item>(items: Iterable<Item>): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

export function qualityOf(found: number, right: number, truly: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = truly === 0 ? 1 : right / truly;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Clusters of record numbers (1-based) judged by the true person of each record: every pair within a cluster counts. */
export function clusterQuality(clusters: readonly (readonly number[])[], people: readonly string[]): Quality {
  const found = sumOfPairs(clusters.map((cluster) => cluster.length));
  const right = clusters.reduce(
    (sum, cluster) => sum + sumOfPairs(countBy(cluster.map((id) => people[id - 1]!)).values()),
    0,
  );
  return qualityOf(found, right, sumOfPairs(countBy(people).values()));
}

/** Pairs of record numbers judged likewise. */
export function pairQuality(
  pairs: readonly (readonly [number, number])[],
  people: readonly string[],
): Quality {
  const right = pairs.filter(([a, b]) => people[a - 1] === people[b - 1]).length;
  return qualityOf(pairs.length, right, sumOfPairs(countBy(people).values()));
}
