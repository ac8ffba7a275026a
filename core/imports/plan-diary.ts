// What the owner has written down, planned: what the book says nothing of yet comes in, what it says already stands.
import { fold } from '#core/shared/fold.ts';
import type { DiaryOf, PairOf, TagCadence } from './diary.ts';
import type { DiaryDraft, IssueCode, PersonRef } from './model.ts';
import { OWN } from './own-records.ts';
import type { OwnOf } from './own-records.ts';
import { nameOfOwn, translated } from './own-translated.ts';
import { encounterMatching, reminderMatching } from './plan-diary-rows.ts';
import type { Known } from './plan-diary-rows.ts';
import { withoutForgotten } from './plan-forgotten.ts';
import { ownMatching, policyNumbers, withPolicies } from './plan-own.ts';
import { personKey } from './plan-people.ts';
import type { PeopleFinder } from './plan-people.ts';
import type { BookLookup, EventAt, PersonAt, PlannedDiary, PlannedEntry, PlannedItem } from './planned.ts';

interface Finding {
  readonly people: PeopleFinder;
  /** The event to which the files of the batch give this UID. */
  readonly eventAt: (uid: string) => EventAt | undefined;
  readonly book: BookLookup;
}

/** Also by which number the book knows the rules of one file. */
interface FindingIn extends Finding {
  readonly policy: (version: number) => number;
}

/** A record that cannot be used, and why. */
interface Unusable {
  readonly fn: string;
  readonly code: IssueCode;
}

/** One record on its way: what it says of whom, or why it cannot be used. */
type Found = { readonly fn: string; readonly diary: PlannedDiary } | Unusable;

/**
 * The items of all that the owner has written down. A reminder is the same as one in the book by its kind and the moment
 * it was made, or by the occasion it follows; a meeting by its event, day and place; a pair by its two people; a cadence by
 * its tag. What the book says of the same stands (BOOK_STANDS where it differs): the owner may have had other thoughts.
 */
export function diaryItems(entries: readonly PlannedEntry[], finding: Finding): PlannedItem[] {
  const { book } = finding;
  const said = new Map<string, string>();
  const encounters = encounterMatching(book);
  const reminders = reminderMatching(book);
  const own = ownMatching(book);
  const knownOf = (diary: PlannedDiary, entry: number): ReturnType<typeof own.knownOf> => {
    if (diary.what === 'encounter') return encounters.knownOf(diary, entry);
    if (diary.what === 'reminder') return reminders.knownOf(diary, entry);
    return isOwn(diary) ? own.knownOf(diary, entry) : standing(diary, book, said);
  };
  return entries.flatMap(({ entryName, parsed }, entry) => {
    const drafts = parsed.diary ?? [];
    const findingIn = { ...finding, policy: policyNumbers(drafts, book) };
    const records = drafts.map((draft) => ({ draft, found: find(draft, entry, findingIn) }));
    // Exactly the same ones first, so that none of them is taken for another of its occasion.
    for (const { found } of records) {
      if (!('diary' in found)) continue;
      if (found.diary.what === 'encounter') encounters.note(found.diary);
      if (found.diary.what === 'reminder') reminders.note(found.diary);
      if (isOwn(found.diary)) own.note(found.diary);
    }
    return records.map(({ draft: { line, what }, found }): PlannedItem => {
      const item = { entryName, line, subject: what, fn: found.fn, changes: [] };
      if ('code' in found) return { ...item, detail: '', ...left('unusable', line, found.code) };
      const { diary } = found;
      const shown = { ...item, ...aboutOf(diary), detail: detailOf(diary), diary };
      const known = knownOf(diary, entry);
      if (known === 'other') return { ...shown, ...left('same', line, 'BOOK_STANDS') };
      if (known === 'none') return withoutForgotten({ ...shown, action: 'create', issues: [] }, book);
      if (known === 'same' || diary.what !== 'vetting') return { ...shown, action: 'same', issues: [] };
      return { ...shown, diary: { ...diary, known: known.bare }, action: 'update', issues: [] };
    });
  });
}

const OWN_KINDS: ReadonlySet<string> = new Set(OWN);
const isOwn = <Diary extends { readonly what: string }>(
  diary: Diary,
): diary is Extract<Diary, { readonly what: (typeof OWN)[number] }> => OWN_KINDS.has(diary.what);

const left = (action: 'unusable' | 'same', line: number, code: IssueCode) => ({
  action,
  issues: [{ line, code, params: {} }],
});

const aboutOf = (diary: PlannedDiary): Pick<PlannedItem, 'contactId'> =>
  'person' in diary && 'contactId' in diary.person ? { contactId: diary.person.contactId } : {};

/** What the preview is searched by, beside the name. */
function detailOf(diary: PlannedDiary): string {
  switch (diary.what) {
    case 'encounter':
      return [diary.location, diary.note].filter(Boolean).join(' · ');
    case 'reminder':
      return diary.text;
    case 'pair':
      return diary.reason;
    case 'view':
      return diary.text;
    case 'template':
      return diary.subject;
    case 'introduction':
      return diary.purpose;
    case 'vetting':
      return diary.message;
    case 'cadence':
    case 'policy':
    case 'apart':
      return '';
  }
}

function find(draft: DiaryDraft, entry: number, { people, eventAt, policy }: FindingIn): Found {
  const { line: _line, ...said } = draft;
  if (said.what === 'cadence') return { fn: said.tag, diary: said };
  const person = (ref: PersonRef, fn = ref.fn): PersonAt | Unusable => {
    const named = people.find(ref, entry, false);
    if (named === undefined) return { fn, code: 'NOBODY_KNOWN' };
    return named === 'owner' ? { fn, code: 'ABOUT_OWNER' } : named;
  };
  if (said.what === 'pair') return pairOf(said, person);
  if (isOwn(said)) return ownFound(said, person, { event: eventAt, policy });
  const { fn } = said.person;
  const about = person(said.person);
  if ('code' in about) return about;
  const event = said.event === undefined ? undefined : eventAt(said.event);
  const where = { person: about, ...(event && { event }) };
  if (said.what === 'reminder') {
    const { event: _uid, ...rest } = said;
    return { fn, diary: { ...rest, ...where } };
  }
  const { event: _uid, introducedBy, ...rest } = said;
  const introducer = introducedBy && person(introducedBy);
  const isKnown = introducer !== undefined && !('code' in introducer);
  return { fn, diary: { ...rest, ...where, ...(isKnown && { introducedBy: introducer }) } };
}

type FindPerson = (ref: PersonRef, fn?: string) => PersonAt | Unusable;

function ownFound(
  said: OwnOf<PersonRef, string>,
  person: FindPerson,
  { event, policy }: Pick<FindingIn, 'policy'> & { readonly event: (uid: string) => EventAt | undefined },
): Found {
  if (said.what === 'introduction' || said.what === 'apart') return pairOf(said, person);
  const fn = nameOfOwn(said);
  if (said.what !== 'vetting') return { fn, diary: said };
  const known = (ref: PersonRef): PersonAt | undefined => {
    const found = person(ref);
    return 'code' in found ? undefined : found;
  };
  return { fn, diary: withPolicies(translated(said, { person: known, event }), policy) };
}

type Two<Person> = Extract<DiaryOf<Person, never>, { readonly a: Person }>;

function pairOf(said: Two<PersonRef>, person: FindPerson): Found {
  const { fn } = said.a;
  const [a, b] = [person(said.a, fn), person(said.b, fn)];
  if ('code' in a) return a;
  if ('code' in b) return b;
  return personKey(a) === personKey(b) ? { fn, code: 'SAME_PERSON' } : { fn, diary: { ...said, a, b } };
}

/** `said`: what earlier records of the batch have said, by what it is about. */
function standing(diary: PairOf<PersonAt> | TagCadence, book: BookLookup, said: Map<string, string>): Known {
  const [key, word] =
    diary.what === 'cadence'
      ? [`tag ${fold(diary.tag.trim())}`, String(diary.days)]
      : [[personKey(diary.a), personKey(diary.b)].toSorted().join(' '), diary.reason];
  const known = said.get(key) ?? inBook(diary, book);
  said.set(key, known ?? word);
  if (known === undefined) return 'none';
  return known === word ? 'same' : 'other';
}

function inBook(diary: PairOf<PersonAt> | TagCadence, book: BookLookup): string | undefined {
  if (diary.what === 'cadence') return book.tagCadence(fold(diary.tag.trim()))?.toString();
  const { a, b } = diary;
  return 'contactId' in a && 'contactId' in b ? book.pairKept(a.contactId, b.contactId) : undefined;
}
