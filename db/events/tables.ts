import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

export const event = sqliteTable(
  'event',
  {
    id: id(),
    summary: text('summary').notNull(),
    location: text('location').notNull().default(''),
    dtstart: text('dtstart'),
    dtend: text('dtend'),
    url: text('url').notNull().default(''),
    description: text('description').notNull().default(''),
    /** Folded name, for finding and for recognising it in a message. */
    summaryKey: text('summary_key').notNull(),
    /** iCalendar UID of an imported event; empty for the owner's own. */
    uid: text('uid').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('event_by_dtstart').on(table.dtstart),
    index('event_by_uid')
      .on(table.uid)
      .where(sql`uid <> ''`),
  ],
);

/** One time the owner met one person. */
export const encounter = sqliteTable(
  'encounter',
  {
    id: id(),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    eventId: integer('event_id').references(() => event.id),
    metOn: text('met_on'),
    location: text('location').notNull().default(''),
    channel: text('channel').notNull(),
    note: text('note').notNull().default(''),
    introducedById: integer('introduced_by_id').references(() => contact.id),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('encounter_by_contact').on(table.contactId),
    index('encounter_by_event').on(table.eventId),
    index('encounter_by_introducer').on(table.introducedById),
  ],
);
