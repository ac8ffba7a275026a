// Many people met at one event, for one deed.
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { eventById } from './queries.ts';
import { encounter } from './tables.ts';

/** Logs people met at an event, one by one; answers of each whether that is new. Throws NOT_FOUND without the event. */
export function meetingAt(
  book: WriteBook,
  eventId: EventId,
  now: DateTime,
): (contactId: ContactId) => boolean {
  const { dtstart, location } = eventById(book, eventId);
  const isMet = book.statement('select 1 from encounter where contact_id = ? and event_id = ?').pluck();
  return (contactId) => {
    if (isMet.get(contactId, eventId) !== undefined) return false;
    book.insert(encounter, {
      contactId,
      eventId,
      metOn: dtstart ?? null,
      location,
      channel: 'in_person',
      createdAt: now,
    });
    return true;
  };
}
