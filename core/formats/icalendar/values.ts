// Dates, times and durations of iCalendar (RFC 5545 §3.3.4, §3.3.5, §3.3.6), as written and as often miswritten.
import { DAY_SECONDS, dayNumber, monthLength } from '#core/shared/civil.ts';

/** A time on somebody's clock: seconds since 1970 as if that clock showed UTC. */
export type Wall = number;

export interface TimeValue {
  readonly wall: Wall;
  /** No time of the day (VALUE=DATE). */
  readonly isDate: boolean;
  /** The clock is UTC's. */
  readonly isUtc: boolean;
}

const BASIC =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A DATE or DATE-TIME, also with ISO 8601's dashes and colons, without seconds, with an offset. Undefined for a day that
 * does not exist. A leap second is the one before it; 24:00 is midnight.
 */
export function timeValue(text: string): TimeValue | undefined {
  const match = BASIC.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const midnight = midnightOf(year ?? 0, month ?? 0, day ?? 0);
  if (midnight === undefined) return undefined;
  if (match[4] === undefined) return { wall: midnight, isDate: true, isUtc: false };
  const time = secondOfDay(hour ?? 0, minute ?? 0, second ?? 0);
  const zone = match[7] ?? '';
  return time === undefined
    ? undefined
    : { wall: midnight + time - offsetSeconds(zone), isDate: false, isUtc: zone !== '' };
}

const midnightOf = (year: number, month: number, day: number): Wall | undefined =>
  year > 0 && day > 0 && day <= monthLength(year, month)
    ? dayNumber(year, month, day) * DAY_SECONDS
    : undefined;

const secondOfDay = (hour: number, minute: number, second: number): number | undefined =>
  hour <= 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + Math.min(second, 59) : undefined;

/** `+0100`, `-05:30`, `+013045` in seconds; 0 for anything else. */
export function offsetSeconds(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(text.trim());
  if (!match) return 0;
  const [, sign, hours = '', minutes = '', seconds = '0'] = match;
  return (sign === '-' ? -1 : 1) * (+hours * 3600 + +minutes * 60 + +seconds);
}

const DURATION =
  /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i;

/** A duration in seconds; undefined when it is none. */
export function durationSeconds(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (!match) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const total = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  return match[1] === '-' ? -total : total;
}
