// Events that come again: which titles of a calendar are one series.
import { dayNumber } from '#core/shared/civil.ts';
import { fold } from '#core/shared/fold.ts';
import type { PartialDate } from '#core/shared/dates.ts';

export interface TitledEvent {
  readonly summary: string;
  readonly dtstart?: PartialDate | undefined;
}

/** So often the same title with the same distance is no accident. */
const FEWEST = 3;
/** How far the distances between the days of a series may lie from their middle one: a month is 28 to 31 days long. */
const TOLERANCE = 0.35;

/**
 * The titles, folded, under which at least three events took place on different days at regular distances. A title that
 * comes now and then ("Lunch") is none.
 */
export function regularTitles(events: readonly TitledEvent[]): Set<string> {
  const days = new Map<string, Set<number>>();
  for (const { summary, dtstart } of events) {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(dtstart ?? '');
    const title = fold(summary);
    if (!match || title === '') continue;
    const [, year, month, day] = match;
    const known = days.get(title) ?? new Set();
    days.set(title, known.add(dayNumber(Number(year), Number(month), Number(day))));
  }
  return new Set([...days].filter(([, on]) => isRegular([...on])).map(([title]) => title));
}

function isRegular(days: readonly number[]): boolean {
  if (days.length < FEWEST) return false;
  const sorted = days.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((day, at) => day - sorted[at]!);
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  const regular = gaps.filter((gap) => Math.abs(gap - middle) <= middle * TOLERANCE);
  // A holiday, or one that fell out, breaks no series.
  return regular.length >= gaps.length * 0.6;
}
