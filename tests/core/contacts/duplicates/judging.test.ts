import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIELD_COUNT,
  fieldAt,
  LEVELS,
  MISSING,
  patternOf,
  SAME,
  DIFFERENT,
  SIMILAR,
} from '#core/contacts/duplicates/agreement.ts';
import { clustersOf } from '#core/contacts/duplicates/clusters.ts';
import { learn, priorWeight, weightsOf } from '#core/contacts/duplicates/match-weights.ts';
import { LINKAGE_FIELDS } from '#core/contacts/duplicates/model.ts';
import type { LinkageField } from '#core/contacts/duplicates/model.ts';
import { PatternCounter } from '#core/contacts/duplicates/pattern-counter.ts';
import { finished } from './builders.ts';
import { seeded } from '#scripts/bench/generate.ts';

function pattern(agreements: Partial<Record<LinkageField, number>>): number {
  const comparison = new Uint8Array(FIELD_COUNT).fill(MISSING);
  for (const field of LINKAGE_FIELDS) comparison[fieldAt(field)] = agreements[field] ?? MISSING;
  return patternOf(comparison);
}

const at = (field: LinkageField, level: number) => fieldAt(field) * LEVELS + level;

describe('counting patterns', () => {
  it('counts as a map would, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 33 }), { maxLength: 3000 }), (patterns) => {
        const counter = new PatternCounter();
        const map = new Map<number, number>();
        for (const one of [...patterns, ...patterns.slice(0, 50)]) {
          counter.add(one);
          map.set(one, (map.get(one) ?? 0) + 1);
        }
        expect(new Map(counter)).toEqual(map);
      }),
      { numRuns: 50 },
    );
    const many = new PatternCounter();
    for (let one = 0; one < 20_000; one++) many.add(one * 8191);
    expect([...many]).toHaveLength(20_000);
  });
});

describe('learning match weights', () => {
  it('finds the chances that the pairs were drawn with', () => {
    const random = seeded(7);
    const counts = new PatternCounter();
    const drawn = (same: number, similar: number) => {
      const one = random();
      return one < same ? SAME : one < same + similar ? SIMILAR : DIFFERENT;
    };
    for (let one = 0; one < 3000; one++)
      counts.add(
        pattern({
          given: drawn(0.8, 0.15),
          family: drawn(0.9, 0.08),
          bday: drawn(0.9, 0.06),
          place: drawn(0.5, 0.1),
        }),
      );
    for (let one = 0; one < 60_000; one++)
      counts.add(
        pattern({
          given: drawn(0.05, 0.01),
          family: drawn(0.02, 0.01),
          bday: drawn(0.001, 0.01),
          place: drawn(0.1, 0.01),
        }),
      );
    const { m, u, lambda } = finished(learn(counts, new PatternCounter(), 63_000));
    expect(m[at('given', SAME)]).toBeCloseTo(0.8, 1);
    expect(m[at('place', SAME)]).toBeCloseTo(0.5, 1);
    expect(m[at('bday', SIMILAR)]).toBeCloseTo(0.06, 1);
    expect(u[at('given', SAME)]).toBeCloseTo(0.05, 1);
    expect(u[at('place', DIFFERENT)]).toBeCloseTo(0.89, 1);
    expect(lambda).toBeCloseTo(3000 / 63_000, 2);
  });

  it('keeps to what is known of address books while a book is small, or empty', () => {
    for (const pairs of [0, 1, 45]) {
      const model = finished(learn(new PatternCounter(), new PatternCounter(), pairs));
      const weights = weightsOf(model);
      for (const weight of [...weights, priorWeight(model)]) expect(Number.isFinite(weight)).toBe(true);
      expect(weights[at('email', SAME)]).toBeGreaterThan(10);
      expect(weights[at('given', DIFFERENT)]).toBeLessThan(-3);
      expect(weights[at('org', MISSING)]).toBe(0);
    }
  });

  it('does not take colleagues for one person, however many pairs of them there are', () => {
    const counts = new PatternCounter();
    counts.add(
      pattern({ given: DIFFERENT, family: DIFFERENT, org: SAME, tel: SAME, street: SAME, place: SAME }),
      5000,
    );
    counts.add(pattern({ given: SAME, family: SAME, org: SAME }), 20);
    const weights = weightsOf(finished(learn(counts, new PatternCounter(), 500_000)));
    expect(weights[at('given', DIFFERENT)]).toBeLessThan(-1);
    expect(weights[at('family', DIFFERENT)]).toBeLessThan(-1);
  });
});

describe('clusters', () => {
  const pairs = fc.array(
    fc
      .record({ a: fc.nat(14), b: fc.nat(14), weight: fc.integer({ min: -15, max: 15 }) })
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, weight }) => ({ a: Math.min(a, b), b: Math.max(a, b), weight })),
    { maxLength: 40 },
  );

  it('never hold two who must stay apart, and put nobody into two', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 10 }), (weighted, apart) => {
        const mustStayApart = (a: number, b: number) =>
          apart.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
        const clusters = clustersOf(weighted, mustStayApart);
        const all = clusters.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const cluster of clusters)
          for (const a of cluster)
            for (const b of cluster) if (a !== b) expect(mustStayApart(a, b)).toBe(false);
      }),
    );
  });

  it('do not depend on the order of the pairs', () => {
    const unique = (all: readonly { a: number; b: number; weight: number }[]) => [
      ...new Map(all.map((pair) => [`${pair.a}-${pair.b}`, pair])).values(),
    ];
    fc.assert(
      fc.property(pairs, (weighted) => {
        const once = unique(weighted);
        const sorted = (clusters: number[][]) => clusters.map((one) => one.join()).sort();
        expect(sorted(clustersOf(once.toReversed(), () => false))).toEqual(
          sorted(clustersOf(once, () => false)),
        );
      }),
    );
  });

  it('join two groups only when most pairs between them agree', () => {
    const chain = [
      { a: 1, b: 2, weight: 10 },
      { a: 3, b: 4, weight: 10 },
      { a: 2, b: 3, weight: 3 },
    ];
    expect(clustersOf(chain, () => false)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(clustersOf([...chain, { a: 1, b: 3, weight: 9 }, { a: 2, b: 4, weight: 9 }], () => false)).toEqual(
      [[1, 2, 3, 4]],
    );
  });
});
