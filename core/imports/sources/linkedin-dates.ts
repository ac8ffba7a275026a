// Dates as LinkedIn has written them over the years, and as spreadsheets rewrite them.
import { civilOf, isLeap } from '#core/shared/civil.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { Header } from '../header.ts';
import { monthNamed } from './month-names.ts';

/** How `9/7/18` is meant. LinkedIn writes month first everywhere; a European spreadsheet turns it round. */
export type NumericOrder = 'month-first' | 'day-first';

interface Day {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
/** POSIX's pivot: 69–99 is the last century. LinkedIn itself is younger than 2003. */
const fullYear = (text: string) => (text.length > 2 ? +text : +text + (+text < 69 ? 2000 : 1900));
const LONG_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isPossible({ year, month, day }: Day): boolean {
  const longest = LONG_MONTHS[month - 1];
  if (longest === undefined) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= longest && (month !== 2 || day < 29 || year === undefined || isLeap(year));
}

const written = ({ year, month, day }: Day): PartialDate =>
  `${year === undefined ? '-' : String(year).padStart(4, '0')}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;

type Reading = (groups: string[], order: NumericOrder) => Day | undefined;

const named = (word: string, year: string | undefined, day: string | undefined): Day | undefined => {
  const month = monthNamed(word);
  if (month === undefined) return undefined;
  return {
    year: year === undefined ? undefined : fullYear(year),
    month,
    day: day === undefined ? undefined : +day,
  };
};

const WORD = "(\\p{L}[\\p{L}\\p{M}']*\\.?)";
const FORMS: readonly (readonly [RegExp, Reading])[] = [
  // 28 Sep 2024 · 28. September 2024 · 28 de septiembre de 2024 · 7-Feb-22
  [
    new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s/-]*(?:de |of )?${WORD},?[\\s/-]*(?:de |del )?(\\d{4}|\\d{2})(?: ?[гр]\\.?)?$`,
      'u',
    ),
    ([day, word = '', year]) => named(word, year, day),
  ],
  // Sep 28, 2024 · September 28 2024
  [
    new RegExp(`^${WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'u'),
    ([word = '', day, year]) => named(word, year, day),
  ],
  // Tue Mar 05 2024 is not a connection date, but a weekday may precede any of the above: it is cut before.
  // 2024-09-28 · 2024/9/28 · 2024.09.28
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    ([year = '', month = '', day = '']) => ({ year: +year, month: +month, day: +day }),
  ],
  // 2024. szept. 28. · 2024 Sep 28
  [
    new RegExp(`^(\\d{4})\\.? ${WORD} (\\d{1,2})\\.?$`, 'u'),
    ([year, word = '', day]) => named(word, year, day),
  ],
  // 2024年9月28日 · 2024 年 9 月 28 日 · 2024년 9월 28일
  [
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$/,
    ([year = '', month = '', day = '']) => ({ year: +year, month: +month, day: +day }),
  ],
  // 28.09.2024: a full stop always means day first
  [
    /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/,
    ([day = '', month = '', year = '']) => ({ year: fullYear(year), month: +month, day: +day }),
  ],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/, numeric],
  // Sep 2024 · Excel's `Sep-24` for a month
  [new RegExp(`^${WORD}[ -](\\d{4}|\\d{2})$`, 'u'), ([word = '', year]) => named(word, year, undefined)],
  // Excel's `28-Sep`: the year is lost
  [new RegExp(`^(\\d{1,2})[ -]${WORD}$`, 'u'), ([day, word = '']) => named(word, undefined, day)],
  // A date cell saved as its serial number (days since 1899-12-30; 1954 to 2064)
  [/^([2-5]\d{4})(?:\.\d+)?$/, ([serial = '']) => civilOf(+serial - 25_569)],
];

function numeric([a = '', b = '', year = '']: string[], order: NumericOrder): Day {
  const dayFirst = +a > 12 || (order === 'day-first' && +b <= 12);
  return { year: fullYear(year), month: +(dayFirst ? b : a), day: +(dayFirst ? a : b) };
}

const WEEKDAY = /^\p{L}{2,12}\.?,? (?=\d|\p{L}+\.? \d)/u;

const normal = (text: string) =>
  fold(text)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s+/g, ' ')
    .trim();

function readDay(text: string, order: NumericOrder): Day | undefined {
  for (const [form, reading] of FORMS) {
    const match = form.exec(text);
    const day = match && reading(match.slice(1), order);
    if (day) return isPossible(day) ? day : undefined;
  }
  const shorter = text.replace(WEEKDAY, '');
  return shorter === text ? undefined : readDay(shorter, order);
}

const USUAL = /^(\d{2}) ([A-Z][a-z]{2}) (\d{4})$/;
const LONGEST_DATE = 60;

/**
 * "Connected On" of any year, product and language: `28 Sep 2024`, `9/7/18, 3:05 PM`, `7-Feb-22`, ISO, `12 mars 2023`,
 * an Excel serial number. Undefined for a date that does not exist or cannot be read. Time and zone are dropped.
 */
export function readDate(text: string, order: NumericOrder = 'month-first'): PartialDate | undefined {
  const usual = USUAL.exec(text);
  const day = usual ? named(usual[2]!.toLowerCase(), usual[3], usual[1]) : undefined;
  if (day && isPossible(day)) return written(day);
  if (text.length > LONGEST_DATE) return undefined;
  const plain = normal(text);
  const found = readDay(plain, order) ?? readDay(splitTime(plain)?.date ?? '', order);
  return found && written(found);
}

const TIME =
  /^(.*?\S),?[ t]\s?(?:(am|pm|午前|午後|上午|下午|오전|오후) ?)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:\.\d+)?)? ?(am|pm|a\. ?m\.|p\. ?m\.)? ?(utc|gmt|z|[+-]\d{2}:?\d{2})?$/;

interface Clock {
  readonly date: string;
  readonly minutes: number;
  readonly seconds: string | undefined;
  readonly zone: string | undefined;
}

function splitTime(text: string): Clock | undefined {
  const [, date, before, hour = '', minute = '', seconds, after, zone] = TIME.exec(text) ?? [];
  if (date === undefined) return undefined;
  const half = (after ?? before)?.replace(/[. ]/g, '');
  const hours = half === undefined ? +hour : hourOfHalfDay(+hour, half);
  if (hours > 23 || +minute > 59 || Number(seconds ?? 0) > 59) return undefined;
  return { date, minutes: hours * 60 + +minute, seconds, zone };
}

/** 12 AM is midnight; an hour above twelve is out of range. */
function hourOfHalfDay(hour: number, half: string): number {
  if (hour > 12) return 24;
  return (hour % 12) + (/^(?:pm|午後|下午|오후)$/.test(half) ? 12 : 0);
}

/**
 * "Sent At": `9/7/18, 3:05 PM` (floating, because LinkedIn names no zone), `2024-05-01 12:34:56 UTC`, `Sep 7 2018 03:05 PM`,
 * ISO with an offset (turned into UTC). A date alone is its first minute. Undefined when it cannot be read.
 */
export function readDateTime(text: string, order: NumericOrder = 'month-first'): DateTime | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const plain = normal(text);
  const clock = splitTime(plain);
  const day = readDay(clock?.date ?? plain, order);
  if (day?.year === undefined || day.day === undefined) return undefined;
  if (!clock) return `${written(day)}T00:00`;
  return clocked(written(day), clock);
}

function clocked(date: string, { minutes, seconds, zone }: Clock): DateTime {
  const offset = zone === undefined ? 0 : offsetMinutes(zone);
  const shifted = minutes - offset;
  const day = offset === 0 ? date : written(shiftDay(date, Math.floor(shifted / 1440)));
  const rest = ((shifted % 1440) + 1440) % 1440;
  const time = `${two(Math.floor(rest / 60))}:${two(rest % 60)}${seconds === undefined ? '' : `:${seconds}`}`;
  return `${day}T${time}${zone === undefined ? '' : 'Z'}`;
}

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return match ? (match[1] === '-' ? -1 : 1) * (+match[2]! * 60 + +match[3]!) : 0;
}

const shiftDay = (date: string, by: number) =>
  civilOf(
    Math.floor(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000) + by,
  );

/** The day in UTC of a Unix time in seconds, or in milliseconds where it is too large for seconds; undefined before 1971. */
export function dayOfUnixTime(time: number): PartialDate | undefined {
  const seconds = time > 1e11 ? time / 1000 : time;
  const usable = Number.isFinite(seconds) && seconds >= 31_536_000 && seconds < 253_402_300_800;
  return usable ? written(civilOf(Math.floor(seconds / 86_400))) : undefined;
}

/** The day after a whole date. */
export const dayAfter = (date: string): PartialDate => written(shiftDay(date, 1));

/** How a table writes numeric dates where they do not prove it: LinkedIn month first, a spreadsheet as its country does. */
export const usualOrder = ({ delimiter, labels }: Pick<Header, 'delimiter' | 'labels'>): NumericOrder =>
  delimiter === ';' || !labels.some((label) => ENGLISH.test(label)) ? 'day-first' : 'month-first';

const ENGLISH =
  /\b(?:first name|firstname|connected|sent|started|creation|endorsement|event|conversation)\b/i;

/**
 * Whether a column of numeric dates puts the day first: some first number is above twelve and no second one is. Without
 * such proof dates with AM or PM are LinkedIn's own, month first, and others in the usual order of the table.
 */
export function numericOrder(dates: Iterable<string>, usual: NumericOrder = 'month-first'): NumericOrder {
  let first = false;
  let isOwn = false;
  for (const date of dates) {
    const match = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2}/.exec(date);
    if (!match) continue;
    if (+match[2]! > 12) return 'month-first';
    first ||= +match[1]! > 12;
    isOwn ||= /\d ?[ap]m$/i.test(date);
  }
  if (first) return 'day-first';
  return isOwn ? 'month-first' : usual;
}

/**
 * "Started On" and its like, often without a day or a month: `Sep 2019`, `2019`, `09/2019`, `2019-09`, `2019年9月`,
 * and everything `readDate` reads. Undefined when it cannot be read.
 */
export function readPeriodDate(text: string, order: NumericOrder = 'month-first'): PartialDate | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const plain = normal(text);
  const year = /^(\d{4})(?: ?[年년г]\.?)?$/.exec(plain)?.[1];
  if (year !== undefined) return year;
  const [, early, second] = /^(\d{4})[-/.年년] ?(\d{1,2})[月월]?$/.exec(plain) ?? [];
  const [, first, late] = /^(\d{1,2})[-/.](\d{4})$/.exec(plain) ?? [];
  const found = early ?? late;
  if (found === undefined) return readDate(text, order);
  const month = Number(second ?? first);
  return month >= 1 && month <= 12 ? `${found}-${two(month)}` : undefined;
}

/**
 * A birthday, which mostly has no year: `May 17`, `17 May`, `5/17`, `05-17`, and everything `readPeriodDate` reads.
 * Undefined when it cannot be read.
 */
export function readBirthday(text: string, order: NumericOrder = 'month-first'): PartialDate | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const plain = normal(text);
  const [, word, day] = /^(\p{L}[\p{L}\p{M}]*\.?) (\d{1,2})(?:st|nd|rd|th)?$/u.exec(plain) ?? [];
  if (word !== undefined && Number(day) <= 31) return readDate(`${day} ${word}`, order);
  const [, a, b] = /^-{0,2}(\d{1,2})[-/.](\d{1,2})\.?$/.exec(plain) ?? [];
  if (a === undefined || b === undefined) return readPeriodDate(text, order);
  // A leap year, so that the 29th of February is a day.
  const full = readDate(`${a}/${b}/2000`, order);
  return full === undefined ? undefined : `-${full.slice(4)}`;
}
