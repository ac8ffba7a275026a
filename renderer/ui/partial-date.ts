// Reads dates as people write them, to the precision they write them: `May 2024` stays a month.
import { PartialDate } from '#core/shared/dates.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Lower-case month names and their number, in English and in the language of the page. */
function monthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const tongue of new Set(['en', language])) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tongue, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        names.set(bare(format.format(Date.UTC(2000, month - 1, 1))), month);
      }
    }
  }
  names.set('sept', 9);
  return names;
}

const bare = (word: string): string => word.toLocaleLowerCase().replace(/[.,]+$/, '');

/** A calendar date, checked: 31 April is undefined, 29 February needs a leap year or no year at all. */
function dateOf(year: number | undefined, month: number, day?: number): PartialDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const longest = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > longest)) return undefined;
  const front = year === undefined ? '--' : `${pad(year, 4)}-`;
  const text = `${front}${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
  return PartialDate.safeParse(text).data;
}

const isYear = (text: string): boolean => /^\d{4}$/.test(text);

/** `2024`, `2024-05`, `2024-05-01`, `2024/5/1`, `--05-17`. */
function parseIso(text: string): PartialDate | undefined {
  const withoutYear = /^--(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (withoutYear) return dateOf(undefined, Number(withoutYear[1]), numberOr(withoutYear[2]));
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!match) return undefined;
  if (match[2] === undefined) return PartialDate.safeParse(match[1]).data;
  return dateOf(Number(match[1]), Number(match[2]), numberOr(match[3]));
}

const numberOr = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** `05/2024`, `28.9.2024`, `9/28/2024`; `5/6/2024` could be two days and is refused, `5.6.2024` is day first. */
function parseNumeric(text: string): PartialDate | undefined {
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (month) return dateOf(Number(month[2]), Number(month[1]));
  const match = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // Dots are written day first everywhere; for the others only a number over 12 tells.
  if (match[2] === '.' || first > 12 || first === second) return dateOf(year, second, first);
  return second > 12 ? dateOf(year, first, second) : undefined;
}

/** `May 2024`, `28 Sep 2024`, `Sep 28, 2024`, `17 May`, `May`. */
function parseWords(text: string, language: string): PartialDate | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const names = monthNames(language);
  const months = words.filter((word) => names.has(bare(word)));
  const numbers = words
    .filter((word) => !names.has(bare(word)))
    .map((word) => word.replace(/(?:st|nd|rd|th|\.)$/i, ''));
  if (months.length !== 1 || numbers.length > 2) return undefined;
  if (numbers.some((word) => !/^\d{1,4}$/.test(word))) return undefined;
  const years = numbers.filter(isYear);
  const days = numbers.filter((word) => word.length <= 2);
  if (years.length > 1 || days.length > 1 || years.length + days.length !== numbers.length) return undefined;
  return dateOf(numberOr(years[0]), names.get(bare(months[0]!))!, numberOr(days[0]));
}

/**
 * Reads a date in ISO form, in figures or with a month's name (English or `language`), to the precision given.
 * `today` is the current date, for the words "today" and "yesterday". Undefined: not a date, or ambiguous.
 */
export function parsePartialDate(text: string, language: string, today: Date): PartialDate | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const word = trimmed.toLocaleLowerCase();
  if (word === 'today' || word === 'yesterday') {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (word === 'today' ? 0 : 1));
    return dateOf(day.getFullYear(), day.getMonth() + 1, day.getDate());
  }
  return parseIso(trimmed) ?? parseNumeric(trimmed) ?? parseWords(trimmed, language);
}
