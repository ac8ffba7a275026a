// Batches and their items: what was planned, what was done. Only this feature writes `import_batch` and `import_item`.
import { and, asc, desc, eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { ContactId } from '#core/contacts/model.ts';
import { ImportBatchId } from '#core/imports/model.ts';
import type { ImportBatch, ImportItem, ItemAction } from '#core/imports/model.ts';
import type { ReadBook } from '#db/book.ts';
import { standingId } from '#db/contacts/queries.ts';
import { notFound } from '#db/problems.ts';
import { importBatch, importItem } from './tables.ts';

type BatchRow = InferSelectModel<typeof importBatch>;
type ItemRow = InferSelectModel<typeof importItem>;

function toBatch(row: BatchRow): ImportBatch {
  return {
    id: ImportBatchId.parse(row.id),
    fileName: row.fileName,
    // Rows are written by staging.ts and apply.ts from values of these very types.
    state: row.state as ImportBatch['state'],
    stagedAt: row.stagedAt,
    ...(row.appliedAt === null ? {} : { appliedAt: row.appliedAt }),
    ...(row.revertedAt === null ? {} : { revertedAt: row.revertedAt }),
    entries: row.entries as ImportBatch['entries'],
    counts: row.counts as ImportBatch['counts'],
    ...(row.ownerFn === null ? {} : { owner: { fn: row.ownerFn, url: row.ownerUrl ?? '' } }),
  };
}

/** Every batch, the newest first. */
export const listBatches = (book: ReadBook): ImportBatch[] =>
  book.select().from(importBatch).orderBy(desc(importBatch.id)).all().map(toBatch);

/** Throws NOT_FOUND when the batch is not in the book. */
export function batchById(book: ReadBook, id: number): ImportBatch {
  const row = book.select().from(importBatch).where(eq(importBatch.id, id)).get();
  if (row === undefined) throw notFound('import');
  return toBatch(row);
}

export const countStaged = (book: ReadBook): number =>
  Number(book.statement(`select count(*) from import_batch where state = 'staged'`).pluck().get());

/** One window of a batch's items of one tab, in file order. */
export function listItems(
  book: ReadBook,
  id: ImportBatchId,
  action: ItemAction,
  page: { offset: number; limit: number },
) {
  const where = and(eq(importItem.batchId, id), eq(importItem.action, action));
  const rows = book
    .select()
    .from(importItem)
    .where(where)
    .orderBy(asc(importItem.id))
    .limit(page.limit)
    .offset(page.offset)
    .all();
  const total = book
    .statement('select count(*) from import_item where batch_id = ? and action = ?')
    .pluck()
    .get(id, action);
  return { total: Number(total), rows: rows.map((row) => toItem(book, row)) };
}

function toItem(book: ReadBook, row: ItemRow): ImportItem {
  const { changes, issues } = JSON.parse(row.plan) as Pick<ImportItem, 'changes' | 'issues'>; // written by staging.ts
  return {
    // As above.
    id: row.id as ImportItem['id'],
    entryName: row.entryName,
    line: row.line,
    subject: row.subject as ImportItem['subject'],
    action: row.action as ItemAction,
    fn: row.fn,
    detail: row.detail,
    ...(row.contactId === null ? {} : { contactId: standingId(book, ContactId.parse(row.contactId)) }),
    changes,
    issues,
    choice: row.choice as ImportItem['choice'],
  };
}
