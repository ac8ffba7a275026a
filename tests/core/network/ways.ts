import type { ContactId } from '#core/contacts/model.ts';
import { buildGraph, mergedPairs, pairCollector } from '#core/network/graph-build.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { dayOf, heightOf, linkOf } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { Tie, TieLevel } from '#core/network/model.ts';
import type { Way } from '#core/network/paths.ts';

/** A made-up tie. */
export const tie = (level: TieLevel, lastOn?: string, certainty: Tie['certainty'] = 'recorded'): Tie => ({
  level,
  certainty,
  setBy: 'rule',
  basis: [],
  unconfirmed: false,
  ...(lastOn === undefined ? {} : { lastOn }),
});

/** Any positive integer is a key here: no book is behind it. */
export const key = (id: number): ContactId => id as ContactId;

export type Edge = readonly [number, number, Tie];

/** A network of these ties; of several between two people the last given counts. */
export function network(
  owner: Readonly<Record<number, Tie>> | ReadonlyMap<number, Tie>,
  edges: readonly Edge[],
): NetworkGraph {
  const own = new Map(
    owner instanceof Map ? owner : Object.entries(owner).map(([id, one]) => [Number(id), one]),
  );
  const ids = Float64Array.from(new Set([...own.keys(), ...edges.flatMap(([a, b]) => [a, b])])).sort();
  const rows = pairCollector(4);
  for (const [a, b, between] of edges) rows.add(ids.indexOf(a), ids.indexOf(b), linkOf(between));
  return buildGraph({
    ids,
    pairs: mergedPairs(rows.pairs(), ids.length, (links) => links.at(-1)!),
    own: Int32Array.from(ids, (id) => {
      const mine = own.get(id);
      return mine === undefined ? 0 : linkOf(mine);
    }),
  });
}

export interface WaysTask {
  readonly owner: ReadonlyMap<number, Tie>;
  readonly edges: readonly Edge[];
  readonly targets: ReadonlySet<number>;
  readonly maxHops: number;
  readonly exclude: number;
  readonly goodwill?: ReadonlyMap<number, number>;
}

const rank = (one: Tie) => TIE_LEVELS.indexOf(one.level);

/** Whom everybody is tied to, by the plainest means. */
export function neighboursIn(edges: readonly Edge[]): Map<number, Map<number, Tie>> {
  const around = new Map<number, Map<number, Tie>>();
  for (const [a, b, between] of edges) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      around.set(one, (around.get(one) ?? new Map<number, Tie>()).set(other, between));
  }
  return around;
}

/** Scores of the best ways, one a first person, in the documented order, out of every simple way there is. */
export function bestScores({
  owner,
  edges,
  targets,
  maxHops,
  exclude,
  goodwill = new Map(),
}: WaysTask): string[] {
  const around = neighboursIn(edges);
  const all: { ids: number[]; ties: Tie[] }[] = [];
  // From the targets back: most of the owner's own people lead nowhere near.
  const walk = (ids: number[], ties: Tie[]): void => {
    const own = owner.get(ids[0]!);
    if (own !== undefined) all.push({ ids, ties: [own, ...ties] });
    if (ids.length === maxHops) return;
    for (const [next, between] of around.get(ids[0]!) ?? []) {
      if (!ids.includes(next) && next !== exclude) walk([next, ...ids], [between, ...ties]);
    }
  };
  for (const id of targets) if (id !== exclude) walk([id], []);
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
          goodwill.get(ids[0]!) ?? 0,
          Math.min(...ties.map((one) => dayOf(linkOf(one)))),
          -ids[0]!,
        ] as const,
      }))
      .sort((a, b) => (isBefore(a.score, b.score) ? -1 : isBefore(b.score, a.score) ? 1 : 0));
  const solid = judged(2);
  const kept = new Set<number>();
  return (solid.length > 0 ? solid : judged(1))
    .filter(({ first }) => !kept.has(first) && kept.add(first))
    .map(({ score }) => score.join(' '));
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && a[at]! > b[at]!;
}

/** How good a way is: weakest link, whether its first person is known, steps, goodwill, stalest day, first person. */
export const scoreOf = ({ steps, weakest }: Way, goodwill: ReadonlyMap<number, number> = new Map()): string =>
  [
    TIE_LEVELS.indexOf(weakest),
    heightOf(steps[0]!.link) >= 4 ? 1 : 0,
    -steps.length,
    goodwill.get(steps[0]!.id) ?? 0,
    Math.min(...steps.map(({ link }) => dayOf(link))),
    -Number(steps[0]!.id),
  ].join(' ');
