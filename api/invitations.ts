import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import {
  Answer,
  Decision,
  Invitation,
  InvitationForm,
  InvitationId,
  InvitationState,
  Policy,
  Verdict,
  Vetting,
} from '#core/invitations/model.ts';
import { DateTime } from '#core/shared/dates.ts';
import { command, Page, paged, query } from './base.ts';

export const InvitationSummary = z.strictObject({
  id: InvitationId,
  fn: z.string(),
  headline: z.string(),
  sentAt: DateTime.optional(),
  state: InvitationState,
  verdict: Verdict,
  hasMessage: z.boolean(),
});

/** A decision as it was taken: with the verdict and the evidence that were on the screen. */
export const DecisionRecord = z.strictObject({
  decision: Decision,
  reason: z.string(),
  decidedAt: DateTime,
  vetting: Vetting,
});

export const invitations = {
  list: query
    .input(z.strictObject({ show: z.enum(['waiting', 'decided', 'all']).default('waiting'), page: Page }))
    .output(paged(InvitationSummary)),
  get: query
    .input(z.strictObject({ id: InvitationId }))
    .output(z.strictObject({ invitation: Invitation, vetting: Vetting, decisions: z.array(DecisionRecord) })),
  create: command.input(InvitationForm).output(z.strictObject({ id: InvitationId })),
  update: command.input(z.strictObject({ id: InvitationId, form: InvitationForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: InvitationId })).output(z.void()),
  /** Says which person in the book a named mutual connection is; absent: none of them. */
  matchMutual: command
    .input(z.strictObject({ mutualId: z.int().positive(), contactId: ContactId.optional() }))
    .output(z.void()),
  /** A mutual contact was asked how well they know the inviter. */
  recordAsked: command.input(z.strictObject({ mutualId: z.int().positive() })).output(z.void()),
  recordAnswer: command
    .input(
      z.strictObject({
        mutualId: z.int().positive(),
        answer: Answer,
        quoteShareable: z.boolean().default(false),
      }),
    )
    .output(z.void()),
  /** Takes the decision and keeps the verdict and evidence that were shown. */
  decide: command
    .input(z.strictObject({ id: InvitationId, decision: Decision, reason: z.string().max(2000).default('') }))
    .output(z.void()),
  policy: query.output(Policy),
  setPolicy: command.input(Policy).output(z.void()),
};
