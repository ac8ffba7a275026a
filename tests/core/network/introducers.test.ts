// Who knows somebody at a company, against looking at every pair.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestFirst, introducersTo } from '#core/network/introducers.ts';
import { dayOf, heightOf, levelOf, linkOf } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { Tie } from '#core/network/model.ts';
import { type Edge, key, network, tie } from './ways.ts';

const anyTie = fc
  .tuple(fc.constantFrom(...TIE_LEVELS), fc.constantFrom(undefined, '2020', '2024-05', '2026-01-01'))
  .map(([level, on]) => tie(level, on));
const person = fc.integer({ min: 1, max: 9 });
const edges = fc.uniqueArray(
  fc.tuple(person, person, anyTie).filter(([a, b]) => a !== b),
  { selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`, maxLength: 20 },
);
const owner = fc.uniqueArray(fc.tuple(person, anyTie), { selector: ([id]) => id });
const some = fc.uniqueArray(person, { maxLength: 5 });

/** Every pair of somebody to ask and one of the targets, the best a person, in the documented order. */
function byHand(own: ReadonlyMap<number, Tie>, links: readonly Edge[], targets: readonly number[]): string[] {
  const askable = [...own].filter(
    ([id, mine]) => TIE_LEVELS.indexOf(mine.level) >= 2 && !targets.includes(id) && id !== 9,
  );
  return askable
    .flatMap(([id, mine]) => {
      const theirs = links
        .filter(([, , between]) => between.level !== 'unknown')
        .flatMap(([a, b, between]) =>
          a === id ? [[b, between] as const] : b === id ? [[a, between] as const] : [],
        )
        .filter(([target]) => targets.includes(target) && target !== 9)
        .sort(([a, x], [b, y]) => linkOf(y) - linkOf(x) || a - b);
      const best = theirs[0];
      if (best === undefined) return [];
      const [m, t] = [linkOf(mine), linkOf(best[1])];
      const order = [Math.min(heightOf(m), heightOf(t)), heightOf(m), heightOf(t), dayOf(m), -id];
      return [{ order, says: `${id} knows ${best[0]} ${best[1].level} of ${theirs.length}` }];
    })
    .sort((a, b) => {
      const at = a.order.findIndex((value, place) => value !== b.order[place]);
      return b.order[at]! - a.order[at]!;
    })
    .map(({ says }) => says);
}

describe('who could introduce the owner to one of many', () => {
  it('is everybody they have met who knows one, judged by the weaker link, with the one they know best', () => {
    fc.assert(
      fc.property(edges, owner, some, fc.integer({ min: 1, max: 9 }), (links, own, targets, limit) => {
        const mine = new Map(own);
        const found = introducersTo(network(mine, links), targets.map(key), { limit, exclude: key(9) });
        const says = found.map(
          ({ id, knows, link, count }) => `${id} knows ${knows} ${levelOf(link)} of ${count}`,
        );
        expect(says).toEqual(byHand(mine, links, targets).slice(0, limit));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes those closest to the owner first, then the others as they came', () => {
    const net = network(
      { 1: tie('met_once'), 2: tie('know', '2020'), 3: tie('know', '2024'), 4: tie('unknown') },
      [[5, 6, tie('know')]],
    );
    const ids = [6, 1, 5, 2, 8, 3, 4].map(key);
    expect(closestFirst(net, ids, { limit: 9, exclude: key(5) })).toEqual({
      ids: [3, 2, 1, 6, 8, 4],
      tied: 3,
    });
    expect(closestFirst(net, ids, { limit: 2 })).toEqual({ ids: [3, 2], tied: 3 });
  });

  it('and the same as putting everybody in order', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(owner, ids, fc.integer({ min: 1, max: 13 }), person, (own, asked, limit, without) => {
        const net = network(new Map(own), []);
        const mine = new Map(own.map(([id, one]) => [id, linkOf(one)]));
        const all = asked.filter((id) => id !== without);
        const inOrder = all.toSorted((a, b) => (mine.get(b) ?? 0) - (mine.get(a) ?? 0));
        expect(closestFirst(net, asked, { limit, exclude: key(without) })).toEqual({
          ids: inOrder.slice(0, limit),
          tied: all.filter((id) => (mine.get(id) ?? 0) > 0).length,
        });
      }),
      { numRuns: 2000 },
    );
  });
});
