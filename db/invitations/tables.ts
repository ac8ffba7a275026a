import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, instant, provenance } from '#db/columns.ts';
import { contact } from '#db/contacts/tables.ts';

export const invitation = sqliteTable(
  'invitation',
  {
    id: id(),
    direction: text('direction').notNull(),
    fn: text('fn').notNull(),
    nameKey: text('name_key').notNull(),
    url: text('url').notNull().default(''),
    urlKey: text('url_key').notNull().default(''),
    email: text('email').notNull().default(''),
    headline: text('headline').notNull().default(''),
    org: text('org').notNull().default(''),
    location: text('location').notNull().default(''),
    message: text('message').notNull().default(''),
    /** The gist of a note in the sender's own words, equal for template messages; else empty. */
    messageKey: text('message_key').notNull().default(''),
    sentAt: text('sent_at'),
    mutualCount: integer('mutual_count'),
    /** What the network's own "About this profile" says, as AboutProfile. */
    aboutProfile: text('about_profile', { mode: 'json' }).notNull().default({}),
    state: text('state').notNull(),
    source: text('source').notNull(),
    /** Recognises the same invitation in a second archive. */
    key: text('key').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    ...provenance(),
  },
  (table) => [
    index('invitation_by_state').on(table.direction, table.state),
    index('invitation_by_url_key')
      .on(table.urlKey)
      .where(sql`url_key <> ''`),
    index('invitation_by_name_key').on(table.nameKey),
    index('invitation_by_key')
      .on(table.key)
      .where(sql`key <> ''`),
    index('invitation_by_message_key')
      .on(table.messageKey)
      .where(sql`message_key <> ''`),
    index('invitation_by_batch').on(table.batchId),
  ],
);

/** Somebody named as a mutual connection on one invitation, and what they said about the inviter. */
export const mutual = sqliteTable(
  'mutual',
  {
    id: id(),
    invitationId: integer('invitation_id')
      .notNull()
      .references(() => invitation.id),
    name: text('name').notNull(),
    contactId: integer('contact_id').references(() => contact.id),
    answer: text('answer'),
    askedOn: text('asked_on'),
    /** Reminded once of the question. */
    nudgedOn: text('nudged_on'),
    answeredOn: text('answered_on'),
    quoteShareable: flag('quote_shareable'),
    /** What they said in their own words; goes into a letter only where it may be shared. */
    quote: text('quote').notNull().default(''),
  },
  (table) => [
    index('mutual_by_invitation').on(table.invitationId),
    index('mutual_by_contact').on(table.contactId),
  ],
);

/** A decision with the verdict and evidence that were on the screen when it was taken. */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    invitationId: integer('invitation_id')
      .notNull()
      .references(() => invitation.id),
    decision: text('decision').notNull(),
    reason: text('reason').notNull().default(''),
    decidedAt: instant('decided_at').notNull(),
    vetting: text('vetting', { mode: 'json' }).notNull(),
    /** Whether it was right, as the owner sees it months later (Hindsight); null: not asked or not answered. */
    hindsight: text('hindsight'),
    hindsightOn: text('hindsight_on'),
  },
  (table) => [index('decision_by_invitation').on(table.invitationId)],
);
