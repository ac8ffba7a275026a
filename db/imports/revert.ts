// Taking a whole batch back: what it added goes, what it replaced returns, what the owner did since stays.
import { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { reproject } from '#db/contacts/queries.ts';
import { conflict } from '#db/problems.ts';
import { markImportUndone } from '#db/history/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { batchById } from './queries.ts';
import { importBatch } from './tables.ts';

/** A person whom the batch made and something later stands on. */
const TOUCHED = `select c.id from contact c where c.batch_id = @batch and (
  exists (select 1 from property p where p.contact_id = c.id and (p.batch_id is null or p.batch_id <> @batch))
  or exists (select 1 from encounter m where m.contact_id = c.id or m.introduced_by_id = c.id)
  or exists (select 1 from evidence e where (e.contact_id = c.id or e.other_id = c.id) and (e.batch_id is null or e.batch_id <> @batch))
  or exists (select 1 from mutual u where u.contact_id = c.id)
  or exists (select 1 from introduction n where n.a_id = c.id or n.b_id = c.id))`;

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
  run('delete from evidence where batch_id = @batch');
  const kept = ids(book, TOUCHED, batchId);
  const changed = ids(
    book,
    `select distinct contact_id from property p join contact c on c.id = p.contact_id
     where (p.batch_id = @batch or p.superseded_by = @batch) and c.batch_id is not @batch`,
    batchId,
  );
  const keep = book.statement(
    `update property set batch_id = null, line = null where contact_id = ? and batch_id = ? and name in ('N', 'FN')`,
  );
  const adopt = book.statement('update contact set batch_id = null where id = ?');
  for (const id of kept) {
    keep.run(id, batchId);
    adopt.run(id);
  }
  run('delete from property where batch_id = @batch');
  run('update property set superseded_by = null where superseded_by = @batch');
  const removed = run('delete from contact where batch_id = @batch').changes;
  for (const id of [...kept, ...changed]) reproject(book, id);
  book.update(importBatch, batchId, { state: 'reverted', revertedAt: now });
  book.touchAll();
  return { removed, kept: kept.length };
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
  book.statement('delete from import_item where batch_id = ?').run(batchId);
  book.remove(importBatch, batchId);
}
