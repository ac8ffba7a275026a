// Dates written in figures: `2024-05-03`, `3.5.`, `03/05/24`, `5/2024`.
import type { PartialDate } from '#core/shared/dates.ts';
import { type Day, isDay, written } from './calendar.ts';

export interface Figures {
  readonly now: Day;
  readonly isMonthFirst: boolean;
  /** Whether a word before it says that a day follows; only then `3.5` is one and not a number. */
  readonly isAnnounced: boolean;
}

/** A two-figure year is one of this century. */
const yearOf = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

const order = ({ year, month, day }: Day) => year * 10_000 + month * 100 + day;

/** The newest such day that is not after today; 29 February of the last leap year. */
export function latest(now: Day, month: number, day: number): PartialDate | undefined {
  for (let year = now.year; year > now.year - 9; year--) {
    const found = { year, month, day };
    if (isDay(found) && order(found) <= order(now)) return written(year, month, day);
  }
  return undefined;
}

const exactly = (year: number, month: number, day: number): PartialDate | undefined =>
  isDay({ year, month, day }) ? written(year, month, day) : undefined;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T[\d:.]+Z?)?$/i;
const YEAR_MONTH = /^(\d{4})-(\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[./](\d{4})$/;
const DAY_MONTH_YEAR = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_MONTH = /^(\d{1,2})([-./])(\d{1,2})(\.?)$/;
const DAY_DOT_MONTH_DOT = /^(\d{1,2})\.(\d{1,2})\.$/;

/**
 * One word of figures as a date, in the precision written; undefined when it is none. Dots are written day first
 * everywhere, slashes and hyphens as the language has it, unless a number over 12 tells.
 */
export function figuresDate(text: string, context: Figures): PartialDate | undefined {
  if (text.length > 32 || !/^\d/.test(text)) return undefined;
  const bare = text.replace(/[:!?]+$/, '');
  return withYear(bare.replace(/\.$/, ''), context) ?? withoutYear(bare, context);
}

function withYear(text: string, { isMonthFirst }: Figures): PartialDate | undefined {
  const ymd = YEAR_FIRST.exec(text);
  if (ymd !== null) return exactly(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]));
  const ym = YEAR_MONTH.exec(text);
  if (ym !== null) return monthOf(Number(ym[1]), Number(ym[2]));
  const my = MONTH_YEAR.exec(text);
  if (my !== null) return monthOf(Number(my[2]), Number(my[1]));
  const dmy = DAY_MONTH_YEAR.exec(text);
  if (dmy === null) return undefined;
  const { month, day } = parted(Number(dmy[1]), Number(dmy[3]), isMonthFirst && dmy[2] !== '.');
  return exactly(yearOf(dmy[4] ?? ''), month, day);
}

function withoutYear(text: string, { now, isMonthFirst, isAnnounced }: Figures): PartialDate | undefined {
  const dots = DAY_DOT_MONTH_DOT.exec(text);
  if (dots !== null) return latest(now, Number(dots[2]), Number(dots[1]));
  const match = DAY_MONTH.exec(text);
  if (match === null || (match[2] !== '/' && !isAnnounced)) return undefined;
  const { month, day } = parted(Number(match[1]), Number(match[3]), isMonthFirst && match[2] !== '.');
  return latest(now, month, day);
}

const monthOf = (year: number, month: number): PartialDate | undefined =>
  month >= 1 && month <= 12 && year >= 1000 ? written(year, month) : undefined;

/** Which of two numbers is the month. */
function parted(first: number, second: number, isMonthFirst: boolean): { month: number; day: number } {
  const monthFirst = second > 12 ? true : first > 12 ? false : isMonthFirst;
  return monthFirst ? { month: first, day: second } : { month: second, day: first };
}
