// Dates as people know them: often without a day, sometimes without a year.
import { z } from 'zod';

/**
 * A date of known precision in ISO 8601 / vCard form: `2024-09-28`, `2024-09`, `2024`, or `--05-17`
 * where the year is not known (RFC 6350 §4.3.1). Plain text, so it sorts and stores as it is.
 */
export const PartialDate = z
  .string()
  .regex(
    /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|--(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)$/,
  );
export type PartialDate = z.infer<typeof PartialDate>;

/**
 * RFC 3339 without seconds' fractions: `2024-05-01T12:34:56Z`, or floating (no zone) where the source
 * names none, as LinkedIn's "Sent At" does: `2024-05-01T12:34`.
 */
export const DateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/);
export type DateTime = z.infer<typeof DateTime>;

const DAY = 86_400_000;

/** Whole days from `from` to `to`; a partial date counts from its first day, a year-less one is unknown. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = startOf(from);
  const end = startOf(to);
  return start === undefined || end === undefined ? undefined : Math.floor((end - start) / DAY);
}

/** Milliseconds since 1970 of the first instant a date or date-time may mean; undefined without a year. */
export function startOf(date: string): number | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?)?)?/.exec(date);
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match;
  const instant = Date.UTC(+year!, +month - 1, +day, +hour, +minute, +second);
  return Number.isNaN(instant) ? undefined : instant;
}
