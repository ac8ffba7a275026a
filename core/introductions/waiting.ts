// What an introduction wants of the owner on a day, or whom it waits for.
import { daysBetween } from '#core/shared/dates.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { isLapseDue, isNudgeDue } from './lifecycle.ts';
import type { Progress, Side } from './progress.ts';

/** `on`: since when or, for `later`, until when. */
export type Waiting =
  /** Nothing presses: an idea of the owner's own. */
  | { readonly kind: 'idea' }
  /** A has asked the owner and waits for an answer. */
  | { readonly kind: 'answer'; readonly on: PartialDate }
  | { readonly kind: 'ask_b' | 'introduce'; readonly on: PartialDate }
  /** The day after a "not now" has come, or not yet. */
  | { readonly kind: 'again' | 'later'; readonly side: Side; readonly on: PartialDate }
  | { readonly kind: 'waiting' | 'nudge' | 'lapse'; readonly side: Side; readonly on: PartialDate }
  /** The introducer has said yes, and is about to introduce. */
  | { readonly kind: 'promised'; readonly on: PartialDate }
  /** Thanks are owed; somebody wants to hear how it went; the owner does. */
  | { readonly kind: 'thank' | 'tell_outcome' | 'ask_outcome'; readonly on: PartialDate }
  | { readonly kind: 'under_way'; readonly on: PartialDate }
  | { readonly kind: 'over' };

/** Days until it is fair to ask what came of it, and after which nobody is reminded of it any more. */
const OUTCOME_DAYS = { from: 30, until: 120 } as const;

const NEEDS_OWNER: ReadonlySet<Waiting['kind']> = new Set([
  'answer',
  'ask_b',
  'introduce',
  'again',
  'nudge',
  'lapse',
  'thank',
  'tell_outcome',
  'ask_outcome',
]);

/** Whether the owner has something to do; the rest waits for others or for a day. */
export const needsOwner = ({ kind }: Waiting): boolean => NEEDS_OWNER.has(kind);

/** As of a day; days are the first ten characters of what the log says. */
export function waitingOf(progress: Progress, today: PartialDate): Waiting {
  const on = (progress.lastAt ?? today).slice(0, 10);
  switch (progress.state) {
    case 'idea':
    case 'fit':
      return progress.direction === 'incoming' ? { kind: 'answer', on } : { kind: 'idea' };
    case 'asked_a':
      return silence(progress, 'a', today);
    case 'asked_b':
      return silence(progress, 'b', today);
    case 'a_later':
    case 'b_later': {
      const side = progress.state === 'a_later' ? 'a' : 'b';
      const until = progress.until ?? on;
      return { kind: until <= today ? 'again' : 'later', side, on: until };
    }
    case 'a_yes':
      return { kind: progress.direction === 'requested' ? 'promised' : 'ask_b', on };
    case 'b_yes':
      return { kind: 'introduce', on };
    case 'introduced':
    case 'replied':
    case 'met':
    case 'outcome':
      return afterwards(progress, on, today);
    default:
      return { kind: 'over' };
  }
}

function silence(progress: Progress, side: Side, today: PartialDate): Waiting {
  const on = (progress.asked?.at ?? progress.lastAt ?? today).slice(0, 10);
  if (isLapseDue(progress, today)) return { kind: 'lapse', side, on };
  return { kind: isNudgeDue(progress, today) ? 'nudge' : 'waiting', side, on };
}

function afterwards(progress: Progress, last: PartialDate, today: PartialDate): Waiting {
  const { direction, state, isThanked, introducedAt } = progress;
  const on = introducedAt?.slice(0, 10) ?? last;
  const age = daysBetween(last, today) ?? 0;
  // Long ago, or from a book that did not ask: nobody is reminded of a debt of years.
  if (age > OUTCOME_DAYS.until) return { kind: 'under_way', on };
  if (direction === 'requested') {
    if (!isThanked) return { kind: 'thank', on };
    if (state === 'met' || (state !== 'outcome' && age >= OUTCOME_DAYS.from))
      return { kind: 'tell_outcome', on };
  } else if (state !== 'outcome' && age >= OUTCOME_DAYS.from) return { kind: 'ask_outcome', on };
  return { kind: 'under_way', on };
}
