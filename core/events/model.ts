// Where people meet: events under their iCalendar names (RFC 5545), encounters as what happened there.
import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { ContactForm, ContactId } from '#core/contacts/model.ts';

export const EventId = idOf('Event');
export type EventId = z.infer<typeof EventId>;
export const EncounterId = idOf('Encounter');
export type EncounterId = z.infer<typeof EncounterId>;

export const EventForm = z.strictObject({
  summary: z.string().trim().min(1).max(300),
  location: z.string().trim().max(300).default(''),
  dtstart: PartialDate.optional(),
  dtend: PartialDate.optional(),
  url: z.string().trim().max(2000).default(''),
  description: z.string().max(20_000).default(''),
});
export type EventForm = z.infer<typeof EventForm>;

export const Event = EventForm.extend({ id: EventId, attendeeCount: z.int().nonnegative() });
export type Event = z.infer<typeof Event>;

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

/** Logging somebody met: one already in the book, or new with what the badge said. */
export const EncounterForm = z.strictObject({
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), contactId: ContactId }),
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
