import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';

/** One thing the owner did. */
export const journalEntry = sqliteTable('journal_entry', {
  id: id(),
  /** The procedure's name. */
  code: text('code').notNull(),
  params: text('params', { mode: 'json' }).notNull(),
  at: instant('at').notNull(),
  undoneAt: instant('undone_at'),
  /** For imports: undone by reverting this batch, not row by row. */
  importBatchId: integer('import_batch_id'),
});

/** One row it changed, before and after, as JSON of the columns; null before = inserted, null after = deleted. */
export const journalChange = sqliteTable(
  'journal_change',
  {
    id: id(),
    entryId: integer('entry_id')
      .notNull()
      .references(() => journalEntry.id),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [index('journal_change_by_entry').on(table.entryId)],
);
