// Who is on an event's list, and what they answered. Whom the owner met there is told by encounters alone.
import { ContactId } from '#core/contacts/model.ts';
import type { Attendee, AttendeeRole, EventId, Listing, Partstat } from '#core/events/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, createContact } from '#db/contacts/queries.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { eventRow } from './queries.ts';
import { attendee } from './tables.ts';

interface ListedRow {
  readonly contactId: number;
  readonly fn: string;
  readonly org: string;
  readonly partstat: Partstat;
  readonly role: AttendeeRole;
  readonly isOwners: 0 | 1;
}

/**
 * Everybody on the list, by name. Where several have spoken of one person the owner's word stands above every calendar's,
 * and a later calendar's above an earlier one's.
 */
export function attendeesAt(book: ReadBook, id: EventId): Attendee[] {
  const rows = book
    .statement(
      `select a.contact_id as "contactId", c.fn, c.org, a.partstat, a.role, a.batch_id is null as "isOwners"
       from attendee a join contact c on c.id = a.contact_id where a.event_id = ? and c.deleted_at is null
       order by c.sort_key, c.id, a.batch_id is null desc, a.id desc`,
    )
    .all(id) as ListedRow[]; // the columns named, written below and by imports from a Partstat
  const listed = new Map<number, Attendee>();
  for (const { contactId, isOwners, ...row } of rows) {
    if (listed.has(contactId)) continue;
    const setBy = isOwners === 1 ? 'owner' : 'import';
    listed.set(contactId, { contactId: ContactId.parse(contactId), ...row, setBy });
  }
  return [...listed.values()];
}

/** Keys of what is said about one person at one event, the owner's word first. */
const rowsOf = (book: ReadBook, eventId: EventId, contactId: ContactId) =>
  book
    .statement(
      `select id, batch_id is null as "isOwners" from attendee where event_id = ? and contact_id = ?
       order by batch_id is null desc, id desc`,
    )
    .all(eventId, contactId) as { id: number; isOwners: 0 | 1 }[]; // the columns named

/** Puts somebody on the list, or says what they answered. What a calendar says stays below the owner's word. */
export function setAttendee(book: WriteBook, listing: Listing, now: DateTime): { contactId: ContactId } {
  const { eventId, who, partstat, role } = listing;
  eventRow(book, eventId);
  const contactId = who.kind === 'new' ? createContact(book, who.contact, now) : who.contactId;
  contactRow(book, contactId);
  const [standing] = rowsOf(book, eventId, contactId);
  if (standing?.isOwners === 1) book.update(attendee, standing.id, { partstat, role });
  else book.insert(attendee, { eventId, contactId, partstat, role, createdAt: now });
  return { contactId };
}

/** Takes somebody off the list, whoever put them there. Throws NOT_FOUND when they are not on it. */
export function removeAttendee(book: WriteBook, eventId: EventId, contactId: ContactId): void {
  const rows = rowsOf(book, eventId, contactId);
  if (rows.length === 0) throw notFound('attendee');
  for (const { id } of rows) book.remove(attendee, id);
}
