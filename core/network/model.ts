// Who knows whom and how we know: evidence is the atom, a tie is what it adds up to.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { PartialDate } from '#core/shared/dates.ts';

/** The ladder of acquaintance, weakest first. "unknown" means no evidence, which is not the same as weak. */
export const TIE_LEVELS = [
  'unknown',
  'name_only',
  'met_once',
  'acquaintance',
  'know',
  'know_well',
  'trusted',
] as const;
export const TieLevel = z.enum(TIE_LEVELS);
export type TieLevel = z.infer<typeof TieLevel>;

/** Whether `level` is at least `floor` on the ladder. */
export const atLeast = (level: TieLevel, floor: TieLevel): boolean =>
  TIE_LEVELS.indexOf(level) >= TIE_LEVELS.indexOf(floor);

export const EvidenceKind = z.enum([
  'met_at_event',
  'meeting',
  'mail_two_way',
  'mail_cc_together',
  'chat_two_way',
  'li_message_two_way',
  'li_connected',
  'li_mutual',
  'li_endorsed',
  'li_recommended',
  'same_employer',
  'introduced_by',
  'vouched',
  'disowned',
  'user_statement',
  'group_chat',
  'related',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** One fact about a pair of people; direction matters for `vouched`, `disowned` and `introduced_by` (from → about). */
export const TieEvidence = z.strictObject({
  kind: EvidenceKind,
  on: PartialDate.optional(),
  /** For `user_statement` and answers: the level that was stated. */
  level: TieLevel.optional(),
  /** Words that make it recognisable: an event's name, an organisation, what the owner wrote. */
  text: z.string().default(''),
  /** For `met_at_event`: how many people were logged there; over 20 is a crowd, not a meeting. */
  crowd: z.int().nonnegative().optional(),
  /** For `met_at_event`: the owner wrote down what it was about. */
  hasNote: z.boolean().optional(),
  /** For `same_employer`: the years in which both were there; without `last` both still are. */
  years: z.strictObject({ first: z.int(), last: z.int().optional() }).optional(),
  /** For `same_employer`: they may never have been there at the same time. */
  isTimeUnknown: z.boolean().optional(),
});
export type TieEvidence = z.infer<typeof TieEvidence>;

/** How sure we may be that a tie exists: said by somebody, on record somewhere, or only inferred. */
export const Certainty = z.enum(['stated', 'recorded', 'likely']);
export type Certainty = z.infer<typeof Certainty>;

export const Tie = z.strictObject({
  level: TieLevel,
  certainty: Certainty,
  setBy: z.enum(['owner', 'rule']),
  /** The evidence the level rests on, strongest first. */
  basis: z.array(TieEvidence),
  /** The owner's statement is older than 24 months: shown, never silently dropped. */
  unconfirmed: z.boolean(),
  lastOn: PartialDate.optional(),
});
export type Tie = z.infer<typeof Tie>;

/** Somebody in the book who knows a given person, with what the owner knows about both ends. */
export const MutualContact = z.strictObject({
  contactId: ContactId,
  fn: z.string(),
  org: z.string(),
  /** The owner's own tie to the mutual contact. */
  ownerTie: Tie,
  /** The mutual contact's tie to the person asked about. */
  tie: Tie,
});
export type MutualContact = z.infer<typeof MutualContact>;

export const PathStep = z.strictObject({ contactId: ContactId, fn: z.string(), org: z.string(), tie: Tie });
export type PathStep = z.infer<typeof PathStep>;

/** A way from the owner to somebody: steps in order, judged by its weakest link. */
export const NetworkPath = z.strictObject({ steps: z.array(PathStep).min(1), weakest: TieLevel });
export type NetworkPath = z.infer<typeof NetworkPath>;

/** A link of a way whose last contact is long ago: `at` is the step it leads to. */
export const StaleLink = z.strictObject({ at: z.int().nonnegative(), lastOn: PartialDate });
export type StaleLink = z.infer<typeof StaleLink>;

/** A way with what to know before anybody is asked. */
export const JudgedPath = NetworkPath.extend({
  stale: z.array(StaleLink),
  /** What was asked of the first person and done for them within the last twelve months, which orders equal ways. */
  favours: z.strictObject({ taken: z.int().nonnegative(), given: z.int().nonnegative() }),
});
export type JudgedPath = z.infer<typeof JudgedPath>;

/** What to do to reach somebody, as a code; who is meant are the first and the last step of the best way. */
export const Advice = z.discriminatedUnion('code', [
  /** The owner knows them: a letter to them. */
  z.strictObject({ code: z.literal('write') }),
  /** The first person of the best way can introduce the owner; not `isSure`: they may be able to. */
  z.strictObject({ code: z.literal('ask'), isSure: z.boolean() }),
  /** A brief note that says why, which is no introduction. */
  z.strictObject({ code: z.literal('note'), because: z.enum(['hardly_known', 'not_verified', 'no_way']) }),
]);
export type Advice = z.infer<typeof Advice>;

/** Somebody among those asked about whom the owner has something to do with. */
export const Acquainted = z.strictObject({
  contactId: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  tie: Tie,
});
export type Acquainted = z.infer<typeof Acquainted>;

/** Somebody who can be asked, and the one of those asked about whom they know best. */
export const Introducer = z.strictObject({
  contactId: ContactId,
  fn: z.string(),
  org: z.string(),
  /** The owner's own tie to them. */
  level: TieLevel,
  lastOn: PartialDate.optional(),
  knows: z.strictObject({
    contactId: ContactId,
    fn: z.string(),
    level: TieLevel,
    isLikely: z.boolean(),
    lastOn: PartialDate.optional(),
  }),
  /** How many others of those asked about they know. */
  others: z.int().nonnegative(),
});
export type Introducer = z.infer<typeof Introducer>;
