import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, withTies } from '#core/network/graph-edits.ts';
import { idOf, networkSize, nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { heightOf, lastOnOf, levelOf, linkOf } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { Tie } from '#core/network/model.ts';
import { mutualContacts, whoKnows } from '#core/network/mutual-contacts.ts';
import { bestWays } from '#core/network/paths.ts';
import { seeded } from '#scripts/bench/generate.ts';
import { bestScores, type Edge, key, neighboursIn, network, scoreOf, tie } from './ways.ts';

const DATES = [undefined, '2019', '2024-05', '2024-05-06', '2026-01-02'];

/** People 1 … `people`, some of whom know many, with ties of every level and age; the owner is tied to a fifth. */
function madeUp(people: number, ties: number, random: () => number) {
  const one = (skew = 1) => 1 + Math.floor(random() ** skew * people);
  const anyTie = () =>
    tie(TIE_LEVELS[Math.floor(random() * TIE_LEVELS.length)]!, DATES[Math.floor(random() * DATES.length)]);
  const edges = new Map<string, Edge>();
  for (let count = 0; count < ties; count += 1) {
    const [a, b] = [one(), one(3)];
    if (a !== b) edges.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b, anyTie()]);
  }
  const owner = new Map<number, Tie>();
  for (let count = 0; count < people / 5; count += 1) owner.set(one(), anyTie());
  const goodwill = new Map(Array.from(owner.keys(), (id) => [key(id), Math.floor(random() * 3) - 1]));
  const known = [...edges.values()].filter(([, , { level }]) => level !== 'unknown');
  return { edges: known, owner, goodwill, graph: network(owner, [...edges.values()]), one };
}

describe('a network of some size', () => {
  const SIZES = [
    { people: 12, ties: 20 },
    { people: 60, ties: 150 },
    { people: 300, ties: 900 },
    { people: 2000, ties: 5000 },
  ];
  const NETWORKS = 10;
  const QUERIES = 300;

  it.each(SIZES)(
    'of $people people and $ties ties says what looking at every tie and every way says, three thousand times',
    ({ people, ties }) => {
      const random = seeded(people);
      for (let count = 0; count < NETWORKS; count += 1) {
        const { edges, owner, goodwill, graph, one } = madeUp(people, ties, random);
        const around = neighboursIn(edges);
        for (let query = 0; query < QUERIES; query += 1) {
          const [a, b] = [one(), one()];
          const theirs = around.get(b);
          const both = [...(around.get(a)?.keys() ?? [])].filter((id) => theirs?.has(id) === true);
          expect(mutualContacts(graph, a, b)).toEqual(both.sort((x, y) => x - y));
          const maxHops = 1 + (query % 4);
          const [targets, exclude, limit] = [query % 5 === 0 ? [a, b] : [b], one(), 5];
          const asked = { exclude: key(exclude), maxHops, limit, goodwill };
          const ways = bestWays(graph, { ...asked, targets: targets.map(key) });
          const scores = bestScores({ owner, edges, targets: new Set(targets), maxHops, exclude, goodwill });
          expect(ways.map((way) => scoreOf(way, goodwill))).toEqual(scores.slice(0, limit));
        }
      }
    },
    60_000,
  );

  it('ranks who knows somebody by the weaker tie, then mine, then theirs, then how lately', () => {
    const net = network(
      {
        1: tie('know', '2024'),
        2: tie('know', '2025'),
        3: tie('trusted'),
        4: tie('met_once'),
        6: tie('know'),
      },
      [
        [9, 1, tie('know')],
        [9, 2, tie('know')],
        [9, 3, tie('know')],
        [9, 4, tie('trusted')],
        [9, 5, tie('trusted')],
        [9, 6, tie('trusted')],
      ],
    );
    expect(whoKnows(net, key(9), { limit: 9 })).toEqual([3, 6, 2, 1, 4, 5]);
    expect(whoKnows(net, key(9), { limit: 2, exclude: key(3) })).toEqual([6, 2]);
    expect(whoKnows(net, key(8), { limit: 9 })).toEqual([]);
  });

  it('looks up a few in a great many', () => {
    const crowd = Array.from({ length: 1000 }, (_, at): Edge => [1, at + 10, tie('know')]);
    const net = network({}, [...crowd, [2, 10, tie('know')], [2, 1009, tie('know')], [2, 5, tie('know')]]);
    expect(mutualContacts(net, 1, 2)).toEqual([10, 1009]);
    expect(mutualContacts(net, 2, 1)).toEqual([10, 1009]);
    expect(mutualContacts(net, 2, 77_777)).toEqual([]);
  });
});

describe('a link', () => {
  const dates = fc.constantFrom(
    undefined,
    '1987',
    '2024',
    '2024-05',
    '2024-05-01',
    '2024-12-31',
    '2025',
    '9999-12-31',
  );
  const levels = fc.constantFrom(...TIE_LEVELS.slice(1));

  it('keeps level and date, and sorts by the one and then the other', () => {
    fc.assert(
      fc.property(levels, dates, levels, dates, (level, on, other, otherDate) => {
        const [lastOn, otherOn] = [on ?? '', otherDate ?? ''];
        const link = linkOf(tie(level, lastOn));
        expect([levelOf(link), lastOnOf(link) ?? '']).toEqual([level, lastOn]);
        const than = linkOf(tie(other, otherOn));
        const byHeight = heightOf(link) - heightOf(than);
        const byDate = lastOn < otherOn ? -1 : lastOn > otherOn ? 1 : 0;
        expect(Math.sign(link - than)).toBe(Math.sign(byHeight || byDate));
      }),
    );
  });

  it('has no date where the year is not known, and is nothing where the level is not', () => {
    expect(lastOnOf(linkOf(tie('know', '--05-01')))).toBeUndefined();
    expect(linkOf(tie('unknown', '2024'))).toBe(0);
  });
});

describe('a network after edits', () => {
  const person = fc.integer({ min: 1, max: 12 });
  const link = fc.constantFrom(...TIE_LEVELS.slice(1).map((level) => linkOf({ level })));
  const edit = fc.record({
    id: person,
    own: fc.oneof(link, fc.constant(0)),
    ties: fc.uniqueArray(fc.record({ id: person, link }), { selector: ({ id }) => id, maxLength: 6 }),
  });

  /** Own links and ties by keys of people, without nodes. */
  const plain = (graph: NetworkGraph) => {
    const own = new Map<number, number>();
    const ties = new Set<string>();
    for (let node = 0; node < networkSize(graph); node += 1) {
      const id = idOf(graph, node);
      expect(nodeOf(graph, id)).toBe(node);
      if (graph.own[node] !== 0) own.set(id, graph.own[node]!);
      const { neighbours, links } = tiesOf(graph, node);
      expect([...neighbours]).toEqual([...neighbours].sort((a, b) => a - b));
      neighbours.forEach((other, at) => ties.add(`${id} ${idOf(graph, other)} ${links[at]}`));
    }
    return { own: [...own].sort(([a], [b]) => a - b), ties: [...ties].sort() };
  };

  it('has the ties given last, from both ends, on top of the arrays or folded into them', () => {
    const edges = fc.array(fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 8 }), link));
    const edits = fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean()));
    fc.assert(
      fc.property(edges, edits, (pairs, steps) => {
        const expected = new Map<string, number>();
        const own = new Map<number, number>();
        const pair = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
        const start = pairs.filter(([a, b]) => a !== b);
        for (const [a, b, one] of start) expected.set(pair(a, b), one);
        let graph = network(
          {},
          start.map(([a, b, one]): Edge => [a, b, tie(levelOf(one))]),
        );
        for (const [given, isFolded] of steps) {
          const sensible = given.map((one) => ({ ...one, ties: one.ties.filter(({ id }) => id !== one.id) }));
          graph = withTies(graph, sensible);
          if (isFolded) graph = folded(graph);
          for (const { id, own: mine, ties } of sensible) {
            for (const between of expected.keys())
              if (between.split(' ').includes(String(id))) expected.delete(between);
            for (const one of ties) expected.set(pair(id, one.id), one.link);
            own.set(id, mine);
          }
        }
        const ties = [...expected].flatMap(([between, one]) => {
          const [a, b] = between.split(' ');
          return [`${a} ${b} ${one}`, `${b} ${a} ${one}`];
        });
        expect(plain(graph)).toEqual({
          own: [...own].filter(([, one]) => one !== 0).sort(([a], [b]) => a - b),
          ties: ties.sort(),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the network it came from as it was', () => {
    const before = network({ 1: tie('know') }, [[1, 2, tie('know')]]);
    const was = plain(before);
    withTies(before, [{ id: 1, own: 0, ties: [{ id: 3, link: linkOf({ level: 'trusted' }) }] }]);
    expect(plain(before)).toEqual(was);
  });

  it('is folded by itself once much of it has changed', () => {
    let graph = network({}, [[1, 2, tie('know')]]);
    for (let id = 10; id < 2600; id += 1)
      graph = withTies(graph, [{ id, own: 0, ties: [{ id: 1, link: linkOf({ level: 'know' }) }] }]);
    expect(graph.changed.size).toBeLessThan(2000);
    expect(tiesOf(graph, nodeOf(graph, 1)).neighbours).toHaveLength(2591);
  });
});
