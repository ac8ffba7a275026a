// How long something that is under way will still take, in words.
import { i18n } from './i18n.ts';

/** A pace measured over less than this is a guess. */
const MEASURED_MS = 2000;

/** How long the rest will take at the pace so far, in words; empty before that can be said. */
export function timeLeftWords(
  { done, total }: { readonly done: number; readonly total: number },
  ms: number,
): string {
  if (ms < MEASURED_MS || done <= 0 || done >= total) return '';
  const seconds = Math.ceil(((ms / done) * (total - done)) / 1000);
  if (seconds < 90)
    return i18n.t('imports:work.secondsLeft', { count: seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5 });
  if (seconds < 5400) return i18n.t('imports:work.minutesLeft', { count: Math.round(seconds / 60) });
  return i18n.t('imports:work.hoursLeft', { count: Math.round(seconds / 3600) });
}
