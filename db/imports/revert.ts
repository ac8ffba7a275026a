// Taking a whole batch back: what it added goes, what it replaced returns, what the owner did since stays.
import { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { currentRows } from '#db/contacts/properties.ts';
import { reproject } from '#db/contacts/queries.ts';
import { conflict } from '#db/problems.ts';
import { markImportUndone } from '#db/history/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { takeBackEventChanges } from './event-changes.ts';
import { indexLater } from './late-indexes.ts';
import { batchById } from './queries.ts';
import { importBatch } from './tables.ts';

/**
 * A person whom the batch made and something later stands on. Sets, because a batch may have made most of the book: to
 * ask of each of them costs ten times as much as to read everybody else's rows once.
 */
const TOUCHED = `select c.id from contact c where c.batch_id = @batch and (
  c.id in (select contact_id from property where batch_id is not @batch)
  or c.id in (select contact_id from encounter)
  or c.id in (select introduced_by_id from encounter where introduced_by_id is not null)
  or c.id in (select contact_id from evidence where batch_id is not @batch)
  or c.id in (select other_id from evidence where batch_id is not @batch and other_id is not null)
  or c.id in (select contact_id from received_letter where batch_id is not @batch)
  or c.id in (select contact_id from mutual where contact_id is not null)
  or c.id in (select a_id from introduction union all select b_id from introduction)
  or c.id in (select contact_id from attendee)
  or c.id in (select contact_id from reminder)
  or c.id in (select a_id from do_not_introduce union all select b_id from do_not_introduce)
  or c.id in (select merged_into_id from contact where merged_into_id is not null and batch_id is not @batch))`;

/** Others of whom the batch has said something, looked for among the others or among what it said: whichever is less. */
const CHANGED_OF_FEW = `select c.id from contact c where c.batch_id is not @batch and exists (
  select 1 from property p where p.contact_id = c.id and (p.batch_id = @batch or p.superseded_by = @batch))`;
const CHANGED = `select distinct contact_id from property p join contact c on c.id = p.contact_id
  where (p.batch_id = @batch or p.superseded_by = @batch) and c.batch_id is not @batch`;

/** An invitation of the batch that the owner has worked on. */
const ANSWERED = `(exists (select 1 from decision d where d.invitation_id = i.id) or exists (select 1 from mutual u where u.invitation_id = i.id))`;

/**
 * Takes an applied batch back. Answers how many people went and how many stayed because the owner has since added
 * to them; those keep their name and everything that is the owner's. Throws CONFLICT `not_applied`.
 */
export function revertBatch(
  book: WriteBook,
  batchId: number,
  now: DateTime,
): { removed: number; kept: number } {
  if (batchById(book, batchId).state !== 'applied') throw conflict('not_applied');
  const run = (sql: string) => book.statement(sql).run({ batch: batchId });
  markImportUndone(book, batchId, now);
  run(`delete from invitation as i where i.batch_id = @batch and not ${ANSWERED}`);
  run('update invitation set batch_id = null where batch_id = @batch');
  takeBackDiary(book, batchId);
  takeBackEvents(book, batchId);
  giveBack(book, 'evidence', batchId);
  removeAll(book, 'evidence', batchId);
  giveBack(book, 'received_letter', batchId);
  run('delete from received_letter where batch_id = @batch');
  const { made, others } = countsOf(book, batchId);
  const kept = ids(book, TOUCHED, batchId);
  const changed = ids(book, others < made ? CHANGED_OF_FEW : CHANGED, batchId);
  const adopt = book.statement('update contact set batch_id = null where id = ?');
  for (const id of kept) {
    keepName(book, id, batchId);
    adopt.run(id);
  }
  const merged = book
    .statement('select count(*) from contact where batch_id = ? and merged_into_id is not null')
    .pluck()
    .get(batchId);
  forgetMergesOf(book, batchId);
  giveBack(book, 'property', batchId);
  // What the batch has filled most of is emptied as it was filled.
  const indexNow = indexLater(book, { adding: made, there: made + others });
  removeAll(book, 'property', batchId);
  const gone = run('delete from contact where batch_id = @batch').changes;
  indexNow();
  for (const id of [...kept, ...changed]) reproject(book, id);
  book.update(importBatch, batchId, { state: 'reverted', revertedAt: now });
  book.touchAll();
  // Cards that had become part of another were nobody of their own any more.
  return { removed: gone - Number(merged), kept: kept.length };
}

/** How many people the batch has made, and how many others there are. */
function countsOf(book: WriteBook, batchId: number): { made: number; others: number } {
  const count = (which: string) =>
    Number(book.statement(`select count(*) from contact where batch_id ${which} ?`).pluck().get(batchId));
  return { made: count('is'), others: count('is not') };
}

/** Takes out what the batch has said; where nobody else has said anything SQLite need not look at the rows one by one. */
function removeAll(book: WriteBook, table: 'property' | 'evidence', batchId: number): void {
  const other = book.statement(`select 1 from ${table} where batch_id is not ? limit 1`).get(batchId);
  if (other === undefined) book.statement(`delete from ${table}`).run();
  else book.statement(`delete from ${table} where batch_id = ?`).run(batchId);
}

/** Goes before the events that reminders follow. Whatever the owner has answered or said anew is theirs by then. */
function takeBackDiary(book: WriteBook, batchId: number): void {
  for (const table of ['reminder', 'tag_cadence', 'do_not_introduce'])
    book.statement(`delete from ${table} where batch_id = ?`).run(batchId);
}

/** An event that somebody has worked on, or at which others have been met: it stays, as the owner's. */
const KEPT_EVENT = `(exists (select 1 from encounter m where m.event_id = event.id)
  or exists (select 1 from attendee a where a.event_id = event.id)
  or exists (select 1 from reminder r where r.event_id = event.id)
  or exists (select 1 from journal_change g join journal_entry j on j.id = g.entry_id
    where g.table_name = 'event' and g.row_id = event.id and g.before is not null and j.undone_at is null))`;

/** Whom the batch met or listed goes first; then the events at which nobody is left. */
function takeBackEvents(book: WriteBook, batchId: number): void {
  const run = (sql: string) => book.statement(sql).run({ batch: batchId });
  run('delete from encounter where batch_id = @batch');
  takeBackEventChanges(book, batchId);
  run('delete from attendee where batch_id = @batch');
  run(`update event set batch_id = null, line = null where batch_id = @batch and ${KEPT_EVENT}`);
  run('delete from event where batch_id = @batch');
}

/** Rows of one table that say the same kind of thing about the same people. */
const SAME_THING = {
  property: 'mine.contact_id = theirs.contact_id and mine.name = theirs.name',
  evidence:
    'mine.contact_id = theirs.contact_id and mine.other_id is theirs.other_id and mine.kind = theirs.kind',
  received_letter: 'mine.contact_id = theirs.contact_id',
} as const;

/** What the batch replaced stands again, unless a later batch has replaced what the batch put in its place. */
function giveBack(book: WriteBook, table: keyof typeof SAME_THING, batchId: number): void {
  book
    .statement(
      `update ${table} as theirs set superseded_by = (select mine.superseded_by from ${table} mine
         where mine.batch_id = @batch and ${SAME_THING[table]} and mine.superseded_by <> @batch limit 1)
       where theirs.superseded_by = @batch`,
    )
    .run({ batch: batchId });
}

/**
 * Who stays keeps the name the batch gave them, now as the owner's word. Where they are called by somebody else's who
 * has been merged into them it stays out of sight, for when that one leaves.
 */
function keepName(book: WriteBook, id: ContactId, batchId: number): void {
  const standing = currentRows(book, id);
  const theirs = book
    .statement(
      `select p.id, p.name from property p where p.contact_id = @id and p.batch_id = @batchId and p.name in ('N', 'FN')
       and not exists (select 1 from merge m join merge_change g on g.merge_id = m.id
         where m.survivor_id = @id and g.table_name = 'property' and g.row_id = p.id and g.before like '%"contact_id"%')`,
    )
    .all({ id, batchId }) as { id: number; name: string }[]; // the columns named
  const keep = book.statement('update property set batch_id = null, line = null, hidden = ? where id = ?');
  for (const row of theirs) {
    const stands = standing.some(
      (one) => one.id === row.id || (one.name === row.name && one.batchId === batchId),
    );
    keep.run(stands ? 0 : 1, row.id);
  }
}

/** Cards the batch made go even where they have become part of another: what is left of them then stays there for good. */
function forgetMergesOf(book: WriteBook, batchId: number): void {
  const going = 'select id from contact where batch_id = @batch';
  const run = (sql: string) => book.statement(sql).run({ batch: batchId });
  run(
    `delete from merge_change where merge_id in (select id from merge where absorbed_id in (${going}) or survivor_id in (${going}))`,
  );
  run(`delete from merge where absorbed_id in (${going}) or survivor_id in (${going})`);
  run(`update contact set merged_into_id = null where merged_into_id is not null and id in (${going})`);
  run(`delete from kept_apart where a_id in (${going}) or b_id in (${going})`);
}

const ids = (book: WriteBook, sql: string, batchId: number): ContactId[] =>
  book
    .statement(sql)
    .pluck()
    .all({ batch: batchId })
    .map((id) => ContactId.parse(id));

/** Throws a plan away that was never applied. */
export function discardBatch(book: WriteBook, batchId: number): void {
  const { state } = batchById(book, batchId);
  if (state !== 'staged') throw conflict('not_staged');
  book.statement('delete from import_plan where batch_id = ?').run(batchId);
  book.statement('delete from import_choice where batch_id = ?').run(batchId);
  book.remove(importBatch, batchId);
}
