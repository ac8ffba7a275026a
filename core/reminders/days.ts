// Arithmetic of whole days and cadences, without clock or zone: a day is a day on either side of a change of the clocks.
import { dayNumber, isoDay, monthLength } from '#core/shared/civil.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { Cadence, Day } from './model.ts';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const partsOf = (day: Day): Parts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

/** A day as a number that counts on by one; a day a month has not is the next month's. */
export function numberOf(day: Day): number {
  const { year, month, day: of } = partsOf(day);
  return dayNumber(year, month, of);
}

/** The day so many days after another, before it for a negative number. */
export const plusDays = (day: Day, days: number): Day => isoDay(numberOf(day) + days);

/** Whole days from one to the other; negative when the other is earlier. */
export const daysFrom = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** The last day a date may mean: `2024-02` is `2024-02-29`. Undefined without a year. */
export function lastDayOf(date: PartialDate): Day | undefined {
  if (date.startsWith('--')) return undefined;
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const { year, month } = partsOf(`${date}-01`);
  return `${date}-${monthLength(year, month)}`;
}

/** How many of what a cadence says. */
const amountOf = (cadence: Cadence): number => Number(cadence.slice(1, -1));

/** The day after `from` by which a cadence wants the next contact; a month's end stays a month's end. */
export function nextBy(from: Day, cadence: Cadence): Day {
  const amount = amountOf(cadence);
  switch (cadence.at(-1)) {
    case 'W':
      return plusDays(from, amount * 7);
    case 'M':
      return plusMonths(from, amount);
    case 'Y':
      return plusMonths(from, amount * 12);
    default:
      return plusDays(from, amount);
  }
}

function plusMonths(from: Day, months: number): Day {
  const { year, month, day } = partsOf(from);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return isoDay(dayNumber(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth))));
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.436_875, Y: 365.2425 };

/** How long a cadence is, in days; a month and a year are what they are on average. */
export const lengthOf = (cadence: Cadence): number => amountOf(cadence) * (DAYS[cadence.slice(-1)] ?? 1);

/** A number of days as a cadence. */
export const everyDays = (days: number): Cadence => `P${days}D`;
