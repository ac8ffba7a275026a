// Where an introduction stands, read from its log: who has agreed and when, who is waited for, and since when.
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import type { IntroductionDirection, IntroductionState, IntroductionStep, LoggedStep } from './model.ts';

export type Side = 'a' | 'b';

/** How a side's going along is on record: their yes, or the owner's word that they need not be asked. */
export interface Agreement {
  readonly at: DateTime;
  readonly by: 'yes' | 'override';
}

export interface Progress {
  readonly direction: IntroductionDirection;
  readonly state: IntroductionState;
  readonly agreed: Readonly<Partial<Record<Side, Agreement>>>;
  /** Who was asked last and when; kept when it lapses, for whoever answers late. */
  readonly asked?: { readonly side: Side; readonly at: DateTime };
  /** The one reminder since they were asked. */
  readonly nudgedAt?: DateTime;
  /** After "not now": the day it comes back. */
  readonly until?: PartialDate;
  readonly introducedAt?: DateTime;
  readonly isThanked: boolean;
  /** The owner has written to whom they were introduced to, with the introducer in Bcc. */
  readonly isMovedToBcc: boolean;
  /** Who waited for it has been told that it will not come about. */
  readonly isTold: boolean;
  /** The last step of any kind. */
  readonly lastAt?: DateTime;
}

type Told = Pick<LoggedStep, 'step' | 'at'> & Partial<Pick<LoggedStep, 'until'>>;

/**
 * Reads the log in its order. `state` is what the book has stored: an old log may say less than it, and then what it does
 * not say is missing, never guessed.
 */
export function progressOf({
  direction,
  state,
  log,
}: {
  readonly direction: IntroductionDirection;
  readonly state: IntroductionState;
  readonly log: readonly Told[];
}): Progress {
  const start: Progress = {
    direction,
    state,
    agreed: {},
    isThanked: false,
    isMovedToBcc: false,
    isTold: false,
  };
  return log.reduce<Progress>((before, told) => ({ ...after(before, told), lastAt: told.at }), start);
}

/** `Progress` without what a new question makes void. */
const fresh = ({ nudgedAt: _nudged, until: _until, ...rest }: Progress): Progress => rest;

const AGREES: Readonly<Partial<Record<IntroductionStep, readonly [Side, Agreement['by']]>>> = {
  a_asks: ['a', 'yes'],
  a_says_yes: ['a', 'yes'],
  b_says_yes: ['b', 'yes'],
  skip_a: ['a', 'override'],
  skip_b: ['b', 'override'],
};

/** What is owed once, and done from then on. */
const DONE: Readonly<Partial<Record<IntroductionStep, Partial<Progress>>>> = {
  thank: { isThanked: true },
  move_to_bcc: { isMovedToBcc: true },
  tell_no: { isTold: true },
};

function after(before: Progress, { step, at, until }: Told): Progress {
  const agrees = AGREES[step];
  if (agrees !== undefined) {
    const [side, by] = agrees;
    return { ...fresh(before), agreed: { ...before.agreed, [side]: { at, by } } };
  }
  switch (step) {
    case 'ask_a':
    case 'ask_b':
      return { ...fresh(before), asked: { side: step === 'ask_a' ? 'a' : 'b', at } };
    case 'nudge_a':
    case 'nudge_b':
      return { ...before, nudgedAt: at };
    case 'a_says_later':
    case 'b_says_later':
      return { ...fresh(before), ...(until === undefined ? {} : { until }) };
    case 'introduce':
      return { ...fresh(before), introducedAt: at };
    default:
      return { ...before, ...DONE[step] };
  }
}

/** A waits to be introduced: they asked for it, or said yes to the owner's idea. */
const isAwaited = ({ direction, agreed }: Progress): boolean =>
  direction === 'incoming' || (direction === 'outgoing' && agreed.a?.by === 'yes');

/** Nothing comes of what A waits for: they are owed a word, whatever the reason. */
export const mayBeTold = (progress: Progress): boolean =>
  (progress.state === 'closed_no' || progress.state === 'lapsed') && isAwaited(progress);

/** Whether each of the two may be shown the other's address: both have said yes, or the owner's reason is on record. */
export const mayBeShown = ({ agreed }: Progress): boolean => agreed.a !== undefined && agreed.b !== undefined;
