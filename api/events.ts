import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import {
  Attendee,
  Encounter,
  EncounterEdit,
  EncounterForm,
  EncounterId,
  Event,
  EventForm,
  EventId,
  EventKind,
  Listing,
  SeriesName,
} from '#core/events/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { command, Page, paged, query } from './base.ts';

const Text = z.string().max(200).default('');

/** A row of the list: an event, or all events of a series that were found, told by the latest of them. */
export const EventRow = z.strictObject({
  event: Event,
  series: z
    .strictObject({ name: z.string(), events: z.int().positive(), met: z.int().nonnegative() })
    .optional(),
});
export type EventRow = z.infer<typeof EventRow>;

const Facet = z.array(z.strictObject({ value: z.string(), events: z.int().positive() }));

const EventPage = z.strictObject({
  event: Event,
  encounters: z.array(Encounter),
  attendees: z.array(Attendee),
  /** Events that may be the same: by iCalendar UID, or by name and days. */
  similar: z.array(z.strictObject({ event: Event, because: z.enum(['uid', 'name']) })),
});
export type EventPage = z.infer<typeof EventPage>;

const SeriesPage = z.strictObject({
  name: z.string(),
  /** Newest first. */
  events: z.array(Event),
  /** Everybody met there, the most often met first. */
  people: z.array(
    z.strictObject({
      contactId: ContactId,
      fn: z.string(),
      org: z.string(),
      times: z.int().positive(),
      lastOn: PartialDate.optional(),
    }),
  ),
});
export type SeriesPage = z.infer<typeof SeriesPage>;

export const events = {
  list: query.input(z.strictObject({ text: Text, page: Page })).output(paged(Event)),
  /** The same for reading: a series is one row, and kind and year may be asked for. */
  overview: query
    .input(
      z.strictObject({
        text: Text,
        kind: EventKind.optional(),
        year: z
          .string()
          .regex(/^\d{4}$/)
          .optional(),
        page: Page,
      }),
    )
    .output(paged(EventRow)),
  /** The kinds, years and series there are, with how many events each. */
  facets: query.output(z.strictObject({ kinds: Facet, years: Facet, series: Facet })),
  get: query.input(z.strictObject({ id: EventId })).output(EventPage),
  /** Whom a sheet for paper names, by name: who has not declined, and who was met. Nothing private. */
  sheet: query.input(z.strictObject({ id: EventId })).output(
    z.strictObject({
      event: Event,
      people: z.array(
        z.strictObject({
          id: ContactId,
          fn: z.string(),
          org: z.string(),
          isListed: z.boolean(),
          isMet: z.boolean(),
        }),
      ),
      /** Confidential people who are on no sheet. */
      leftOut: z.int().nonnegative(),
    }),
  ),
  series: query.input(z.strictObject({ name: SeriesName })).output(SeriesPage),
  create: command.input(EventForm).output(z.strictObject({ id: EventId })),
  update: command.input(z.strictObject({ id: EventId, form: EventForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: EventId })).output(z.void()),
  /**
   * Makes one event of several; meetings, lists and reminders move to the one that stays. Throws CONFLICT `same_event`
   * when one is named twice.
   */
  merge: command
    .input(z.strictObject({ survivorId: EventId, absorbedIds: z.array(EventId).min(1).max(50) }))
    .output(z.void()),
  /** Puts events into a series; takes them out of theirs with an empty name. */
  setSeries: command
    .input(z.strictObject({ ids: z.array(EventId).min(1).max(1000), name: SeriesName.or(z.literal('')) }))
    .output(z.void()),
  /** Gives a series another name; an empty one lets its events stand alone again. */
  renameSeries: command
    .input(z.strictObject({ from: SeriesName, to: SeriesName.or(z.literal('')) }))
    .output(z.void()),
  /** Puts somebody on an event's list, or says what they answered. That is no meeting. */
  setAttendee: command.input(Listing).output(z.strictObject({ contactId: ContactId })),
  removeAttendee: command.input(z.strictObject({ eventId: EventId, contactId: ContactId })).output(z.void()),
  /** Logs somebody met, at an event or not; a new person is created in the same step. */
  logEncounter: command
    .input(EncounterForm)
    .output(z.strictObject({ id: EncounterId, contactId: ContactId })),
  /** Corrects a meeting. Throws CONFLICT `own_introducer` when somebody would have introduced themselves. */
  updateEncounter: command.input(z.strictObject({ id: EncounterId, form: EncounterEdit })).output(z.void()),
  deleteEncounter: command.input(z.strictObject({ id: EncounterId })).output(z.void()),
};
