// Who of the book a file's records have been found to be: each person once, and the next record gets the next of them.
import type { ContactId } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { compareNames } from '#core/contacts/names/compare.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import type { SourceKind } from './model.ts';
import { changesOf, knownOf, saysNothingNew } from './plan-changes.ts';
import type { BatchIndex, Keyed } from './plan-keys.ts';
import { isInPassing, normalForm } from './plan-values.ts';
import type { BookLookup, ImportedValue } from './planned.ts';

/** What one pass over the batch remembers. */
export interface Pass {
  readonly book: BookLookup;
  readonly index: BatchIndex;
  /** How often each person has been claimed by the file that is being looked at. */
  readonly claims: Map<ContactId, number>;
  /** Somebody has been claimed more than once. */
  isCrowded: boolean;
  /** Records of that file that could be somebody else as well, by who they are. */
  readonly takers: Map<ContactId, Keyed[]>;
  /** Profiles that records of this batch have told of people in the book. */
  readonly profiles: Map<ContactId, string>;
  /** Large groups of people by all that files of a kind have said about them. */
  readonly groups: Map<readonly ContactId[], Map<SourceKind, Map<string, ContactId[]>>>;
}

/** Two records of a file are two people, unless the owner has made them one. Another file's claim is no obstacle. */
export const isFree = ({ claims, book }: Pass, id: ContactId): boolean => {
  const times = claims.get(id);
  return times === undefined || times < book.cardsOf(id);
};

export function claim(pass: Pass, id: ContactId): void {
  const times = pass.claims.get(id) ?? 0;
  if (times > 0) pass.isCrowded = true;
  pass.claims.set(id, times + 1);
}

/** True when the person, by the book or by another record of the batch, has a profile that is not the record's. */
export function isOtherProfile({ url }: Keyed, id: ContactId, { book, profiles }: Pass): boolean {
  if (url === undefined) return false;
  const told = profiles.get(id);
  const keys = book.linkedInKeysOf(id);
  if (keys.length > 0) return !keys.includes(url);
  return told !== undefined && told !== url;
}

/** A new file begins. */
export function forgetClaims({ claims, takers }: Pass): void {
  claims.clear();
  takers.clear();
}

/** Whether imports say about somebody all that a record says, have done so at some time, or have not. */
type Cover = 'now' | 'formerly' | 'no';

function coverOf(record: Keyed, id: ContactId, { book }: Pass): Cover {
  const { draft, kind } = record;
  if (draft.connectedOn !== undefined && !book.connectedOn(id).includes(draft.connectedOn)) return 'no';
  const known = book.importedValues(id);
  if (known.length === 0) return 'no';
  // Their names are not compared below, and without a profile another name is another person.
  if (isInPassing(kind) && record.url === undefined && !mayBeCalled(record, id, book)) return 'no';
  const saysNothing = (...values: (readonly ImportedValue[])[]) =>
    changesOf({ draft, kind, replaces: false }, knownOf(...values)).changes.length === 0;
  if (saysNothingNew(draft, known) || saysNothing(known)) return 'now';
  const former = book.formerValues(id);
  return former.length > 0 && saysNothing(known, former) ? 'formerly' : 'no';
}

/** True when nothing new is said about somebody. */
export const isCovered = (record: Keyed, id: ContactId, pass: Pass): boolean =>
  coverOf(record, id, pass) !== 'no';

/** A record that has no name but its own address, or what stands before the @. */
export function isNameless({ draft: { fn }, emails, kind }: Keyed): boolean {
  const name = fn.trim().toLowerCase();
  if (name === '') return true;
  return emails.some((email) => email === name || (isInPassing(kind) && email.startsWith(`${name}@`)));
}

/** Some name of the person and the record's may be one: a short form, a married name, a slip, or one is not known. */
export function mayBeCalled(record: Keyed, id: ContactId, book: BookLookup): boolean {
  const names = book.namesOf(id);
  return (
    names.length === 0 ||
    isNameless(record) ||
    // A file that comes again calls everybody as before: nothing needs to be taken apart.
    names.includes(record.draft.fn) ||
    names.some((fn) => compareNames(splitName(fn), record.draft.n).given !== 'different')
  );
}

/** So many people are looked at one by one; larger groups are asked for those of whom exactly the same was said. */
export const FEW_PEOPLE = 32;

/**
 * Of people who may be meant the one of whom a record says nothing new: somebody this file has not named yet, of several
 * the one who came first. Whoever has been found to be them moves on where they may be somebody else too.
 * With `isCertain` (a key proves it) somebody already named will do: nothing would be added. Claims the person.
 */
export function coveredPerson(
  record: Keyed,
  people: readonly ContactId[],
  pass: Pass,
  isCertain: boolean,
): ContactId | undefined {
  const covers =
    people.length > FEW_PEOPLE ? [fromGroup(record, people, pass)] : covering(record, people, pass);
  for (const equals of covers) {
    const found = isCertain ? equals.find((id) => isFree(pass, id)) : freePerson(equals, pass);
    if (found === undefined) {
      if (!isCertain || equals.length === 0) continue;
      record.isCovered = true;
      return equals[0];
    }
    record.isCovered = true;
    claim(pass, found);
    const options = covers.flat();
    if (options.length > 1) take(record, found, options, pass);
    return found;
  }
  return undefined;
}

/** Best covered first; equals in the order in which they came into the book, as the records did that made them. */
function covering(
  record: Keyed,
  people: readonly ContactId[],
  pass: Pass,
): readonly (readonly ContactId[])[] {
  const covers: Readonly<Record<Cover, ContactId[]>> = { now: [], formerly: [], no: [] };
  for (const id of people) covers[coverOf(record, id, pass)].push(id);
  return [covers.now, covers.formerly].map((equals) => equals.toSorted((a, b) => a - b));
}

function take(record: Keyed, id: ContactId, options: readonly ContactId[], { takers }: Pass): void {
  record.options = options;
  record.contactId = id;
  const there = takers.get(id);
  if (there) there.push(record);
  else takers.set(id, [record]);
}

/**
 * Claims a person of whom a record says nothing new, by word of another file of the archive. Whoever needs them more can
 * have them as long as there are `others` of whom the record says nothing new either; if they are claimed already, nothing
 * is added all the same. False when there is news.
 */
export function claimCovered(
  record: Keyed,
  id: ContactId,
  others: readonly ContactId[],
  pass: Pass,
): boolean {
  if (!isCovered(record, id, pass)) return false;
  record.isCovered = true;
  if (!isFree(pass, id)) return true;
  claim(pass, id);
  take(
    record,
    id,
    [id, ...others.slice(0, FEW_PEOPLE).filter((other) => isCovered(record, other, pass))],
    pass,
  );
  return true;
}

/** Somebody whom no record of the file is about yet, or whom the record that took them can spare. */
export const freePerson = (people: readonly ContactId[], pass: Pass): ContactId | undefined =>
  people.find((id) => isFree(pass, id)) ?? makeRoom(people, pass, new Set());

const MOST_MOVES = 200;

/** Frees one of the people by having whoever took them be somebody else they may be (an augmenting path). */
function makeRoom(options: readonly ContactId[], pass: Pass, seen: Set<ContactId>): ContactId | undefined {
  for (const id of options) {
    if (seen.has(id) || seen.size > MOST_MOVES) continue;
    seen.add(id);
    for (const taker of pass.takers.get(id) ?? []) {
      const others = taker.options ?? [];
      const other = others.find((one) => isFree(pass, one)) ?? makeRoom(others, pass, seen);
      if (other === undefined) continue;
      pass.takers.set(
        id,
        pass.takers.get(id)!.filter((one) => one !== taker),
      );
      pass.claims.set(id, pass.claims.get(id)! - 1);
      claim(pass, other);
      take(taker, other, others, pass);
      return id;
    }
  }
  return undefined;
}

/** Those of a large group of whom files of this kind say exactly what the record says; the first who is free. */
function fromGroup(record: Keyed, people: readonly ContactId[], pass: Pass): readonly ContactId[] {
  let kinds = pass.groups.get(people);
  if (kinds === undefined) pass.groups.set(people, (kinds = new Map()));
  let group = kinds.get(record.kind);
  if (group === undefined) kinds.set(record.kind, (group = bySaying(people, record, pass.book)));
  const same = group.get(sayingOf(record)) ?? [];
  // Whoever has been claimed moves behind, so that each is asked about once.
  for (let tries = 0; tries < same.length && tries < FEW_PEOPLE && !isFree(pass, same[0]!); tries++)
    same.push(same.shift()!);
  return same.slice(0, 1);
}

function bySaying(people: readonly ContactId[], { kind }: Keyed, book: BookLookup): Map<string, ContactId[]> {
  const group = new Map<string, ContactId[]>();
  for (const id of people) {
    const said = textOf(book.importedValues(id).filter(({ kinds }) => kinds.has(kind)));
    const there = group.get(said);
    if (there) there.push(id);
    else group.set(said, [id]);
  }
  return group;
}

const sayingOf = ({ draft: { fn, n, properties } }: Keyed): string =>
  textOf([{ name: 'FN', value: fn }, { name: 'N', value: serialiseN(n) }, ...properties]);

const textOf = (values: readonly Pick<ImportedValue, 'name' | 'value'>[]): string =>
  [...new Set(values.map(({ name, value }) => `${name}:${normalForm(name, value)}`))].toSorted().join('\n');
