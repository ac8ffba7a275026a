// Events and encounters: SQL in, domain values out. Only this feature writes `event` and `encounter`.
import { asc, desc, eq, isNull, and } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { ContactId } from '#core/contacts/model.ts';
import { EncounterId, EventId } from '#core/events/model.ts';
import type { Encounter, EncounterForm, Event, EventForm } from '#core/events/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, createContact } from '#db/contacts/queries.ts';
import { contact } from '#db/contacts/tables.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { forgetEvent } from '#db/reminders/rows.ts';
import { encounter, event } from './tables.ts';

type EventRow = InferSelectModel<typeof event>;

function toEvent(row: EventRow, attendeeCount: number): Event {
  return {
    id: EventId.parse(row.id),
    summary: row.summary,
    location: row.location,
    ...(row.dtstart === null ? {} : { dtstart: row.dtstart }),
    ...(row.dtend === null ? {} : { dtend: row.dtend }),
    url: row.url,
    description: row.description,
    attendeeCount,
  };
}

/** One window of the events whose name or place contains `text`, newest first; undated ones last. */
export function listEvents(book: ReadBook, text: string, page: { offset: number; limit: number }) {
  const like = `%${fold(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const where = String.raw`summary_key like ? escape '\'`;
  const ids = book
    .statement(
      `select id from event where ${where} order by dtstart is null, dtstart desc, id desc limit ? offset ?`,
    )
    .pluck()
    .all(like, page.limit, page.offset);
  const total = Number(book.statement(`select count(*) from event where ${where}`).pluck().get(like));
  return { total, rows: ids.map((id) => eventById(book, EventId.parse(id))) };
}

export const countEvents = (book: ReadBook): number =>
  Number(book.statement('select count(*) from event').pluck().get());

/** Throws NOT_FOUND when the event is not in the book. */
export function eventById(book: ReadBook, id: EventId): Event {
  const row = book.select().from(event).where(eq(event.id, id)).get();
  if (row === undefined) throw notFound('event');
  const attendees = book
    .statement(
      `select count(distinct m.contact_id) from encounter m join contact c on c.id = m.contact_id
       where m.event_id = ? and c.deleted_at is null`,
    )
    .pluck()
    .get(id);
  return toEvent(row, Number(attendees));
}

const introducer = alias(contact, 'introducer');

function encounters(book: ReadBook, where: Parameters<typeof and>[0]): Encounter[] {
  const rows = book
    .select({ encounter, fn: contact.fn, eventSummary: event.summary, introducerFn: introducer.fn })
    .from(encounter)
    .innerJoin(contact, eq(contact.id, encounter.contactId))
    .leftJoin(event, eq(event.id, encounter.eventId))
    .leftJoin(introducer, eq(introducer.id, encounter.introducedById))
    .where(and(where, isNull(contact.deletedAt)))
    .orderBy(desc(encounter.metOn), asc(contact.sortKey), desc(encounter.id))
    .all();
  return rows.map(({ encounter: row, fn, eventSummary, introducerFn }) => ({
    id: EncounterId.parse(row.id),
    contactId: ContactId.parse(row.contactId),
    fn,
    ...(row.eventId === null ? {} : { eventId: EventId.parse(row.eventId) }),
    eventSummary: eventSummary ?? '',
    ...(row.metOn === null ? {} : { metOn: row.metOn }),
    location: row.location,
    channel: row.channel as Encounter['channel'], // written below from an EncounterForm
    note: row.note,
    ...(row.introducedById === null || introducerFn === null
      ? {}
      : { introducedBy: { id: ContactId.parse(row.introducedById), fn: introducerFn } }),
  }));
}

/** Every time the owner met this person, newest first. */
export const encountersWith = (book: ReadBook, id: ContactId): Encounter[] =>
  encounters(book, eq(encounter.contactId, id));

/** Everybody met at this event, by name. */
export const encountersAt = (book: ReadBook, id: EventId): Encounter[] =>
  encounters(book, eq(encounter.eventId, id));

const eventValues = (form: EventForm) => ({
  summary: form.summary,
  location: form.location,
  dtstart: form.dtstart ?? null,
  dtend: form.dtend ?? null,
  url: form.url,
  description: form.description,
  summaryKey: fold(`${form.summary} ${form.location}`),
});

export const createEvent = (book: WriteBook, form: EventForm, now: DateTime): EventId =>
  EventId.parse(book.insert(event, { ...eventValues(form), createdAt: now }));

export function updateEvent(book: WriteBook, id: EventId, form: EventForm): void {
  eventById(book, id);
  book.update(event, id, eventValues(form));
}

/** Removes the event; whom the owner met there stays met, with the event's name and day kept in the encounter. */
export function deleteEvent(book: WriteBook, id: EventId): void {
  const gone = eventById(book, id);
  const where = [gone.summary, gone.location].filter(Boolean).join(', ');
  for (const { id: encounterId, metOn, location } of encountersAt(book, id)) {
    book.update(encounter, encounterId, {
      eventId: null,
      metOn: metOn ?? gone.dtstart ?? null,
      location: location || where,
    });
  }
  // Encounters with people who are in the bin must not keep pointing at it either.
  for (const rest of book.statement('select id from encounter where event_id = ?').pluck().all(id)) {
    book.update(encounter, Number(rest), { eventId: null });
  }
  forgetEvent(book, id);
  book.remove(event, id);
}

/** Logs somebody met; without a day of its own the encounter takes the event's. */
export function logEncounter(book: WriteBook, form: EncounterForm, now: DateTime) {
  const contactId =
    form.who.kind === 'known' ? form.who.contactId : createContact(book, form.who.contact, now);
  contactRow(book, contactId);
  const at = form.eventId === undefined ? undefined : eventById(book, form.eventId);
  const id = EncounterId.parse(
    book.insert(encounter, {
      contactId,
      eventId: form.eventId ?? null,
      metOn: form.metOn ?? at?.dtstart ?? null,
      location: form.location || (at?.location ?? ''),
      channel: form.introducedBy === undefined ? form.channel : 'introduced',
      note: form.note,
      introducedById: form.introducedBy ?? null,
      createdAt: now,
    }),
  );
  return { id, contactId };
}

export function deleteEncounter(book: WriteBook, id: EncounterId): void {
  if (book.select().from(encounter).where(eq(encounter.id, id)).get() === undefined)
    throw notFound('encounter');
  book.remove(encounter, id);
}
