import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

/**
 * An introduction on its way. A is asked first: one of the two whom the owner introduces, or, where the owner asks to
 * be introduced to B, whoever is to do it.
 */
export const introduction = sqliteTable(
  'introduction',
  {
    id: id(),
    /** IntroductionDirection. */
    direction: text('direction').notNull().default('outgoing'),
    a: integer('a_id')
      .notNull()
      .references(() => contact.id),
    b: integer('b_id')
      .notNull()
      .references(() => contact.id),
    purpose: text('purpose').notNull().default(''),
    benefitA: text('benefit_a').notNull().default(''),
    benefitB: text('benefit_b').notNull().default(''),
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('introduction_by_a').on(table.a), index('introduction_by_b').on(table.b)],
);

/** What happened, with its day: the log that shows both consents. */
export const introductionStep = sqliteTable(
  'introduction_step',
  {
    id: id(),
    introductionId: integer('introduction_id')
      .notNull()
      .references(() => introduction.id),
    step: text('step').notNull(),
    at: instant('at').notNull(),
    /** Private, like a note: why a rule was set aside, or how it ended. */
    note: text('note').notNull().default(''),
    /** After "not now": the day it is to be asked again. */
    until: text('until'),
  },
  (table) => [index('introduction_step_by_introduction').on(table.introductionId)],
);

/** Two people the owner will not introduce to each other, in either order; after a merge perhaps said twice. */
export const doNotIntroduce = sqliteTable(
  'do_not_introduce',
  {
    id: id(),
    a: integer('a_id')
      .notNull()
      .references(() => contact.id),
    b: integer('b_id')
      .notNull()
      .references(() => contact.id),
    /** Private, like a note. */
    reason: text('reason').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [index('do_not_introduce_by_a').on(table.a), index('do_not_introduce_by_b').on(table.b)],
);
