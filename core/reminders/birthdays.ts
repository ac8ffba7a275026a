// When somebody's birthday is next, or was last, however much of the date is known.
import { dayNumber, isLeap, isoDay, monthLength } from '#core/shared/civil.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { daysFrom, numberOf } from './days.ts';
import type { Day } from './model.ts';

/** Days before a birthday from which it is shown, and after it to which it is not too late. */
export const BIRTHDAY_AHEAD = 7;
export const BIRTHDAY_LATE = 3;

/** One birthday near a day. */
export interface Occurrence {
  /** The day itself; where only the month is known its first. */
  readonly on: Day;
  /** The last day on which it is shown. */
  readonly until: Day;
  /** How old they get; absent without a year, and for a year that cannot be one. */
  readonly age?: number;
  readonly isMonth: boolean;
}

/** Apple writes 1604 for "no year"; nobody in an address book is older than this. */
const OLDEST = 130;

const monthDay = (date: PartialDate) =>
  /^(?:(?<year>\d{4})-|--)(?<month>\d\d)(?:-(?<day>\d\d))?$/.exec(date)?.groups;

/**
 * The birthday that is within BIRTHDAY_AHEAD days of `today` or at most BIRTHDAY_LATE days past; of a month without a
 * day while the month lasts. 29 February is the 28th in a year that has none. Undefined: there is none near, a date of
 * no month, or not born yet.
 */
export function birthdayNear(bday: PartialDate, today: Day): Occurrence | undefined {
  const known = monthDay(bday);
  if (known === undefined) return undefined;
  const [month, day] = [Number(known['month']), known['day']];
  const thisYear = Number(today.slice(0, 4));
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const found = day === undefined ? wholeMonth(year, month) : oneDay(year, month, Number(day));
    if (found !== undefined && isShown(found, today)) return aged(found, known['year'], year);
  }
  return undefined;
}

/** With the age that `year` brings, where the year of birth is known and can be one. */
function aged(found: Place, born: string | undefined, year: number): Occurrence | undefined {
  const age = born === undefined ? undefined : year - Number(born);
  if (age === undefined || age === 0 || age > OLDEST) return found;
  return age < 0 ? undefined : { ...found, age };
}

type Place = Pick<Occurrence, 'on' | 'until' | 'isMonth'>;

function oneDay(year: number, month: number, day: number): Place | undefined {
  const isLeapDay = month === 2 && day === 29 && !isLeap(year);
  if (!isLeapDay && day > monthLength(year, month)) return undefined;
  const at = dayNumber(year, month, isLeapDay ? 28 : day);
  return { on: isoDay(at), until: isoDay(at + BIRTHDAY_LATE), isMonth: false };
}

function wholeMonth(year: number, month: number): Place {
  const on = isoDay(dayNumber(year, month, 1));
  return { on, until: isoDay(dayNumber(year, month, monthLength(year, month))), isMonth: true };
}

function isShown({ on, until, isMonth }: Place, today: Day): boolean {
  return daysFrom(today, on) <= (isMonth ? 0 : BIRTHDAY_AHEAD) && today <= until;
}

/** The first year that is looked for. */
const FIRST_YEAR = 1900;

/**
 * Every date as a card may write it whose birthday may be near a day: with every year from 1900, Apple's 1604 and none.
 * For looking them up, one by one, among all there are.
 */
export function birthdaysNear(today: Day): PartialDate[] {
  const year = Number(today.slice(0, 4));
  const first = numberOf(today) - BIRTHDAY_LATE;
  const days = Array.from({ length: BIRTHDAY_LATE + BIRTHDAY_AHEAD + 1 }, (_, at) =>
    isoDay(first + at).slice(5),
  );
  const all = [...days, ...(days.includes('02-28') ? ['02-29'] : []), today.slice(5, 7)];
  const years = [
    '-',
    '1604',
    ...Array.from({ length: year - FIRST_YEAR + 1 }, (_, at) => String(FIRST_YEAR + at)),
  ];
  return years.flatMap((of) => all.map((day) => `${of}-${day}`));
}
