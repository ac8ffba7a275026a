// Events: SQL in, domain values out. Only this folder writes `event`, `encounter` and `attendee`.
import { eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { EventId } from '#core/events/model.ts';
import type { Event, EventForm, EventKind } from '#core/events/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { forgetEvent } from '#db/reminders/rows.ts';
import { encountersAt } from './encounters.ts';
import { attendee, encounter, event } from './tables.ts';

type EventRow = InferSelectModel<typeof event>;

export const toForm = (row: EventRow): EventForm => ({
  summary: row.summary,
  location: row.location,
  ...(row.dtstart === null ? {} : { dtstart: row.dtstart }),
  ...(row.dtend === null ? {} : { dtend: row.dtend }),
  url: row.url,
  description: row.description,
  kind: row.kind as EventKind | '', // written below from an EventForm
  organizer: row.organizer,
  series: row.series,
});

/** Throws NOT_FOUND when the event is not in the book. */
export function eventRow(book: ReadBook, id: EventId): EventRow {
  const row = book.select().from(event).where(eq(event.id, id)).get();
  if (row === undefined) throw notFound('event');
  return row;
}

const MET = `select count(distinct m.contact_id) from encounter m join contact c on c.id = m.contact_id
  where m.event_id = ? and c.deleted_at is null`;

/** Throws NOT_FOUND when the event is not in the book. */
export const eventById = (book: ReadBook, id: EventId): Event => ({
  ...toForm(eventRow(book, id)),
  id,
  metCount: Number(book.statement(MET).pluck().get(id)),
});

/** One window of the events whose name, place or series contains `text`, newest first; undated ones last. */
export function listEvents(book: ReadBook, text: string, page: { offset: number; limit: number }) {
  const like = likeText(text);
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

/** For `like … escape '\'` on `summary_key`. */
export const likeText = (text: string): string => `%${fold(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

export const countEvents = (book: ReadBook): number =>
  Number(book.statement('select count(*) from event').pluck().get());

/** The row of an event as a form describes it. */
export const eventValues = (form: EventForm) => ({
  summary: form.summary,
  location: form.location,
  dtstart: form.dtstart ?? null,
  dtend: form.dtend ?? null,
  url: form.url,
  description: form.description,
  kind: form.kind,
  organizer: form.organizer,
  series: form.series,
  summaryKey: fold(`${form.summary} ${form.location}`),
});

export const createEvent = (book: WriteBook, form: EventForm, now: DateTime): EventId =>
  EventId.parse(book.insert(event, { ...eventValues(form), createdAt: now }));

export function updateEvent(book: WriteBook, id: EventId, form: EventForm): void {
  eventRow(book, id);
  book.update(event, id, eventValues(form));
}

/** Keys of a table's rows that point at an event. */
export const rowsAt = (book: ReadBook, table: 'encounter' | 'attendee' | 'reminder', id: EventId): number[] =>
  book.statement(`select id from ${table} where event_id = ? order by id`).pluck().all(id) as number[]; // keys

/**
 * Removes the event with its list; whom the owner met there stays met, with the event's name and day kept in the
 * encounter, and what is to be done for them stays to be done.
 */
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
  for (const rest of rowsAt(book, 'encounter', id)) book.update(encounter, rest, { eventId: null });
  for (const listed of rowsAt(book, 'attendee', id)) book.remove(attendee, listed);
  forgetEvent(book, id);
  book.remove(event, id);
}
