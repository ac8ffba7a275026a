// Dates of vCards: RFC 6350 §4.3, vCard 3.0's ISO forms, and what products make of a year nobody knows.
import { isLeap } from '#core/shared/civil.ts';
import type { VCardParameters } from '#core/formats/vcard/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { readDate } from './linkedin-dates.ts';

export type VCardDate =
  | { readonly kind: 'date'; readonly date: PartialDate; readonly hasTime: boolean }
  /** Words, or a date that cannot be told: kept as written. */
  | { readonly kind: 'text'; readonly isBroken: boolean }
  /** A placeholder that products write for "no date". */
  | { readonly kind: 'none' };

const LONGEST = 60;
const TIME = '(?:[T ]+(\\d{1,2}:?\\d{2}.*|\\d{2}Z?))?';
const FULL = new RegExp(`^(\\d{4})-?(\\d{2})-?(\\d{2})${TIME}$`, 'i');
const LOOSE = new RegExp(`^(\\d{4})[- ](\\d{1,2})[- ](\\d{1,2})${TIME}$`, 'i');
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^(\d{4})$/;
const NO_YEAR = new RegExp(`^--(\\d{2})-?(\\d{2})${TIME}$`, 'i');
const NO_YEAR_LOOSE = /^-{1,2}(\d{1,2})-(\d{1,2})$/;
const NO_YEAR_MONTH = /^--(\d{2})-?$/;

/** The first days of calendars in Outlook, Windows, .NET and databases: nobody's birthday. */
const NO_DATES = new Set(['4501-01-01', '1601-01-01', '0001-01-01', '0000-00-00']);

/**
 * Reads a date. The year is left out where the product says it is not one: X-APPLE-OMIT-YEAR names it, 1604 is what
 * Apple always takes, 0000 and 1111 what others do. Zeros for day or month are left out, too.
 */
export function readVCardDate(written: string, parameters: VCardParameters): VCardDate {
  const text = written.trim();
  if (text.length > LONGEST) return { kind: 'text', isBroken: false };
  const parts = partsOf(text);
  if (parts === undefined) return otherwise(text);
  const [year, month = '', day = '', time = ''] = parts;
  if (NO_DATES.has(`${year ?? ''}-${month}-${day}`)) return { kind: 'none' };
  const date = dateOf(isNoYear(year, parameters) ? undefined : year, month, day);
  if (date === undefined) return { kind: 'text', isBroken: true };
  return { kind: 'date', date, hasTime: /[1-9]/.test(time.replace(/(?:Z|[+-]\d{2}:?\d{2})$/i, '')) };
}

const isNoYear = (year: string | undefined, parameters: VCardParameters): boolean =>
  year === '0000' ||
  year === '1111' ||
  year === '1604' ||
  parameters['X-APPLE-OMIT-YEAR']?.[0]?.slice(0, 4) === year;

type Parts = readonly [year: string | undefined, ...monthDayTime: (string | undefined)[]];

function partsOf(text: string): Parts | undefined {
  const full = FULL.exec(text) ?? LOOSE.exec(text);
  if (full) return [full[1], full[2]!.padStart(2, '0'), full[3]!.padStart(2, '0'), full[4]];
  const month = MONTH.exec(text) ?? YEAR.exec(text);
  if (month) return [month[1], month[2]];
  const yearless = NO_YEAR.exec(text) ?? NO_YEAR_LOOSE.exec(text) ?? NO_YEAR_MONTH.exec(text);
  if (!yearless) return undefined;
  return [undefined, yearless[1]!.padStart(2, '0'), yearless[2]?.padStart(2, '0'), yearless[3]];
}

const LONG_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: string | undefined, month: string, day: string): PartialDate | undefined {
  if (year !== undefined && (month === '' || month === '00')) return year;
  const longest = LONG_MONTHS[+month - 1];
  if (longest === undefined) return undefined;
  const start = year === undefined ? `--${month}` : `${year}-${month}`;
  if (day === '' || day === '00') return start;
  return +day > longest || isMissingDay(year, month, day) ? undefined : `${start}-${day}`;
}

/** 29 February of a year that has none; without a year it may be any. */
const isMissingDay = (year: string | undefined, month: string, day: string): boolean =>
  month === '02' && day === '29' && year !== undefined && !isLeap(+year);

/** Dates in words (`12 April 1985`, `12.04.1985`); `4/5/1985` may be either day and stays as it is. */
function otherwise(text: string): VCardDate {
  const numeric = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/.exec(text);
  const isAmbiguous = numeric !== null && +numeric[1]! <= 12 && +numeric[2]! <= 12;
  const date = isAmbiguous || /^\d+$/.test(text) ? undefined : readDate(text);
  if (date !== undefined) return { kind: 'date', date, hasTime: false };
  // RFC 6350 has days without a month and times without a day; a PartialDate has not, but they are no mistakes.
  return { kind: 'text', isBroken: /^\d[\d\-/.:TZ+ ]*$/.test(text) && !isAmbiguous };
}
