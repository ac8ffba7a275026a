import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';

export const importBatch = sqliteTable('import_batch', {
  id: id(),
  fileName: text('file_name').notNull(),
  /** SHA-256 of what was dropped; empty in batches from before it was kept. */
  hash: text('hash').notNull().default(''),
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

/**
 * The records of a batch with their pinned plan, some hundreds to a row: what the preview showed is what apply does. All
 * of a row's records are about one subject and of one action, in file order. A row a record would cost an import of
 * 100 000 people as much as storing the people.
 */
export const importPlan = sqliteTable(
  'import_plan',
  {
    id: id(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => importBatch.id),
    subject: text('subject').notNull(),
    action: text('action').notNull(),
    /** How many records the row holds. */
    records: integer('records').notNull(),
    /** The places in the plan of its first and its last one; others' records may lie between. */
    first: integer('first').notNull(),
    last: integer('last').notNull(),
    /** KeptItem[] as the jobs thread made them. */
    items: text('items').notNull(),
  },
  (table) => [index('import_plan_by_batch').on(table.batchId, table.action)],
);

/** What the owner wants of a record otherwise than usual (`take`, of `left` `skip`). */
export const importChoice = sqliteTable(
  'import_choice',
  {
    batchId: integer('batch_id')
      .notNull()
      .references(() => importBatch.id),
    /** The record's place in the plan, 0-based over all its items. */
    ordinal: integer('ordinal').notNull(),
    choice: text('choice').notNull(),
    /** Places of the changes left out (number[]). */
    leftOut: text('left_out', { mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.ordinal] })],
);

/** How the owner had a table's columns read, found again by the same header. */
export const columnProfile = sqliteTable('column_profile', {
  /** The header's labels, folded, as one text. */
  header: text('header').primaryKey(),
  mapping: text('mapping', { mode: 'json' }).notNull(),
  savedAt: instant('saved_at').notNull(),
});
