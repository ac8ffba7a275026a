// Dates in words. Partial dates say no more than they know.
import { startOf } from '#core/shared/dates.ts';
import { locale } from './i18n.ts';

const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(at);

/** `2024-09-28` → "28 Sep 2024", `2024-09` → "September 2024", `2024` → "2024", `--05-17` → "17 May". */
export function dateWords(date: string): string {
  if (date.startsWith('--')) {
    // A leap year, so that 29 February exists.
    const at = startOf(`2000-${date.slice(2)}`);
    if (at === undefined) return date;
    return format(at, date.length > 4 ? { day: 'numeric', month: 'long' } : { month: 'long' });
  }
  const at = startOf(date);
  if (at === undefined) return date;
  if (date.length === 4) return date;
  if (date.length === 7) return format(at, { month: 'long', year: 'numeric' });
  return format(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A date-time with its minute; one without a zone is shown as it was written. */
export function dateTimeWords(at: string): string {
  const instant = at.endsWith('Z') ? Date.parse(at) : startOf(at);
  if (instant === undefined || Number.isNaN(instant)) return at;
  const zone = at.endsWith('Z') ? { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {};
  return format(instant, { dateStyle: 'medium', timeStyle: 'short', ...zone });
}

/** Two dates as one span: "12 – 14 May 2025"; equal or missing ends give one date. */
export function spanWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : dateWords(to);
  if (to === undefined || to === from) return dateWords(from);
  const [start, end] = [startOf(from), startOf(to)];
  if (from.length === 10 && to.length === 10 && start !== undefined && end !== undefined) {
    return new Intl.DateTimeFormat(locale(), {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }).formatRange(start, end);
  }
  return `${dateWords(from)} – ${dateWords(to)}`;
}
