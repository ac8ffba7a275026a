// Doing what the preview showed: one transaction, straight prepared statements, every value with its batch and line.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { Progress } from '#api/imports.ts';
import { ContactId } from '#core/contacts/model.ts';
import { DIARY } from '#core/imports/diary.ts';
import type { ActionCounts, ImportItem, ItemAction } from '#core/imports/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { beginBulk } from '#db/bulk-writing.ts';
import { countContacts, standingId } from '#db/contacts/queries.ts';
import { conflict } from '#db/problems.ts';
import { keepImportEntry } from '#db/history/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { applyInvitation, settleAccepted } from '#db/invitations/import.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { applyEvent, applyEvidence } from './apply-network.ts';
import { addPerson, changePerson, markLeft } from './apply-people.ts';
import { applyDiary } from './apply-diary.ts';
import { applyLetter } from './apply-letters.ts';
import { Applying } from './applying.ts';
import { choicesIn, usualChoice } from './choices.ts';
import type { Choice } from './choices.ts';
import { addsToSomebody } from './kept.ts';
import type { KeptItem } from './kept.ts';
import { indexLater, isBulk } from './late-indexes.ts';
import { itemsOf, planRows } from './plan-rows.ts';
import type { PlanRow } from './plan-rows.ts';
import { batchById } from './queries.ts';
import { ReadyPeople } from './ready-people.ts';
import { importBatch } from './tables.ts';

/** Often enough that progress moves and a cancel is heard, rarely enough that it costs nothing. */
const RECORDS_A_TURN = 2000;

type ProgressAndCounts = AsyncGenerator<z.infer<typeof Progress>, { counts: ActionCounts }>;

/** Those who are made come before those who are added to, and people before what is said about them. */
const SUBJECTS: readonly ImportItem['subject'][] = [
  'contact',
  'owner',
  'invitation',
  'event',
  'evidence',
  'letter',
  ...DIARY,
  'entry',
];
const ACTIONS: readonly ItemAction[] = ['create', 'review', 'update', 'same', 'left', 'unusable'];
const rank = ({ subject, action }: PlanRow): number =>
  SUBJECTS.indexOf(subject) * ACTIONS.length + ACTIONS.indexOf(action);

/**
 * Applies a staged batch, yielding progress; ending the iteration early rolls everything back. Throws CONFLICT
 * `not_staged` when it has been applied or taken back already.
 */
export async function* applyBatch(writer: WriterThread, id: number, now: DateTime): ProgressAndCounts {
  const endTurn = await writer.takeTurn();
  const { book } = writer;
  const recorder = new Recorder(book);
  const rows = planRows(book, id).toSorted((a, b) => rank(a) - rank(b));
  const people = { adding: addedPeople(rows), there: countContacts(book) };
  const choices = choicesIn(book, id);
  const ready = ReadyPeople.open(book.sqlite, writer.ready, { batchId: id, choices });
  const endBulk = beginBulk(book.sqlite, { ownKeys: isBulk(people), appends: false });
  try {
    book.sqlite.exec('begin immediate');
    const batch = batchById(book, id);
    if (batch.state !== 'staged') throw conflict('not_staged');
    const counts: ActionCounts = { create: 0, update: 0, same: 0, review: 0, unusable: 0, left: 0 };
    const total = rows.reduce((sum, { records }) => sum + records, 0);
    const applying = new Applying(book, recorder, { batchId: id, now, choices, ready });
    const isForetold = isWholly(ready, rows);
    if (isForetold) writer.ready?.foretell(applying.lastContactId);
    const indexNow = indexLater(recorder, people);
    // New people come first; whatever follows looks them up.
    const peopleAreIn = () => {
      applying.newPeople.flush();
      indexNow();
      for (const join of applying.joins.splice(0)) join();
    };
    let done = 0;
    let told = 0;
    for (const { action, applied, records } of steps(applying, rows, peopleAreIn)) {
      counts[action] += applied;
      done += records;
      if (done - told < RECORDS_A_TURN && done < total) continue;
      told = done;
      yield { phase: 'writing', done, total };
      await nextTurn();
    }
    peopleAreIn();
    settleAccepted(recorder);
    applying.unwanted.settle();
    const rowChanges = [...recorder.changes];
    recorder.update(importBatch, id, { state: 'applied', appliedAt: now, counts });
    keepImportEntry(book, id, batch.fileName, { changes: rowChanges, now });
    book.sqlite.exec('commit');
    // Whoever hears of the commit may remove the file.
    ready?.close();
    // After a file that says nothing new nobody has to read the whole book again.
    if (counts.create + counts.update + counts.review + counts.left > 0) recorder.touchAll();
    writer.tell(recorder.summary(), { isAsForetold: isForetold });
    return { counts };
  } finally {
    // Reached with the transaction open after an error, or when the window stopped listening.
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback');
    ready?.close();
    endBulk();
    endTurn();
  }
}

/** Some of a plan's records, done. */
interface Step {
  readonly action: ItemAction;
  readonly records: number;
  /** How many of them the owner wanted. */
  readonly applied: number;
}

/** Nothing changes in the book but that those come who are ready. */
const isWholly = (ready: ReadyPeople | undefined, rows: readonly PlanRow[]): boolean =>
  ready !== undefined &&
  rows.every((row) => changesNothing(row, false) || ready.countIn(row) === row.records);

function* steps(applying: Applying, rows: readonly PlanRow[], peopleAreIn: () => void): Generator<Step> {
  for (const people of applying.addReady()) yield { action: 'create', records: people, applied: people };
  // Whoever is there already matters only to what is said about them elsewhere.
  const isNamed = rows.some(({ subject }) => NAMING.has(subject));
  for (const row of rows) {
    if (!makesPeople(row)) peopleAreIn();
    const { action } = row;
    const records = row.records - (applying.ready?.countIn(row) ?? 0);
    if (records === 0) continue;
    yield { action, records, applied: changesNothing(row, isNamed) ? records : applyRow(applying, row) };
  }
}

/** Records of these speak of people whom other records of the batch make. */
const NAMING: ReadonlySet<ImportItem['subject']> = new Set(['event', 'evidence', 'letter', ...DIARY]);

const makesPeople = ({ subject, action }: Pick<PlanRow, 'subject' | 'action'>): boolean =>
  subject === 'contact' && (action === 'create' || action === 'review');

/** How many people the batch adds, as far as that can be told before the owner's choices are looked at. */
const addedPeople = (rows: readonly PlanRow[]): number =>
  rows.filter(makesPeople).reduce((sum, { records }) => sum + records, 0);

const changesNothing = ({ subject, action }: PlanRow, isNamed: boolean): boolean =>
  action === 'unusable' || (action === 'same' && !(isNamed && subject === 'contact'));

/** Applies what a row holds but for those who were ready; answers how many records were. */
function applyRow(applying: Applying, row: PlanRow): number {
  let applied = 0;
  for (const item of itemsOf(applying.book, row)) {
    if (row.action === 'create' && applying.ready?.idAt(item.at) !== undefined) continue;
    const { choice, leftOut } = applying.choices.get(item.at) ?? {
      choice: usualChoice(row.action, item),
      leftOut: [],
    };
    if (choice === 'skip') {
      applying.unwanted.leaveOut(item);
      continue;
    }
    applying.unwanted.bringBack(item, choice);
    applied += 1;
    applyItem(applying, row, { item, choice, leftOut });
  }
  return applied;
}

/** One record with what the owner wants of it. */
interface Chosen extends Choice {
  readonly item: KeptItem;
}

function applyItem(applying: Applying, row: PlanRow, chosen: Chosen): void {
  const { item } = chosen;
  switch (row.subject) {
    case 'contact':
      return applyContact(applying, row, chosen);
    case 'owner':
      return applyOwner(applying, row, chosen);
    case 'invitation':
      if (item.invitation !== undefined) applyInvitation(applying, row.action, item.invitation);
      return;
    case 'event':
      if (item.event !== undefined) applyEvent(applying, item.event, item, chosen.leftOut);
      return;
    case 'evidence':
      if (item.evidence !== undefined) applyEvidence(applying, item.evidence, item);
      return;
    case 'letter':
      if (item.letter !== undefined) applyLetter(applying, item.letter, item);
      return;
    default:
      if (item.diary !== undefined) applyDiary(applying, item.diary, item);
  }
}

function applyContact(applying: Applying, row: PlanRow, { item, choice, leftOut }: Chosen): void {
  const isAdded = makesPeople(row) && !addsToSomebody(item, { action: row.action, choice });
  if (makesPeople(row) && !isAdded) {
    applying.joins.push(() => joinContact(applying, item, leftOut));
    return;
  }
  const id = isAdded ? addPerson(applying, item, leftOut) : personOf(applying, item);
  // Whoever makes them has been left out.
  if (id === undefined) return;
  applying.isPerson(item.at, id);
  if (isAdded || row.action === 'same') return;
  if (row.action === 'left') markLeft(applying, id);
  else changePerson(applying, id, item, leftOut);
}

/** Somebody else's record may make the person they are joined with. */
function joinContact(applying: Applying, item: KeptItem, leftOut: readonly number[]): void {
  const id = personOf(applying, item);
  if (id === undefined) return;
  applying.isPerson(item.at, id);
  changePerson(applying, id, item, leftOut);
}

/** Whom the plan was made for: whoever they are part of, where people have been merged since. */
function personOf(applying: Applying, { id, into }: KeptItem): ContactId | undefined {
  if (into !== undefined) return applying.personAt({ item: into });
  return id === undefined ? undefined : standingId(applying.book, ContactId.parse(id));
}

/** Another member's archive (`review`) never makes anybody the owner. */
function applyOwner(applying: Applying, { action }: PlanRow, { item, choice, leftOut }: Chosen): void {
  if (action !== 'create' && action !== 'update') return;
  const known = personOf(applying, item);
  if (known === undefined) {
    if (addsToSomebody(item, { action, choice })) return;
    const id = addPerson(applying, item, leftOut);
    applying.newPeople.flush();
    return setOwnerId(applying.book, id);
  }
  if (item.changes !== undefined) changePerson(applying, known, item, leftOut);
  setOwnerId(applying.book, known);
}
