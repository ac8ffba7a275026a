// How long somebody who was deleted can be brought back.
import { startOf } from '#core/shared/dates.ts';
import type { DateTime } from '#core/shared/dates.ts';

/** Days in the trash. */
const TRASH_DAYS = 30;
const DAY = 86_400_000;

/** Whole days until somebody in the trash is erased, counted up: 30 on the day itself, 0 when it is time. */
export function daysLeft(deletedAt: DateTime, now: DateTime): number {
  const [from, to] = [startOf(deletedAt), startOf(now)];
  if (from === undefined || to === undefined) return TRASH_DAYS;
  return Math.min(TRASH_DAYS, Math.max(0, Math.ceil((from + TRASH_DAYS * DAY - to) / DAY)));
}
