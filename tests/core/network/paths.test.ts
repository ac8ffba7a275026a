import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { lastOnOf, levelOf } from '#core/network/link.ts';
import { bestWays } from '#core/network/paths.ts';
import type { WaysRequest } from '#core/network/paths.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { bestScores, type Edge, key, network, scoreOf, tie } from './ways.ts';

const ask = (net: NetworkGraph, more: Partial<WaysRequest> = {}): string[] =>
  bestWays(net, { targets: [key(9)], maxHops: 3, limit: 5, ...more }).map(
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

  it('asks those first, of equally good ones, who are not owed for the last favour', () => {
    const net = network({ 1: tie('know', '2026'), 2: tie('know', '2020'), 3: tie('know', '2024') }, [
      [1, 9, tie('know', '2026')],
      [2, 9, tie('know', '2026')],
      [3, 5, tie('know', '2026')],
      [5, 9, tie('know', '2026')],
    ]);
    expect(ask(net)).toEqual(['1→9 know', '2→9 know', '3→5→9 know']);
    const goodwill = new Map([
      [key(1), -1],
      [key(3), 5],
    ]);
    expect(ask(net, { goodwill })).toEqual(['2→9 know', '1→9 know', '3→5→9 know']);
    expect(ask(net, { goodwill, limit: 1 })).toEqual(['2→9 know']);
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

  it('finds the one strong way through a hub of twenty thousand', () => {
    const crowd = Array.from({ length: 20_000 }, (_, at): Edge => [9, at + 100, tie('met_once')]);
    const net = network({ 7: tie('trusted') }, [
      ...crowd,
      [9, 20_099, tie('trusted')],
      [20_099, 7, tie('trusted')],
      [7, 100, tie('trusted')],
    ]);
    expect(ask(net)).toEqual(['7→20099→9 trusted']);
  });

  it('says which link is which, and is the same however the ties were given', () => {
    const ties: Edge[] = [
      [1, 5, tie('know', '2024')],
      [1, 4, tie('know', '2024-05-06')],
      [4, 9, tie('trusted', '2026-01')],
      [5, 9, tie('trusted', '2026-01')],
    ];
    const [way] = bestWays(network({ 1: tie('know_well', '2025') }, ties), {
      targets: [key(9)],
      maxHops: 4,
      limit: 1,
    });
    expect(way?.steps.map(({ id, link }) => [id, levelOf(link), lastOnOf(link)])).toEqual([
      [1, 'know_well', '2025'],
      [4, 'know', '2024-05-06'],
      [9, 'trusted', '2026-01'],
    ]);
    const undated = ties.map(([a, b, { level }]): Edge => [a, b, tie(level)]);
    for (const given of [undated, undated.toReversed()])
      expect(ask(network({ 1: tie('know_well') }, given))).toEqual(['1→4→9 know']);
  });

  it('knows nobody who is not in it', () => {
    expect(ask(network({ 1: tie('know') }, []))).toEqual([]);
    expect(ask(network({}, []))).toEqual([]);
  });
});

const anyTie = fc
  .tuple(fc.constantFrom(...TIE_LEVELS), fc.constantFrom(undefined, '2020', '2024-05', '2026-01-01'))
  .map(([level, on]) => tie(level, on));
const person = fc.integer({ min: 1, max: 7 });
const ALONE = [[1], [2], [3], [4], [5], [6]];

describe('ways in general', () => {
  it('are the best there are, each with another first person', () => {
    const edge = fc.tuple(person, person, anyTie).filter(([a, b]) => a !== b);
    const edges = fc.uniqueArray(edge, {
      selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
      maxLength: 14,
    });
    const owner = fc.uniqueArray(fc.tuple(person, anyTie), { selector: ([id]) => id, maxLength: 5 });
    const favours = fc.uniqueArray(fc.tuple(person, fc.integer({ min: -2, max: 2 })), {
      selector: ([id]) => id,
    });
    const pairs = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 2 });
    const hops = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(edges, owner, favours, fc.tuple(pairs, hops), (links, own, given, [pair, maxHops]) => {
        const goodwill = new Map(given.map(([id, worth]) => [key(id), worth]));
        const net = network(new Map(own), links);
        // Everybody by themselves, and two at once, as people at an organisation are.
        for (const wanted of [...ALONE, pair]) {
          const asked = { targets: wanted.map(key), maxHops, limit: 50, exclude: key(7), goodwill };
          const paths = bestWays(net, asked);
          const { targets, ...task } = { ...asked, targets: new Set(wanted) };
          const best = bestScores({ ...task, owner: new Map(own), edges: links, targets });
          expect(paths.map((path) => scoreOf(path, goodwill))).toEqual(best);
          expect(bestWays(net, { ...asked, limit: 2 })).toEqual(paths.slice(0, 2));
          const firsts: ContactId[] = paths.map(({ steps }) => steps[0]!.id);
          expect(new Set(firsts).size).toBe(firsts.length);
          for (const { steps } of paths) expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        }
      }),
      // Seven questions each: more than ten thousand answers are compared with those of brute force.
      { numRuns: 1500 },
    );
  });
});
