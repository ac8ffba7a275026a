// Encounters: whom the owner met, when, where and by whom.
import { asc, desc, eq, isNull, and } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { withAdditions } from '#core/contacts/additions.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EncounterId, EventId } from '#core/events/model.ts';
import type { Encounter, EncounterEdit, EncounterForm } from '#core/events/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { OWNERS } from '#db/columns.ts';
import { formOf } from '#db/contacts/properties.ts';
import { contactRow, createContact, updateContact } from '#db/contacts/queries.ts';
import { contact } from '#db/contacts/tables.ts';
import { conflict, notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { encounter, event } from './tables.ts';

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

/** One meeting. Throws NOT_FOUND when it is not in the book, or with somebody who is gone. */
export function encounterById(book: ReadBook, id: EncounterId): Encounter {
  const [found] = encounters(book, eq(encounter.id, id));
  if (found === undefined) throw notFound('encounter');
  return found;
}

/** Where and when an event was, for meetings there that say neither; throws NOT_FOUND. */
function placeOf(book: ReadBook, id: EventId | undefined) {
  if (id === undefined) return undefined;
  const at = book
    .select({ dtstart: event.dtstart, location: event.location })
    .from(event)
    .where(eq(event.id, id))
    .get();
  if (at === undefined) throw notFound('event');
  return at;
}

/** The columns a form fills; without a day or place of its own an encounter takes the event's. */
function valuesOf(book: ReadBook, form: EncounterEdit) {
  const at = placeOf(book, form.eventId);
  if (form.introducedBy !== undefined) contactRow(book, form.introducedBy);
  return {
    eventId: form.eventId ?? null,
    metOn: form.metOn ?? at?.dtstart ?? null,
    location: form.location || (at?.location ?? ''),
    channel: form.introducedBy === undefined ? form.channel : ('introduced' as const),
    note: form.note,
    introducedById: form.introducedBy ?? null,
  };
}

/** Logs somebody met: somebody new is added, somebody known gains what is new of them, all in one deed. */
export function logEncounter(book: WriteBook, form: EncounterForm, now: DateTime) {
  const contactId = metPerson(book, form.who, now);
  contactRow(book, contactId);
  const { who: _who, ...rest } = form;
  const id = book.insert(encounter, { contactId, ...valuesOf(book, rest), createdAt: now });
  return { id: EncounterId.parse(id), contactId };
}

function metPerson(book: WriteBook, who: EncounterForm['who'], now: DateTime): ContactId {
  if (who.kind === 'new') return createContact(book, who.contact, now);
  if (who.additions !== undefined) {
    contactRow(book, who.contactId);
    const more = withAdditions(formOf(book, who.contactId), who.additions);
    if (more !== undefined) updateContact(book, who.contactId, more, now);
  }
  return who.contactId;
}

/** Corrects a meeting. Throws CONFLICT `own_introducer` when somebody would have introduced themselves. */
export function updateEncounter(book: WriteBook, id: EncounterId, form: EncounterEdit): void {
  const { contactId } = encounterById(book, id);
  if (form.introducedBy === contactId) throw conflict('own_introducer');
  book.update(encounter, id, { ...valuesOf(book, form), ...OWNERS });
}

export function deleteEncounter(book: WriteBook, id: EncounterId): void {
  if (book.select().from(encounter).where(eq(encounter.id, id)).get() === undefined)
    throw notFound('encounter');
  book.remove(encounter, id);
}
