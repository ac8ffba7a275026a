// Whose archive this is: pieced together from the profile and from the owner's side of the invitations.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { OwnerDraft } from './model.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

type FoundOwner = OwnerDraft & { readonly entryName: string };

/** The owner as all entries together describe them: the name from Profile.csv, the address from Invitations.csv. */
export function ownerOf(entries: readonly PlannedEntry[]): FoundOwner | undefined {
  const found: FoundOwner[] = [];
  for (const { entryName, parsed } of entries) {
    if (!parsed.owner) continue;
    if (parsed.kind === 'linkedin-profile') found.unshift({ ...parsed.owner, entryName });
    else found.push({ ...parsed.owner, entryName });
  }
  const named = found.find(({ fn }) => fn !== '') ?? found[0];
  const url = found.find((owner) => owner.url !== '')?.url ?? '';
  return named && (named.fn !== '' || url !== '') ? { ...named, url } : undefined;
}

/** The owner's item: create when the book has no owner card yet; review when the archive is another member's. */
export function planOwner(entries: readonly PlannedEntry[], book: BookLookup): PlannedItem | undefined {
  const found = ownerOf(entries);
  if (!found) return undefined;
  const { entryName, ...owner } = found;
  const item = {
    entryName,
    line: 0,
    subject: 'owner',
    fn: owner.fn,
    detail: owner.headline ?? owner.url,
    owner,
  } as const;
  const key = linkedInKey(owner.url);
  const ownerId = book.ownerId();
  if (ownerId === undefined) {
    const [known] = key === undefined ? [] : book.contactsByKey('url', key);
    return {
      ...item,
      action: 'create',
      ...(known !== undefined && { contactId: known }),
      changes: [],
      issues: [],
    };
  }
  const keys = book.linkedInKeysOf(ownerId);
  const isNews = key !== undefined && keys.length === 0;
  const isSomebodyElse = key !== undefined && keys.length > 0 && !keys.includes(key);
  return {
    ...item,
    action: isSomebodyElse ? 'review' : isNews ? 'update' : 'same',
    contactId: ownerId,
    changes: isNews ? [{ name: 'URL', before: '', after: owner.url }] : [],
    issues: [],
  };
}
