// What an introduction wants of the owner on a day, or whom it waits for.
import { daysBetween } from '#core/shared/dates.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { isLapseDue, isNudgeDue } from './lifecycle.ts';
import type { IntroductionState } from './model.ts';
import { mayBeTold } from './progress.ts';
import type { Progress, Side } from './progress.ts';

/** `on`: since when or, for `later`, until when. */
export type Waiting =
  /** Nothing presses: an idea of the owner's own. */
  | { readonly kind: 'idea' }
  /** A has asked the owner and waits for an answer. */
  | { readonly kind: 'answer'; readonly on: PartialDate }
  | { readonly kind: 'ask_b' | 'introduce'; readonly on: PartialDate }
  /** A has asked for it or said yes to it, nothing comes of it, and they do not know yet. */
  | { readonly kind: 'tell_no'; readonly on: PartialDate }
  /** The day after a "not now" has come, or not yet. */
  | { readonly kind: 'again' | 'later'; readonly side: Side; readonly on: PartialDate }
  | { readonly kind: 'waiting' | 'nudge' | 'lapse'; readonly side: Side; readonly on: PartialDate }
  /** The introducer has said yes, and is about to introduce. */
  | { readonly kind: 'promised'; readonly on: PartialDate }
  /** The owner was introduced and is to write first. */
  | { readonly kind: 'reply'; readonly on: PartialDate }
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
  'tell_no',
  'reply',
  'again',
  'nudge',
  'lapse',
  'thank',
  'tell_outcome',
  'ask_outcome',
]);

/** Whether the owner has something to do; the rest waits for others or for a day. */
export const needsOwner = ({ kind }: Waiting): boolean => NEEDS_OWNER.has(kind);

type Reading = (progress: Progress, on: PartialDate, today: PartialDate) => Waiting;

const begun: Reading = ({ direction }, on) =>
  direction === 'incoming' ? { kind: 'answer', on } : { kind: 'idea' };

const resting =
  (side: Side): Reading =>
  ({ until }, last, today) => {
    const on = until ?? last;
    return { kind: on <= today ? 'again' : 'later', side, on };
  };

const over: Reading = () => ({ kind: 'over' });

/** Of one who waits and was not told yet; after a month of silence a no comes too late to be kind. */
const ended: Reading = (progress, on, today) =>
  mayBeTold(progress) && !progress.isTold && (daysBetween(on, today) ?? 0) < OUTCOME_DAYS.from
    ? { kind: 'tell_no', on }
    : { kind: 'over' };

const READINGS: Readonly<Record<IntroductionState, Reading>> = {
  idea: begun,
  fit: begun,
  asked_a: (progress, _, today) => silence(progress, 'a', today),
  a_later: resting('a'),
  a_yes: ({ direction }, on) => ({ kind: direction === 'requested' ? 'promised' : 'ask_b', on }),
  asked_b: (progress, _, today) => silence(progress, 'b', today),
  b_later: resting('b'),
  b_yes: (_, on) => ({ kind: 'introduce', on }),
  introduced: afterwards,
  replied: afterwards,
  met: afterwards,
  outcome: afterwards,
  thanked: over,
  lapsed: ended,
  closed_no: ended,
  closed: over,
};

/** As of a day; days are the first ten characters of what the log says. */
export const waitingOf = (progress: Progress, today: PartialDate): Waiting =>
  READINGS[progress.state](progress, (progress.lastAt ?? today).slice(0, 10), today);

function silence(progress: Progress, side: Side, today: PartialDate): Waiting {
  const on = (progress.asked?.at ?? progress.lastAt ?? today).slice(0, 10);
  if (isLapseDue(progress, today)) return { kind: 'lapse', side, on };
  return { kind: isNudgeDue(progress, today) ? 'nudge' : 'waiting', side, on };
}

function afterwards(progress: Progress, last: PartialDate, today: PartialDate): Waiting {
  const on = progress.introducedAt?.slice(0, 10) ?? last;
  const age = daysBetween(last, today) ?? 0;
  // Long ago, or from a book that did not ask: nobody is reminded of a debt of years.
  const kind = age > OUTCOME_DAYS.until ? undefined : owed(progress, age);
  return { kind: kind ?? 'under_way', on };
}

/** What is owed so many days after the last step: by the owner who was introduced, or to hear of those they introduced. */
function owed({ direction, state, isThanked, isMovedToBcc }: Progress, age: number) {
  const isLate = age >= OUTCOME_DAYS.from;
  if (direction !== 'requested') return isLate && state !== 'outcome' ? 'ask_outcome' : undefined;
  if (state === 'introduced' && !isMovedToBcc && !isLate) return 'reply';
  if (!isThanked) return 'thank';
  return state === 'met' || (isLate && state !== 'outcome') ? 'tell_outcome' : undefined;
}
