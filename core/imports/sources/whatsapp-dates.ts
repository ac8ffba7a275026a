// In which order a chat writes day, month and year: told by all its lines together, because one line never tells.
import type { PartialDate } from '#core/shared/dates.ts';
import type { Stamp } from './whatsapp-lines.ts';

type Order = 'dmy' | 'mdy' | 'ymd';

const two = (n: number) => String(n).padStart(2, '0');
const LONG_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Four digits as they are, two in this century (WhatsApp is of 2009); Thai years count from 543 BC. */
function fullYear(year: number): number {
  if (year < 100) return 2000 + year;
  return year > 2400 ? year - 543 : year;
}

function dateIn({ numbers: [a, b, c] }: Stamp, order: Order, latest: string): PartialDate | undefined {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const full = fullYear(year);
  const longest = LONG_MONTHS[month - 1];
  // The Persian calendar and typing errors: no day that could be placed.
  if (full < 2009 || full > 2200 || longest === undefined || day < 1 || day > longest) return undefined;
  const date = `${full}-${two(month)}-${two(day)}`;
  return date > latest ? undefined : date;
}

interface Fit {
  readonly order: Order;
  /** Lines that are no date in this order. */
  readonly bad: number;
  /** Lines that would be older than the one before: a chat only goes on. */
  readonly back: number;
}

function fitOf(order: Order, stamps: readonly Stamp[], latest: string): Fit {
  let bad = 0;
  let back = 0;
  let last = '';
  for (const stamp of stamps) {
    const date = dateIn(stamp, order, latest);
    if (date === undefined) bad++;
    else {
      if (date < last) back++;
      last = date;
    }
  }
  return { order, bad, back };
}

/** What to believe where nothing tells: dots and most of the world put the day first, AM and PM and the US the month. */
function usualOrders(
  { numbers: [first], separator, isEnglish }: Stamp,
  region: string | undefined,
): readonly Order[] {
  if (first > 31 || /[年년 ]/.test(separator)) return ['ymd', 'dmy', 'mdy'];
  const american = separator === '/' && (region === 'US' || (region === undefined && isEnglish));
  return american ? ['mdy', 'dmy', 'ymd'] : ['dmy', 'mdy', 'ymd'];
}

/**
 * The reader of a chat's dates: the order in which most lines are dates and fewest go back in time; with neither, what is
 * usual. A date that does not exist in that order, or has not come yet on the day `latest`, is undefined.
 */
export function chatDates(
  stamps: readonly Stamp[],
  latest: string,
  region: string | undefined,
): (stamp: Stamp) => PartialDate | undefined {
  const [first] = stamps;
  if (!first) return () => undefined;
  const [best] = usualOrders(first, region)
    .map((order) => fitOf(order, stamps, latest))
    .sort((a, b) => a.bad - b.bad || a.back - b.back);
  const order = best?.order ?? 'dmy';
  return (stamp) => dateIn(stamp, order, latest);
}
