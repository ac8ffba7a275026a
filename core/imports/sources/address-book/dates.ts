// Birthdays and other days as address books write them, and which number of `5/6/1980` is the month.
import { isLeap } from '#core/shared/civil.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { readDate } from '../linkedin-dates.ts';
import { commonYear, dayOfEra, isPersianYear, westernDigits } from './calendars.ts';
import type { DateOrder } from './labels/model.ts';

/** Outlook's ways to say that there is no date: `0/0/00`, the last day it knows, and the first a spreadsheet knows. */
const NOTHING = /^[0\s./:-]+$/;
const OUTLOOKS_END = 4500;
/** Apple's and others' year of a day without one. */
const NO_YEAR = new Set(['1604', '1111', '0000', '0001']);

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);

/** A day of a year, or of any year; undefined when there is none such. */
export function dayOf(year: string, month: number, day: number): PartialDate | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= LENGTHS[month - 1]!)) return undefined;
  if (year === '' || NO_YEAR.has(year)) return `--${two(month)}-${two(day)}`;
  const common = commonYear(+year);
  if (month === 2 && day === 29 && !isLeap(common)) return undefined;
  return `${String(common).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const WITHOUT_YEAR = /^--? ?(\d{1,2})-?(\d{1,2})$/;
const PAIR = /^(\d{1,2})([./-]) ?(\d{1,2})[./-]?$/;
const YEAR_FIRST = /^(\d{4}|\d{2})(?:[./-] ?)(\d{1,2})(?:[./-] ?)(\d{1,2})\.?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})\.?$/;
const YEAR = /^(?:1[7-9]|20)\d{2}$/;
const MONTH_AND_DAY = /^\p{L}[\p{L}.]* \d{1,2}$/u;
const LONGEST_DATE = 60;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A year in two digits: of this century only when it has been. */
const fullYear = (text: string, thisYear: number) => {
  if (text.length > 2) return text;
  const year = 2000 + +text;
  return String(year > thisYear ? year - 100 : year);
};

function pair(text: string, order: DateOrder): PartialDate | undefined {
  const [, a = '', sign, b = ''] = PAIR.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const dayFirst = sign === '.' ? order !== 'ymd' : order === 'dmy';
  return dayFirst ? (dayOf('', +b, +a) ?? dayOf('', +a, +b)) : (dayOf('', +a, +b) ?? dayOf('', +b, +a));
}

/** Day and month in the order they are in; the other way round where that is no day. */
const either = (year: string, a: string, b: string, dayFirst: boolean) =>
  dayFirst ? (dayOf(year, +b, +a) ?? dayOf(year, +a, +b)) : (dayOf(year, +a, +b) ?? dayOf(year, +b, +a));

function yearFirst(text: string, order: DateOrder, thisYear: number): PartialDate | undefined {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year.length !== 4 && (year === '' || order !== 'ymd')) return undefined;
  return dayOf(fullYear(year, thisYear), +month, +day);
}

function numeric(text: string, order: DateOrder, thisYear: number): PartialDate | undefined {
  const found = yearFirst(text, order, thisYear);
  if (found !== undefined) return found;
  const [, a = '', b = '', year] = NUMERIC.exec(text) ?? [];
  if (year === undefined) return undefined;
  // A full stop always means day first; else the order of the whole column decides, and a month above twelve.
  return either(fullYear(year, thisYear), a, b, text.includes('.') || order === 'dmy');
}

/** As `dayOf`, for what `readDate` has read: it leaves years as they are. */
function withYearChecked(date: PartialDate | undefined): PartialDate | undefined {
  if (date === undefined || date.startsWith('--')) return date;
  const year = Number(date.slice(0, 4));
  if (year >= OUTLOOKS_END) return '';
  if (isPersianYear(year)) return undefined;
  const common = commonYear(year);
  if (common !== year) return `${common}${date.slice(4)}`;
  return NO_YEAR.has(date.slice(0, 4)) && date.length === 10 ? `-${date.slice(4)}` : date;
}

/** The time after a date says nothing about a day. */
const withoutTime = (text: string) => text.replace(/[ T]\d{1,2}:\d{2}.*$/s, '');

const isNothing = (text: string) => NOTHING.test(text);

/** Forms without any question of order. */
function plainDay(text: string): PartialDate | undefined {
  const [, month, day] = WITHOUT_YEAR.exec(text) ?? [];
  if (month !== undefined) return dayOf('', +month, Number(day));
  if (YEAR.test(text)) return text;
  const [, year, ...rest] = COMPACT.exec(text) ?? [];
  return year === undefined ? undefined : dayOf(year, Number(rest[0]), Number(rest[1]));
}

function eraDay(text: string): PartialDate | undefined {
  const found = dayOfEra(text);
  return found && dayOf(found.year, found.month, found.day);
}

function namedDay(text: string, order: DateOrder): PartialDate | undefined {
  if (MONTH_AND_DAY.test(text)) {
    const inLeapYear = readDate(`${text}, 2000`);
    if (inLeapYear !== undefined) return `-${inLeapYear.slice(4)}`;
  }
  return readDate(text, order === 'mdy' ? 'month-first' : 'day-first');
}

/**
 * A day as it stands in a cell: ISO, `--05-17`, `5/17/1980`, `17.05.1980`, `1980/5/17`, `19800517`, `17. Mai 1980`, with
 * or without a time. '' for the ways to say "none" (`0/0/00`, `1/1/4501`); undefined when it is no date.
 */
export function readDay(written: string, order: DateOrder, thisYear: number): PartialDate | undefined {
  if (ISO.test(written) && written < '2400' && written > '1605')
    return dayOf(written.slice(0, 4), +written.slice(5, 7), +written.slice(8));
  if (written.length > LONGEST_DATE) return undefined;
  const text = withoutTime(westernDigits(written.trim()));
  if (isNothing(written) || isNothing(text)) return '';
  return withYearChecked(
    plainDay(text) ??
      eraDay(text) ??
      numeric(text, order, thisYear) ??
      pair(text, order) ??
      namedDay(text, order),
  );
}

/**
 * A birthday in three cells, as Thunderbird has it; with a year alone, or without one. '' where they are empty or
 * nothing but zeros, undefined when there is no such day.
 */
export function birthdayOf(year: string, month: string, day: string): PartialDate | undefined {
  if (/^0*$/.test(year + month + day)) return '';
  const known = /^[1-9]\d{3}$/.test(year) ? year : '';
  if (/^0*$/.test(month + day)) return known === '' ? undefined : known;
  return dayOf(known, Number(month), Number(day));
}

/** Enough rows to decide by. */
const SAMPLED = 20_000;
/** So many that agree need no further ones. */
const DECISIVE = 500;

/** What one numeric date says about the order; undefined where it may be either. */
function voteOf(date: string): DateOrder | undefined {
  const [, first = '', second = ''] = /^\s*(\d{1,4})[/-](\d{1,2})[/-]\d{1,4}/.exec(date) ?? [];
  if (first.length === 4 || +first > 31) return 'ymd';
  if (+first > 12) return 'dmy';
  return +second > 12 ? 'mdy' : undefined;
}

/**
 * Which order the dates of a table are in, over whole columns: a first number above twelve is a day, a second one means
 * month first, four digits in front a year. The usual one of the table's language when nothing tells.
 */
export function orderOf(dates: Iterable<string>, usual: DateOrder): DateOrder {
  const votes = { ymd: 0, dmy: 0, mdy: 0 };
  let seen = 0;
  for (const date of dates) {
    const vote = voteOf(date);
    if (vote !== undefined) votes[vote]++;
    if (++seen > SAMPLED || votes.dmy + votes.mdy + votes.ymd > DECISIVE) break;
  }
  if (votes.dmy > votes.mdy) return 'dmy';
  if (votes.mdy > 0) return 'mdy';
  return votes.ymd > 0 ? 'ymd' : usual;
}
