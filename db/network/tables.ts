import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bulkId, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

/** One fact about a pair of people; `otherId` null means the owner. Direction: `contactId` says it about `otherId`. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: bulkId(),
    kind: text('kind').notNull(),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    otherId: integer('other_id').references(() => contact.id),
    on: text('on'),
    level: text('level'),
    text: text('text').notNull().default(''),
    /** How often, for what imports count: letters exchanged, times copied together. */
    count: integer('count').notNull().default(0),
    /** A later import said something else, or that it is over: kept as history, counted no more. */
    supersededBy: integer('superseded_by'),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('evidence_by_contact').on(table.contactId),
    index('evidence_by_other')
      .on(table.otherId)
      .where(sql`other_id is not null`),
    index('evidence_of_connection')
      .on(table.contactId)
      .where(sql`kind = 'li_connected' and other_id is null`),
    // What the owner and one person had to do with each other, beside the connections that every import brings.
    index('evidence_of_owner')
      .on(table.contactId)
      .where(sql`other_id is null and kind <> 'li_connected'`),
    index('evidence_by_superseding_batch')
      .on(table.supersededBy)
      .where(sql`superseded_by is not null`),
  ],
);
