// Which events of the book may be one and the same: by their UID, or by name and days.
import { fold } from '#core/shared/fold.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { dayNumber, isoDay, monthLength } from '#core/shared/civil.ts';

export interface DatedEvent {
  readonly summary: string;
  readonly dtstart?: PartialDate | undefined;
  readonly dtend?: PartialDate | undefined;
  /** iCalendar UIDs, one a line; empty where there is none. */
  readonly uid: string;
}

/** Why two events may be one. */
export type SameEventReason = 'uid' | 'name';

/** The first and the last day (ISO) a date of any precision may mean; undefined without a year. */
export function daysOf(date: PartialDate | undefined): readonly [first: string, last: string] | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '');
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (day === undefined)
    return [`${year}-${month}-01`, `${year}-${month}-${String(monthLength(+year, +month)).padStart(2, '0')}`];
  return [`${year}-${month}-${day}`, `${year}-${month}-${day}`];
}

/** All days an event may cover; undefined where it has none. */
export function spanOf({
  dtstart,
  dtend,
}: Pick<DatedEvent, 'dtstart' | 'dtend'>): readonly [first: string, last: string] | undefined {
  const [start, end] = [daysOf(dtstart), daysOf(dtend)];
  const first = start ?? end;
  const last = end ?? start;
  return first && last && [first[0], last[1] < first[1] ? first[1] : last[1]];
}

/** The ISO day so many days later, or earlier. */
export function dayAfter(day: string, days = 1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return isoDay(dayNumber(year, month, date) + days);
}

/**
 * Why two events may be one: they share a UID, or have the same name and their days overlap or follow each other.
 * Undefined where nothing says so; without days a name alone tells nothing of an event that comes every year, so that
 * both must be undated then. Symmetric.
 */
export function sameEvent(one: DatedEvent, other: DatedEvent): SameEventReason | undefined {
  const uids = new Set(uidsOf(one.uid));
  if (uidsOf(other.uid).some((uid) => uids.has(uid))) return 'uid';
  const name = fold(one.summary);
  if (name === '' || name !== fold(other.summary)) return undefined;
  const [a, b] = [spanOf(one), spanOf(other)];
  if (a === undefined || b === undefined) return a === b ? 'name' : undefined;
  return a[0] <= dayAfter(b[1]) && b[0] <= dayAfter(a[1]) ? 'name' : undefined;
}

/** The UIDs an event is known by: more than one after events have been merged. */
export const uidsOf = (uid: string): string[] => uid.split('\n').filter((one) => one !== '');
