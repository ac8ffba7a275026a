import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { Goodwill } from '#core/introductions/goodwill.ts';
import {
  Answer,
  Decision,
  Exposed,
  Invitation,
  InvitationForm,
  InvitationId,
  InvitationState,
  Reliability,
  Verdict,
  Vetting,
} from '#core/invitations/model.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { Policy } from '#core/invitations/policy.ts';
import { TieLevel } from '#core/network/model.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';
import { command, Page, paged, query } from './base.ts';
import { MOST_AT_ONCE } from './limits.ts';

export const InvitationSummary = z.strictObject({
  id: InvitationId,
  fn: z.string(),
  headline: z.string(),
  sentAt: DateTime.optional(),
  state: InvitationState,
  verdict: Verdict,
  hasMessage: z.boolean(),
});

/**
 * Which of the received invitations: `waiting` for anybody; `pending`, for the owner, with those about which enough was
 * answered or enough time went by; `asked`, for others, of the inviter or of references; or the rest.
 */
export const Show = z.enum([
  'waiting',
  'pending',
  'asked',
  'waiting_inviter',
  'waiting_references',
  'decided',
  'all',
]);
export type Show = z.infer<typeof Show>;

export const InvitationCounts = z.strictObject({
  pending: z.int().nonnegative(),
  waitingInviter: z.int().nonnegative(),
  waitingReferences: z.int().nonnegative(),
  decided: z.int().nonnegative(),
  all: z.int().nonnegative(),
});
export type InvitationCounts = z.infer<typeof InvitationCounts>;

const AskedAbout = z.strictObject({
  id: InvitationId,
  fn: z.string(),
  /** When the first question was asked. */
  since: PartialDate.optional(),
  /** Of the mutual connections asked: how many are yet to answer, let the time go by, have answered. */
  waiting: z.int().nonnegative(),
  silent: z.int().nonnegative(),
  answered: z.int().nonnegative(),
});

/** Whom the owner waits for, asked longest ago first, a glance of each. */
export const WaitingFor = z.strictObject({ inviter: paged(AskedAbout), references: paged(AskedAbout) });

/** A decision as it was taken: with the verdict and the evidence that were on the screen. */
export const DecisionRecord = z.strictObject({
  decisionId: z.int().positive(),
  decision: Decision,
  reason: z.string(),
  decidedAt: DateTime,
  vetting: Vetting,
  /** Whether it was right, as the owner says months later. */
  hindsight: Hindsight.optional(),
});

/** A question about an inviter that waits for one reminder, or that silence has answered. */
const OpenReference = z.strictObject({
  mutualId: z.int().positive(),
  invitationId: InvitationId,
  inviter: z.string(),
  /** Whoever was asked. */
  contactId: ContactId.optional(),
  fn: z.string(),
  askedOn: PartialDate,
  days: z.int().nonnegative(),
  step: z.enum(['nudge', 'silent']),
});

/** What one person was asked about others, and what others said about them. */
const References = z.strictObject({
  goodwill: Goodwill,
  reliability: Reliability,
  isNotAsked: z.boolean(),
  said: z.array(
    z.strictObject({
      invitationId: InvitationId,
      fn: z.string(),
      answer: Answer.optional(),
      quote: z.string(),
      askedOn: PartialDate,
      answeredOn: PartialDate.optional(),
    }),
  ),
  about: z.array(
    z.strictObject({
      invitationId: InvitationId,
      contactId: ContactId.optional(),
      fn: z.string(),
      answer: Answer,
      answeredOn: PartialDate.optional(),
    }),
  ),
});

export const invitations = {
  list: query
    .input(z.strictObject({ show: Show.default('waiting'), verdict: Verdict.optional(), page: Page }))
    .output(paged(InvitationSummary)),
  counts: query.output(InvitationCounts),
  /** How many of a list have which verdict; those that none has are left out. */
  verdicts: query
    .input(z.strictObject({ show: Show }))
    .output(z.array(z.strictObject({ verdict: Verdict, count: z.int().positive() }))),
  waitingFor: query.output(WaitingFor),
  get: query.input(z.strictObject({ id: InvitationId })).output(
    z.strictObject({
      invitation: Invitation,
      vetting: Vetting,
      exposed: Exposed,
      decisions: z.array(DecisionRecord),
    }),
  ),
  create: command.input(InvitationForm).output(z.strictObject({ id: InvitationId })),
  /** Several at once, as one deed. */
  createMany: command
    .input(z.strictObject({ forms: z.array(InvitationForm).min(1).max(MOST_AT_ONCE) }))
    .output(z.strictObject({ ids: z.array(InvitationId) })),
  update: command.input(z.strictObject({ id: InvitationId, form: InvitationForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: InvitationId })).output(z.void()),
  /** Says which person in the book a named mutual connection is; absent: none of them. */
  matchMutual: command
    .input(z.strictObject({ mutualId: z.int().positive(), contactId: ContactId.optional() }))
    .output(z.void()),
  /** Whom a name may mean, for the owner to choose from: at most six, the surest first. */
  peopleCalled: query
    .input(z.strictObject({ name: z.string().max(300) }))
    .output(
      z.array(
        z.strictObject({ contactId: ContactId, fn: z.string(), org: z.string(), ownerLevel: TieLevel }),
      ),
    ),
  /**
   * A mutual contact was asked how well they know the inviter. Where something speaks against asking them, a reason is
   * kept with the decisions: throws CONFLICT `needs_reason` without one.
   */
  recordAsked: command
    .input(z.strictObject({ mutualId: z.int().positive(), reason: z.string().trim().max(2000).default('') }))
    .output(z.void()),
  /** They were reminded, which happens once, from day five to day ten. Throws CONFLICT `not_now`. */
  recordNudged: command.input(z.strictObject({ mutualId: z.int().positive() })).output(z.void()),
  /** Questions that wait for a reminder or have met with silence, of invitations that wait for them; at most fifty. */
  openReferences: query.output(z.array(OpenReference)),
  /** Give and take with a person, what they said of others and others of them. */
  references: query.input(z.strictObject({ contactId: ContactId })).output(References),
  recordAnswer: command
    .input(
      z.strictObject({
        mutualId: z.int().positive(),
        answer: Answer,
        /** What they said in their own words, and whether others may be told; a warning never is. */
        quote: z.string().trim().max(1000).default(''),
        quoteShareable: z.boolean().default(false),
      }),
    )
    .output(z.void()),
  /** Takes the decision and keeps the verdict and evidence that were shown. */
  decide: command
    .input(z.strictObject({ id: InvitationId, decision: Decision, reason: z.string().max(2000).default('') }))
    .output(z.void()),
  /** Several decisions as one deed; those that a state no longer allows are left out. Answers how many were taken. */
  decideMany: command
    .input(
      z.strictObject({
        decisions: z
          .array(z.strictObject({ id: InvitationId, decision: Decision }))
          .min(1)
          .max(MOST_AT_ONCE),
        reason: z.string().max(2000).default(''),
      }),
    )
    .output(z.strictObject({ decided: z.int().nonnegative() })),
  policy: query.output(Policy),
  setPolicy: command.input(Policy).output(z.void()),
};
