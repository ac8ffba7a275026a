// Looking through one's connections: hollow ties by how they came to be, and what to do about each.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { AuditGroup } from '#core/invitations/audit.ts';
import { Tie } from '#core/network/model.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';
import { command, Page, paged, query } from './base.ts';

/** Of a group only those connected in a year (empty: no day is known) or at an organisation, by its folded name. */
const Filter = z.strictObject({
  group: AuditGroup,
  year: z
    .string()
    .regex(/^(?:\d{4})?$/)
    .optional(),
  orgKey: z.string().max(300).optional(),
});
export type AuditFilter = z.infer<typeof Filter>;

const AuditRow = z.strictObject({
  id: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  connectedOn: PartialDate.optional(),
  knownBy: z.int().nonnegative(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** One hollow tie with all that is known of it. */
export const AuditedTie = AuditRow.extend({
  /** Absent: there is more to the tie by now. */
  group: AuditGroup.optional(),
  /** Their LinkedIn page; the app never opens it by itself. */
  url: z.string(),
  /** The owner's own tie with everything it rests on. */
  tie: Tie,
  /** The invitation it began with, if the book has one. */
  invitation: z
    .strictObject({
      direction: z.enum(['incoming', 'outgoing']),
      sentAt: DateTime.optional(),
      hasMessage: z.boolean(),
    })
    .optional(),
  /** At most three whom the owner has met or knows, and who are on record as tied to them. */
  knownByWhom: z.array(z.strictObject({ contactId: ContactId, fn: z.string() })),
});
export type AuditedTie = z.infer<typeof AuditedTie>;

export const audit = {
  /** Everything counted: exactly, over all connections. */
  summary: query.output(
    z.strictObject({
      connections: z.int().nonnegative(),
      /** Invited the owner without a note, whatever the tie is by now. */
      acceptedWithoutNote: z.int().nonnegative(),
      /** Invitations that wait for an answer. */
      pending: z.int().nonnegative(),
      groups: z.record(AuditGroup, z.int().nonnegative()),
    }),
  ),
  /** One group by year and by organisation, most people first; at most fifty organisations. */
  facets: query.input(z.strictObject({ group: AuditGroup })).output(
    z.strictObject({
      years: z.array(z.strictObject({ year: z.string(), people: z.int().positive() })),
      orgs: z.array(z.strictObject({ orgKey: z.string(), org: z.string(), people: z.int().positive() })),
    }),
  ),
  /** Who has been connected longest comes last. */
  list: query.input(Filter.extend({ page: Page })).output(paged(AuditRow)),
  get: query.input(z.strictObject({ contactId: ContactId })).output(AuditedTie),
  /** Marks somebody to part with, by a tag, or takes the mark away. Nothing happens on LinkedIn. */
  part: command.input(z.strictObject({ contactId: ContactId, isParting: z.boolean() })).output(z.void()),
};
