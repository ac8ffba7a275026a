// The owner's policy: the words they may choose in the sentences that say whom they accept. Each changes one rule.
import { z } from 'zod';

/** How somebody is answered whom the owner does not know and for whom nobody speaks. */
export const Reception = z.enum(['ASK_INVITER', 'DECLINE_POLITE', 'IGNORE']);
export type Reception = z.infer<typeof Reception>;

/** The fewest and the most people asked about one inviter: each question spends goodwill. */
export const FEWEST_ASKED = 1;
export const MOST_ASKED = 3;

/**
 * What the owner may say. The defaults are the rules as they were written down (R01–R16); a word changes when one
 * rule holds or what it advises, never the order of the rules. Known for sure, warned against and dangerous are no
 * matter of taste: there is no word for R01 to R03, R07, R09, R11 and R16.
 */
export const Policy = z.strictObject({
  /** Counts up with every change; a decision keeps the number it was made with. */
  version: z.int().default(1),
  /** LinkedIn's own setting, as the owner says it is: can connections browse my list? */
  connectionsVisible: z.boolean().default(true),
  /** R04, R05: how well I know whom I accept on sight. */
  acceptFrom: z.enum(['met_once', 'know', 'know_well']).default('met_once'),
  /** R06: how well I know whoever introduces somebody to me. */
  introducerFrom: z.enum(['acquaintance', 'know', 'know_well', 'trusted']).default('know'),
  /** R08: one person I know who knows them well is enough. */
  oneWhoKnowsWell: z.boolean().default(true),
  /** R08: so are this many people I know who know them. */
  vouchersWanted: z.int().min(1).max(3).default(2),
  /** R10: what to do when nobody vouches. */
  nobodyVouches: Reception.default('DECLINE_POLITE'),
  /** R10: days of silence that count as an answer. */
  silenceDays: z.int().min(3).max(60).default(10),
  /** R12: how many mutual connections are asked at most. */
  mutualsAsked: z.int().min(FEWEST_ASKED).max(MOST_ASKED).default(MOST_ASKED),
  /** R13: all that is shown are mutual connections the owner does not know either. */
  weakMutuals: Reception.default('ASK_INVITER'),
  /** R14: a sales pitch; where somebody known is a mutual connection, ignoring becomes a kind no. */
  salesPitch: Reception.default('IGNORE'),
  /** R15: what to do with a stranger who wrote nothing. */
  silentStranger: Reception.default('IGNORE'),
  /** R15: a recruiter who says for whom; `LIKE_ANYBODY`: as R15 has it for all. */
  namedRecruiter: z.enum(['LIKE_ANYBODY', ...Reception.options]).default('LIKE_ANYBODY'),
});
export type Policy = z.infer<typeof Policy>;

/** The number of no policy: a decision was made by rules of another book, which this one does not have. */
export const UNKNOWN_POLICY = 0;

/** The words of a policy, in the order they are read: everything but its number. */
export const POLICY_WORDS = [
  'acceptFrom',
  'introducerFrom',
  'oneWhoKnowsWell',
  'vouchersWanted',
  'mutualsAsked',
  'silenceDays',
  'nobodyVouches',
  'weakMutuals',
  'salesPitch',
  'namedRecruiter',
  'silentStranger',
  'connectionsVisible',
] as const satisfies readonly (keyof Policy)[];
export type PolicyWord = (typeof POLICY_WORDS)[number];

/** The words two policies have chosen differently, in reading order; none: they say the same. */
export const differences = (one: Policy, other: Policy): PolicyWord[] =>
  POLICY_WORDS.filter((word) => one[word] !== other[word]);
