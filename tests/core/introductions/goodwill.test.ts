import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodwillFactor, goodwillOf, UNTOUCHED, YEAR_DAYS } from '#core/introductions/goodwill.ts';
import type { Favour } from '#core/introductions/goodwill.ts';

const TODAY = '2026-06-15';
const daysAgo = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const ask = (age: number, more: Partial<Favour> = {}): Favour => ({
  way: 'taken',
  kind: 'reference',
  on: daysAgo(age),
  state: 'open',
  ...more,
});
const gift = (age: number): Favour => ({
  way: 'given',
  kind: 'introduction',
  on: daysAgo(age),
  state: 'done',
});
const ledger = (favours: readonly Favour[], thankedOn?: string) =>
  goodwillOf(favours, { today: TODAY, thankedOn });

describe('the ledger of goodwill', () => {
  it.each<[string, readonly Favour[], object]>([
    ['nothing yet', [], { given: 0, taken: 0, open: 0, left: 3, thanksOwed: 0 }],
    ['one ask still open', [ask(3)], { taken: 1, open: 1, recent: 1, left: 2, lastAskedOn: daysAgo(3) }],
    ['an ask of this day last year', [ask(365)], { taken: 0, left: 3, lastAskedOn: daysAgo(365) }],
    ['an ask a day younger than a year', [ask(364)], { taken: 1, recent: 0, left: 2 }],
    ['an answer nobody thanked for', [ask(40, { state: 'done', doneOn: daysAgo(38) })], { thanksOwed: 1 }],
    ['silence, for which no thanks are owed', [ask(40, { state: 'not_done' })], { thanksOwed: 0, open: 0 }],
    [
      'an introduction with thanks and its outcome told',
      [ask(60, { kind: 'introduction', state: 'done', thankedOn: daysAgo(50), outcomeToldOn: daysAgo(20) })],
      { thanksOwed: 0, lastThankedOn: daysAgo(50), lastOutcomeOn: daysAgo(20) },
    ],
    ['four asks', [ask(1), ask(31), ask(61), ask(300)], { taken: 4, recent: 3, left: 0 }],
    ['something done for them', [gift(10), gift(400)], { given: 1, taken: 0, left: 3 }],
  ])('%s', (_, favours, expected) => {
    expect(ledger(favours)).toMatchObject(expected);
  });

  it('takes thanks for everything up to their day, but not for what came after', () => {
    const done = (age: number) => ask(age, { state: 'done', doneOn: daysAgo(age) });
    expect(ledger([done(30), done(10)], daysAgo(20))).toMatchObject({
      thanksOwed: 1,
      lastThankedOn: daysAgo(20),
    });
    expect(ledger([done(30), done(10)], daysAgo(10)).thanksOwed).toBe(0);
  });

  it('does not count what lies ahead or has no year', () => {
    expect(ledger([ask(-1), ask(0, { on: '--06-01' })])).toMatchObject({ taken: 0, open: 0, left: 3 });
  });
});

const age = fc.integer({ min: -20, max: 800 });
const favour: fc.Arbitrary<Favour> = fc.record({
  way: fc.constantFrom('taken', 'given'),
  kind: fc.constantFrom('reference', 'introduction'),
  on: age.map(daysAgo),
  state: fc.constantFrom('open', 'done', 'not_done'),
  doneOn: fc.option(age.map(daysAgo), { nil: undefined }),
  thankedOn: fc.option(age.map(daysAgo), { nil: undefined }),
  outcomeToldOn: fc.option(age.map(daysAgo), { nil: undefined }),
});
const favours = fc.array(favour, { maxLength: 12 });
const RUNS = { numRuns: 500 };

describe('laws of the ledger', () => {
  it('equals a count by hand, in whatever order the favours come', () => {
    fc.assert(
      fc.property(favours, fc.integer({ min: 0, max: 6 }), (all, budget) => {
        const sums = goodwillOf(all, { today: TODAY, budget });
        const isYoung = ({ on }: Favour) => on <= TODAY && on > daysAgo(YEAR_DAYS);
        const asks = all.filter((one) => isYoung(one) && one.way === 'taken');
        expect(sums.taken).toBe(asks.length);
        expect(sums.left).toBe(budget > asks.length ? budget - asks.length : 0);
        expect(sums.open).toBe(asks.filter(({ state }) => state === 'open').length);
        expect(sums.given).toBe(
          all.filter((one) => isYoung(one) && one.way === 'given' && one.state === 'done').length,
        );
        expect(sums.thanksOwed).toBeLessThanOrEqual(asks.filter(({ state }) => state === 'done').length);
        expect(goodwillOf(all.toReversed(), { today: TODAY, budget })).toEqual(sums);
      }),
      RUNS,
    );
  });

  it('a further ask never leaves more, thanks never leave more owed, a favour never weighs against asking', () => {
    fc.assert(
      fc.property(favours, favour, age.map(daysAgo), (all, one, day) => {
        const before = ledger(all);
        const taken = ledger([...all, { ...one, way: 'taken' }]);
        expect(taken.left).toBeLessThanOrEqual(before.left);
        expect(goodwillFactor(taken)).toBeLessThanOrEqual(goodwillFactor(before));
        const given = ledger([...all, { ...one, way: 'given' }]);
        expect(goodwillFactor(given)).toBeGreaterThanOrEqual(goodwillFactor(before));
        expect(ledger(all, day).thanksOwed).toBeLessThanOrEqual(before.thanksOwed);
        expect(ledger(all, TODAY).thanksOwed).toBeLessThanOrEqual(
          all.filter(({ doneOn }) => (doneOn ?? '') > TODAY).length,
        );
      }),
      RUNS,
    );
  });

  it('is a factor above nothing and at most one, and nobody stands better than somebody helped and never asked', () => {
    fc.assert(
      fc.property(favours, (all) => {
        const factor = goodwillFactor(ledger(all));
        expect(factor).toBeGreaterThan(0);
        expect(factor).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
    expect(goodwillFactor(UNTOUCHED)).toBeGreaterThan(0);
  });
});
