// The Date header (RFC 5322 §3.3, obsolete forms §4.3) of any year and program, and other forms programs put there.
import { monthNamed } from '#core/imports/sources/month-names.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';

export interface MailDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 60 in a leap second. */
  readonly second: number;
  /** Minutes east of UTC; 0 where the zone is missing or unknown. */
  readonly offset: number;
}

/** RFC 5322 §4.3 and the names European programs wrote; hours east. Military letters mean nothing (§4.3). */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...['ut', 'utc', 'gmt', 'wet'].map((name) => [name, 0] as const),
  ...['cet', 'met', 'mez', 'bst', 'west', 'ist'].map((name) => [name, 1] as const),
  ...['cest', 'mest', 'mesz', 'eet', 'sast'].map((name) => [name, 2] as const),
  ...['eest', 'msk'].map((name) => [name, 3] as const),
  ['msd', 4],
  ['hkt', 8],
  ['sgt', 8],
  ['awst', 8],
  ['jst', 9],
  ['kst', 9],
  ['aest', 10],
  ['aedt', 11],
  ['nzst', 12],
  ['nzdt', 13],
  ['edt', -4],
  ['est', -5],
  ['cdt', -5],
  ['cst', -6],
  ['mdt', -6],
  ['mst', -7],
  ['pdt', -7],
  ['pst', -8],
  ['akst', -9],
  ['akdt', -8],
  ['hst', -10],
  ['brt', -3],
  ['art', -3],
]);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FULL = 'january february march april may june july august september october november december'.split(
  ' ',
);

function monthOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return +text;
  const name = text.toLowerCase();
  const short = MONTHS.indexOf(name === 'sept' ? 'sep' : name);
  if (short >= 0) return short + 1;
  const full = FULL.indexOf(name);
  return full >= 0 ? full + 1 : monthNamed(fold(text));
}

/** RFC 5322 §4.3: two digits up to 49 are this century's, all other short years count from 1900. */
const fullYear = (text: string) =>
  text.length > 3 ? +text : +text + (text.length < 3 && +text < 50 ? 2000 : 1900);

function offsetOf(text: string): number {
  const zone = text.replace(/^[\s,]+/, '');
  const numeric = /^(?:gmt|utc?|z)?\s?([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(zone);
  if (numeric) {
    const [, sign, hours = '', minutes = '0'] = numeric;
    const offset = +hours * 60 + +minutes;
    return offset >= 24 * 60 ? 0 : (sign === '-' ? -1 : 1) * offset;
  }
  const bare = /^(\d{1,4})(?!\d)/.exec(zone)?.[1];
  if (bare !== undefined) return Math.floor(+bare / 100) * 60 + (+bare % 100);
  const name = /^[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? '';
  const summer = /^(?:met|cet|eet|wet)\s?dst\b/i.test(zone) ? 1 : 0;
  // `EST5EDT` names both; the first is the one without summer time.
  return ((ZONES.get(name) ?? 0) + summer) * 60;
}

/** Comments nest; one that never closes takes the rest with it. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let depth = 0;
  let plain = '';
  for (const letter of text) {
    if (letter === '(') depth++;
    if (depth === 0) plain += letter;
    if (letter === ')' && depth > 0) depth--;
  }
  return plain;
}

const TIME = '(\\d{1,2}) ?[:. ] ?(\\d{1,2})(?: ?[:. ] ?(\\d{1,2}))?';
// RFC 5322 §4.3: white space may stand before its comma.
const WEEKDAY = '(?:\\p{L}{2,12}\\.?(?: ?, ?| ))?';
/** Between day and time, as programs write it that quote a letter's date for people. */
const AT = '(?:at|um|[aà](?: las?)?|alle(?: ore)?|[aà]s|om|kl\\.?|o|klo|в)';
const WORD = '(\\p{L}{3,12})\\.?';

type Form = readonly [RegExp, (groups: readonly string[]) => readonly (string | undefined)[]];

/** Each answers day, month, year, hour, minute, second, zone, half of the day. */
const FORMS: readonly Form[] = [
  // Tue, 1 Jul 2003 10:52:37 +0200 · 21 Nov 97 09:55:06 GMT · 1-Jul-2003 10:52 · 20 11 79 05:34:27
  [
    new RegExp(
      `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]?(?:de )?(?:${WORD}|(?<=[ .-])(\\d{1,2})\\.?)[ -]?(?:del? )?(\\d{2,4}),? (?:${AT} )?${TIME} ?(?:([ap])m\\b)?(.*)$`,
      'iu',
    ),
    ([, day, name, number, year, ...time]) => [day, name ?? number, year, ...ordered(time)],
  ],
  // Tue Mar  5 10:00:00 2024 · Fri Sep 16 22:26:51 +0000 2016 · Sun Oct 27 23:57:07 EST 2002
  [
    new RegExp(
      `^${WEEKDAY}${WORD} (\\d{1,2}) ${TIME} (?:([^ ]{1,12}(?: DST)?) )?(\\d{4})(?: (.{1,12}))?$`,
      'iu',
    ),
    ([, month, day, hour, minute, second, zone, year, behind]) => [
      day,
      month,
      year,
      hour,
      minute,
      second,
      zone ?? behind,
    ],
  ],
  // March 5, 2024 10:00:00 AM +0100
  [
    new RegExp(
      `^${WEEKDAY}${WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}),? (?:at )?${TIME} ?(?:([ap])m\\b)?(.*)$`,
      'iu',
    ),
    ([, month, day, year, ...time]) => [day, month, year, ...ordered(time)],
  ],
  // 2024-03-05T10:00:00Z · 2024/03/05 10:00:00 +0100
  [
    new RegExp(`^${WEEKDAY}(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[T ]${TIME}(?:[.,]\\d+)?(.*)$`, 'iu'),
    ([, year, month, day, hour, minute, second, zone]) => [day, month, year, hour, minute, second, zone],
  ],
];

const ordered = ([hour, minute, second, half, zone]: readonly (string | undefined)[]) => [
  hour,
  minute,
  second,
  zone,
  half,
];

const LONG_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function checked(parts: readonly (string | undefined)[]): MailDate | undefined {
  const [day, month, year, hour, minute, second, zone, half] = parts.map((part) => part ?? '');
  const date = {
    year: fullYear(year ?? ''),
    month: monthOf(month ?? '') ?? 0,
    day: Number(day),
    hour: hourOf(Number(hour), half ?? ''),
    minute: Number(minute),
    second: Number(second),
  };
  return isPossible(date) ? { ...date, offset: offsetOf(zone ?? '') } : undefined;
}

/** 12 AM is midnight. */
const hourOf = (hour: number, half: string) =>
  half === '' ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);

function isPossible({ year, month, day, hour, minute, second }: Omit<MailDate, 'offset'>): boolean {
  if (day < 1 || day > (LONG_MONTHS[month - 1] ?? 0) || year < 1900) return false;
  if (month === 2 && day === 29 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1) return false;
  return hour < 24 && minute < 60 && second <= 60;
}

const LONGEST_DATE = 500;

/**
 * What a Date header says: RFC 5322 and its obsolete forms (two-digit years, zone names, comments, missing weekday or
 * seconds), asctime's order, ISO 8601, month names of other languages; of a Received header the date at its end.
 * Undefined when there is no day that exists with a time of the day.
 */
export function readMailDate(text: string): MailDate | undefined {
  const bounded = text.length > 2 * LONGEST_DATE ? text.slice(-LONGEST_DATE) : text;
  const behind = bounded.includes(';') ? bounded.slice(bounded.lastIndexOf(';') + 1) : bounded;
  const plain = withoutComments(behind).replace(/\s+/g, ' ').trim().slice(0, LONGEST_DATE);
  for (const [form, parts] of FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const date = checked(parts([...match]));
    if (date) return date;
  }
  return undefined;
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** The day as the letter's writer had it, in their own zone. */
export const dayOfMail = ({ year, month, day }: MailDate): PartialDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The moment, in UTC. */
export function momentOfMail(date: MailDate): DateTime {
  const { year, month, day, hour, minute, second, offset } = date;
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, Math.min(second, 59)));
  return `${instant.toISOString().slice(0, 19)}Z`;
}
