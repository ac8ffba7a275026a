import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bulkId, id, instant } from '#db/columns.ts';

export const importBatch = sqliteTable('import_batch', {
  id: id(),
  fileName: text('file_name').notNull(),
  state: text('state').notNull(),
  stagedAt: instant('staged_at').notNull(),
  appliedAt: instant('applied_at'),
  revertedAt: instant('reverted_at'),
  /** What each entry of the file turned out to be (EntryReport[]). */
  entries: text('entries', { mode: 'json' }).notNull(),
  counts: text('counts', { mode: 'json' }).notNull(),
  ownerFn: text('owner_fn'),
  ownerUrl: text('owner_url'),
});

/** One record with its pinned plan: what the preview showed is what apply does. */
export const importItem = sqliteTable(
  'import_item',
  {
    id: bulkId(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => importBatch.id),
    entryName: text('entry_name').notNull(),
    line: integer('line').notNull(),
    subject: text('subject').notNull(),
    action: text('action').notNull(),
    fn: text('fn').notNull(),
    detail: text('detail').notNull(),
    /** As it was planned; read through `standingId`, so that merging need not touch thousands of rows. */
    contactId: integer('contact_id'),
    choice: text('choice').notNull().default('take'),
    /** Changes, issues and the draft to apply, as the planner made them. */
    plan: text('plan').notNull(),
  },
  (table) => [index('import_item_by_batch').on(table.batchId, table.action)],
);
