// The book as one JSON document: what "Export everything" writes and the import reads back.
import { z } from 'zod';
import { Parameters, PropertyName, StructuredName } from '#core/contacts/model.ts';
import { AttendeeRole, Channel, EventKind, Partstat } from '#core/events/model.ts';
import { EvidenceKind, TieLevel } from '#core/network/model.ts';
import { Day, Outcome, ReminderKind } from '#core/reminders/model.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';
import type { AcquaintOwn } from './acquaint-own-schema.ts';

/**
 * The one version there is. A reader that does not know a number does not read the file, and passes over keys it does not
 * know: what is added leaves the number as it is, so that a file of either age is read by a program of either age.
 */
export const ACQUAINT_VERSION = 1;

/** Names a record inside one document; nothing outside may rely on it. */
const Id = z.string().min(1).max(200);

export const AcquaintProperty = z.object({
  name: PropertyName,
  /** Written as PropertyName says. */
  value: z.string(),
  type: z.string().default(''),
  parameters: Parameters.optional(),
});
export type AcquaintProperty = z.infer<typeof AcquaintProperty>;

/** A person: the name, and every property under its vCard name. */
export const AcquaintPerson = z.object({
  id: Id,
  fn: z.string(),
  n: StructuredName.optional(),
  /** LinkedIn "Connected On". */
  connectedOn: PartialDate.optional(),
  properties: z.array(z.unknown()).default([]),
});
export type AcquaintPerson = Omit<z.infer<typeof AcquaintPerson>, 'properties'> & {
  properties: AcquaintProperty[];
};

export const AcquaintEvent = z.object({
  id: Id,
  /** iCalendar UID, where the event came from a calendar. */
  uid: z.string().default(''),
  summary: z.string(),
  location: z.string().default(''),
  url: z.string().default(''),
  description: z.string().default(''),
  dtstart: PartialDate.optional(),
  dtend: PartialDate.optional(),
  kind: EventKind.optional().catch(undefined),
  organizer: z.string().default(''),
  series: z.string().default(''),
  /** Who is on its list; whom the owner met there is told by encounters. */
  attendees: z.array(z.unknown()).default([]),
});
export const AcquaintAttendee = z.object({
  person: Id,
  partstat: Partstat,
  role: AttendeeRole.default(''),
});
export type AcquaintAttendee = z.infer<typeof AcquaintAttendee>;
export type AcquaintEvent = Omit<z.infer<typeof AcquaintEvent>, 'attendees'> & {
  attendees: AcquaintAttendee[];
};

/** One time the owner met one person. */
export const AcquaintEncounter = z.object({
  person: Id,
  event: Id.optional(),
  on: PartialDate.optional(),
  location: z.string().default(''),
  channel: Channel.optional(),
  note: z.string().default(''),
  introducedBy: Id.optional(),
});
export type AcquaintEncounter = z.infer<typeof AcquaintEncounter>;

/** A fact about two people; without `other`, about the owner and one person. */
export const AcquaintEvidence = z.object({
  kind: EvidenceKind,
  person: Id,
  other: Id.optional(),
  on: PartialDate.optional(),
  count: z.int().nonnegative().optional(),
  /** For `user_statement`: the level that was stated. */
  level: TieLevel.optional(),
  text: z.string().default(''),
});
export type AcquaintEvidence = z.infer<typeof AcquaintEvidence>;

/** What is to be done for somebody, or has been. Private. */
export const AcquaintReminder = z.object({
  person: Id,
  kind: ReminderKind,
  /** For a follow-up: the event it follows. */
  event: Id.optional(),
  dueOn: Day,
  /** What was promised. */
  text: z.string().default(''),
  createdAt: DateTime,
  /** Absent: open. */
  settledAt: DateTime.optional(),
  outcome: Outcome.optional(),
});
export type AcquaintReminder = z.infer<typeof AcquaintReminder>;

/** How often the owner wants to hear of everybody with a tag. Private. */
export const AcquaintTagCadence = z.object({
  tag: z.string().trim().min(1).max(200),
  days: z.int().positive().max(9999),
});
export type AcquaintTagCadence = z.infer<typeof AcquaintTagCadence>;

/** Two people who are not to be introduced to each other. Private. */
export const AcquaintPair = z.object({
  a: Id,
  b: Id,
  reason: z.string().default(''),
});
export type AcquaintPair = z.infer<typeof AcquaintPair>;

/**
 * The document, `acquaint` first so that its first line tells what it is. Readers ignore keys they do not know; writers
 * leave out what is empty. Records refer to each other by `id`.
 */
export interface AcquaintDocument extends AcquaintOwn {
  readonly acquaint: typeof ACQUAINT_VERSION;
  readonly exportedAt?: DateTime;
  /** The `id` of the person who is the owner. */
  readonly owner?: string;
  readonly people: readonly AcquaintPerson[];
  readonly events: readonly AcquaintEvent[];
  readonly encounters: readonly AcquaintEncounter[];
  readonly evidence: readonly AcquaintEvidence[];
  readonly reminders?: readonly AcquaintReminder[];
  readonly tagCadences?: readonly AcquaintTagCadence[];
  readonly doNotIntroduce?: readonly AcquaintPair[];
}
