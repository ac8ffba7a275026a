// Fills an empty demo book with the made-up network, through the same writers the owner's own doings go through.
import { demoNetwork } from '#core/demo/network.ts';
import type { DemoIntroduction, DemoInvitation, DemoNetwork } from '#core/demo/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import { invariant } from '#core/shared/assert.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { countContacts, createContact } from '#db/contacts/queries.ts';
import { setAttendee } from '#db/events/attendees.ts';
import { logEncounter } from '#db/events/encounters.ts';
import { createEvent } from '#db/events/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { advanceIntroduction, createIntroduction } from '#db/introductions/changes.ts';
import { createInvitation, mutualsByName } from '#db/invitations/queries.ts';
import { matchMutual, recordAnswer, recordAsked } from '#db/invitations/references.ts';
import { keepFrom } from '#db/manners/pairs.ts';
import { setManners } from '#db/manners/preferences.ts';
import { recordConnected, stateTie } from '#db/network/queries.ts';
import { setCadence } from '#db/reminders/cadences.ts';
import { addPromise } from '#db/reminders/rows.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import type { WriterThread } from '#db/writer-thread.ts';

/** One transaction, no history entry: the demo is where the owner starts, not something to undo. */
export function seedDemo({ book }: WriterThread, now: DateTime): void {
  if (countContacts(book) > 0) return;
  const recorder = new Recorder(book);
  book.sqlite.transaction(() => seed(recorder, demoNetwork(now), now))();
}

const midnight = (date: string): DateTime => `${date}T00:00:00Z`;

function seed(book: WriteBook, demo: DemoNetwork, now: DateTime): void {
  const people = new Map<string, ContactId>();
  const person = (key: string): ContactId => {
    const id = people.get(key);
    invariant(id !== undefined, `the demo network knows ${key}`);
    return id;
  };
  for (const { key, form, connectedOn } of demo.contacts) {
    const id = createContact(book, form, now);
    people.set(key, id);
    if (connectedOn !== undefined) recordConnected(book, id, connectedOn, now);
  }
  setOwnerId(book, person(demo.owner));
  const events = new Map<string, EventId>(
    demo.events.map((one) => [one.key, seedEvent(book, one, person, now)]),
  );
  for (const { contact, event, introducedBy, ...met } of demo.encounters) {
    const eventId = event === undefined ? undefined : events.get(event);
    logEncounter(
      book,
      {
        ...met,
        who: { kind: 'known', contactId: person(contact) },
        ...(eventId === undefined ? {} : { eventId }),
        ...(introducedBy === undefined ? {} : { introducedBy: person(introducedBy) }),
      },
      midnight(met.metOn),
    );
  }
  for (const { a, b, level, note, statedOn } of demo.statements) {
    const other = b === undefined ? undefined : person(b);
    stateTie(book, { contactId: person(a), other, level, note }, midnight(statedOn));
  }
  for (const invitation of demo.invitations) seedInvitation(book, invitation, person, now);
  for (const introduction of demo.introductions) seedIntroduction(book, introduction, person, now);
  seedKeepingUp(book, demo, person, now);
}

function seedKeepingUp(
  book: WriteBook,
  { promises, manners, apart }: DemoNetwork,
  person: (key: string) => ContactId,
  now: DateTime,
): void {
  for (const { contact, text, dueOn } of promises)
    addPromise(book, { contactId: person(contact), text, dueOn }, now);
  for (const { contact, patch, cadence } of manners) {
    setManners(book, person(contact), patch, now);
    setCadence(book, { contactId: person(contact), cadence }, now);
  }
  for (const { a, b, reason } of apart) keepFrom(book, { a: person(a), b: person(b), reason }, now);
}

function seedEvent(
  book: WriteBook,
  { form, listed }: DemoNetwork['events'][number],
  person: (key: string) => ContactId,
  now: DateTime,
): EventId {
  const eventId = createEvent(book, form, now);
  for (const { contact, ...answer } of listed)
    setAttendee(book, { eventId, who: { kind: 'known', contactId: person(contact) }, ...answer }, now);
  return eventId;
}

function seedInvitation(
  book: WriteBook,
  { form, answers }: DemoInvitation,
  person: (key: string) => ContactId,
  now: DateTime,
): void {
  const id = createInvitation(book, form, now);
  const mutuals = mutualsByName(book, id);
  for (const { mutualName, contact, answer, quote, quoteShareable, askedOn, answeredOn } of answers) {
    const mutualId = mutuals.get(mutualName);
    invariant(mutualId !== undefined, `the invitation names ${mutualName}`);
    matchMutual(book, { mutualId, contactId: person(contact) }, midnight(askedOn));
    recordAsked(book, { mutualId, reason: '' }, midnight(askedOn));
    if (answer !== undefined)
      recordAnswer(book, { mutualId, answer, quote, quoteShareable }, midnight(answeredOn));
  }
}

function seedIntroduction(
  book: WriteBook,
  { form, log }: DemoIntroduction,
  person: (key: string) => ContactId,
  now: DateTime,
): void {
  const id = createIntroduction(book, { ...form, a: person(form.a), b: person(form.b) }, now);
  for (const { at, ...taken } of log) advanceIntroduction(book, id, taken, at);
}
