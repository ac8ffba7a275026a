// Days counted from another day, without a clock: proleptic Gregorian, UTC, so that no time zone moves a day.
import type { PartialDate } from '#core/shared/dates.ts';

/** A day of the calendar; `month` from 1 on. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** `2026-11-25`, `2026-11` or `2026`, as much as is given. */
export const written = (year: number, month?: number, day?: number): PartialDate =>
  `${pad(year, 4)}${month === undefined ? '' : `-${pad(month)}`}${day === undefined ? '' : `-${pad(day)}`}`;

const longestMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the calendar has this day; years are those of four figures. */
export const isDay = ({ year, month, day }: Day): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= longestMonth(year, month);

/** The day so many days later, or earlier. */
export function daysFrom({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The month so many months earlier. */
export function monthsBefore({ year, month }: Day, months: number): { year: number; month: number } {
  const count = year * 12 + (month - 1) - months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** 0 is Monday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;

/** The day a text begins with, `2026-11-25…`; undefined when it does not. */
export function dayOf(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (match === null) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : undefined;
}
