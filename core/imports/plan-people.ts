// Whom a record means when it only names somebody: by key, and by name where the archive leaves no doubt.
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { fold } from '#core/shared/fold.ts';
import type { PersonRef, SourceKind } from './model.ts';
import { personAt } from './plan-contacts.ts';
import type { DecidedPeople } from './plan-contacts.ts';
import { orgOf } from './plan-keys.ts';
import type { Keyed } from './plan-keys.ts';
import type { OwnersKeys } from './plan-owner-keys.ts';
import type { BookLookup, KeyKind, PersonAt } from './planned.ts';

/** Somebody who was named, as the plan speaks of them. */
export type Named = PersonAt | 'owner' | undefined;

export interface PeopleFinder {
  /** `byName`: a name alone may tell. `entry` is the file that names them. */
  find(ref: PersonRef, entry: number, byName: boolean): Named;
}

/** Tells people of a plan apart. */
export const personKey = (person: PersonAt): string =>
  'contactId' in person ? `c${person.contactId}` : `i${person.item}`;

/**
 * Finds people by profile, mailbox and telephone among the records of the batch and then in the book, by a card's UID in
 * the same file. The records come first: they say which of two people with one mailbox is meant. By name only where one
 * person of the file, of the batch or of LinkedIn's people in the book has it, or has it together with the company.
 */
export function peopleFinder(people: DecidedPeople, book: BookLookup, owner: OwnersKeys): PeopleFinder {
  const { index } = people;
  const ownerId = book.ownerId();
  const named = (person: PersonAt | undefined): Named => {
    if (person === undefined) return undefined;
    const isOwner =
      'contactId' in person
        ? person.contactId === (ownerId ?? people.ownersCard?.contactId)
        : person.item === people.ownersCard?.place;
    return isOwner ? 'owner' : person;
  };
  const byKey = (kind: KeyKind, key: string, entry: number): PersonAt | undefined => {
    if (kind === 'tel' && index.isSharedTel(key)) return undefined;
    const records = index.withKey(kind, key);
    const own = records.find((one) => one.entry === entry);
    // A card's UID is a word of its file.
    if (kind === 'uid') return own && personAt(own);
    const record = own ?? records[0];
    return record === undefined ? inBook(kind, key, book) : personAt(record);
  };
  return {
    find(ref, entry, byName) {
      if (owner.isMeant(ref)) return 'owner';
      for (const [kind, key] of keysOf(ref)) {
        const person = key === undefined ? undefined : byKey(kind, key, entry);
        if (person !== undefined) return named(person);
      }
      return byName ? named(nameFinder(ref, entry, people, book)) : undefined;
    },
  };
}

/** A telephone that several people answer tells nobody apart. */
function inBook(kind: KeyKind, key: string, book: BookLookup): PersonAt | undefined {
  const [contactId, other] = book.contactsByKey(kind, key);
  return contactId === undefined || (kind === 'tel' && other !== undefined) ? undefined : { contactId };
}

/** The keys of somebody who is named, the surest first. */
const keysOf = ({
  url = '',
  email = '',
  tel = '',
  uid,
}: PersonRef): (readonly [KeyKind, string | undefined])[] => [
  ['url', linkedInKey(url)],
  ['email', emailKey(email)],
  ['tel', telKey(tel)],
  ['uid', uid],
];

/** So many namesakes are looked at; among more a name tells nothing. */
const MOST_NAMESAKES = 64;

function nameFinder(
  { fn, org = '' }: PersonRef,
  entry: number,
  { index }: DecidedPeople,
  book: BookLookup,
): PersonAt | undefined {
  const name = nameKey(fn);
  const records = name === '' ? [] : index.withName(name);
  if (name === '' || records.length > MOST_NAMESAKES) return undefined;
  const orgKey = fold(org);
  const isThere = (record: Keyed) => orgKey !== '' && orgOf(record) === orgKey;
  const own = onlyPerson(
    records.filter((record) => record.entry === entry),
    isThere,
  );
  if (own !== undefined) return own;
  if (records.length > 0) return onlyPerson(records, isThere);
  const known = book.contactsByName(name);
  if (known.length > MOST_NAMESAKES) return undefined;
  const members = known.filter((id) => isMember(book.importedFrom(id)));
  const colleagues = orgKey === '' ? [] : members.filter((id) => worksAt(id, orgKey, book));
  const [contactId, other] = colleagues.length > 0 ? colleagues : members;
  return contactId === undefined || other !== undefined ? undefined : { contactId };
}

/** The one person whom the records are about; of several the one of that company. */
function onlyPerson(records: readonly Keyed[], isThere: (record: Keyed) => boolean): PersonAt | undefined {
  const colleagues = distinct(records.filter(isThere));
  const people = colleagues.length > 0 ? colleagues : distinct(records);
  return people.length === 1 ? people[0] : undefined;
}

const distinct = (records: readonly Keyed[]): PersonAt[] => [
  ...new Map(
    records.map((record) => {
      const person = personAt(record);
      return [personKey(person), person];
    }),
  ).values(),
];

const isMember = (kinds: ReadonlySet<SourceKind>): boolean => {
  for (const kind of kinds) if (kind.startsWith('linkedin-')) return true;
  return false;
};

const worksAt = (id: ContactId, orgKey: string, book: BookLookup): boolean =>
  book.importedValues(id).some(({ name, value }) => name === 'ORG' && fold(value) === orgKey);
