// What the owner has asked of somebody and done for them: give and take in a rolling year, never a rank of people.
import { z } from 'zod';
import { daysBetween, PartialDate } from '#core/shared/dates.ts';

/** How often an introducer may fairly be asked in a year; two to three is what they themselves say. */
export const YEARLY_BUDGET = 3;
/** The rolling year, in days: an ask of this day last year no longer counts. */
export const YEAR_DAYS = 365;
/** Asks younger than this weigh on the next one although the year's budget may still allow it. */
export const RECENT_DAYS = 90;

/**
 * One thing asked of a person (`taken`: a word about somebody, an introduction) or done for them (`given`). Of an ask
 * `done` means that they did it – answered, introduced –, `not_done` that it ended otherwise, by a no or by silence.
 */
export interface Favour {
  readonly way: 'taken' | 'given';
  readonly kind: 'reference' | 'introduction';
  /** The day it was asked, or given. */
  readonly on: PartialDate;
  readonly state: 'open' | 'done' | 'not_done';
  /** The day an ask was answered or done, where it is known. */
  readonly doneOn?: PartialDate | undefined;
  readonly thankedOn?: PartialDate | undefined;
  /** The day they heard what came of it. */
  readonly outcomeToldOn?: PartialDate | undefined;
}

/** Give and take with one person. */
export const Goodwill = z.strictObject({
  /** Done for them within the year. */
  given: z.int().nonnegative(),
  /** Asked of them within the year, whatever came of it. */
  taken: z.int().nonnegative(),
  /** Of those, asked within RECENT_DAYS. */
  recent: z.int().nonnegative(),
  /** Of those, without an answer yet. */
  open: z.int().nonnegative(),
  budget: z.int().nonnegative(),
  /** What is left of the budget, never below nothing. */
  left: z.int().nonnegative(),
  /** What they did within the year and were not thanked for. */
  thanksOwed: z.int().nonnegative(),
  /** The last ask, thanks and report of how it went, however long ago. */
  lastAskedOn: PartialDate.optional(),
  lastThankedOn: PartialDate.optional(),
  lastOutcomeOn: PartialDate.optional(),
});
export type Goodwill = z.infer<typeof Goodwill>;

/**
 * Adds up a person's favours as of `today` (`YYYY-MM-DD`), in any order. `thankedOn` is a day on which they were thanked
 * for everything up to then, as the owner says; favours with thanks of their own count too. Days after `today`, or
 * without a year, count for nothing but as the last ones known.
 */
export function goodwillOf(
  favours: readonly Favour[],
  options: {
    readonly today: string;
    readonly budget?: number;
    readonly thankedOn?: PartialDate | undefined;
  },
): Goodwill {
  const { today, budget = YEARLY_BUDGET, thankedOn } = options;
  const within = (days: number) => (favour: Favour) => {
    const age = daysBetween(favour.on, today);
    return age !== undefined && age >= 0 && age < days;
  };
  const year = favours.filter(within(YEAR_DAYS));
  const asks = year.filter(({ way }) => way === 'taken');
  const taken = favours.filter(({ way }) => way === 'taken');
  const lastThanked = latest([thankedOn, ...taken.map((ask) => ask.thankedOn)]);
  return {
    given: year.filter(({ way, state }) => way === 'given' && state === 'done').length,
    taken: asks.length,
    recent: asks.filter(within(RECENT_DAYS)).length,
    open: asks.filter(({ state }) => state === 'open').length,
    budget,
    left: Math.max(0, budget - asks.length),
    thanksOwed: asks.filter((ask) => isUnthanked(ask, thankedOn)).length,
    ...dated('lastAskedOn', latest(taken.map(({ on }) => on))),
    ...dated('lastThankedOn', lastThanked),
    ...dated('lastOutcomeOn', latest(taken.map(({ outcomeToldOn }) => outcomeToldOn))),
  };
}

/** Whether they did what was asked, and nobody has thanked them since. */
const isUnthanked = (ask: Favour, thankedOn: PartialDate | undefined): boolean =>
  ask.state === 'done' &&
  ask.thankedOn === undefined &&
  (thankedOn === undefined || thankedOn < (ask.doneOn ?? ask.on));

/**
 * How much an ask may lean on somebody, in (0, 1]: more where more of the year's budget is left and where more was done
 * for them. Orders whom to ask; nobody is ever shown it, because it says nothing about the person.
 */
export const goodwillFactor = ({ left, given, budget }: Goodwill): number =>
  (1 + Math.min(left, budget) + Math.min(given, budget)) / (1 + 2 * budget);

/** Whether asking once more wants a reason: the year's budget is spent, or they were not thanked for what they did. */
export const isStrained = ({ left, thanksOwed }: Pick<Goodwill, 'left' | 'thanksOwed'>): boolean =>
  left === 0 || thanksOwed > 0;

/** The latest day; a day without a year says nothing about when. */
const latest = (days: readonly (PartialDate | undefined)[]): PartialDate | undefined =>
  days.reduce<PartialDate | undefined>(
    (best, day) =>
      day === undefined || day.startsWith('--') || (best !== undefined && best >= day) ? best : day,
    undefined,
  );

const dated = <Name extends string>(name: Name, day: PartialDate | undefined) =>
  // One property of the name given, or none: what the spread of it makes of the ledger.
  (day === undefined ? {} : { [name]: day }) as Partial<Record<Name, PartialDate>>;

/** The ledger of somebody nothing was ever asked of. */
export const UNTOUCHED: Goodwill = goodwillOf([], { today: '2000-01-01' });
