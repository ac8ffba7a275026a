import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

/** The newest letter of somebody to the owner, by import: as much of it as an answer in its thread has to name. */
export const receivedLetter = sqliteTable(
  'received_letter',
  {
    id: id(),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    /** The day on it. */
    on: text('on').notNull(),
    messageId: text('message_id').notNull(),
    /** Identifiers of the letters before it, the oldest first, with blanks between them. */
    references: text('references').notNull().default(''),
    /** Empty but for letters handed over one by one. */
    subject: text('subject').notNull().default(''),
    /** A later import has brought a newer one. */
    supersededBy: integer('superseded_by'),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('received_letter_by_contact').on(table.contactId),
    index('received_letter_by_batch').on(table.batchId),
    index('received_letter_by_superseding_batch')
      .on(table.supersededBy)
      .where(sql`superseded_by is not null`),
  ],
);
