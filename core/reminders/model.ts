// What is to be done for somebody by a day: follow-ups, promises, birthdays, and people to keep in touch with.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { idOf } from '#core/shared/brand.ts';
import { PartialDate } from '#core/shared/dates.ts';

export const ReminderId = idOf('Reminder');
export type ReminderId = z.infer<typeof ReminderId>;

/** A whole calendar day, as the owner's clock has it: `2026-05-17`. */
export const Day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
export type Day = z.infer<typeof Day>;

/** In the order in which Today shows them. */
export const REMINDER_KINDS = ['follow_up', 'promise', 'birthday', 'keep_in_touch'] as const;
export const ReminderKind = z.enum(REMINDER_KINDS);
export type ReminderKind = z.infer<typeof ReminderKind>;

/** `upcoming` asks for nothing yet. What is let go is in no list at all. */
export const ReminderState = z.enum(['upcoming', 'due', 'overdue']);
export type ReminderState = z.infer<typeof ReminderState>;

/** How the owner answered: it is done, or they let it go. */
export const Outcome = z.enum(['done', 'let_go']);
export type Outcome = z.infer<typeof Outcome>;

/** Which reminder is meant; `id` where the book has a row for it, which what follows from other facts has not. */
export const ReminderRef = z.strictObject({
  id: ReminderId.optional(),
  kind: ReminderKind,
  contactId: ContactId,
  dueOn: Day,
  eventId: EventId.optional(),
});
export type ReminderRef = z.infer<typeof ReminderRef>;

/** An ISO 8601 duration of one part: `P90D`, `P2W`, `P3M`, `P1Y`. */
export const Cadence = z.string().regex(/^P[1-9]\d{0,3}[DWMY]$/);
export type Cadence = z.infer<typeof Cadence>;

/** One thing due, with all that a row of a list says. */
export const Reminder = ReminderRef.extend({
  fn: z.string(),
  state: ReminderState,
  /** What was promised; empty for everything else. */
  text: z.string(),
  /** The owner has put it off to this day. */
  isSnoozed: z.boolean(),
  /** For a follow-up: the event it follows (empty where it was none) and the day. */
  event: z.string().optional(),
  metOn: Day.optional(),
  /** For a birthday: the date as it is known, and the age where the year is. */
  bday: PartialDate.optional(),
  age: z.int().positive().optional(),
  /** For keeping in touch: how often, and the last contact on record. */
  cadence: Cadence.optional(),
  lastOn: PartialDate.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

/** The follow-up of somebody met at an event. */
export const FollowUpState = z.strictObject({
  reminder: ReminderRef,
  /** By the owner's word, or by a contact since. */
  isAnswered: z.boolean(),
});
export type FollowUpState = z.infer<typeof FollowUpState>;

/** Somebody the owner knows well and has not been in touch with for long. */
export const Dormant = z.strictObject({
  contactId: ContactId,
  fn: z.string(),
  org: z.string(),
  lastOn: PartialDate,
});
export type Dormant = z.infer<typeof Dormant>;
