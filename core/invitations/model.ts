// An invitation to connect, what is known about whoever sent it, and the verdict with its reasons.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { Goodwill } from '#core/introductions/goodwill.ts';
import { Certainty, TieLevel } from '#core/network/model.ts';
import { idOf } from '#core/shared/brand.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';

export const InvitationId = idOf('Invitation');
export type InvitationId = z.infer<typeof InvitationId>;

export const InvitationState = z.enum([
  'pending',
  'waiting_inviter',
  'waiting_references',
  'accepted',
  'declined',
  'ignored',
  'reported',
]);
export type InvitationState = z.infer<typeof InvitationState>;

export const Answer = z.enum(['knows_well', 'knows', 'met', 'not_really', 'warns', 'no_reply']);
export type Answer = z.infer<typeof Answer>;

/** Of what somebody said when asked about people they were shown to know: how often they did not really know them. */
export const Reliability = z.strictObject({
  answers: z.int().nonnegative(),
  disowned: z.int().nonnegative(),
});
export type Reliability = z.infer<typeof Reliability>;

/** What bears on asking a mutual connection about the inviter, beside the tie to them and what they answered. */
export const Asking = z.strictObject({
  goodwill: Goodwill,
  reliability: Reliability,
  /** The owner has noted that they do not want to be asked. */
  isNotAsked: z.boolean(),
  /** They have said before that they do not really know this inviter. */
  hasDisowned: z.boolean(),
  /** The inviter's organisation, as their own card has it, where both work there now. */
  worksAt: z.string().optional(),
  /** What is on record between them and the inviter; LinkedIn's word, that they are connected, goes without saying. */
  knows: z.strictObject({ level: TieLevel, certainty: Certainty }),
});
export type Asking = z.infer<typeof Asking>;

/** Somebody LinkedIn shows as a mutual connection; `contactId` once they are matched to a person in the book. */
export const Mutual = z.strictObject({
  id: idOf('Mutual'),
  name: z.string(),
  contactId: ContactId.optional(),
  fn: z.string(),
  ownerLevel: TieLevel,
  /** What they answered when asked how well they know the inviter. */
  answer: Answer.optional(),
  askedOn: PartialDate.optional(),
  /** Reminded of the question, which happens once. */
  nudgedOn: PartialDate.optional(),
  answeredOn: PartialDate.optional(),
  /** What they said in their own words. */
  quote: z.string().optional(),
  quoteShareable: z.boolean(),
  /** Of people in the book; where it is missing nothing was ever asked of them. */
  asking: Asking.optional(),
});
export type Mutual = z.infer<typeof Mutual>;

/** What the network's own "About this profile" says; absent where it does not, or where nobody has looked. */
export const AboutProfile = z.strictObject({
  /** Year, or year and month. */
  joined: PartialDate.optional(),
  /** As written: "over 1 year ago". */
  contactUpdated: z.string().trim().max(200).optional(),
  photoUpdated: z.string().trim().max(200).optional(),
  /** Whether anything is verified; absent where nothing is said either way. */
  verified: z.boolean().optional(),
});
export type AboutProfile = z.infer<typeof AboutProfile>;

/** What the owner can type or paste about an invitation; empty text means "not given". */
export const InvitationForm = z.strictObject({
  fn: z.string().trim().min(1).max(300),
  url: z.string().trim().max(2000).default(''),
  email: z.string().trim().max(320).default(''),
  headline: z.string().trim().max(500).default(''),
  org: z.string().trim().max(300).default(''),
  location: z.string().trim().max(300).default(''),
  message: z.string().max(4000).default(''),
  sentAt: DateTime.optional(),
  mutualNames: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
  /** All mutual connections, named or not, as the page says ("A, B and 8 other" is 10). */
  mutualCount: z.int().nonnegative().optional(),
  aboutProfile: AboutProfile.default({}),
});
export type InvitationForm = z.infer<typeof InvitationForm>;

export const Invitation = z.strictObject({
  id: InvitationId,
  fn: z.string(),
  url: z.string(),
  email: z.string(),
  headline: z.string(),
  org: z.string(),
  location: z.string(),
  message: z.string(),
  sentAt: DateTime.optional(),
  mutuals: z.array(Mutual),
  mutualCount: z.int().nonnegative().optional(),
  state: InvitationState,
  source: z.enum(['archive', 'typed']),
  aboutProfile: AboutProfile.default({}),
  /** The import that brought it. */
  batchId: z.int().positive().optional(),
  contactId: ContactId.optional(),
});
export type Invitation = z.infer<typeof Invitation>;

export const Verdict = z.enum([
  'ALREADY_CONNECTED',
  'VERIFY_IDENTITY',
  'REPORT',
  'ACCEPT_KNOWN',
  'ACCEPT_MET',
  'ACCEPT_INTRODUCED',
  'ACCEPT_VOUCHED',
  'ASK_INTRODUCER',
  'ASK_INVITER',
  'ASK_MUTUALS',
  'DECLINE',
  'DECLINE_POLITE',
  'IGNORE',
  'NEED_MORE',
]);
export type Verdict = z.infer<typeof Verdict>;

export const RULE_IDS = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
] as const;
export const RuleId = z.enum(RULE_IDS);
export type RuleId = z.infer<typeof RuleId>;

/** Where a piece of evidence can be opened. */
export const EvidenceSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), contactId: ContactId }),
  z.strictObject({ kind: z.literal('event'), eventId: EventId }),
  z.strictObject({ kind: z.literal('invitation') }),
]);
export type EvidenceSource = z.infer<typeof EvidenceSource>;

/** One reason, as a code and its parameters; the catalogue has the words. A negative word is always a quote. */
export const Reason = z.strictObject({
  code: z.string(),
  stance: z.enum(['for', 'against', 'open']),
  /** The rule that states it; absent for soft signals, which never decide alone. */
  rule: RuleId.optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  on: PartialDate.optional(),
  source: EvidenceSource.optional(),
  /** The import that says so, where one does. */
  batchId: z.int().positive().optional(),
  /** Without it the verdict would be another. */
  decisive: z.literal(true).optional(),
});
export type Reason = z.infer<typeof Reason>;

/** Something the owner could add on the card to make the verdict surer. */
export const MissingField = z.enum(['url', 'headline', 'message', 'mutuals', 'encounter']);
export type MissingField = z.infer<typeof MissingField>;

/** "If this became known, the verdict would be that": found by running the same rules again. */
export const Counterfactual = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  verdict: Verdict,
});
export type Counterfactual = z.infer<typeof Counterfactual>;

/** What accepting would reveal, in numbers: kept with a decision. */
export const Exposure = z.strictObject({
  connections: z.int().nonnegative(),
  shared: z.int().nonnegative(),
  listVisible: z.boolean(),
});
export type Exposure = z.infer<typeof Exposure>;

const ExposedPerson = z.strictObject({
  /** Absent: named by the invitation, but nobody in the book. */
  contactId: ContactId.optional(),
  fn: z.string(),
  isConfidential: z.literal(true).optional(),
});

/** The same by name, as it is now. Never kept with a decision: who is confidential is nobody's copy to have. */
export const Exposed = z.strictObject({
  /** Confidential connections who would become visible, the first of them by name. */
  confidential: z.array(ExposedPerson),
  confidentialCount: z.int().nonnegative(),
  /** Shared connections the invitation names: visible whatever the setting. */
  shared: z.array(ExposedPerson),
});
export type Exposed = z.infer<typeof Exposed>;

export const Vetting = z.strictObject({
  verdict: Verdict,
  certainty: z.enum(['clear', 'likely', 'open']),
  rule: RuleId,
  /** Every rule that matches, in order, with the verdict it would give alone; absent in verdicts kept long ago. */
  matching: z.array(z.strictObject({ rule: RuleId, verdict: Verdict })).optional(),
  reasons: z.array(Reason),
  missing: z.array(MissingField),
  wouldChange: z.array(Counterfactual),
  exposure: Exposure,
  /** Whom to ask, best first, at most three; empty unless the verdict is ASK_MUTUALS. */
  askWhom: z.array(z.strictObject({ contactId: ContactId, fn: z.string() })),
  policyVersion: z.int(),
});
export type Vetting = z.infer<typeof Vetting>;

/** What the owner does about it; `decide` moves it to the state of the same meaning. `later`: to the end of the queue. */
export const Decision = z.enum([
  'accept',
  'ask_inviter',
  'ask_mutuals',
  'decline',
  'ignore',
  'report',
  'reopen',
  'later',
]);
export type Decision = z.infer<typeof Decision>;
