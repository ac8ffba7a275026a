// What is due for whom, and how often the owner wants to hear of people. The window says which day it is where it is.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import {
  Cadence,
  Day,
  Dormant,
  FollowUpState,
  Outcome,
  Reminder,
  ReminderId,
  ReminderKind,
  ReminderRef,
} from '#core/reminders/model.ts';
import { command, query } from './base.ts';

const Promised = z.strictObject({ text: z.string().trim().min(1).max(500), dueOn: Day });

const TagCadence = z.strictObject({
  tag: z.string().trim().min(1).max(200),
  days: z.int().positive().max(9999),
});

export const reminders = {
  /**
   * Everything that is due on a day or will be within four weeks, the kinds in the order of Today and the latest first
   * in each; of one kind at most `limit`, with how many there are, due or overdue, in `waiting`.
   */
  list: query.input(z.strictObject({ today: Day, limit: z.int().positive().max(500).default(100) })).output(
    z.strictObject({
      due: z.array(Reminder),
      upcoming: z.array(Reminder),
      /** Due or overdue, by kind; a birthday that is to come is not. */
      waiting: z.record(ReminderKind, z.int().nonnegative()),
      /** Follow-ups that were let go within the last week. */
      letGo: z.int().nonnegative(),
    }),
  ),
  /** What concerns one person: how often they are to be heard of and by whose word, the last contact, what is promised. */
  about: query.input(z.strictObject({ contactId: ContactId, today: Day })).output(
    z.strictObject({
      cadence: Cadence.optional(),
      /** The shortest among their tags; it counts where they have no cadence of their own. */
      byTag: TagCadence.optional(),
      lastOn: PartialDate.optional(),
      nextOn: Day.optional(),
      promises: z.array(Reminder),
    }),
  ),
  /** The follow-up of everybody met at an event, whether due or not; Today and this agree on what is answered. */
  atEvent: query.input(z.strictObject({ eventId: EventId, today: Day })).output(z.array(FollowUpState)),
  promise: command
    .input(Promised.extend({ contactId: ContactId }))
    .output(z.strictObject({ id: ReminderId })),
  /** Changes the words or the day of a promise. */
  update: command.input(Promised.extend({ id: ReminderId })).output(z.void()),
  /** Done, or let go. Throws NOT_FOUND when the row is gone, CONFLICT `settled` when it has been answered already. */
  settle: command.input(z.strictObject({ reminder: ReminderRef, outcome: Outcome })).output(z.void()),
  /** Puts it off to a later day. */
  snooze: command.input(z.strictObject({ reminder: ReminderRef, until: Day })).output(z.void()),
  /** How often the owner wants to hear of a person; absent: whatever their tags say. */
  setCadence: command
    .input(z.strictObject({ contactId: ContactId, cadence: Cadence.optional() }))
    .output(z.void()),
  /** Tags with a cadence, with how many people have them. */
  tagCadences: query.output(z.array(TagCadence.extend({ people: z.int().nonnegative() }))),
  /** For everybody with a tag; without `days` for none of them any more. */
  setTagCadence: command.input(TagCadence.partial({ days: true })).output(z.void()),
  /** People known well and silent for long, ten a month. Waits for the network where it is still being built. */
  dormant: query.input(z.strictObject({ today: Day })).output(
    z.strictObject({
      people: z.array(Dormant),
      total: z.int().nonnegative(),
      withoutContact: z.int().nonnegative(),
      months: z.int().positive(),
    }),
  ),
};
