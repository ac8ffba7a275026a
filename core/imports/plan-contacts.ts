// Who every record of a batch is: somebody in the book, somebody another record is about, somebody new, or maybe somebody.
import type { ContactId } from '#core/contacts/model.ts';
import { keyMatch, namesake, sameAgain } from './plan-book.ts';
import type { Match } from './plan-book.ts';
import { claim, coveredPerson, forgetClaims, isCovered, isFree, isOtherProfile } from './plan-claims.ts';
import type { Pass } from './plan-claims.ts';
import { archiveKin, kinOf } from './plan-joins.ts';
import type { IsOther, Kin } from './plan-joins.ts';
import { batchIndex, rootOf } from './plan-keys.ts';
import type { BatchIndex, Keyed } from './plan-keys.ts';
import type { OwnersKeys } from './plan-owner-keys.ts';
import { twinFinder } from './plan-twins.ts';
import type { BookLookup, PersonAt, PlannedEntry } from './planned.ts';

/** The people of a batch with who each of them is. */
export interface DecidedPeople {
  readonly index: BatchIndex;
  /** Several records may be about one person. */
  readonly isCrowded: boolean;
  /** The record of the owner's own card, where the book has no owner yet. */
  readonly ownersCard: Keyed | undefined;
}

/** A batch on its way. */
interface Deciding extends Pass {
  readonly owner: OwnersKeys;
  readonly ownerId: ContactId | undefined;
  ownersCard: Keyed | undefined;
  readonly isOther: IsOther;
  /** A second new profile of a name and a company. */
  readonly isTwin: (record: Keyed) => boolean;
}

/** Decides about people of all entries, those first who are described best. */
export function decidePeople(
  entries: readonly PlannedEntry[],
  book: BookLookup,
  owner: OwnersKeys,
): DecidedPeople {
  const index = batchIndex(entries);
  const deciding: Deciding = {
    book,
    index,
    claims: new Map(),
    takers: new Map(),
    profiles: new Map(),
    isCrowded: false,
    groups: new Map(),
    owner,
    ownerId: book.ownerId(),
    ownersCard: undefined,
    isOther: (record, other) => hasOtherProfile(record, other, deciding),
    isTwin: twinFinder(),
  };
  let entry = -1;
  for (const record of index.inOrder) {
    if (record.entry !== entry) forgetClaims(deciding);
    entry = record.entry;
    const isOwner = record.twin === undefined && isOwnersCard(record, deciding);
    // Whoever is called "me" in somebody else's address book is one of many here.
    record.isOwner = isOwner;
    if (record.twin !== undefined) repeat(record, record.twin);
    else if (isOwner) decideOwner(record, deciding);
    else decide(record, deciding);
    record.isDecided = true;
    tellProfile(record, deciding);
  }
  return { index, isCrowded: index.isMany || deciding.isCrowded, ownersCard: deciding.ownersCard };
}

/** What a record says of the person's profile counts for the records after it. */
function tellProfile(record: Keyed, { profiles }: Deciding): void {
  const { url, action, contactId, into } = record;
  if (url === undefined || action !== 'update') return;
  if (contactId !== undefined) profiles.set(contactId, url);
  else if (into !== undefined) into.profile ??= url;
}

function hasOtherProfile(record: Keyed, other: Keyed, deciding: Deciding): boolean {
  const { contactId, action } = other;
  if (contactId !== undefined && action !== 'review') return isOtherProfile(record, contactId, deciding);
  const { profile } = rootOf(other);
  return record.url !== undefined && profile !== undefined && profile !== record.url;
}

/** The person a record is about, as far as evidence and events may speak of them. */
export function personAt(record: Keyed): PersonAt {
  const { action, contactId, twin } = record;
  if (twin !== undefined) return personAt(twin);
  if (contactId !== undefined && action !== 'review') return { contactId };
  return { item: rootOf(record).place };
}

/** The same record once more: in one file it is left alone, in another it is about the same person. */
function repeat(record: Keyed, twin: Keyed): void {
  if (twin.entry === record.entry) {
    record.action = 'unusable';
    return;
  }
  record.action = 'same';
  if (twin.action !== 'review') record.contactId = twin.contactId;
  if (record.contactId === undefined) record.into = rootOf(twin);
}

function isOwnersCard(record: Keyed, { owner }: Deciding): boolean {
  if (record.kind === 'linkedin-connections') return false;
  return owner.isTheirs(record) || (record.isOwner && owner.mayBeTheirs(record));
}

/** The owner's own card is never anybody else's, and never asked about. */
function decideOwner(record: Keyed, deciding: Deciding): void {
  const { ownerId, ownersCard } = deciding;
  record.action = 'update';
  deciding.isCrowded = true;
  if (ownerId !== undefined) record.contactId = ownerId;
  else if (ownersCard !== undefined) joinTo(record, ownersCard);
  else {
    deciding.ownersCard = record;
    const match = keyMatch(record, deciding);
    if (match?.action === 'update') record.contactId = match.contactId;
    else record.action = 'create';
  }
}

function joinTo(record: Keyed, other: Keyed): void {
  record.contactId = personInBook(other);
  if (record.contactId === undefined) record.into = rootOf(other);
}

function decide(record: Keyed, deciding: Deciding): void {
  const match = keyMatch(record, deciding);
  const kin = kinOf(record, deciding.index, deciding.isOther);
  if (match === undefined) return decideWithoutBook(record, kin, deciding);
  settle(record, match);
  if (match.action === 'update' && kin?.agrees === true)
    compareWithKin(record, match.contactId, kin.record, deciding);
}

/** The book says one person and another record of the batch somebody else: one of the two keys is not theirs. */
function compareWithKin(record: Keyed, contactId: ContactId, kin: Keyed, deciding: Deciding): void {
  if (kin.action !== 'review' && kin.contactId === contactId) return;
  if (isCovered(record, contactId, deciding)) return;
  record.action = 'review';
  record.isSure = record.url !== undefined && deciding.book.linkedInKeysOf(contactId).includes(record.url);
}

/** Nobody in the book has a key of the record. */
function decideWithoutBook(record: Keyed, kin: Kin | undefined, deciding: Deciding): void {
  const archived = kin?.agrees === true ? undefined : archiveKin(record, deciding.index);
  const meant = archived?.agrees === true ? personInBook(archived.record) : undefined;
  const again = sameAgain(record, meant, deciding);
  if (again !== undefined) return settle(record, again);
  const other = kin ?? archived;
  if (other !== undefined) return join(record, other, deciding);
  const named = namesake(record, deciding);
  if (named !== undefined) return settle(record, named);
  record.action = deciding.isTwin(record) ? 'review' : 'create';
}

function settle(record: Keyed, { action, contactId, isSure = false }: Match): void {
  record.action = action;
  record.contactId = contactId;
  record.isSure = isSure;
}

const personInBook = ({ contactId, action, isSure }: Keyed): ContactId | undefined =>
  action === 'review' && !isSure ? undefined : contactId;

/** Another record of the same file is about the person already: two records of one file are two people. */
function isTaken(record: Keyed, other: Keyed, deciding: Deciding): boolean {
  const contactId = personInBook(other);
  if (contactId !== undefined) return !isFree(deciding, contactId);
  const root = rootOf(other);
  return root.entry === record.entry || root.foundIn === record.entry;
}

/** Another record of the batch is about the same person, or may be. */
function join(record: Keyed, { record: other, agrees }: Kin, deciding: Deciding): void {
  const contactId = personInBook(other);
  const isOpen = agrees && !isTaken(record, other, deciding);
  if (contactId === undefined) {
    record.into = rootOf(other);
    record.action = isOpen ? 'update' : 'review';
    if (isOpen) record.into.foundIn = record.entry;
    return;
  }
  record.contactId = contactId;
  if (isOpen) {
    record.action = 'update';
    claim(deciding, contactId);
  } else {
    const isKnown = agrees && coveredPerson(record, [contactId], deciding, true) !== undefined;
    record.action = isKnown ? 'update' : 'review';
  }
}
