import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from '#db/columns.ts';

/** A letter's template in the owner's own words. */
export const letterTemplate = sqliteTable('letter_template', {
  id: id(),
  /** DraftKind, LetterLanguage and Tone. */
  kind: text('kind').notNull(),
  language: text('language').notNull(),
  tone: text('tone').notNull(),
  /** Its name, as the list of deeds looks for one; empty: in place of the letter that comes with the program. */
  summary: text('summary').notNull().default(''),
  subject: text('subject').notNull().default(''),
  body: text('body').notNull(),
  createdAt: instant('created_at').notNull(),
});
