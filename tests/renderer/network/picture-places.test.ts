// Where things stand in the further pictures, and where the keys lead in the tree of sources.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { HOW_MET } from '#core/network/how-met.ts';
import { opacityOf, ringPlaces } from '#renderer/features/pictures/ring-places.ts';
import { BASE, barOf, niceStep, timeChart } from '#renderer/features/pictures/time-scale.ts';
import { openAtFirst, treeMove, treeRows } from '#renderer/features/pictures/tree-rows.ts';

describe('bars of time', () => {
  it('stand on one another and never reach over the top', () => {
    const people = fc.array(fc.nat(5000), { minLength: HOW_MET.length, maxLength: HOW_MET.length });
    fc.assert(
      fc.property(
        fc.array(people, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 2000 }),
        (all, room) => {
          const periods = all.map((counts, at) => ({
            period: String(1990 + at),
            people: counts.reduce((sum, one) => sum + one, 0),
            by: Object.fromEntries(HOW_MET.map((how, place) => [how, counts[place]!])),
          }));
          const { bars, ticks, width, step } = timeChart(periods, room);
          expect(ticks.length).toBeLessThanOrEqual(7);
          expect(bars.at(-1)!.x + step).toBeLessThanOrEqual(width);
          for (const { parts } of bars) {
            let from = BASE;
            for (const { y, height } of parts) {
              expect(y + height).toBeCloseTo(from, 6);
              from = y;
            }
            expect(from).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it.each([
    [1, 1],
    [7, 2],
    [12, 5],
    [50, 10],
    [51, 20],
    [4000, 1000],
  ])('of at most %i have a line every %i', (most, step) => expect(niceStep(most)).toBe(step));

  it('have the event of a month whose own has no bar below its year', () => {
    const bars = [{ period: '2024' }, { period: '2025-03' }];
    expect([barOf(bars, '2025-03-10'), barOf(bars, '2024-07-01'), barOf(bars, '2019')]).toEqual([1, 0, -1]);
  });
});

describe('circles', () => {
  it('have nobody standing on anybody else, and each within its ring', () => {
    const circles = fc.array(fc.nat(120), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(circles, (counts) => {
        const { rings, reach } = ringPlaces(
          counts.map((count) => ({
            level: 'know' as const,
            drawn: Array.from({ length: count }, () => ({})),
          })),
        );
        let inner = 0;
        for (const { radius, dots } of rings) {
          for (const [at, { x, y }] of dots.entries()) {
            expect(Math.hypot(x, y)).toBeGreaterThan(inner);
            expect(Math.hypot(x, y)).toBeLessThan(radius);
            for (const other of dots.slice(at + 1))
              expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(10);
          }
          inner = radius;
        }
        expect(reach).toBeGreaterThanOrEqual(inner);
      }),
      { numRuns: 30 },
    );
  });

  it('grow fainter with every month of silence, and are hollow without a record', () => {
    expect([0, 12, 24, 240].map((months) => opacityOf(months).toFixed(2))).toEqual([
      '1.00',
      '0.65',
      '0.30',
      '0.30',
    ]);
    const { rings } = ringPlaces([{ level: 'know', drawn: [{ silent: 0 }, {}] }]);
    expect(rings[0]!.dots.map(({ opacity }) => opacity)).toEqual([1, undefined]);
  });
});

describe('the tree', () => {
  const branch = (id: number, depth: number, people: number) => ({
    id: ContactId.parse(id),
    fn: `Person ${id}`,
    depth,
    people,
  });
  const source = (branches: ReturnType<typeof branch>[], others = 0) => ({
    origin: { kind: 'met' as const },
    name: '',
    people: branches.length + others,
    branches,
    leftOut: 0,
    others,
  });
  const tree = [
    source([branch(1, 0, 2), branch(2, 1, 1), branch(3, 2, 0), branch(4, 0, 1), branch(5, 1, 0)], 7),
  ];
  const said = (open: readonly string[]) =>
    treeRows(tree, new Set(open)).map(
      ({ key, level, place, among, isOpen }) => `${level} ${key} ${place}/${among} ${isOpen ?? '-'}`,
    );

  it('shows what is below whatever is open, and of each its place', () => {
    expect(said([])).toEqual(['1 met 1/1 false']);
    expect(said(['met'])).toEqual([
      '1 met 1/1 true',
      '2 met 1 1/3 false',
      '2 met 4 2/3 false',
      '2 met others 3/3 -',
    ]);
    // What is open below a closed one is not seen.
    expect(said(['met', 'met 2', 'met 4'])).toEqual([
      '1 met 1/1 true',
      '2 met 1 1/3 false',
      '2 met 4 2/3 true',
      '3 met 5 1/1 -',
      '2 met others 3/3 -',
    ]);
    expect(said(['met', 'met 1', 'met 2']).slice(1, 4)).toEqual([
      '2 met 1 1/3 true',
      '3 met 2 1/1 true',
      '4 met 3 1/1 -',
    ]);
    expect([...openAtFirst(tree)]).toEqual(['met', 'met 1']);
  });

  it('goes by keys as a tree does', () => {
    const rows = treeRows(tree, new Set(['met', 'met 4']));
    const go = (to: number) => ({ kind: 'go', to });
    expect(treeMove(rows, 0, 'ArrowDown')).toEqual(go(1));
    expect(treeMove(rows, 0, 'ArrowUp')).toBeUndefined();
    expect(treeMove(rows, 0, 'ArrowRight')).toEqual(go(1));
    expect(treeMove(rows, 0, 'ArrowLeft')).toEqual({ kind: 'close', key: 'met' });
    expect(treeMove(rows, 1, 'ArrowRight')).toEqual({ kind: 'open', key: 'met 1' });
    expect(treeMove(rows, 3, 'ArrowLeft')).toEqual(go(2));
    expect(treeMove(rows, 3, 'ArrowRight', true)).toEqual(go(2));
    expect(treeMove(rows, 3, 'ArrowRight')).toBeUndefined();
    expect(treeMove(rows, 1, 'End')).toEqual(go(4));
    expect(treeMove(rows, 4, 'Home')).toEqual(go(0));
    expect(treeMove(rows, 4, 'a')).toBeUndefined();
  });
});
