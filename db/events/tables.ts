import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bulkId, id, instant, provenance } from '#db/columns.ts';
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
    /** EventKind; empty where nobody has said. */
    kind: text('kind').notNull().default(''),
    /** iCalendar ORGANIZER: whose event it is, as text. */
    organizer: text('organizer').notNull().default(''),
    /** Name of the series it is one of; empty for an event that stands alone. */
    series: text('series').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('event_by_dtstart').on(table.dtstart),
    index('event_by_uid')
      .on(table.uid)
      .where(sql`uid <> ''`),
    index('event_by_series')
      .on(table.series)
      .where(sql`series <> ''`),
  ],
);

/** Somebody on an event's list, met there or not (iCalendar ATTENDEE, RFC 5545 §3.8.4.1). */
export const attendee = sqliteTable(
  'attendee',
  {
    id: bulkId(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    /** PARTSTAT in upper case (RFC 5545 §3.2.12). */
    partstat: text('partstat').notNull(),
    /** ROLE: `CHAIR`, or `X-SPEAKER`; empty for those who just come. */
    role: text('role').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [index('attendee_by_event').on(table.eventId), index('attendee_by_contact').on(table.contactId)],
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
    // Whom the owner met of late, among all that calendars have ever said.
    index('encounter_own')
      .on(table.metOn)
      .where(sql`batch_id is null`),
  ],
);
