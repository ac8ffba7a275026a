// Whom the owner has forgotten for good.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';

/**
 * Keeps a later import from bringing a forgotten person back, without saying who it was: a keyed hash of one of their
 * matching keys. The salt is the book's own and never leaves it.
 */
export const tombstone = sqliteTable('tombstone', {
  id: id(),
  hash: text('hash').notNull().unique(),
  forgottenAt: instant('forgotten_at').notNull(),
});
