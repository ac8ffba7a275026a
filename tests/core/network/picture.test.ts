// The picture of the network: what is drawn, who belongs together, where everybody stands, and what goes into a file.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communitiesOf } from '#core/network/communities.ts';
import { buildGraph, mergedPairs, pairCollector } from '#core/network/graph-build.ts';
import { layoutSteps } from '#core/network/layout.ts';
import { linkOf } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { pictureAsGraphml, pictureAsSvg } from '#core/network/picture-files.ts';
import { LIKELY, pictureOf } from '#core/network/picture.ts';
import { forEachIn, nearestTo, placesOf } from '#core/network/places.ts';

type Edge = readonly [one: number, other: number, link: number];

function graphOf(count: number, edges: readonly Edge[], own: number = linkOf({ level: 'know' })) {
  const rows = pairCollector();
  for (const [one, other, link] of edges) rows.add(one, other, link);
  return buildGraph({
    ids: Float64Array.from({ length: count }, (_, node) => 10 + node),
    pairs: mergedPairs(rows.pairs(), count, (values) => Math.max(...values)),
    own: new Int32Array(count).fill(own),
  });
}

const link = fc
  .record({
    level: fc.constantFrom(...TIE_LEVELS.slice(1)),
    certainty: fc.constantFrom('likely' as const, 'recorded' as const),
  })
  .map(linkOf);
const COUNT = 24;
const node = fc.nat(COUNT - 1);
const edges = fc.array(
  fc.tuple(node, node, link).filter(([one, other]) => one !== other),
  { maxLength: 120 },
);

describe('what is drawn', () => {
  it('is every tie once while there are few enough, the strongest first', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const graph = graphOf(COUNT, ties);
        const { pairs, kinds, tieCount, degrees } = pictureOf(graph, { exclude: undefined, mostTies: 1000 });
        const distinct = new Set(ties.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`));
        const drawn = Array.from(kinds, (_, at) =>
          [pairs[2 * at]!, pairs[2 * at + 1]!].toSorted((a, b) => a - b).join(' '),
        );
        expect(new Set(drawn)).toEqual(distinct);
        expect(drawn).toHaveLength(distinct.size);
        expect(tieCount).toBe(distinct.size);
        expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * distinct.size);
        const heights = Array.from(kinds, (kind) => kind & (LIKELY - 1));
        expect(heights).toEqual(heights.toSorted((a, b) => b - a));
      }),
    );
  });

  it('is the strongest of everybody’s ties where there are too many, and counts the rest', () => {
    const weak = linkOf({ level: 'met_once', certainty: 'likely' });
    const all = Array.from({ length: 40 }, (_, one) =>
      Array.from({ length: 40 }, (__, other): Edge => [one, other, weak]).filter(([a, b]) => a < b),
    ).flat();
    const strong: Edge[] = [[0, 39, linkOf({ level: 'trusted' })]];
    const graph = graphOf(40, [...all, ...strong]);
    const { kinds, tieCount, pairs } = pictureOf(graph, { exclude: undefined, mostTies: 100 });
    expect(tieCount).toBe(780);
    expect(kinds.length).toBeLessThanOrEqual(100);
    expect([pairs[0], pairs[1], kinds[0]]).toEqual([0, 39, TIE_LEVELS.indexOf('trusted')]);
    // Nobody who has ties stands there without one.
    expect(new Set(pairs).size).toBe(40);
  });

  it('leaves out the owner and whoever is not asked for', () => {
    const graph = graphOf(5, [
      [0, 1, linkOf({ level: 'know' })],
      [1, 2, linkOf({ level: 'know' })],
    ]);
    const picture = pictureOf(graph, { exclude: 11, among: Int32Array.of(0, 1, 2), mostTies: 10 });
    expect([...picture.ids]).toEqual([10, 12]);
    expect(picture.tieCount).toBe(0);
  });
});

describe('communities', () => {
  it('finds the groups that were planted', () => {
    const groups = 8;
    const size = 20;
    const pairs: number[] = [];
    for (let at = 0; at < groups * size; at += 1) {
      for (const step of [1, 2, 3, 5]) pairs.push(at, Math.floor(at / size) * size + ((at + step) % size));
      if (at % size === 0) pairs.push(at, (at + size) % (groups * size));
    }
    const weights = new Float64Array(pairs.length / 2).fill(1);
    const found = communitiesOf({ count: groups * size + 1, pairs: Int32Array.from(pairs), weights });
    for (let group = 0; group < groups; group += 1)
      expect(new Set(found.subarray(group * size, (group + 1) * size)).size).toBe(1);
    expect(new Set(found.subarray(0, groups * size)).size).toBe(groups);
    expect(found[groups * size]).toBe(-1);
  });

  it('numbers them by size without gaps, the same every time', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const { pairs, kinds } = pictureOf(graphOf(COUNT, ties), { exclude: undefined, mostTies: 1000 });
        const given = { count: COUNT, pairs, weights: Float64Array.from(kinds, () => 1) };
        const found = communitiesOf(given);
        const sizes = new Map<number, number>();
        for (const community of found)
          if (community >= 0) sizes.set(community, (sizes.get(community) ?? 0) + 1);
        const inOrder = [...sizes].toSorted(([a], [b]) => a - b);
        expect(inOrder.map(([community]) => community)).toEqual([...inOrder.keys()]);
        expect(inOrder.map(([, size]) => size)).toEqual([...sizes.values()].toSorted((a, b) => b - a));
        expect(communitiesOf(given)).toEqual(found);
      }),
    );
  });
});

describe('places', () => {
  const laidOut = (ties: readonly Edge[]): Float32Array => {
    const { pairs, kinds } = pictureOf(graphOf(COUNT, ties), { exclude: undefined, mostTies: 1000 });
    const weights = Float64Array.from(kinds, () => 1);
    const community = communitiesOf({ count: COUNT, pairs, weights });
    const steps = layoutSteps({ count: COUNT, pairs, weights, community });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.slice();
    }
  };

  it('are the same for the same network, and nobody stands on somebody else', () => {
    fc.assert(
      fc.property(edges, (ties) => {
        const xy = laidOut(ties);
        expect(xy.every((value) => Number.isFinite(value))).toBe(true);
        expect(laidOut(ties)).toEqual(xy);
        const spots = new Set(Array.from({ length: COUNT }, (_, at) => `${xy[2 * at]} ${xy[2 * at + 1]}`));
        expect(spots.size).toBe(COUNT);
      }),
      { numRuns: 30 },
    );
  });

  const xys = fc
    .array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
      maxLength: 60,
    })
    .map((points) => Float32Array.from(points.flat()));

  it('finds whoever is nearest', () => {
    const at = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(xys, at, at, fc.integer({ min: 1, max: 300 }), (xy, x, y, reach) => {
        const away = Array.from({ length: xy.length / 2 }, (_, one) =>
          Math.hypot(xy[2 * one]! - x, xy[2 * one + 1]! - y),
        );
        const least = Math.min(Infinity, ...away.filter((distance) => distance <= reach));
        const found = nearestTo(placesOf(xy), { x, y, reach });
        expect(found < 0 ? Infinity : away[found]).toBe(least);
      }),
    );
  });

  it('tells everybody in a part of it, and each once', () => {
    const at = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(xys, fc.tuple(at, at, at, at), (xy, [a, b, c, d]) => {
        const part = {
          left: Math.min(a, b),
          right: Math.max(a, b),
          top: Math.min(c, d),
          bottom: Math.max(c, d),
        };
        const told: number[] = [];
        forEachIn(placesOf(xy), part, (one) => told.push(one));
        expect(new Set(told).size).toBe(told.length);
        for (let one = 0; one < xy.length / 2; one += 1) {
          const [x, y] = [xy[2 * one]!, xy[2 * one + 1]!];
          if (x >= part.left && x <= part.right && y >= part.top && y <= part.bottom)
            expect(told).toContain(one);
        }
      }),
    );
  });
});

describe('files of the picture', () => {
  const person = (id: number, name: string) => ({
    id,
    name,
    x: id,
    y: -id,
    radius: 2,
    colour: 'oklch(0.5 0.1 20)',
    level: 'know',
    how: 'in_person',
    community: 0,
  });
  const ties = [{ source: 1, target: 2, level: 'know', isLikely: true }];

  /** What an XML document says, read with nothing but its grammar: tags must close, text must be escaped. */
  function wellFormed(document: string): string[] {
    const open: string[] = [];
    const texts: string[] = [];
    const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
    const token = /<(\/?)([a-z]+)((?: [a-zA-Z.-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
    let end = 0;
    for (let match = token.exec(body); match !== null; match = token.exec(body)) {
      end = token.lastIndex;
      const [, close, name = '', , empty, text] = match;
      if (text !== undefined) {
        // eslint-disable-next-line no-control-regex
        expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)|[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u);
        texts.push(text);
      } else if (close === '/') expect(open.pop()).toBe(name);
      else if (empty !== '/') open.push(name);
    }
    expect(end).toBe(body.length);
    expect(open).toEqual([]);
    return texts;
  }

  it('are well-formed for any name', () => {
    const unescaped = (text: string): string =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('', '<script>', '"&', '\u0000\uD800'),
        (name, bad) => {
          const people = [person(1, name + bad), person(2, 'Ben Ode')];
          const svg = wellFormed(
            pictureAsSvg({ people, ties }, { ink: 'black', tie: 'grey', paper: 'white' }),
          );
          const graphml = wellFormed(pictureAsGraphml({ people, ties }));
          expect(svg.map(unescaped)).toContain('Ben Ode');
          expect(graphml.map(unescaped)).toContain('Ben Ode');
        },
      ),
    );
  });

  it('say of a likely tie that it is likely', () => {
    expect(pictureAsGraphml({ people: [person(1, 'A'), person(2, 'B')], ties })).toContain(
      '<data key="likely">true</data>',
    );
    expect(
      pictureAsSvg(
        { people: [person(1, 'A'), person(2, 'B')], ties },
        { ink: 'black', tie: 'grey', paper: 'white' },
      ),
    ).toContain('stroke-dasharray');
  });
});
