// Whom a sheet for paper names: SQL asks for nothing that the owner has written about people.
import { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import type { ReadBook } from '#db/book.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { attendeesAt } from './attendees.ts';

interface SheetRow {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
}

/**
 * Who is on the list and has not declined, and who was met, by name; those who were met come, whatever they answered.
 * `leftOut` counts confidential people.
 */
// SECURITY: confidential people are on no sheet or badge: an event's sheet names everybody there, and nobody by choice.
export function sheetOf(book: ReadBook, id: EventId) {
  const listed = attendeesAt(book, id).filter(({ partstat }) => partstat !== 'DECLINED');
  const on = new Set(listed.map(({ contactId }) => contactId));
  const met = book
    .statement('select distinct contact_id from encounter where event_id = ?')
    .pluck()
    .all(id)
    .map((contactId) => ContactId.parse(contactId));
  const there = new Set(met);
  const rows = book
    .statement(
      `select c.id, c.fn, c.org from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null
       group by c.id order by c.sort_key, c.id`,
    )
    .all(JSON.stringify([...on, ...there])) as SheetRow[]; // the columns named
  const secret = confidentialPeople(book);
  const open = rows.filter(({ id: contact }) => !secret.has(contact));
  const people = open.map(({ id: contact, fn, org }) => {
    const contactId = ContactId.parse(contact);
    return { id: contactId, fn, org, isListed: on.has(contactId), isMet: there.has(contactId) };
  });
  return { people, leftOut: rows.length - open.length };
}
