// Where people meet: events under their iCalendar names (RFC 5545), encounters as what happened there.
import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { ContactForm, ContactId } from '#core/contacts/model.ts';

export const EventId = idOf('Event');
export type EventId = z.infer<typeof EventId>;
export const EncounterId = idOf('Encounter');
export type EncounterId = z.infer<typeof EncounterId>;

/** What sort of occasion it is; iCalendar CATEGORIES on the way out. */
export const EventKind = z.enum([
  'conference',
  'meetup',
  'fair',
  'course',
  'social',
  'dinner',
  'work',
  'online',
  'other',
]);
export type EventKind = z.infer<typeof EventKind>;

/** Name of a series; events that have the same one belong together. */
export const SeriesName = z.string().trim().min(1).max(300);

export const EventForm = z.strictObject({
  summary: z.string().trim().min(1).max(300),
  location: z.string().trim().max(300).default(''),
  dtstart: PartialDate.optional(),
  dtend: PartialDate.optional(),
  url: z.string().trim().max(2000).default(''),
  description: z.string().max(20_000).default(''),
  /** Empty where nobody has said. */
  kind: EventKind.or(z.literal('')).default(''),
  /** Whose event it is, as text. */
  organizer: z.string().trim().max(300).default(''),
  /** Empty for an event that stands alone. */
  series: SeriesName.or(z.literal('')).default(''),
});
export type EventForm = z.infer<typeof EventForm>;

/** `metCount`: how many people the owner met there; those who were only on the list are not counted. */
export const Event = EventForm.extend({ id: EventId, metCount: z.int().nonnegative() });
export type Event = z.infer<typeof Event>;

/** What somebody on the list answered (RFC 5545 §3.2.12, as an event has it). */
export const Partstat = z.enum(['NEEDS-ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED']);
export type Partstat = z.infer<typeof Partstat>;

/** What they are there for; empty for those who just come. */
export const AttendeeRole = z.enum(['', 'CHAIR', 'X-SPEAKER']);
export type AttendeeRole = z.infer<typeof AttendeeRole>;

/** Somebody on an event's list. That alone is no meeting: who was met has an encounter. */
export const Attendee = z.strictObject({
  contactId: ContactId,
  fn: z.string(),
  org: z.string(),
  partstat: Partstat,
  role: AttendeeRole,
  /** The owner's own word stands above a calendar's. */
  setBy: z.enum(['owner', 'import']),
});
export type Attendee = z.infer<typeof Attendee>;

/** How two people came to meet. */
export const Channel = z.enum(['in_person', 'online', 'introduced', 'work', 'school', 'other']);
export type Channel = z.infer<typeof Channel>;

/** One time the owner met one person: the strongest thing a book can hold. */
export const Encounter = z.strictObject({
  id: EncounterId,
  contactId: ContactId,
  fn: z.string(),
  eventId: EventId.optional(),
  eventSummary: z.string(),
  metOn: PartialDate.optional(),
  location: z.string(),
  channel: Channel,
  note: z.string(),
  introducedBy: z.strictObject({ id: ContactId, fn: z.string() }).optional(),
});
export type Encounter = z.infer<typeof Encounter>;

/** Somebody put on a list: one already in the book, or new with what is known of them. */
export const Listing = z.strictObject({
  eventId: EventId,
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), contactId: ContactId }),
    z.strictObject({ kind: z.literal('new'), contact: ContactForm }),
  ]),
  partstat: Partstat.default('NEEDS-ACTION'),
  role: AttendeeRole.default(''),
});
export type Listing = z.infer<typeof Listing>;

/** Logging somebody met: one already in the book, or new with what the badge said. */
export const EncounterForm = z.strictObject({
  who: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('known'),
      contactId: ContactId,
      /** What they gain by it: values they do not have yet are added, nothing that is known is changed. */
      additions: ContactForm.optional(),
    }),
    z.strictObject({ kind: z.literal('new'), contact: ContactForm }),
  ]),
  eventId: EventId.optional(),
  metOn: PartialDate.optional(),
  location: z.string().trim().max(300).default(''),
  channel: Channel.default('in_person'),
  note: z.string().max(20_000).default(''),
  introducedBy: ContactId.optional(),
});
export type EncounterForm = z.infer<typeof EncounterForm>;

/** What the owner may correct of an encounter afterwards; whom it was with stays. */
export const EncounterEdit = EncounterForm.omit({ who: true });
export type EncounterEdit = z.infer<typeof EncounterEdit>;
