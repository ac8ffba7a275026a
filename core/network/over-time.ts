// Whom the owner met when: people by month or year and by how, as bars that stand on one another.
import { HOW_MET } from './how-met.ts';
import type { HowMet } from './how-met.ts';
import { slotIn } from './meetings.ts';
import type { Meetings } from './meetings.ts';

export type TimeStep = 'month' | 'year';

/** The people met in one month or year, each counted once, by the most telling way in which they were met then. */
export interface MetPeriod {
  /** `2025-03`, or `2025`: what `met:` in a search takes. */
  readonly period: string;
  readonly people: number;
  readonly by: Readonly<Partial<Record<HowMet, number>>>;
}

/** More empty periods than this between two meetings are one gap, not a row of empty bars. */
const LONGEST_GAP = 24;

/**
 * How many people were met in each period from the first to the last, those in which nobody was met among them, without
 * `exclude`, who is the owner. A day without a year says nothing; one without a month counts in years only, and among
 * the months as a period of its own.
 */
export function metOverTime(meetings: Meetings, step: TimeStep, exclude?: number): MetPeriod[] {
  const unit = step === 'year' ? 10_000 : 100;
  const counts = new Map<number, number[]>();
  const groups = meetings.days.map((day) => Math.floor(day / unit));
  forEachDistinct(meetings, groups, exclude, (group, rank) => {
    let by = counts.get(group);
    if (by === undefined) counts.set(group, (by = HOW_MET.map(() => 0)));
    by[rank]! += 1;
  });
  const found = new Map(Array.from(counts, ([period, by]) => [nameOf(period, step), by]));
  return withGaps([...found.keys()].toSorted(), step).map((period) =>
    periodOf(period, found.get(period) ?? []),
  );
}

/** How many people but `exclude` were met at each event, by its key. */
export function metAtEvents(meetings: Meetings, exclude?: number): Map<number, number> {
  const people = new Map<number, number>();
  forEachDistinct(meetings, meetings.events, exclude, (event) => {
    people.set(event, (people.get(event) ?? 0) + 1);
  });
  return people;
}

/** Room for a slot below 2²⁰ and a rank below 8 beside a group below 2³⁰: what a number holds exactly. */
const RANKS = 8;
const SLOTS = 2 ** 20;

/** Everybody in every group once, by the highest rank they have there; group 0 is none. */
function forEachDistinct(
  { people, who, how }: Meetings,
  groups: Int32Array,
  exclude: number | undefined,
  take: (group: number, rank: number) => void,
): void {
  const left = exclude === undefined ? -1 : slotIn(people, exclude);
  // Sorting numbers is several times faster than a set for every group.
  const packed = new Float64Array(who.length);
  let count = 0;
  for (let at = 0; at < who.length; at += 1)
    if (groups[at]! > 0 && who[at] !== left)
      packed[count++] = (groups[at]! * SLOTS + who[at]!) * RANKS + how[at]!;
  const sorted = packed.subarray(0, count).sort();
  for (let at = 0; at < count; at += 1) {
    const pair = Math.floor(sorted[at]! / RANKS);
    if (at + 1 < count && Math.floor(sorted[at + 1]! / RANKS) === pair) continue;
    take(Math.floor(pair / SLOTS), sorted[at]! % RANKS);
  }
}

function nameOf(period: number, step: TimeStep): string {
  if (step === 'year') return padded(period, 4);
  const month = period % 100;
  return `${padded(Math.floor(period / 100), 4)}${month === 0 ? '' : `-${padded(month, 2)}`}`;
}

function periodOf(period: string, counts: readonly number[]): MetPeriod {
  const by: Partial<Record<HowMet, number>> = {};
  for (const [rank, count] of counts.entries()) if (count > 0) by[HOW_MET[rank]!] = count;
  return { period, people: counts.reduce((sum, count) => sum + count, 0), by };
}

function withGaps(periods: readonly string[], step: TimeStep): string[] {
  const width = step === 'year' ? 4 : 7;
  return periods.flatMap((period, at) => {
    const before = periods[at - 1];
    if (before === undefined || before.length !== width || period.length !== width) return [period];
    const gap: string[] = [];
    for (let next = after(before); next < period; next = after(next)) {
      gap.push(next);
      if (gap.length > LONGEST_GAP) return [period];
    }
    return [...gap, period];
  });
}

/** The next month or year. */
function after(period: string): string {
  const [year = 0, month] = period.split('-').map(Number);
  if (month === undefined) return padded(year + 1, 4);
  return month >= 12 ? `${padded(year + 1, 4)}-01` : `${padded(year, 4)}-${padded(month + 1, 2)}`;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');
