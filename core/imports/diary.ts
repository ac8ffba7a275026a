// What the owner has written down of people, out of our own file: meetings, what is due or was, how often to be in touch
// with whom, who is not introduced to whom.
import { z } from 'zod';
import { Channel } from '#core/events/model.ts';
import { Day, Outcome, ReminderKind } from '#core/reminders/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { OWN } from './own-records.ts';
import type { OwnOf } from './own-records.ts';
import { OwnShown } from './own-shown.ts';

/** All that is said of a meeting, but for with whom, at which event and through whom. */
export interface EncounterSaid {
  readonly on?: PartialDate;
  readonly location: string;
  readonly channel: Channel;
  readonly note: string;
}

/** One time the owner met one person, with people and events as a file or as a plan speaks of them. */
export interface EncounterOf<Person, Event> extends EncounterSaid {
  readonly what: 'encounter';
  readonly person: Person;
  readonly event?: Event;
  readonly introducedBy?: Person;
}

/** All that a reminder says, but for whom it is about and which event it follows. */
export interface ReminderSaid {
  readonly kind: ReminderKind;
  readonly dueOn: Day;
  /** What was promised; empty for everything else. */
  readonly text: string;
  /** Tells one reminder of a person from another. */
  readonly createdAt: DateTime;
  /** Absent: open. */
  readonly settledAt?: DateTime;
  readonly outcome?: Outcome;
}

/** A reminder, likewise. */
export interface ReminderOf<Person, Event> extends ReminderSaid {
  readonly what: 'reminder';
  readonly person: Person;
  /** The event it follows. */
  readonly event?: Event;
}

/** Two people who are not to be introduced to each other, in either order. */
export interface PairOf<Person> {
  readonly what: 'pair';
  readonly a: Person;
  readonly b: Person;
  readonly reason: string;
}

/** How often the owner wants to hear of everybody with a tag. */
export interface TagCadence {
  readonly what: 'cadence';
  readonly tag: string;
  readonly days: number;
}

/** What a record of it may be about. */
export const DIARY = ['encounter', 'reminder', 'cadence', 'pair', ...OWN] as const;

export type DiaryOf<Person, Event> =
  | EncounterOf<Person, Event>
  | ReminderOf<Person, Event>
  | PairOf<Person>
  | TagCadence
  | OwnOf<Person, Event>;

/** What the preview shows of one, beside whom it is about (of a cadence: the tag; of a view or a letter: its name). */
export const DiaryShown = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('encounter'),
    on: PartialDate.optional(),
    location: z.string(),
    note: z.string(),
  }),
  z.strictObject({
    what: z.literal('reminder'),
    kind: ReminderKind,
    dueOn: Day,
    text: z.string(),
    outcome: Outcome.optional(),
  }),
  z.strictObject({ what: z.literal('cadence'), days: z.int().positive() }),
  z.strictObject({ what: z.literal('pair'), other: z.string(), reason: z.string() }),
  ...OwnShown.options,
]);
export type DiaryShown = z.infer<typeof DiaryShown>;
