// Everything the book holds about one person, and where each of it came from.
import { z } from 'zod';
import { ContactId, Parameters, PropertyName, Provenance } from '#core/contacts/model.ts';
import { Channel } from '#core/events/model.ts';
import { Answer, Decision, InvitationState } from '#core/invitations/model.ts';
import { IntroductionDirection, IntroductionState, IntroductionStep } from '#core/introductions/model.ts';
import { EvidenceKind, TieLevel } from '#core/network/model.ts';
import { HistoryEntry } from './book.ts';
import { job } from './base.ts';
import { Naming } from './trash.ts';

/** One value that somebody has said about them, whatever became of it. */
export const HeldValue = z.strictObject({
  name: PropertyName,
  value: z.string(),
  /** vCard TYPE. */
  type: z.string(),
  parameters: Parameters.optional(),
  /** Shown on the card; below a value that stands above it; replaced by a later import; taken off by the owner. */
  state: z.enum(['stands', 'overruled', 'replaced', 'hidden']),
  provenance: Provenance,
});
export type HeldValue = z.infer<typeof HeldValue>;

export const Held = z.strictObject({
  id: ContactId,
  fn: z.string(),
  createdAt: z.string(),
  values: z.array(HeldValue),
  encounters: z.array(
    z.strictObject({
      event: z.string(),
      metOn: z.string(),
      location: z.string(),
      channel: Channel,
      note: z.string(),
      introducedBy: z.string(),
      provenance: Provenance,
    }),
  ),
  /** Whom they introduced to the owner. */
  introduced: z.array(z.strictObject({ fn: z.string(), metOn: z.string() })),
  /** Lists of events they are on. */
  attended: z.array(
    z.strictObject({ event: z.string(), partstat: z.string(), role: z.string(), provenance: Provenance }),
  ),
  ties: z.array(
    z.strictObject({
      kind: EvidenceKind,
      on: z.string(),
      level: TieLevel.optional(),
      text: z.string(),
      count: z.int(),
      /** Whom it is about or who says it besides them; empty: the owner. */
      other: z.string(),
      /** A later import says otherwise. */
      isFormer: z.boolean(),
      provenance: Provenance,
    }),
  ),
  /** Letters of theirs that can be answered, as far as an answer names them. */
  letters: z.array(
    z.strictObject({
      on: z.string(),
      subject: z.string(),
      messageId: z.string(),
      references: z.array(z.string()),
      /** A later import has brought a newer one. */
      isFormer: z.boolean(),
      provenance: Provenance,
    }),
  ),
  invitations: z.array(
    z.strictObject({
      direction: z.enum(['incoming', 'outgoing']),
      sentAt: z.string(),
      headline: z.string(),
      message: z.string(),
      state: InvitationState,
      decisions: z.array(z.strictObject({ decision: Decision, reason: z.string(), decidedAt: z.string() })),
      provenance: Provenance,
    }),
  ),
  /** Invitations of others on which they are named, and what they answered. */
  mutuals: z.array(
    z.strictObject({
      inviter: z.string(),
      answer: Answer.optional(),
      askedOn: z.string(),
      answeredOn: z.string(),
    }),
  ),
  introductions: z.array(
    z.strictObject({
      direction: IntroductionDirection,
      /** Names of the one who is asked first, and of the other; one of them is the person. */
      a: z.string(),
      b: z.string(),
      purpose: z.string(),
      benefit: z.string(),
      state: IntroductionState,
      createdAt: z.string(),
      steps: z.array(z.strictObject({ step: IntroductionStep, at: z.string(), note: z.string() })),
    }),
  ),
  /** Whom they are not, and whom they are not to meet through the owner. */
  pairs: z.array(
    z.strictObject({
      kind: z.enum(['kept_apart', 'do_not_introduce']),
      other: z.string(),
      reason: z.string(),
      at: z.string(),
    }),
  ),
  reminders: z.array(
    z.strictObject({
      text: z.string(),
      event: z.string(),
      dueOn: z.string(),
      settledAt: z.string(),
    }),
  ),
  /** Cards that have become part of theirs. */
  merged: z.array(z.strictObject({ fn: z.string(), mergedAt: z.string() })),
  /** Imports that said something about them. */
  imports: z.array(
    z.strictObject({ fileName: z.string(), appliedAt: z.string(), values: z.int(), isReverted: z.boolean() }),
  ),
  /** What was done about them, the newest first. */
  deeds: z.array(HistoryEntry),
  /** Texts about others that name them: the first fifty. */
  named: z.strictObject({ total: z.int().nonnegative(), rows: z.array(Naming) }),
});
export type Held = z.infer<typeof Held>;

export const holdings = {
  /** Private notes included: it is for the owner's own eyes. Throws NOT_FOUND when there is no such person. */
  get: job.input(z.strictObject({ id: ContactId })).output(Held),
};
