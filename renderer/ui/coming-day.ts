// Reads a day to come as people write it: `tomorrow`, `next Friday`, `in 3 weeks`, `17 May`.
import type { PartialDate } from '#core/shared/dates.ts';
import { parsePartialDate } from './partial-date.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const iso = (date: Date): string =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** The day so many days after another. Days of the owner's clock: noon is the same day on either side of a change. */
function after(today: Date, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const month = new Date(today.getFullYear(), today.getMonth() + months + 1, 0, 12);
  const day = Math.min(today.getDate(), month.getDate());
  return iso(new Date(today.getFullYear(), today.getMonth() + months, day + days, 12));
}

/** Lower-case names of the days of the week, in English and in the language of the page, with their number. */
function weekdayNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const tongue of new Set(['en', language])) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tongue, { weekday: style, timeZone: 'UTC' });
      // 4 January 1970 was a Sunday.
      for (let day = 0; day < 7; day += 1)
        names.set(
          format
            .format(Date.UTC(1970, 0, 4 + day))
            .toLocaleLowerCase()
            .replace(/\.$/, ''),
          day,
        );
    }
  }
  return names;
}

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };

/** `in 3 days`, `2 weeks`, `in a month`, `next week`. */
function counted(words: string, today: Date): string | undefined {
  const match = /^(?:in )?(?<count>\d{1,3}|[a-z]+) (?<unit>day|week|month|year)s?$/.exec(words)?.groups;
  if (match === undefined) return undefined;
  const { count = '', unit } = match;
  const many = count === 'next' ? 1 : (COUNTS[count] ?? Number(count));
  if (!Number.isInteger(many)) return undefined;
  if (unit === 'day' || unit === 'week') return after(today, { days: many * (unit === 'week' ? 7 : 1) });
  return after(today, { months: many * (unit === 'year' ? 12 : 1) });
}

/** The next such day of the week; today's own name is a week from now, as people mean it. */
function weekday(words: string, language: string, today: Date): string | undefined {
  const wanted = weekdayNames(language).get(words.replace(/^(?:on|next|this) /, '').replace(/\.$/, ''));
  if (wanted === undefined) return undefined;
  return after(today, { days: (wanted - today.getDay() + 7) % 7 || 7 });
}

/** A day without a year is the next one there is. */
function dated(date: PartialDate | undefined, today: Date): string | undefined {
  if (date?.length === 10) return date;
  if (date?.length !== 7 || !date.startsWith('--')) return undefined;
  const inYear = (year: number): string => `${pad(year, 4)}${date.slice(1)}`;
  const year = today.getFullYear();
  const found = inYear(year) >= iso(today) ? inYear(year) : inYear(year + 1);
  // 29 February needs a leap year.
  return iso(new Date(`${found}T12:00:00`)) === found ? found : undefined;
}

/**
 * A whole day, in ISO form, from words about the future or any date with its day. `today` is the current date. Undefined:
 * it is none, or not to the day.
 */
export function parseComingDay(text: string, language: string, today: Date): string | undefined {
  const words = text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  if (words === '') return undefined;
  if (words === 'tomorrow') return after(today, { days: 1 });
  return (
    counted(words, today) ??
    weekday(words, language, today) ??
    dated(parsePartialDate(text, language, today), today)
  );
}
