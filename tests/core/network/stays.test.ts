// Who was where at the same time, against counting months one by one.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESENT, stayOf, stayShown, together } from '#core/network/stays.ts';
import type { Stay } from '#core/network/stays.ts';

const job = (from?: string, to?: string): Stay => stayOf({ from, to })!;

describe('two people at one organisation', () => {
  it.each<[string, Stay[], Stay[], ReturnType<typeof together>]>([
    [
      'years that overlap',
      [job('2017', '2021')],
      [job('2019', '2023')],
      { years: { first: 2019, last: 2021 } },
    ],
    ['one year', [job('2017', '2019-03')], [job('2019', '2023')], { years: { first: 2019, last: 2019 } }],
    ['years apart', [job('2010', '2014')], [job('2015')], undefined],
    ['months apart in one year', [job('2017', '2019-03')], [job('2019-05', '2023')], undefined],
    ['both still there', [job('2017')], [job('2019-04')], { years: { first: 2019 } }],
    ['both there now, nobody knows since when', [PRESENT], [PRESENT], {}],
    ['one of them since a year that is known', [job('2017')], [PRESENT], {}],
    ['one there now, the other gone', [PRESENT], [job('2017', '2020')], { isTimeUnknown: true }],
    ['only ends are known', [job(undefined, '2019')], [job(undefined, '2020')], { isTimeUnknown: true }],
    [
      'an end and a time around it',
      [job(undefined, '2019')],
      [job('2017', '2020')],
      { years: { first: 2019, last: 2019 } },
    ],
    ['a time that ended before the other’s', [job(undefined, '2019')], [job('2020')], undefined],
    ['a date without a year', [job('--05', '--06')], [PRESENT], {}],
    [
      'shown by a file while the other was there',
      [stayShown('2020-02-01', '2022-03-04')!],
      [job('2019')],
      { years: { first: 2020, last: 2020 } },
    ],
    [
      'shown by a file, perhaps before',
      [stayShown('2020-02-01', '2022-03-04')!],
      [job('2010', '2012')],
      { isTimeUnknown: true },
    ],
    ['replaced before the other came', [stayShown('2020-02-01', '2022-03-04')!], [job('2023')], undefined],
    [
      'twice there: the longest time',
      [job('2010', '2011'), job('2015', '2020')],
      [job('2009')],
      { years: { first: 2015, last: 2020 } },
    ],
    [
      'years say more than that both are there now',
      [PRESENT, job('2010', '2011')],
      [PRESENT, job('2009', '2012')],
      { years: { first: 2010, last: 2011 } },
    ],
  ])('%s', (_, one, other, expected) => {
    expect(together(one, other)).toEqual(expected);
    expect(together(other, one)).toEqual(expected);
  });

  it('makes nothing of a job that ends before it begins', () => {
    expect(stayOf({ from: '2020', to: '2019' })).toBeUndefined();
    expect(stayShown('2022-03-04', '2020-02-01')).toBeUndefined();
  });

  it('is what counting the months says', () => {
    const year = fc.integer({ min: 2000, max: 2006 });
    const date = fc.option(
      fc
        .tuple(year, fc.option(fc.integer({ min: 1, max: 12 })))
        .map(([y, month]) => (month === null ? `${y}` : `${y}-${String(month).padStart(2, '0')}`)),
      { nil: undefined },
    );
    const stay = fc.tuple(date, date).filter(([from, to]) => stayOf({ from, to }) !== undefined);
    fc.assert(
      fc.property(stay, stay, (a, b) => {
        const [one, other] = [monthsOf(a), monthsOf(b)];
        const sure = one.sure.filter((month) => other.sure.includes(month));
        const isPossible = one.possible.some((month) => other.possible.includes(month));
        const years = sure.filter((month) => month !== NOW).map((month) => Math.floor(month / 12));
        const isNow = sure.includes(NOW);
        const last = isNow ? {} : { last: years.at(-1) };
        const dated = years.length === 0 ? {} : { years: { first: years[0], ...last } };
        const unsure = isPossible ? { isTimeUnknown: true } : undefined;
        expect(together([job(...a)], [job(...b)])).toEqual(sure.length === 0 ? unsure : dated);
      }),
      { numRuns: 1000 },
    );
  });
});

const FIRST = 1998 * 12;
const NOW = 2010 * 12;
const ALL = Array.from({ length: NOW - FIRST + 1 }, (_, at) => FIRST + at);

/** Every month in which somebody surely was there and in which they may have been, by walking through all of them. */
function monthsOf([from, to]: readonly [string | undefined, string | undefined]) {
  const nameOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const isFrom = (month: number) => from === undefined || nameOf(month).slice(0, from.length) >= from;
  const isTo = (month: number) => to === undefined || nameOf(month).slice(0, to.length) <= to;
  const possible = ALL.filter((month) => isFrom(month) && isTo(month));
  const end = (month: number) => (to === undefined ? month === NOW : nameOf(month).startsWith(to));
  return { possible, sure: from === undefined ? possible.filter(end) : possible };
}
