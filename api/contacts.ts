import { z } from 'zod';
import { ContactForm, ContactId, ContactSummary, Property } from '#core/contacts/model.ts';
import { PositionForm } from '#core/contacts/positions.ts';
import { idOf } from '#core/shared/brand.ts';
import { FACETS } from '#core/contacts/search/facets.ts';
import { HowWeKnow } from '#core/network/how-we-know.ts';
import { Encounter } from '#core/events/model.ts';
import { Tie } from '#core/network/model.ts';
import { TimelineEntry } from '#core/timeline/timeline.ts';
import { command, Page, paged, query } from './base.ts';

/** A query as it is typed; see core/contacts/search/query.ts. */
export const QueryText = z.string().max(1000);

const MergeId = idOf('Merge');
const PropertyId = Property.shape.id;

/** People who are one, and what of theirs shall not stand on the card that stays. */
const MergeRequest = z.strictObject({
  survivorId: ContactId,
  absorbedIds: z.array(ContactId).min(1).max(19),
  /** Values that are kept but not shown: the losing ones of a single-valued property, and those left out. */
  hide: z.array(PropertyId).max(1000).default([]),
  /** People who were suggested with them and are somebody else: not suggested with the survivor again. */
  apart: z.array(ContactId).max(19).default([]),
});

/** Somebody whose card became part of this one, and what would go back to them. */
export const Merged = z.strictObject({
  mergeId: MergeId,
  fn: z.string(),
  mergedAt: z.string(),
  /** Their values that are still here; the owner may let some stay. */
  properties: z.array(Property),
  links: z.strictObject({
    encounters: z.int(),
    ties: z.int(),
    invitations: z.int(),
    introductions: z.int(),
  }),
});
export type Merged = z.infer<typeof Merged>;

export const ContactPage = z.strictObject({
  /** Of the card that stands: another than was asked for when that one has been merged into it. */
  id: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  isOwner: z.boolean(),
  form: ContactForm,
  properties: z.array(Property),
  howWeKnow: z.array(HowWeKnow),
  encounters: z.array(Encounter),
  tie: Tie,
  invitations: z.array(
    z.strictObject({
      id: z.int(),
      direction: z.enum(['incoming', 'outgoing']),
      sentAt: z.string().optional(),
      message: z.string(),
    }),
  ),
});

export const contacts = {
  /**
   * One window of the book in name order, or of what a query finds, best first. The query is what is typed: words and
   * facets, as core/contacts/search/query.ts reads them.
   */
  list: query
    .input(z.strictObject({ text: QueryText.default(''), page: Page }))
    .output(paged(ContactSummary)),
  /**
   * The values of a facet among those whom a query finds, with how many have each: of words the most frequent ones that
   * are like `find`, of dates the years. A value is written as a query takes it.
   */
  facetValues: query
    .input(
      z.strictObject({
        text: QueryText.default(''),
        facet: z.enum(FACETS),
        find: z.string().max(200).default(''),
        limit: z.int().positive().max(200).default(50),
      }),
    )
    .output(z.array(z.strictObject({ text: z.string(), exact: z.boolean(), people: z.int().positive() }))),
  /** The few best matches for a name being typed. */
  find: query
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().positive().max(50).default(8) }))
    .output(z.array(ContactSummary)),
  /** Who has one of these e-mail addresses, telephone numbers or LinkedIn profiles, however they are written. */
  withAddress: query
    .input(z.strictObject({ addresses: z.array(z.string().max(2000)).max(20) }))
    .output(z.array(ContactSummary)),
  get: query.input(z.strictObject({ id: ContactId })).output(ContactPage),
  /** The jobs the owner has written down, and those that imports have shown, each newest first. */
  positions: query.input(z.strictObject({ id: ContactId })).output(
    z.strictObject({
      positions: z.array(PositionForm),
      seen: z.array(
        z.strictObject({
          org: z.string(),
          title: z.string(),
          seenFrom: z.string(),
          seenUntil: z.string().optional(),
        }),
      ),
    }),
  ),
  savePositions: command
    .input(z.strictObject({ id: ContactId, positions: z.array(PositionForm).max(100) }))
    .output(z.void()),
  /** Everything that happened between the owner and this person, newest first. */
  timeline: query.input(z.strictObject({ id: ContactId })).output(z.array(TimelineEntry)),
  create: command.input(ContactForm).output(z.strictObject({ id: ContactId })),
  update: command.input(z.strictObject({ id: ContactId, form: ContactForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: ContactId })).output(z.void()),
  /**
   * Makes one person of several, for one or many groups in one deed: every value and link moves to the survivor.
   * Throws CONFLICT `same_person` when somebody is named twice, `owner_absorbed` when the owner's own card would go.
   */
  merge: command
    .input(z.strictObject({ groups: z.array(MergeRequest).min(1).max(500) }))
    .output(z.strictObject({ mergeIds: z.array(MergeId) })),
  /** Who has been merged into this person, newest first. */
  merged: query.input(z.strictObject({ id: ContactId })).output(z.array(Merged)),
  /**
   * Takes one person out again: their values and links go back, except those named; what came since stays where it is.
   * `keepApart`: do not suggest the two again. Answers the person who is back.
   */
  unmerge: command
    .input(
      z.strictObject({
        mergeId: MergeId,
        stays: z.array(PropertyId).max(1000).default([]),
        keepApart: z.boolean().default(true),
      }),
    )
    .output(z.strictObject({ id: ContactId })),
  /** Says which person of the book the owner is. */
  setOwner: command.input(z.strictObject({ id: ContactId })).output(z.void()),
};
