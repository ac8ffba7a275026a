// What is to be done for somebody by a day, and how often the owner wants to hear of whom.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';
import { event } from '#db/events/tables.ts';

/**
 * One thing due. What follows from other facts (a birthday, a meeting to follow up, a cadence) gets its row only once
 * the owner has settled or put it off; what they promised has one from the start.
 */
export const reminder = sqliteTable(
  'reminder',
  {
    id: id(),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    /** ReminderKind. */
    kind: text('kind').notNull(),
    /** The event it follows; null for everything else. */
    eventId: integer('event_id').references(() => event.id),
    /** The day it is due (YYYY-MM-DD). */
    dueOn: text('due_on').notNull(),
    text: text('text').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    /** Done, or let go: `outcome` says which. Null: open. */
    settledAt: instant('settled_at'),
    outcome: text('outcome').notNull().default(''),
    ...provenance(),
  },
  (table) => [
    index('reminder_by_contact').on(table.contactId),
    index('reminder_by_event')
      .on(table.eventId)
      .where(sql`event_id is not null`),
    index('reminder_open')
      .on(table.dueOn)
      .where(sql`settled_at is null`),
    index('reminder_by_batch')
      .on(table.batchId)
      .where(sql`batch_id is not null`),
  ],
);

/** How often the owner wants to hear of everybody with a tag. */
export const tagCadence = sqliteTable('tag_cadence', {
  id: id(),
  /** Folded, as tags are compared. */
  tagKey: text('tag_key').notNull().unique(),
  days: integer('days').notNull(),
  ...provenance(),
});
