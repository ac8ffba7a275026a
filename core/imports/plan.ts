// What an import would do to the book, record by record, before anything is done.
//
// How `apply` treats a PlannedItem. The choice is `usual`, else `take`, unless the owner says otherwise. A record with the
// choice `skip` is not applied at all: it makes nobody, and what hangs on it (`intoItem`, a PersonAt with `item`) is left
// out with it. Items refer to each other by their place in the array, forwards and backwards. Order: all contacts that make
// somebody (`create`; `review` that is not joined); then all other contacts by place; then owner, invitations, events,
// evidence, letters, the diary. `intoItem` is followed to the end: a record that is joined, updated or the same stands
// for whom it is about.
//   contact  create    a new person from `contact`: FN, N, all its properties, and connectedOn.
//            update    the person `contactId`, or whoever the record at place `intoItem` is, gets `changes` and
//                      `contact.connectedOn`. A change with `before` replaces the imported value `before` of that name (of
//                      a PHOTO it may be the `propertyKey`, as `importedValues` gave it), one without adds a value beside
//                      all others; each with the change's type and parameters. The owner's own values stay.
//            same      nothing is written. The record at this place is `contactId`, or whoever `intoItem` is.
//            review    `take`: as create, a person of their own. `join`: as update of `contactId` or `intoItem`, whom the
//                      preview shows beside them, every change beside what is there; with neither of the two, as create.
//                      `usual` is `join` where a key proves who it is and only the values, or another key, contradict; it
//                      is `skip` with the issue FORGOTTEN (`take`: their tombstones go) or IN_TRASH (`join`: whoever is
//                      `contactId` comes out of the trash and gets `changes`).
//            left      `contactId` was a connection by an earlier Connections.csv, and is in this one no more. `usual` is
//                      `skip`; `take`: their li_connected evidence about the owner is superseded by this batch.
//   owner    create    the owner's card from `owner`: FN, N, URL, TITLE from the headline, and `owner.properties`. With
//                      `contactId` or `intoItem` that person is the owner: mark them and give them `changes`.
//            update    `changes` on the owner's card. same: nothing. review: nothing; another member's archive.
//   invitation create  a new invitation from `invitation`, with its `state`, `key` and `contactId` when known.
//            update    the stored invitation `id` moves to `state` where it was pending and is accepted by now, and gets the note, the
//                      headline and the address it has none of.
//            same      nothing.
//   event    create    a new event from `event.draft` and, for each of `event.met` and each day, an encounter.
//            update    only the encounters, at `event.eventId`. same: nothing.
//   evidence create    new evidence. `other` absent: the owner. Of li_recommended, related, introduced_by, vouched and
//                      disowned the direction person → other is kept; of all others the smaller contact id comes first,
//                      once places have become ids.
//            update    the same, and what imports said of that kind about the two is superseded. same: nothing.
//   letter   create    a new letter of `letter.person`, to be answered. update: the same, and the one before is superseded.
//                      same: nothing.
//   encounter, reminder, cadence, pair  create: a new row from `diary`, unless the book has it by then. same: nothing.
//   any      unusable  nothing; `issues` say why.
// `leftOut` counts places of `changes` where the record is applied as an update, else of FN, N, `contact.properties`; an
// owner's likewise, of `changes` where there is somebody to change.
import type { ActionCounts, ItemAction, SourceKind } from './model.ts';
import { decidePeople } from './plan-contacts.ts';
import { eventItems } from './plan-events.ts';
import { evidenceItems } from './plan-evidence.ts';
import { letterItems } from './plan-letters.ts';
import type { Strangers } from './plan-evidence.ts';
import { marked, unwantedIn, withoutForgotten } from './plan-forgotten.ts';
import { invitationPlanner } from './plan-invitations.ts';
import { leftItems } from './plan-left.ts';
import { ownersKeys } from './plan-owner-keys.ts';
import { planOwner } from './plan-owner.ts';
import { peopleFinder } from './plan-people.ts';
import { contactItems } from './plan-settle.ts';
import { diaryItems } from './plan-diary.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

export type { BookLookup, PlannedEntry, PlannedInvitation, PlannedItem } from './planned.ts';

/**
 * Plans a whole import: people, those who are no connection any more, invitations (accepted when the person is a
 * connection), the owner, events, what is said about how people know each other, and what could not be used. Strong keys
 * (LinkedIn address, e-mail, a telephone or a card with a name that fits) match; a name alone never does. Files of one
 * batch are joined by the same keys. Planning the same files again after applying them gives `same` for every record.
 * Pure; linear in the number of records.
 */
export function planImport(entries: readonly PlannedEntry[], book: BookLookup): PlannedItem[] {
  const owner = ownersKeys(entries, book);
  const people = decidePeople(entries, book, owner);
  const unwanted = unwantedIn(people, book);
  const items = marked(contactItems(entries, people, book), unwanted);
  const add = (more: Iterable<PlannedItem>) => {
    // Not spread into one call: there may be more of them than a call takes.
    for (const item of more) items.push(item);
  };
  if (!owner.isAnothers) add(leftItems(entries, people, book));
  const invitation = invitationPlanner(entries, people.index, book);
  for (const { entryName, parsed } of entries)
    for (const draft of parsed.invitations) items.push(withoutForgotten(invitation(entryName, draft), book));
  const card = planOwner(entries, book, people);
  if (card) items.push(card);
  const finder = peopleFinder(people, book, owner);
  const strangers = new Map<number, Strangers>();
  const events = eventItems(entries, finder, book, strangers);
  const before = items.length;
  const eventAt = (uid: string) => {
    const found = events.withUid(uid);
    return found && (found.eventId === undefined ? { item: before + found.at } : { eventId: found.eventId });
  };
  add(events.items);
  add(evidenceItems(entries, finder, { book, owner }, strangers));
  add(letterItems(entries, finder, book));
  add(diaryItems(entries, { people: finder, eventAt, book }));
  for (const [at, entry] of entries.entries()) {
    add(unusable(entry));
    add(unknownPeople(entry, strangers.get(at)));
  }
  return items;
}

/** How many items there are of each action. */
export function countActions(items: readonly { readonly action: ItemAction }[]): ActionCounts {
  const counts = { create: 0, update: 0, same: 0, review: 0, unusable: 0, left: 0 };
  for (const { action } of items) counts[action]++;
  return counts;
}

/** What the records of a kind are mostly about; of all others people. */
const SUBJECT: Partial<Record<SourceKind, PlannedItem['subject']>> = {
  'linkedin-invitations': 'invitation',
  'linkedin-profile': 'owner',
  'linkedin-positions': 'owner',
  'linkedin-education': 'owner',
  'linkedin-registration': 'owner',
  'linkedin-email-addresses': 'owner',
  'linkedin-phone-numbers': 'owner',
  'linkedin-messages': 'evidence',
  'linkedin-recommendations': 'evidence',
  'linkedin-endorsements': 'evidence',
  'linkedin-events': 'event',
  icalendar: 'event',
  mailbox: 'evidence',
  'mail-message': 'evidence',
};

function unusable({ entryName, parsed }: PlannedEntry): PlannedItem[] {
  const subject = SUBJECT[parsed.kind] ?? 'contact';
  return parsed.issues.map((issue) => ({
    entryName,
    line: issue.line,
    subject: issue.line === 0 ? 'entry' : subject,
    action: 'unusable',
    fn: '',
    detail: '',
    changes: [],
    issues: [issue],
  }));
}

/** One item for all of an entry's records that name somebody whom nobody knows: there may be thousands. */
function unknownPeople({ entryName }: PlannedEntry, strangers: Strangers | undefined): PlannedItem[] {
  if (strangers === undefined) return [];
  const { line, count } = strangers;
  return [
    {
      entryName,
      line,
      subject: 'evidence',
      action: 'unusable',
      fn: '',
      detail: '',
      changes: [],
      issues: [{ line, code: 'NOBODY_KNOWN', params: { count } }],
    },
  ];
}
