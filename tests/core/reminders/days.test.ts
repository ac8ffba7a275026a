import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthdayNear, birthdaysNear } from '#core/reminders/birthdays.ts';
import { daysFrom, everyDays, lastDayOf, lengthOf, nextBy, plusDays } from '#core/reminders/days.ts';
import { Cadence } from '#core/reminders/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { aDay } from './arbitraries.ts';

describe('a cadence', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-11-30', 'P3M', '2027-02-28'],
    ['2026-03-28', 'P1D', '2026-03-29'],
    ['2026-03-01', 'P2W', '2026-03-15'],
    ['2026-01-01', 'P365D', '2027-01-01'],
  ])('counted from %s, %s is up on %s', (from, cadence, by) => {
    expect(nextBy(from, cadence)).toBe(by);
  });

  it.each(['P0D', 'P', '90D', 'P3M2D', 'PT3H', 'P99999D', 'p3m'])('%s is none', (text) => {
    expect(Cadence.safeParse(text).success).toBe(false);
  });

  it('is up later than it began, and as long as it says', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('D', 'W', 'M', 'Y'),
        (day, n, unit) => {
          const cadence = `P${n}${unit}`;
          const days = daysFrom(day, nextBy(day, cadence));
          expect(days).toBeGreaterThan(0);
          // A month has between 28 and 31 days, so a cadence is never more than a few days beside its average.
          expect(Math.abs(days - lengthOf(cadence))).toBeLessThan(4);
        },
      ),
    );
  });

  it('in days is those days', () => {
    expect(nextBy('2026-05-01', everyDays(90))).toBe(plusDays('2026-05-01', 90));
  });
});

describe('the last day a date may mean', () => {
  it.each([
    ['2024-02', '2024-02-29'],
    ['2025-02', '2025-02-28'],
    ['2024', '2024-12-31'],
    ['2024-02-03', '2024-02-03'],
    ['--05-17', undefined],
  ])('%s → %s', (date, day) => {
    expect(lastDayOf(date)).toBe(day);
  });
});

describe('a birthday near a day', () => {
  it.each([
    ['on the day, with the age', '1980-05-17', '2026-05-17', { on: '2026-05-17', age: 46 }],
    ['without a year, without an age', '--05-17', '2026-05-14', { on: '2026-05-17', age: undefined }],
    ['a week ahead', '1980-05-17', '2026-05-10', { on: '2026-05-17', age: 46 }],
    ['three days late', '1980-05-17', '2026-05-20', { on: '2026-05-17', age: 46 }],
    ['over the end of the year', '1980-01-02', '2026-12-28', { on: '2027-01-02', age: 47 }],
    ['late over the end of the year', '1980-12-31', '2027-01-02', { on: '2026-12-31', age: 46 }],
    ['29 February in a leap year', '2000-02-29', '2028-02-29', { on: '2028-02-29', age: 28 }],
    ['29 February in a common year', '2000-02-29', '2026-02-28', { on: '2026-02-28', age: 26 }],
    ['a leap day without a year', '--02-29', '2027-02-25', { on: '2027-02-28', age: undefined }],
    ['Apple’s year for none', '1604-05-17', '2026-05-17', { on: '2026-05-17', age: undefined }],
    ['a month alone, at its end', '--05', '2026-05-31', { on: '2026-05-01', age: undefined }],
    ['a month of a year', '1980-05', '2026-05-12', { on: '2026-05-01', age: 46 }],
  ])('%s', (_, bday, today, { on, age }) => {
    const found = birthdayNear(bday, today);
    expect([found?.on, found?.age]).toEqual([on, age]);
  });

  it.each([
    ['eight days ahead', '1980-05-17', '2026-05-09'],
    ['four days late', '1980-05-17', '2026-05-21'],
    ['a month that has not begun', '--05', '2026-04-30'],
    ['a month that is over', '--05', '2026-06-01'],
    ['a year alone', '1980', '2026-05-17'],
    ['a day no month has', '--02-31', '2026-03-01'],
    ['words', 'in spring', '2026-05-17'],
    ['not born yet', '2030-05-17', '2026-05-17'],
  ])('none: %s', (_, bday, today) => {
    expect(birthdayNear(bday, today)).toBeUndefined();
  });

  it('is told on eleven days of a year, and is looked up on exactly those', () => {
    fc.assert(
      fc.property(aDay, aDay, fc.boolean(), (born, from, isYearKnown) => {
        const bday = isYearKnown ? `1985${born.slice(4)}` : `-${born.slice(4)}`;
        expect(PartialDate.safeParse(bday).success).toBe(true);
        const year = Array.from({ length: 365 }, (_, at) => plusDays(from, at));
        const told = year.filter((day) => birthdayNear(bday, day) !== undefined);
        expect(told.length).toBeGreaterThanOrEqual(10);
        expect(told.length).toBeLessThanOrEqual(12);
        for (const day of told) expect(birthdaysNear(day)).toContain(bday);
      }),
      { numRuns: 60 },
    );
  });
});
