// Connections of an earlier export that a newer one does not name any more.
import type { ContactId } from '#core/contacts/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { DecidedPeople } from './plan-contacts.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

/**
 * Whoever was a connection and is in no Connections.csv of the batch, by name. Nobody when the batch has no such file, or
 * one with fewer than half of the earlier connections: then it is a part of an export.
 */
export function leftItems(
  entries: readonly PlannedEntry[],
  people: DecidedPeople,
  book: BookLookup,
): PlannedItem[] {
  const entry = entries.find(({ parsed }) => parsed.kind === 'linkedin-connections');
  if (entry === undefined) return [];
  const ownerId = book.ownerId();
  let named: ReadonlySet<ContactId> | undefined;
  const left: { readonly contactId: ContactId; readonly fn: string; readonly key: string }[] = [];
  let earlier = 0;
  for (const { contactId, fn } of book.connections()) {
    if (contactId === ownerId) continue;
    named ??= namedIn(people);
    earlier++;
    if (!named.has(contactId)) left.push({ contactId, fn, key: fold(fn) });
  }
  if (2 * (earlier - left.length) < earlier) return [];
  left.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.contactId - b.contactId));
  return left.map(({ contactId, fn }) => ({
    entryName: entry.entryName,
    line: 0,
    subject: 'contact',
    action: 'left',
    fn,
    detail: '',
    contactId,
    usual: 'skip',
    changes: [],
    issues: [],
  }));
}

/** Everybody whom a row is about, or may be about. */
function namedIn({ index }: DecidedPeople): ReadonlySet<ContactId> {
  const named = new Set<ContactId>();
  for (const { kind, contactId } of index.records)
    if (kind === 'linkedin-connections' && contactId !== undefined) named.add(contactId);
  return named;
}
