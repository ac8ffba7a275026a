// The records of a batch as the preview shows them, tab by tab, a window at a time.
import { ContactId } from '#core/contacts/model.ts';
import type { ImportBatchId, ImportItem, ItemAction } from '#core/imports/model.ts';
import type { ReadBook } from '#db/book.ts';
import type { OwnOf } from '#core/imports/own-records.ts';
import type { OwnShown } from '#core/imports/own-shown.ts';
import type { EventAt, PersonAt, PlannedEvidence, PlannedDiary } from '#core/imports/planned.ts';
import { differences, Policy } from '#core/invitations/policy.ts';
import { namesOf, standingId } from '#db/contacts/queries.ts';
import { choicesIn, usualChoice } from './choices.ts';
import type { Choice } from './choices.ts';
import { changesShown } from './kept.ts';
import { itemFinder, itemsOf, matchingRows, planRows, searched } from './plan-rows.ts';
import type { FoundItem } from './plan-rows.ts';
import { batchById } from './queries.ts';

interface Wanted {
  readonly id: ImportBatchId;
  readonly action: ItemAction;
  readonly search: string;
  readonly page: { readonly offset: number; readonly limit: number };
}

/** One window of a batch's records of one tab, in the order of the plan; of those that match, when something is looked for. */
export function listItems(book: ReadBook, wanted: Wanted): { total: number; rows: ImportItem[] } {
  const { total, found } =
    searched(wanted.search) === undefined ? windowOf(book, wanted) : foundIn(book, wanted);
  if (found.length === 0) return { total, rows: [] };
  const batch = batchById(book, wanted.id);
  const show: Showing = {
    book,
    entries: batch.entries.map(({ entryName }) => entryName),
    choices: choicesIn(book, wanted.id),
    find: itemFinder(book, wanted.id),
  };
  return { total, rows: found.map((one) => toItem(show, one)) };
}

interface Window {
  readonly total: number;
  readonly found: readonly FoundItem[];
}

/** Only the rows that the window lies in are read. */
function windowOf(book: ReadBook, { id, action, page }: Wanted): Window {
  const found: FoundItem[] = [];
  let total = 0;
  for (const row of planRows(book, id, action)) {
    const from = page.offset - total;
    total += row.records;
    if (from >= row.records || from + page.limit <= 0) continue;
    const items = itemsOf(book, row).slice(Math.max(0, from), from + page.limit);
    for (const item of items) found.push({ subject: row.subject, action, item });
  }
  return { total, found };
}

function foundIn(book: ReadBook, wanted: Wanted): Window {
  const { offset, limit } = wanted.page;
  const found: FoundItem[] = [];
  let total = 0;
  for (const { row, items } of matchingRows(book, wanted)) {
    const from = offset - total;
    total += items.length;
    for (const item of items.slice(Math.max(0, from), Math.max(0, from + limit)))
      found.push({ subject: row.subject, action: row.action, item });
  }
  return { total, found };
}

/** What showing one record needs of its batch. */
interface Showing {
  readonly book: ReadBook;
  readonly entries: readonly string[];
  readonly choices: ReadonlyMap<number, Choice>;
  readonly find: (at: number) => FoundItem | undefined;
}

function toItem(show: Showing, { subject, action, item }: FoundItem): ImportItem {
  const { at, line, fn, detail = '', id, issues = [] } = item;
  const chosen = show.choices.get(at);
  const choice = chosen?.choice ?? usualChoice(action, item);
  const joins = joinedBy(show, item);
  return {
    // The place, counted from 1.
    id: (at + 1) as ImportItem['id'],
    entryName: entryNameOf(show, item),
    line,
    subject,
    action,
    fn,
    detail,
    ...(id === undefined ? {} : { contactId: standingId(show.book, ContactId.parse(id)) }),
    ...(joins === undefined ? {} : { joins }),
    ...(item.evidence === undefined ? {} : { evidence: factOf(show, item.evidence) }),
    ...(item.letter === undefined ? {} : { letter: { on: item.letter.on } }),
    ...(item.diary === undefined ? {} : { diary: diaryOf(show, item.diary) }),
    changes: changesShown(item, { action, choice }),
    leftOut: [...(chosen?.leftOut ?? [])],
    issues: [...issues],
    choice,
  };
}

const entryNameOf = ({ entries }: Showing, { entry }: FoundItem['item']): string =>
  typeof entry === 'number' ? (entries[entry] ?? '') : entry;

function factOf(
  show: Showing,
  { kind, on, count, text, other }: PlannedEvidence,
): NonNullable<ImportItem['evidence']> {
  const fact = { kind, count, text, other: other === undefined ? '' : nameOf(show, other) };
  return on === undefined ? fact : { ...fact, on };
}

function diaryOf(show: Showing, diary: PlannedDiary): NonNullable<ImportItem['diary']> {
  const { what } = diary;
  if (what === 'cadence') return { what, days: diary.days };
  if (what === 'pair') return { what, other: nameOf(show, diary.b), reason: diary.reason };
  if (what === 'encounter') {
    const { on, location, note } = diary;
    return { what, location, note, ...(on !== undefined && { on }) };
  }
  if (what !== 'reminder') return ownShown(show, diary);
  const { kind, dueOn, text, outcome } = diary;
  return { what, kind, dueOn, text, ...(outcome !== undefined && { outcome }) };
}

function ownShown(show: Showing, said: OwnOf<PersonAt, EventAt>): OwnShown {
  switch (said.what) {
    case 'view':
      return { what: said.what, text: said.text };
    case 'template': {
      const { what, kind, language, tone, name } = said;
      return { what, kind, language, tone, isNamed: name !== '' };
    }
    case 'policy': {
      const words = differences(said.policy, Policy.parse({}));
      return { what: said.what, words, before: said.before.length };
    }
    case 'introduction': {
      const { what, b, state, steps, purpose } = said;
      return { what, other: nameOf(show, b), state, steps: steps.length, purpose };
    }
    case 'vetting': {
      const { what, direction, state, mutuals, decisions, message } = said;
      return { what, direction, state, mutuals: mutuals.length, decisions: decisions.length, message };
    }
    case 'apart':
      return { what: said.what, other: nameOf(show, said.b) };
  }
}

/** What somebody is called, who may only be in the plan yet. */
function nameOf(show: Showing, who: PersonAt): string {
  if ('item' in who) return show.find(who.item)?.item.fn ?? '';
  const id = standingId(show.book, who.contactId);
  return namesOf(show.book, [id]).get(id)?.fn ?? '';
}

const personIn = (diary: PlannedDiary | undefined): PersonAt | undefined =>
  diary !== undefined && 'person' in diary ? diary.person : undefined;

/** The record that makes the person whom this one is about, when another record does. */
function joinedBy(show: Showing, { into, evidence, letter, diary }: FoundItem['item']): ImportItem['joins'] {
  const about = evidence?.person ?? letter?.person ?? personIn(diary);
  const at = into ?? (about !== undefined && 'item' in about ? about.item : undefined);
  const made = at === undefined ? undefined : show.find(at)?.item;
  return made && { entryName: entryNameOf(show, made), line: made.line, fn: made.fn };
}
