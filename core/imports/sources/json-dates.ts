// Dates as programs write them into JSON.
import type { PartialDate } from '#core/shared/dates.ts';
import { readBirthday } from './linkedin-dates.ts';

/** Apple's and Nametag's way to say that the year is not known. */
const NO_YEAR = '1604';

/**
 * The day of an ISO date or date-time (its own day, whatever the zone), of a year and month, a year alone, or of anything
 * else a person may have typed; 1604 means that the year is not known. Undefined when it is no date.
 */
export function isoDay(text: string): PartialDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/s.exec(text)?.[1];
  const day = readBirthday(iso ?? text);
  return day?.startsWith(`${NO_YEAR}-`) ? `-${day.slice(4)}` : day;
}
