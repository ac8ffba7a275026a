import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

/** One card that became part of another. */
export const merge = sqliteTable(
  'merge',
  {
    id: id(),
    /** The card that stands today: moves along when that one is merged further. */
    survivorId: integer('survivor_id')
      .notNull()
      .references(() => contact.id),
    absorbedId: integer('absorbed_id')
      .notNull()
      .references(() => contact.id),
    mergedAt: instant('merged_at').notNull(),
  },
  (table) => [
    index('merge_by_survivor').on(table.survivorId),
    index('merge_by_absorbed').on(table.absorbedId),
  ],
);

/**
 * One row a merge changed, kept for as long as the merge is, whatever becomes of the history. JSON of the columns that
 * changed; of a row taken out (`after` null) or added (`before` null), of all of them.
 */
export const mergeChange = sqliteTable(
  'merge_change',
  {
    id: id(),
    mergeId: integer('merge_id')
      .notNull()
      .references(() => merge.id),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    index('merge_change_by_merge').on(table.mergeId),
    index('merge_change_by_row').on(table.tableName, table.rowId),
  ],
);

/** Two people of whom the owner has said that they are two; `a` < `b`. */
export const keptApart = sqliteTable(
  'kept_apart',
  {
    id: id(),
    a: integer('a_id')
      .notNull()
      .references(() => contact.id),
    b: integer('b_id')
      .notNull()
      .references(() => contact.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [uniqueIndex('kept_apart_pair').on(table.a, table.b), index('kept_apart_by_b').on(table.b)],
);
