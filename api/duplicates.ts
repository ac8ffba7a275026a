import { z } from 'zod';
import {
  DuplicateKind,
  DuplicatePair,
  DuplicateReason,
  DuplicateTier,
} from '#core/contacts/duplicates/model.ts';
import { MergeField } from '#core/contacts/duplicates/merge-fields.ts';
import { ContactId, ContactSummary } from '#core/contacts/model.ts';
import { command, Page, paged, query } from './base.ts';

/** The ids of a group, ascending, joined by `-`: names it for as long as nobody joins or leaves it. */
const GroupKey = z.string().max(2000);

/** A group of people who may be one, as a list shows it. */
export const DuplicateGroupSummary = z.strictObject({
  key: GroupKey,
  kind: DuplicateKind,
  tier: DuplicateTier,
  people: z.array(ContactSummary),
  /** The three most telling reasons of the strongest pair. */
  reasons: z.array(DuplicateReason),
});
export type DuplicateGroupSummary = z.infer<typeof DuplicateGroupSummary>;

/** One person of a group, side by side with the others. */
export const DuplicatePerson = z.strictObject({
  ...ContactSummary.shape,
  createdAt: z.string(),
  /** How much hangs on this card: what a merge would move. */
  links: z.strictObject({
    encounters: z.int(),
    ties: z.int(),
    invitations: z.int(),
    introductions: z.int(),
    imports: z.int(),
  }),
});
export type DuplicatePerson = z.infer<typeof DuplicatePerson>;

export const duplicates = {
  /** How many groups wait in each tier; `isReady` false while the book is still being compared. */
  summary: query.output(
    z.strictObject({
      isReady: z.boolean(),
      surely: z.int(),
      probably: z.int(),
      possibly: z.int(),
      /** Second profiles of one name and company, to be verified; in none of the tiers. */
      clones: z.int(),
    }),
  ),
  /** Groups in the order of review: surest first, then by match weight; clones last. `tier` absent: all. */
  list: query
    .input(z.strictObject({ tier: DuplicateTier.optional(), kind: DuplicateKind.optional(), page: Page }))
    .output(paged(DuplicateGroupSummary)),
  /** People side by side: any group of 2 to 20 people, suggested or picked by the owner. Throws NOT_FOUND when one is gone. */
  compare: query.input(z.strictObject({ ids: z.array(ContactId).min(2).max(20) })).output(
    z.strictObject({
      people: z.array(DuplicatePerson),
      /** The suggested pairs among them, strongest first; none for people the owner picked. */
      pairs: z.array(DuplicatePair),
      /** Property by property, in the order of a card, with what stands unless the owner chooses otherwise. */
      fields: z.array(MergeField),
      /** Whose card stays: the owner's own, else the one with most behind it, else the oldest. */
      survivorId: ContactId,
    }),
  ),
  /** These are different people: none of the pairs among them is suggested again. Undoable. */
  keepApart: command.input(z.strictObject({ ids: z.array(ContactId).min(2).max(20) })).output(z.void()),
};
