// Which day it is for the owner, and how far another is from it.
import { useSyncExternalStore } from 'react';
import type { Day } from '#core/reminders/model.ts';
import { daysFrom } from '#core/reminders/days.ts';
import { locale } from '#renderer/strings/i18n.ts';

const two = (count: number): string => String(count).padStart(2, '0');

/** The day by the owner's clock. */
export function localToday(): Day {
  const now = new Date();
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A window may stay open over midnight, or a computer sleep over it. */
const LOOK_EVERY = 60_000;

function follow(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_EVERY);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
}

/** The same, kept up to date. */
export const useToday = (): Day => useSyncExternalStore(follow, localToday);

/** "today", "tomorrow", "in 5 days", "2 weeks ago". */
export function awayWords(day: Day, today: Day): string {
  const days = daysFrom(today, day);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  return Math.abs(days) < 14 ? format.format(days, 'day') : format.format(Math.round(days / 7), 'week');
}
