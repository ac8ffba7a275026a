// What the book's owner is known by, so that their own card is nobody else's.
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import type { ContactId, StructuredName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { compareNames } from '#core/contacts/names/compare.ts';
import type { PersonRef } from './model.ts';
import { isNameless } from './plan-claims.ts';
import type { Keyed } from './plan-keys.ts';
import type { BookLookup, PlannedEntry } from './planned.ts';

/** Recognises the owner among records and among those whom records name. */
export interface OwnersKeys {
  /** The archive is another member's than the book's owner: what it says of its owner is not about ours. */
  readonly isAnothers: boolean;
  /** The record is the owner's own card: their profile, or their mailbox with a name that may be theirs. */
  isTheirs(record: Keyed): boolean;
  /** The name may be the owner's, as far as it is known. */
  mayBeTheirs(record: Keyed): boolean;
  /** A key of the owner's. */
  isMeant(ref: PersonRef): boolean;
}

/** Of the book's owner and, unless it is another member's, of the owner whom the entries name. */
export function ownersKeys(entries: readonly PlannedEntry[], book: BookLookup): OwnersKeys {
  const ownerId = book.ownerId();
  const urls = new Set<string>(ownerId === undefined ? [] : book.linkedInKeysOf(ownerId));
  const emails = new Set<string>();
  const tels = new Set<string>();
  const names: StructuredName[] = ownerId === undefined ? [] : book.namesOf(ownerId).map(splitName);
  const isAnothers = entries.some(({ parsed: { owner } }) => {
    const url = linkedInKey(owner?.url ?? '');
    return url !== undefined && urls.size > 0 && !urls.has(url);
  });
  for (const { parsed } of isAnothers ? [] : entries) {
    const { owner } = parsed;
    if (owner === undefined) continue;
    add(urls, linkedInKey(owner.url));
    if (owner.fn !== '') names.push(owner.n);
    for (const { name, value } of owner.properties ?? []) {
      if (name === 'EMAIL') add(emails, emailKey(value));
      if (name === 'TEL') add(tels, telKey(value));
    }
  }
  const isOwnersMailbox = (email: string) =>
    emails.has(email) || (ownerId !== undefined && isHeld(book, email, ownerId));
  const mayBeTheirs = (record: Keyed) => isNameless(record) || isNamed(record, names);
  return {
    isAnothers,
    isTheirs: (record) =>
      (record.url !== undefined && urls.has(record.url)) ||
      (record.emails.some(isOwnersMailbox) && mayBeTheirs(record)),
    mayBeTheirs,
    isMeant({ url = '', email = '', tel = '' }) {
      const keys = [linkedInKey(url), emailKey(email), telKey(tel)] as const;
      return (
        (keys[0] !== undefined && urls.has(keys[0])) ||
        (keys[1] !== undefined && isOwnersMailbox(keys[1])) ||
        (keys[2] !== undefined && tels.has(keys[2]))
      );
    },
  };
}

const isHeld = (book: BookLookup, email: string, ownerId: ContactId): boolean =>
  book.contactsByKey('email', email).includes(ownerId);

const isNamed = ({ draft: { n } }: Keyed, names: readonly StructuredName[]): boolean =>
  names.length === 0 || names.some((name) => compareNames(name, n).given !== 'different');

function add(keys: Set<string>, key: string | undefined): void {
  if (key !== undefined) keys.add(key);
}
