import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';

/** A query the owner has given a name. */
export const savedView = sqliteTable('saved_view', {
  id: id(),
  /** Its name, called as an event's is, by which the list of deeds names what a deed was about. */
  summary: text('summary').notNull(),
  /** As it is typed into the search box. */
  query: text('query').notNull(),
  createdAt: instant('created_at').notNull(),
});
