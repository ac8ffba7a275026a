// The days of one period of a recurrence rule (the table of RFC 5545 §3.3.10): a year, a month, a week or a day.
import { civilOf, dayNumber, monthLength, weekday, yearLength } from '#core/shared/civil.ts';
import type { Rule } from './rule.ts';

/** A rule with what it leaves to DTSTART filled in. */
export interface CompleteRule extends Rule {
  readonly startDay: number;
}

const isEmpty = (list: readonly unknown[]) => list.length === 0;

/** What the rule does not say comes from DTSTART (§3.3.10): the day of the month, the weekday, the month. */
export function completed(rule: Rule, startDay: number): CompleteRule {
  const { month, day } = civilOf(startDay);
  const ownWeekday = [{ weekday: weekday(startDay), nth: 0 }];
  const { frequency, byDay, byMonthDay, byYearDay, byWeekNo, byMonth } = rule;
  const hasDays = ![byDay, byMonthDay, byYearDay].every(isEmpty);
  const complete = { ...rule, startDay };
  if (frequency === 'WEEKLY') return { ...complete, byDay: isEmpty(byDay) ? ownWeekday : byDay };
  if (frequency === 'MONTHLY') return { ...complete, byMonthDay: hasDays ? byMonthDay : [day] };
  if (frequency !== 'YEARLY') return complete;
  if (!isEmpty(byWeekNo)) return { ...complete, byDay: hasDays ? byDay : ownWeekday };
  if (hasDays) return complete;
  return { ...complete, byMonthDay: [day], byMonth: isEmpty(byMonth) ? [month] : byMonth };
}

/** Which period DTSTART lies in, and where the one `at` steps later begins. */
export function periodOf(rule: CompleteRule, day: number): number {
  const { year, month } = civilOf(day);
  switch (rule.frequency) {
    case 'YEARLY':
      return year;
    case 'MONTHLY':
      return year * 12 + month - 1;
    case 'WEEKLY':
      return Math.floor((day - firstOfWeek(0, rule.weekStart)) / 7);
    default:
      return day;
  }
}

const firstOfWeek = (day: number, weekStart: number) => day - ((weekday(day) - weekStart + 7) % 7);

/** The days a period offers before the rule's limits; not many more than can be taken. */
function daysIn(rule: CompleteRule, period: number): number[] {
  switch (rule.frequency) {
    case 'YEARLY':
      return (isEmpty(rule.byMonth) ? ALL_MONTHS : rule.byMonth).flatMap((month) => monthDays(period, month));
    case 'MONTHLY':
      return monthDays(Math.floor(period / 12), (period % 12) + 1);
    case 'WEEKLY': {
      const first = firstOfWeek(0, rule.weekStart) + period * 7;
      return [0, 1, 2, 3, 4, 5, 6].map((at) => first + at);
    }
    default:
      return [period];
  }
}
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const monthDays = (year: number, month: number): number[] => {
  const first = dayNumber(year, month, 1);
  return Array.from({ length: monthLength(year, month) }, (_, at) => first + at);
};

/** The rule's days in one period, ascending, and how much work it was. */
export function ruleDays(
  rule: CompleteRule,
  period: number,
): { readonly days: number[]; readonly work: number } {
  const offered = daysIn(rule, period);
  return { days: offered.filter((day) => isRuleDay(rule, day)), work: offered.length };
}

/** Whether a day passes all the rule's limits for days. */
export function isRuleDay(rule: CompleteRule, day: number): boolean {
  const date = civilOf(day);
  const { byMonth, byMonthDay, byYearDay } = rule;
  if (!isEmpty(byMonth) && !byMonth.includes(date.month)) return false;
  const length = monthLength(date.year, date.month);
  if (!isEmpty(byMonthDay) && !byMonthDay.includes(date.day) && !byMonthDay.includes(date.day - length - 1))
    return false;
  const yearDay = day - dayNumber(date.year, 1, 1) + 1;
  const days = yearLength(date.year);
  if (!isEmpty(byYearDay) && !byYearDay.includes(yearDay) && !byYearDay.includes(yearDay - days - 1))
    return false;
  return isInWeek(rule, day) && isWeekday(rule, day, { ...date, length, yearDay, days });
}

function isInWeek({ byWeekNo, weekStart, frequency }: CompleteRule, day: number): boolean {
  if (isEmpty(byWeekNo) || frequency !== 'YEARLY') return true;
  // The week belongs to the year in which it has most of its days (§3.3.10, ISO 8601).
  const middle = firstOfWeek(day, weekStart) + 3;
  const { year } = civilOf(middle);
  const weekNo = Math.floor((middle - dayNumber(year, 1, 1)) / 7) + 1;
  const lastMiddle = firstOfWeek(dayNumber(year, 12, 28), weekStart) + 3;
  const weeks = Math.floor((lastMiddle - dayNumber(year, 1, 1)) / 7) + 1;
  return byWeekNo.includes(weekNo) || byWeekNo.includes(weekNo - weeks - 1);
}

interface Place {
  readonly day: number;
  readonly length: number;
  readonly yearDay: number;
  readonly days: number;
}

function isWeekday(rule: CompleteRule, dayNo: number, place: Place): boolean {
  const { byDay, frequency, byMonth, byWeekNo } = rule;
  if (isEmpty(byDay)) return true;
  const own = weekday(dayNo);
  const isOfYear = frequency === 'YEARLY' && isEmpty(byMonth);
  const [at, of] = isOfYear ? [place.yearDay, place.days] : [place.day, place.length];
  const counts = (frequency === 'MONTHLY' || frequency === 'YEARLY') && isEmpty(byWeekNo);
  return byDay.some(({ weekday: wanted, nth }) => {
    if (wanted !== own) return false;
    if (nth === 0 || !counts) return true;
    return nth > 0 ? Math.floor((at - 1) / 7) + 1 === nth : -(Math.floor((of - at) / 7) + 1) === nth;
  });
}
