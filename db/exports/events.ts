// Events read for a calendar file; nothing is written.
import { EventId } from '#core/events/model.ts';
import type { Attendee } from '#core/events/model.ts';
import { CALENDAR_END, CALENDAR_HEAD, isExact, toVEvent } from '#core/exports/icalendar.ts';
import type { ExportedAttendee, ExportedEvent } from '#core/exports/icalendar.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { attendeesAt } from '#db/events/attendees.ts';
import { encountersAt } from '#db/events/encounters.ts';
import { eventRow, toForm } from '#db/events/queries.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { secretNames } from './secret-names.ts';

/** Which events: one, those of a series, or all. */
export type EventsWanted =
  | { readonly kind: 'one'; readonly id: EventId }
  | { readonly kind: 'series'; readonly name: string }
  | { readonly kind: 'all' };

export interface Going {
  /** Who is on the list and who was met, and the organiser. */
  readonly withNames: boolean;
  readonly withNotes: boolean;
  readonly now: DateTime;
}

/** Keys of the events wanted, in the order of their days. */
export function eventsWanted(book: ReadBook, wanted: EventsWanted): EventId[] {
  if (wanted.kind === 'one') return [EventId.parse(eventRow(book, wanted.id).id)];
  const [where, bind] =
    wanted.kind === 'all'
      ? (['true', []] as const)
      : (["series = ? and series <> ''", [wanted.name]] as const);
  return book
    .statement(`select id from event where ${where} order by dtstart is null, dtstart, id`)
    .pluck()
    .all(...bind)
    .map((id) => EventId.parse(id));
}

/** How many of them a calendar cannot hold, because the day on which they begin is not known. */
export const withoutDay = (book: ReadBook, ids: readonly EventId[]): number =>
  ids.filter((id) => !isExact({ dtstart: eventRow(book, id).dtstart ?? undefined })).length;

/** The file, part by part, one event a part. */
export function* calendarOf(book: ReadBook, ids: readonly EventId[], going: Going): Generator<string> {
  yield CALENDAR_HEAD;
  const isSecret = secretNames(book);
  for (const id of ids) yield toVEvent(exportedEvent(book, id, { ...going, isSecret }), going.now);
  yield CALENDAR_END;
}

function exportedEvent(
  book: ReadBook,
  id: EventId,
  { withNames, withNotes, isSecret }: Going & { readonly isSecret: (text: string) => boolean },
): ExportedEvent {
  const row = eventRow(book, id);
  const form = toForm(row);
  return {
    ...form,
    id,
    uid: row.uid,
    createdAt: row.createdAt,
    description: withNotes ? form.description : '',
    organizer: withNames && !isSecret(form.organizer) ? form.organizer : '',
    attendees: withNames ? peopleAt(book, id) : [],
  };
}

/** Who is on the list with their answer; who was met there was there, whatever they had answered. */
// SECURITY: confidential people are in no calendar file: it names everybody there, and nobody by choice.
function peopleAt(book: ReadBook, id: EventId): ExportedAttendee[] {
  const secret = confidentialPeople(book);
  const people = new Map<number, Pick<Attendee, 'fn' | 'partstat' | 'role'>>();
  for (const { contactId, fn, partstat, role } of attendeesAt(book, id))
    if (!secret.has(contactId)) people.set(contactId, { fn, partstat, role });
  for (const { contactId, fn } of encountersAt(book, id)) {
    if (secret.has(contactId)) continue;
    const role = people.get(contactId)?.role ?? '';
    people.set(contactId, { fn, partstat: 'ACCEPTED', role });
  }
  return [...people.values()];
}
