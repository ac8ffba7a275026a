// Batches: what was dropped, when, and what became of it. Only this feature writes `import_…`.
import { desc, eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { ImportBatchId } from '#core/imports/model.ts';
import type { ImportBatch } from '#core/imports/model.ts';
import type { ReadBook } from '#db/book.ts';
import { notFound } from '#db/problems.ts';
import { importBatch } from './tables.ts';

type BatchRow = InferSelectModel<typeof importBatch>;

function toBatch(book: ReadBook, row: BatchRow): ImportBatch {
  const appliedBefore = earlierOf(book, row);
  return {
    id: ImportBatchId.parse(row.id),
    fileName: row.fileName,
    // Rows are written by staging.ts and apply.ts from values of these very types.
    state: row.state as ImportBatch['state'],
    hash: row.hash,
    stagedAt: row.stagedAt,
    ...(row.appliedAt === null ? {} : { appliedAt: row.appliedAt }),
    ...(row.revertedAt === null ? {} : { revertedAt: row.revertedAt }),
    ...(appliedBefore === undefined ? {} : { appliedBefore }),
    entries: row.entries as ImportBatch['entries'],
    // Batches from before anybody could have left say nothing about it.
    counts: { left: 0, ...(row.counts as Omit<ImportBatch['counts'], 'left'>) },
    ...(row.ownerFn === null ? {} : { owner: { fn: row.ownerFn, url: row.ownerUrl ?? '' } }),
  };
}

/** When these very files were applied last before this batch, and not taken back since. */
function earlierOf(book: ReadBook, { id, hash }: BatchRow): string | undefined {
  if (hash === '') return undefined;
  const at = book
    .statement(`select max(applied_at) from import_batch where hash = ? and id < ? and state = 'applied'`)
    .pluck()
    .get(hash, id);
  return typeof at === 'string' ? at : undefined;
}

/** Every batch, the newest first. */
export const listBatches = (book: ReadBook): ImportBatch[] =>
  book
    .select()
    .from(importBatch)
    .orderBy(desc(importBatch.id))
    .all()
    .map((row) => toBatch(book, row));

/** Throws NOT_FOUND when the batch is not in the book. */
export function batchById(book: ReadBook, id: number): ImportBatch {
  const row = book.select().from(importBatch).where(eq(importBatch.id, id)).get();
  if (row === undefined) throw notFound('import');
  return toBatch(book, row);
}

export const countStaged = (book: ReadBook): number =>
  Number(book.statement(`select count(*) from import_batch where state = 'staged'`).pluck().get());
