// Who a record of a file is: somebody in the book, somebody new, or maybe somebody.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey, splitName } from '#core/contacts/names.ts';
import { compareNames } from '#core/contacts/names/compare.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, FieldChange, ItemAction } from './model.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

/** A draft with its keys, worked out once. */
interface Keyed {
  readonly draft: ContactDraft;
  readonly url: string | undefined;
  readonly emails: readonly string[];
  readonly name: string;
  readonly org: string;
}

interface Match {
  readonly action: ItemAction;
  readonly contactId?: ContactId;
}

/** What one pass over the file remembers. */
interface Pass {
  readonly book: BookLookup;
  /**
   * Every profile the files name, and whether its row has been planned: an old profile that is not among them has been
   * renamed, one that is planned comes twice.
   */
  readonly urls: Map<string, boolean>;
  /** Rows without a profile planned so far, to find the same row twice. */
  readonly seen: Set<string>;
  /** Companies of new profiles, by name, to find a second profile of both. */
  readonly twins: Map<string, Set<string>>;
  /** How often people have been matched: two rows are two people, unless the owner has made them one. */
  readonly claims: Map<ContactId, number>;
}

const isClaimed = ({ claims, book }: Pass, id: ContactId): boolean =>
  (claims.get(id) ?? 0) >= book.cardsOf(id);

const valueOf = (draft: ContactDraft, name: string) =>
  draft.properties.find((property) => property.name === name)?.value ?? '';

function keyed(draft: ContactDraft, url: string | undefined): Keyed {
  const emails: string[] = [];
  for (const { name, value } of draft.properties) {
    const key = name === 'EMAIL' ? emailKey(value) : undefined;
    if (key !== undefined) emails.push(key);
  }
  return { draft, url, emails, name: nameKey(draft.fn), org: fold(valueOf(draft, 'ORG')) };
}

/** Plans people of all entries in one pass; the function it gives must be called once for every draft, in order. */
export function contactPlanner(entries: readonly PlannedEntry[], book: BookLookup) {
  const urls = new Map<string, boolean>();
  const inOrder: (string | undefined)[] = [];
  for (const { parsed } of entries) {
    for (const draft of parsed.contacts) {
      const url = linkedInKey(valueOf(draft, 'URL'));
      inOrder.push(url);
      if (url !== undefined) urls.set(url, false);
    }
  }
  const pass: Pass = { book, urls, seen: new Set(), twins: new Map(), claims: new Map() };
  let at = 0;
  return (entryName: string, draft: ContactDraft): PlannedItem => {
    const record = keyed(draft, inOrder[at++]);
    if (isRepeated(record, pass)) {
      const issues = [...draft.issues, { line: draft.line, code: 'DUPLICATE_IN_FILE' as const, params: {} }];
      return { ...itemOf(entryName, draft), action: 'unusable', changes: [], issues };
    }
    const match = matchOf(record, pass);
    if (match.contactId !== undefined && match.action !== 'review')
      pass.claims.set(match.contactId, (pass.claims.get(match.contactId) ?? 0) + 1);
    const { action, changes } = settled(match, record, book);
    return {
      ...itemOf(entryName, draft),
      action,
      ...(match.contactId !== undefined && { contactId: match.contactId }),
      changes,
      issues: [...draft.issues],
      contact: draft,
    };
  };
}

function itemOf(entryName: string, draft: ContactDraft) {
  const detail = [valueOf(draft, 'TITLE'), valueOf(draft, 'ORG')].filter(Boolean).join(' · ');
  return { entryName, line: draft.line, subject: 'contact', fn: draft.fn, detail } as const;
}

/** True for a second row of one profile, or, without a profile, a row that says exactly the same. */
function isRepeated({ url, emails, name, org, draft }: Keyed, { urls, seen }: Pass): boolean {
  if (url !== undefined) {
    const planned = urls.get(url) === true;
    if (!planned) urls.set(url, true);
    return planned;
  }
  const row = JSON.stringify([name, emails, org, valueOf(draft, 'TITLE'), draft.connectedOn ?? '']);
  const repeated = seen.has(row);
  if (!repeated) seen.add(row);
  return repeated;
}

function matchOf(record: Keyed, pass: Pass): Match {
  const { book } = pass;
  if (record.url !== undefined) {
    const [same] = book.contactsByKey('url', record.url);
    if (same !== undefined)
      return isClaimed(pass, same)
        ? { action: 'review', contactId: same }
        : { action: 'update', contactId: same };
  }
  const byEmail = [...new Set(record.emails.flatMap((email) => book.contactsByKey('email', email)))];
  const [only, second] = byEmail;
  if (only !== undefined) return emailMatch(record, only, second !== undefined, pass);
  return namesake(record, pass);
}

/** One mailbox, but another name or profile, or already somebody else's: maybe a shared mailbox. */
function emailMatch(record: Keyed, contactId: ContactId, ambiguous: boolean, pass: Pass): Match {
  const sameName = () => pass.book.contactsByName(record.name).includes(contactId);
  const agrees = isOtherProfile(record, contactId, pass.book)
    ? isRenamed(record, contactId, pass) && sameName()
    : mayBeCalled(record.draft, contactId, pass.book);
  return { action: agrees && !ambiguous && !isClaimed(pass, contactId) ? 'update' : 'review', contactId };
}

/** Some name of the person and the record's may be one: a short form, a married name, a slip, or one is not known. */
function mayBeCalled({ n }: ContactDraft, id: ContactId, book: BookLookup): boolean {
  const names = book.namesOf(id);
  return names.length === 0 || names.some((fn) => compareNames(splitName(fn), n).given !== 'different');
}

function isOtherProfile({ url }: Keyed, id: ContactId, book: BookLookup): boolean {
  if (url === undefined) return false;
  const keys = book.linkedInKeysOf(id);
  return keys.length > 0 && !keys.includes(url);
}

/** What imports last said the company was, folded. */
function orgOf(id: ContactId, book: BookLookup): string {
  return fold(book.importedValues(id).findLast(({ name }) => name === 'ORG')?.value ?? '');
}

/**
 * The profile of somebody we know under another address: same company, connected on the same day, and their old address
 * is in none of the files any more. LinkedIn lets members rename their address.
 */
function isRenamed({ draft, org }: Keyed, id: ContactId, { book, urls }: Pass): boolean {
  return (
    org !== '' &&
    draft.connectedOn !== undefined &&
    book.connectedOn(id).includes(draft.connectedOn) &&
    orgOf(id, book) === org &&
    book.linkedInKeysOf(id).every((key) => !urls.has(key))
  );
}

function namesake(record: Keyed, pass: Pass): Match {
  const { book } = pass;
  const people = record.name === '' ? [] : book.contactsByName(record.name);
  if (people.length > 0) {
    const free = people.filter((id) => !isClaimed(pass, id));
    const renamed = free.filter((id) => isOtherProfile(record, id, book) && isRenamed(record, id, pass));
    if (renamed.length === 1) return { action: 'update', contactId: renamed[0]! };
    const possible = free.filter((id) => !isOtherProfile(record, id, book));
    const certain = sameDay(record, possible, book);
    if (certain !== undefined) return { action: 'update', contactId: certain };
    // Nothing tells the two apart, or a second profile says to be of the same company: maybe a clone.
    const doubtful = possible[0] ?? people.find((id) => isCloneOf(record, id, book));
    if (doubtful !== undefined) return { action: 'review', contactId: doubtful };
  }
  return { action: isTwin(record, pass) ? 'review' : 'create' };
}

/** Another profile with the name and the company of somebody we know. */
const isCloneOf = (record: Keyed, id: ContactId, book: BookLookup) =>
  record.org !== '' && isOtherProfile(record, id, book) && orgOf(id, book) === record.org;

/**
 * Exports before 2021 have no address: there the name and the day two people connected tell who it is, and the company
 * when two of one name connected on one day.
 */
function sameDay(
  { draft, org }: Keyed,
  people: readonly ContactId[],
  book: BookLookup,
): ContactId | undefined {
  const { connectedOn } = draft;
  if (connectedOn === undefined) return undefined;
  const connected = people.filter((id) => book.connectedOn(id).includes(connectedOn));
  return connected.length > 1 ? connected.find((id) => orgOf(id, book) === org) : connected[0];
}

/** A second profile of the same name and company within the file: one of them may be a clone. */
function isTwin({ name, org, url }: Keyed, { twins }: Pass): boolean {
  if (url === undefined || org === '' || name === '') return false;
  const companies = twins.get(name);
  if (companies?.has(org)) return true;
  if (companies) companies.add(org);
  else twins.set(name, new Set([org]));
  return false;
}

/** A match with nothing new to say is `same`; otherwise the changes are listed, for a review those that joining makes. */
function settled(
  { action, contactId }: Match,
  { draft }: Keyed,
  book: BookLookup,
): { action: ItemAction; changes: FieldChange[] } {
  if (contactId === undefined) return { action, changes: [] };
  const changes = changesOf(draft, contactId, book, action === 'update');
  if (action !== 'update') return { action, changes };
  const reconnected =
    draft.connectedOn !== undefined && !book.connectedOn(contactId).includes(draft.connectedOn);
  return { action: changes.length > 0 || reconnected ? 'update' : 'same', changes };
}

/**
 * What a draft says that imports have not said yet. A missing value is no news: an empty cell takes nothing back.
 * `renames`: a new profile address takes the place of the old one; else it stands beside it, as a mailbox always does.
 */
function changesOf(draft: ContactDraft, id: ContactId, book: BookLookup, renames: boolean): FieldChange[] {
  const known = book.importedValues(id);
  const changes: FieldChange[] = [];
  const compare = (name: FieldChange['name'], value: string) => {
    const before = known.filter((property) => property.name === name).map((property) => property.value);
    if (before.some((old) => old === value || normal(name, old) === normal(name, value))) return;
    const added = name === 'EMAIL' || (name === 'URL' && !renames);
    changes.push({ name, before: added ? '' : (before.at(-1) ?? ''), after: value });
  };
  compare('FN', draft.fn);
  compare('N', serialiseN(draft.n));
  for (const { name, value } of draft.properties) compare(name, value);
  return changes;
}

function normal(name: FieldChange['name'], value: string): string {
  if (name === 'URL') return linkedInKey(value) ?? value;
  return name === 'EMAIL' ? (emailKey(value) ?? value) : value;
}
