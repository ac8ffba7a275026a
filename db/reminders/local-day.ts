// Which day an instant was where the owner's clock is: the book keeps instants in UTC, people keep days.
import type { DateTime } from '#core/shared/dates.ts';
import type { Day } from '#core/reminders/model.ts';

/** `2026-05-17T23:30:00Z` is the 18th in Berlin. A date-time without a zone is the day it says. */
export function localDay(at: DateTime): Day {
  if (!at.endsWith('Z')) return at.slice(0, 10);
  const date = new Date(at);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
