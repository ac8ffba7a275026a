import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { Tie } from '#core/network/model.ts';
import { bestPaths } from '#core/network/paths.ts';
import type { ContactPath, PathRequest } from '#core/network/paths.ts';
import { key, tie } from './ways.ts';

type Edge = readonly [number, number, Tie];

function network(
  owner: Record<number, Tie>,
  edges: readonly Edge[],
): Pick<PathRequest, 'ownerTie' | 'neighbours'> {
  return {
    ownerTie: (id) => owner[id],
    neighbours: (id) =>
      edges.flatMap(([a, b, own]) =>
        a === id ? [{ id: key(b), tie: own }] : b === id ? [{ id: key(a), tie: own }] : [],
      ),
  };
}

const ask = (net: Pick<PathRequest, 'ownerTie' | 'neighbours'>, more: Partial<PathRequest> = {}): string[] =>
  bestPaths({ targets: [key(9)], maxHops: 3, limit: 5, ...net, ...more }).map(
    ({ steps, weakest }) => `${steps.map(({ id }) => id).join('→')} ${weakest}`,
  );

describe('ways to somebody', () => {
  it('writes to a person the owner knows, without a way round that is no stronger', () => {
    const others: Edge[] = [
      [1, 9, tie('trusted')],
      [1, 2, tie('trusted')],
      [2, 9, tie('trusted')],
    ];
    expect(ask(network({ 9: tie('know'), 1: tie('know') }, others))).toEqual(['9 know']);
    expect(ask(network({ 9: tie('met_once'), 1: tie('trusted') }, others))).toEqual([
      '1→9 trusted',
      '9 met_once',
    ]);
    // Whoever can be asked directly is not asked through somebody else.
    expect(ask(network({ 1: tie('know'), 2: tie('know') }, others.slice(1)))).toEqual(['2→9 know']);
  });
  it('ranks by the weakest link, then fewer steps, then freshness', () => {
    const net = network(
      { 1: tie('know', '2026'), 2: tie('trusted', '2026'), 3: tie('know', '2026'), 4: tie('know', '2020') },
      [
        [1, 5, tie('know', '2026')],
        [5, 9, tie('know', '2026')],
        [2, 9, tie('acquaintance', '2026')],
        [3, 9, tie('know', '2024')],
        [4, 9, tie('know', '2026')],
      ],
    );
    expect(ask(net)).toEqual(['3→9 know', '4→9 know', '1→5→9 know', '2→9 acquaintance']);
    expect(ask(net, { limit: 2 })).toEqual(['3→9 know', '4→9 know']);
    expect(ask(net, { maxHops: 1 })).toEqual([]);
  });

  it('prefers a first person the owner knows, and says how weak any other way is', () => {
    const net = network({ 1: tie('met_once'), 2: tie('know') }, [
      [1, 9, tie('trusted')],
      [2, 9, tie('met_once')],
    ]);
    expect(ask(net)).toEqual(['2→9 met_once', '1→9 met_once']);
  });

  it('never asks a stranger, and uses a name on a list only where there is nothing better', () => {
    expect(ask(network({ 1: tie('name_only') }, [[1, 9, tie('trusted')]]))).toEqual([]);
    const listed = network({ 1: tie('know') }, [[1, 9, tie('name_only')]]);
    expect(ask(listed)).toEqual(['1→9 name_only']);
    const better = network({ 1: tie('know'), 2: tie('know') }, [
      [1, 9, tie('name_only')],
      [2, 9, tie('met_once')],
    ]);
    expect(ask(better)).toEqual(['2→9 met_once']);
    expect(ask(network({ 9: tie('name_only') }, []))).toEqual(['9 name_only']);
    expect(ask(network({ 9: tie('unknown') }, []))).toEqual([]);
  });

  it('takes each first person once, to whichever of many targets is best', () => {
    const net = network({ 1: tie('know'), 8: tie('acquaintance') }, [
      [1, 9, tie('met_once')],
      [1, 8, tie('know')],
    ]);
    expect(ask(net, { targets: [key(9), key(8)] })).toEqual(['1→8 know', '8 acquaintance']);
  });

  it('never goes through the owner’s own card', () => {
    const net = network({ 1: tie('know'), 7: tie('trusted') }, [
      [1, 7, tie('know')],
      [7, 9, tie('know')],
    ]);
    expect(ask(net, { exclude: key(7) })).toEqual([]);
  });

  it('asks for nobody’s neighbours twice, and looks at a hub’s strongest first within its bounds', () => {
    let asked = 0;
    const crowd = Array.from({ length: 20_000 }, (_, at) => ({
      id: key(at + 100),
      tie: tie(at === 19_999 ? 'trusted' : 'met_once'),
    }));
    const paths = bestPaths({
      targets: [key(9)],
      maxHops: 3,
      limit: 5,
      ownerTie: (id) => (id === 7 ? tie('trusted') : undefined),
      neighbours: (id) => {
        asked += 1;
        if (id === 9) return crowd;
        return id === 20_099 ? [{ id: key(7), tie: tie('trusted') }] : [];
      },
    });
    expect(paths.map(({ steps }) => steps.map(({ id }) => id))).toEqual([[7, 20_099, 9]]);
    expect(asked).toBeLessThanOrEqual(3000);
  });
});

const anyTie = fc
  .tuple(fc.constantFrom(...TIE_LEVELS), fc.constantFrom(undefined, '2020', '2024-05', '2026-01-01'))
  .map(([level, on]) => tie(level, on));
const person = fc.integer({ min: 1, max: 7 });

/** Every simple way there is, one best a first person, in the documented order. */
function bruteForce(owner: Map<number, Tie>, edges: readonly Edge[], targets: ReadonlySet<number>): string[] {
  const around = (id: number) => network({}, edges).neighbours(key(id));
  const rank = (one: Tie) => TIE_LEVELS.indexOf(one.level);
  const all: { ids: number[]; ties: Tie[] }[] = [];
  const walk = (ids: number[], ties: Tie[]): void => {
    if (targets.has(ids.at(-1)!)) all.push({ ids, ties });
    if (ids.length === 3) return;
    for (const next of around(ids.at(-1)!)) {
      if (!ids.includes(next.id) && next.id !== 7) walk([...ids, next.id], [...ties, next.tie]);
    }
  };
  for (const [id, own] of owner) if (id !== 7) walk([id], [own]);
  const shortcut = (id: number) => {
    const own = owner.get(id);
    const height = own === undefined ? 0 : rank(own);
    return height > 1 || targets.has(id) ? height : 0;
  };
  const judged = (floor: number) =>
    all
      .filter(
        ({ ties }) =>
          rank(ties[0]!) >= (ties.length > 1 ? 2 : floor) && ties.every((one) => rank(one) >= floor),
      )
      .filter(({ ids, ties }) => Math.min(...ties.map(rank)) > Math.max(0, ...ids.slice(1).map(shortcut)))
      .map(({ ids, ties }) => ({
        first: ids[0]!,
        score: [
          Math.min(...ties.map(rank)),
          rank(ties[0]!) >= 4 ? 1 : 0,
          -ties.length,
          ties.map((one) => one.lastOn ?? '').sort()[0]!,
        ] as const,
      }))
      .sort((a, b) => (isBefore(a.score, b.score) ? -1 : isBefore(b.score, a.score) ? 1 : 0));
  const solid = judged(2);
  const kept = new Set<number>();
  return (solid.length > 0 ? solid : judged(1))
    .filter(({ first }) => !kept.has(first) && kept.add(first))
    .map(({ score }) => score.join(' '));
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && a[at]! > b[at]!;
}

const scoreOf = ({ steps, weakest }: ContactPath): string =>
  [
    TIE_LEVELS.indexOf(weakest),
    TIE_LEVELS.indexOf(steps[0]!.tie.level) >= 4 ? 1 : 0,
    -steps.length,
    steps.map((step) => step.tie.lastOn ?? '').sort()[0]!,
  ].join(' ');

describe('ways in general', () => {
  it('are the best there are, each with another first person', () => {
    const edge = fc.tuple(person, person, anyTie).filter(([a, b]) => a !== b);
    const edges = fc.uniqueArray(edge, {
      selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
      maxLength: 14,
    });
    const owner = fc.uniqueArray(fc.tuple(person, anyTie), { selector: ([id]) => id, maxLength: 5 });
    const targets = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(edges, owner, targets, (links, own, wanted) => {
        const paths = bestPaths({
          targets: wanted.map(key),
          ...network(Object.fromEntries(own), links),
          maxHops: 3,
          limit: 50,
          exclude: key(7),
        });
        expect(paths.map(scoreOf)).toEqual(bruteForce(new Map(own), links, new Set(wanted)));
        const firsts: ContactId[] = paths.map(({ steps }) => steps[0]!.id);
        expect(new Set(firsts).size).toBe(firsts.length);
        for (const { steps } of paths) expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      }),
      { numRuns: 2000 },
    );
  });
});
