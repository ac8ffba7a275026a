// What an import would do to the book, record by record, before anything is done.
//
// How `apply` treats a PlannedItem (a record with the choice `skip` not at all):
//   contact  create    a new person from `contact`, all its properties, FN, N and connectedOn.
//            update    `contactId` gets `changes` (a change with `before` replaces that imported value of that name, one
//                      without adds a value; the owner's own values stay) and `contact.connectedOn`.
//            same      nothing, except remembering that this batch has seen the person.
//            review    as create: a person of their own. `contactId`, when there, is whom the preview shows beside them;
//                      with the choice `join`, as update of that person.
//   invitation create  a new invitation from `invitation`, with its `state`, `key` and `contactId` when known.
//            update    the stored invitation of that `key` moves to `state` (it was pending and is accepted by now).
//            same      nothing.
//   owner    create    the owner's card from `owner`; with `contactId`, that person is the owner: mark them.
//            update    `changes` on the owner's card. same: nothing. review: nothing; another member's archive.
//   any      unusable  nothing; `issues` say why.
import type { ActionCounts, ItemAction } from './model.ts';
import { contactPlanner } from './plan-contacts.ts';
import { invitationPlanner } from './plan-invitations.ts';
import { planOwner } from './plan-owner.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

export type { BookLookup, ImportedValue, PlannedEntry, PlannedInvitation, PlannedItem } from './planned.ts';

/**
 * Plans a whole import: people first, then invitations (which are accepted when the person is a connection), then the
 * owner, then what could not be used. Strong keys (LinkedIn address, e-mail) match; a name alone never does. Planning
 * the same archive again after applying it gives `same` for every record. Pure; linear in the number of records.
 */
export function planImport(entries: readonly PlannedEntry[], book: BookLookup): PlannedItem[] {
  const items: PlannedItem[] = [];
  const people = contactPlanner(entries, book);
  for (const entry of entries) {
    for (const draft of entry.parsed.contacts) items.push(people(entry.entryName, draft));
  }
  const invitation = invitationPlanner(entries, book);
  for (const entry of entries) {
    for (const draft of entry.parsed.invitations) items.push(invitation(entry.entryName, draft));
  }
  const owner = planOwner(entries, book);
  if (owner) items.push(owner);
  for (const entry of entries) items.push(...unusable(entry));
  return items;
}

/** How many items there are of each action. */
export function countActions(items: readonly { readonly action: ItemAction }[]): ActionCounts {
  const counts = { create: 0, update: 0, same: 0, review: 0, unusable: 0 };
  for (const { action } of items) counts[action]++;
  return counts;
}

const SUBJECT = {
  'linkedin-connections': 'contact',
  'linkedin-invitations': 'invitation',
  'linkedin-profile': 'owner',
} as const;

function unusable({ entryName, parsed }: PlannedEntry): PlannedItem[] {
  const subject = SUBJECT[parsed.kind];
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
