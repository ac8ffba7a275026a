// Who of the people in the book a record is about: by keys, and where there are none by what was said before.
import type { ContactId } from '#core/contacts/model.ts';
import { fold } from '#core/shared/fold.ts';
import {
  claim,
  claimCovered,
  coveredPerson,
  FEW_PEOPLE,
  freePerson,
  isCovered,
  isFree,
  isOtherProfile,
  mayBeCalled,
} from './plan-claims.ts';
import type { Pass } from './plan-claims.ts';
import { nameOf, orgOf } from './plan-keys.ts';
import type { Keyed } from './plan-keys.ts';
import type { BookLookup } from './planned.ts';

/** `update` has claimed the person; `review` only points at somebody. */
export interface Match {
  readonly action: 'update' | 'review';
  readonly contactId: ContactId;
  /** The person is certain, and only another key contradicts it. */
  readonly isSure?: boolean;
}

/** Whom a key of the record belongs to; nothing when nobody has one. */
export function keyMatch(record: Keyed, pass: Pass): Match | undefined {
  if (record.url !== undefined) {
    const people = pass.book.contactsByKey('url', record.url);
    if (people.length > 0) return byProfile(record, people, pass);
  }
  return byOtherKeys(record, pass);
}

const found = (contactId: ContactId, pass: Pass): Match => {
  claim(pass, contactId);
  return { action: 'update', contactId };
};

/** The person of whom nothing new is said; the claim is made. */
function covered(record: Keyed, people: readonly ContactId[], pass: Pass): Match | undefined {
  const contactId = coveredPerson(record, people, pass, true);
  return contactId === undefined ? undefined : { action: 'update', contactId };
}

function byProfile(record: Keyed, people: readonly ContactId[], pass: Pass): Match {
  const [first] = people;
  if (people.length > 1 || !isFree(pass, first!)) {
    const same = covered(record, people, pass);
    if (same) return same;
  }
  const free = freePerson(people, pass);
  if (free === undefined) return { action: 'review', contactId: first! };
  if (!isMailboxElsewhere(record, free, pass.book) || isCovered(record, free, pass)) return found(free, pass);
  return { ...found(free, pass), action: 'review', isSure: true };
}

/** The profile says one person, and a mailbox says somebody else: two cards of one person, or a shared mailbox. */
const isMailboxElsewhere = ({ emails }: Keyed, id: ContactId, book: BookLookup): boolean =>
  emails.some((email) => {
    const people = book.contactsByKey('email', email);
    return people.length > 0 && people.length <= FEW_PEOPLE && !people.includes(id);
  });

function byOtherKeys(record: Keyed, pass: Pass): Match | undefined {
  const { emails, tels, uid } = record;
  if (emails.length === 0 && tels.length === 0 && uid === undefined) return undefined;
  const strong = new Set<ContactId>();
  for (const email of emails) {
    const people = pass.book.contactsByKey('email', email);
    // A mailbox of so many is nobody's.
    if (people.length > FEW_PEOPLE)
      return covered(record, people, pass) ?? { action: 'review', contactId: people[0]! };
    for (const id of people) strong.add(id);
  }
  const { alone, shared } = weakMatches(record, pass);
  const weak = alone.filter((id) => !strong.has(id));
  if (strong.size + weak.length > 0) return oneOf(record, [...strong], weak, pass);
  return shared.length === 0 ? undefined : covered(record, shared, pass);
}

/** Which of those with a mailbox, or with a telephone or a card, the record is about. */
function oneOf(
  record: Keyed,
  strong: readonly ContactId[],
  weak: readonly ContactId[],
  pass: Pass,
): Match | undefined {
  const people = [...strong, ...weak.filter((id) => mayBeCalled(record, id, pass.book))];
  const [only = weak[0]!] = people;
  const isTheirs = () => people.length === 1 && isFree(pass, only) && agrees(record, only, pass);
  if (strong.length + weak.length === 1 && isTheirs()) return found(only, pass);
  const same = covered(record, people, pass);
  if (same) return same;
  // Somebody of another name who answers the same telephone contradicts nothing.
  if (isTheirs()) return found(only, pass);
  return { action: 'review', contactId: people.find((id) => agrees(record, id, pass)) ?? only };
}

/**
 * Whose telephone or card it is: `alone`, by a number that nobody else has. The `shared` ones have the number together
 * with others, so it tells nothing but of whom nothing new is said.
 */
function weakMatches(record: Keyed, { book, index }: Pass) {
  const { tels, uid } = record;
  const alone = new Set<ContactId>(
    uid === undefined ? [] : book.contactsByKey('uid', uid).slice(0, FEW_PEOPLE),
  );
  const shared = new Set<ContactId>();
  for (const tel of tels) {
    if (index.isSharedTel(tel)) continue;
    const people = book.contactsByKey('tel', tel);
    if (people.length === 1) alone.add(people[0]!);
    else if (people.length <= FEW_PEOPLE)
      for (const id of people) if (mayBeCalled(record, id, book)) shared.add(id);
  }
  return { alone: [...alone], shared: [...shared] };
}

/** Nothing about the name or the profile contradicts that it is them. */
function agrees(record: Keyed, id: ContactId, pass: Pass): boolean {
  if (!isOtherProfile(record, id, pass)) return mayBeCalled(record, id, pass.book);
  return isRenamed(record, id, pass) && pass.book.contactsByName(nameOf(record)).includes(id);
}

/** What imports last said the company was, folded. */
const orgIn = (id: ContactId, book: BookLookup): string =>
  fold(book.importedValues(id).findLast(({ name }) => name === 'ORG')?.value ?? '');

/**
 * The profile of somebody we know under another address: same company, connected on the same day, and their old address
 * is in none of the files any more. LinkedIn lets members rename their address.
 */
function isRenamed(record: Keyed, id: ContactId, { book, index }: Pass): boolean {
  const { connectedOn } = record.draft;
  return (
    connectedOn !== undefined &&
    book.connectedOn(id).includes(connectedOn) &&
    orgOf(record) !== '' &&
    orgIn(id, book) === orgOf(record) &&
    book.linkedInKeysOf(id).every((key) => index.withKey('url', key).length === 0)
  );
}

/**
 * A record without a key that the owner has imported before: the person whom another file of the archive means by it, or
 * somebody of that name of whom a file of this very kind has said all of it.
 */
export function sameAgain(record: Keyed, archived: ContactId | undefined, pass: Pass): Match | undefined {
  const isKeyless = record.url === undefined && record.emails.length === 0 && record.uid === undefined;
  if (!isKeyless && archived === undefined) return undefined;
  const namesakes = isKeyless ? importedNamesakes(record, pass.book) : NOBODY;
  if (archived !== undefined && claimCovered(record, archived, namesakes, pass))
    return { action: 'update', contactId: archived };
  const contactId = namesakes.length === 0 ? undefined : coveredPerson(record, namesakes, pass, false);
  return contactId === undefined ? undefined : { action: 'update', contactId };
}

/** People of that name whom a file of this kind has named; of too many to ask, all. */
function importedNamesakes(record: Keyed, book: BookLookup): readonly ContactId[] {
  const namesakes = namesakesOf(record, book);
  return namesakes.length > FEW_PEOPLE
    ? namesakes
    : namesakes.filter((id) => book.importedFrom(id).has(record.kind));
}

/** Everybody of that name; a book without people is not asked. */
function namesakesOf(record: Keyed, book: BookLookup): readonly ContactId[] {
  if (book.isEmpty === true) return NOBODY;
  const name = nameOf(record);
  return name === '' ? NOBODY : book.contactsByName(name);
}
const NOBODY: readonly ContactId[] = [];

/** So many namesakes are looked at; there are names that thousands have. */
const MOST_NAMESAKES = 256;

/**
 * What a name alone says: of LinkedIn's connections the day may prove who it is; of everybody else somebody of that name
 * is only pointed at. Nothing when nobody may be meant.
 */
export function namesake(record: Keyed, pass: Pass): Match | undefined {
  const { book } = pass;
  const named = namesakesOf(record, book);
  if (named.length === 0) return undefined;
  const people = named.length > MOST_NAMESAKES ? named.slice(0, MOST_NAMESAKES) : named;
  const free = people.filter((id) => isFree(pass, id));
  const renamed = free.filter((id) => isOtherProfile(record, id, pass) && isRenamed(record, id, pass));
  if (renamed.length === 1) return found(renamed[0]!, pass);
  const possible = free.filter((id) => !isOtherProfile(record, id, pass));
  const certain = sameDay(record, possible, book);
  if (certain !== undefined) return found(certain, pass);
  // Nothing tells the two apart, or a second profile says to be of the same company: maybe a clone.
  const doubtful = possible[0] ?? people.find((id) => isCloneOf(record, id, pass));
  return doubtful === undefined ? undefined : { action: 'review', contactId: doubtful };
}

/** Another profile with the name and the company of somebody we know. */
const isCloneOf = (record: Keyed, id: ContactId, pass: Pass): boolean =>
  orgOf(record) !== '' && isOtherProfile(record, id, pass) && orgIn(id, pass.book) === orgOf(record);

/**
 * Exports before 2021 have no address: there the name and the day two people connected tell who it is, and the company
 * when two of one name connected on one day.
 */
function sameDay(record: Keyed, people: readonly ContactId[], book: BookLookup): ContactId | undefined {
  const { connectedOn } = record.draft;
  if (connectedOn === undefined) return undefined;
  const connected = people.filter((id) => book.connectedOn(id).includes(connectedOn));
  return connected.length > 1 ? connected.find((id) => orgIn(id, book) === orgOf(record)) : connected[0];
}
