import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from '#db/columns.ts';

/** Facts about the book itself: who its owner is, the policy, the preferences. */
export const setting = sqliteTable('setting', {
  id: id(),
  key: text('key').notNull().unique(),
  value: text('value').notNull(),
});
