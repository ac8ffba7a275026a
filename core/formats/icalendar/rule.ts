// A recurrence rule (RFC 5545 §3.3.10) as text and as its parts.
import { iCalendarRule } from './rule-vcalendar.ts';
import { type TimeValue, timeValue } from './values.ts';

export type Frequency = 'SECONDLY' | 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export interface WeekdayPart {
  /** 0 for Sunday. */
  readonly weekday: number;
  /** `2MO` is the second, `-1MO` the last Monday of the month or year; 0 for every one. */
  readonly nth: number;
}

export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: TimeValue | undefined;
  /** 0 for Sunday. */
  readonly weekStart: number;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly WeekdayPart[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
}

const FREQUENCIES: readonly Frequency[] = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A list of the rule as whole numbers between two borders; what is outside or no number is left out. */
function numbers(text: string | undefined, lowest: number, highest: number): number[] {
  if (text === undefined) return [];
  const found = new Set<number>();
  for (const part of text.slice(0, 5000).split(',')) {
    const bare = part.trim();
    if (!/^[+-]?\d{1,3}$/.test(bare)) continue;
    const value = Number(bare);
    if (value >= lowest && value <= highest && (value !== 0 || lowest === 0)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function weekdays(text: string): WeekdayPart[] {
  const found: WeekdayPart[] = [];
  for (const part of text.slice(0, 5000).split(',')) {
    const [, nth = '0', name = ''] = /^\s*([+-]?\d{1,2})?\s*(SU|MO|TU|WE|TH|FR|SA)\s*$/.exec(part) ?? [];
    if (name !== '') found.push({ weekday: WEEKDAYS.indexOf(name), nth: Number(nth) });
  }
  return found;
}

const positive = (text: string | undefined): number | undefined => {
  const value = /^\s*\d{1,9}\s*$/.test(text ?? '') ? Number(text) : 0;
  return value > 0 ? value : undefined;
};

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text.slice(0, 20_000).split(';')) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).trim().toUpperCase(), part.slice(at + 1).trim());
  }
  return parts;
}

/**
 * A rule's parts, vCalendar 1.0's as well; parts that make no sense are left out. Undefined without a frequency, and for calendars other than the
 * Gregorian (RSCALE, RFC 7529).
 */
export function parseRule(text: string): Rule | undefined {
  const parts = partsOf(iCalendarRule(text) ?? text);
  const upper = (name: string) => (parts.get(name) ?? '').toUpperCase();
  const frequency = FREQUENCIES.find((one) => one === upper('FREQ'));
  if (!frequency || !/^(?:GREGORIAN)?$/.test(upper('RSCALE'))) return undefined;
  const weekStart = WEEKDAYS.indexOf(upper('WKST'));
  return {
    frequency,
    interval: positive(parts.get('INTERVAL')) ?? 1,
    count: positive(parts.get('COUNT')),
    until: timeValue(upper('UNTIL')),
    weekStart: weekStart < 0 ? 1 : weekStart,
    bySecond: numbers(parts.get('BYSECOND'), 0, 59),
    byMinute: numbers(parts.get('BYMINUTE'), 0, 59),
    byHour: numbers(parts.get('BYHOUR'), 0, 23),
    byDay: weekdays(upper('BYDAY')),
    byMonthDay: numbers(parts.get('BYMONTHDAY'), -31, 31),
    byYearDay: numbers(parts.get('BYYEARDAY'), -366, 366),
    byWeekNo: numbers(parts.get('BYWEEKNO'), -53, 53),
    byMonth: numbers(parts.get('BYMONTH'), 1, 12),
    bySetPos: numbers(parts.get('BYSETPOS'), -366, 366),
  };
}
