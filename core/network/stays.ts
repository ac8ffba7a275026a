// When people were at an organisation, and whether two of them were there at the same time.
import type { PartialDate } from '#core/shared/dates.ts';

/**
 * One time somebody was at an organisation, in months since the year 0. From `from` to `to` they surely were there;
 * from `earliest` to `latest` they may have been. A source seldom knows both ends: of a job that only has an end the
 * last months are sure, of one that stands the present is.
 */
export interface Stay {
  readonly earliest: number;
  readonly from: number;
  readonly to: number;
  readonly latest: number;
}

/** The month of what has not ended, later than any date. */
const STILL = 9999 * 12 + 11;
const LONG_AGO = 0;

/** Works there as far as the book knows, since nobody knows when. */
export const PRESENT: Stay = { earliest: LONG_AGO, from: STILL, to: STILL, latest: STILL };

/** A job or school by its dates; without an end it stands. Undefined where it ends before it begins. */
export function stayOf({
  from,
  to,
}: {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}): Stay | undefined {
  const [begin, last] = [monthsOf(from)?.first, monthsOf(to)];
  const end = last?.last ?? STILL;
  const stay = { earliest: begin ?? LONG_AGO, from: begin ?? last?.first ?? STILL, to: end, latest: end };
  return stay.from <= end ? stay : undefined;
}

/** A job that a file showed on the day `on`, and that another file on the day `until` showed no more. */
export function stayShown(on: string, until: string): Stay | undefined {
  const [shown, gone] = [monthsOf(on)?.first, monthsOf(until)?.last];
  if (shown === undefined || gone === undefined || gone < shown) return undefined;
  return { earliest: LONG_AGO, from: shown, to: shown, latest: gone };
}

/** What follows from two people's times at one organisation. */
export interface Together {
  /** The years in which both surely were there; without `last` both still are. Absent: nobody knows which. */
  readonly years?: { readonly first: number; readonly last?: number };
  /** They may never have been there at the same time. */
  readonly isTimeUnknown?: true;
}

const NOW_ONLY: Together = {};
const PERHAPS: Together = { isTimeUnknown: true };

/**
 * Whether two people were at one organisation at the same time, the longest such time of several; undefined where
 * their dates say that they were not. The same from both ends. Dates that are years only overlap in a year they share.
 */
export function together(one: readonly Stay[], other: readonly Stay[]): Together | undefined {
  let best: readonly [first: number, last: number] | undefined;
  let isPossible = false;
  for (const a of one)
    for (const b of other) {
      const [first, last] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
      if (first <= last && (best === undefined || isBetter([first, last], best))) best = [first, last];
      isPossible ||= Math.max(a.earliest, b.earliest) <= Math.min(a.latest, b.latest);
    }
  if (best === undefined) return isPossible ? PERHAPS : undefined;
  const [first, last] = best;
  if (first === STILL) return NOW_ONLY;
  return { years: { first: yearOf(first), ...(last === STILL ? {} : { last: yearOf(last) }) } };
}

type Span = readonly [first: number, last: number];

/** A time that is known by its years says more than that both are there now; of several the longer, then the later one. */
function isBetter([first, last]: Span, [otherFirst, otherLast]: Span): boolean {
  if ((first === STILL) !== (otherFirst === STILL)) return otherFirst === STILL;
  const more = last - first - (otherLast - otherFirst);
  return more === 0 ? first > otherFirst : more > 0;
}

const yearOf = (month: number): number => Math.floor(month / 12);

/** The months that a date may mean; undefined for none and for one without its year. */
function monthsOf(date: string | undefined): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (match === null) return undefined;
  const [, year, month] = match;
  const first = Number(year) * 12 + (month === undefined ? 0 : Number(month) - 1);
  return { first, last: month === undefined ? first + 11 : first };
}
