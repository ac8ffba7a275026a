import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { bulkId, flag, id, instant, provenance } from '#db/columns.ts';

/** A person. All but the keys is a projection of their properties, kept by `project` in queries.ts. */
export const contact = sqliteTable(
  'contact',
  {
    id: id(),
    fn: text('fn').notNull(),
    org: text('org').notNull().default(''),
    title: text('title').notNull().default(''),
    /** Place in the list: folded, family name first. */
    sortKey: text('sort_key').notNull(),
    /** Weak evidence of identity: folded, order-insensitive name. */
    nameKey: text('name_key').notNull(),
    /** Folded organisation, for "who is at …". */
    orgKey: text('org_key').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
    batchId: integer('batch_id'),
    /** Whose card this one has become part of; it is deleted as well, so that whatever hides the deleted hides it. */
    mergedIntoId: integer('merged_into_id').references((): AnySQLiteColumn => contact.id),
  },
  (table) => [
    index('contact_by_sort_key')
      .on(table.sortKey, table.id)
      .where(sql`deleted_at is null`),
    index('contact_by_name_key').on(table.nameKey),
    index('contact_by_org_key')
      .on(table.orgKey)
      .where(sql`org_key <> ''`),
    index('contact_deleted')
      .on(table.id)
      .where(sql`deleted_at is not null`),
    index('contact_by_survivor')
      .on(table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
  ],
);

/** One vCard property of one person, as one source said it. The truth behind `contact`. */
export const property = sqliteTable(
  'property',
  {
    id: bulkId(),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contact.id),
    name: text('name').notNull(),
    value: text('value').notNull(),
    type: text('type').notNull().default(''),
    /** vCard parameters besides TYPE (Parameters as JSON); empty where there are none. */
    parameters: text('parameters').notNull().default(''),
    /** Normalised form for matching (LinkedIn slug, e-mail, phone digits); empty where there is none. */
    key: text('key').notNull().default(''),
    recordedAt: instant('recorded_at').notNull(),
    ...provenance(),
    /** A later import said something else: kept as history, not shown as current. */
    supersededBy: integer('superseded_by'),
    /** The owner removed an imported value. */
    hidden: flag('hidden'),
  },
  (table) => [
    index('property_by_contact').on(table.contactId),
    index('property_by_key')
      .on(table.key, table.name)
      .where(sql`key <> ''`),
    // Birthdays and tags by what they say: both are asked about everybody at once.
    index('property_birthday')
      .on(table.value)
      .where(sql`name = 'BDAY'`),
    index('property_tag')
      .on(table.value)
      .where(sql`name = 'CATEGORIES'`),
    // Who offers and who seeks something: asked of everybody at once, said of a few.
    index('property_offer')
      .on(table.name, table.contactId)
      .where(sql`name in ('X-OFFERS', 'X-SEEKS')`),
    index('property_by_superseding_batch')
      .on(table.supersededBy)
      .where(sql`superseded_by is not null`),
  ],
);
