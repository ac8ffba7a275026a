// What our own document holds besides people and the diary. All of it is private, and most of it goes along with
// everybody alone. Added to version 1 later: an older reader passes over keys it does not know.
import { z } from 'zod';
import {
  DecisionSaid,
  InvitationSaid,
  IntroductionSaid,
  MutualSaid,
  PolicySaid,
  ReasonSaid,
  TemplateSaid,
  VettingSaid,
  ViewSaid,
} from '../own-records.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';

const Id = z.string().min(1).max(200);

const AcquaintSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contact'), person: Id }),
  z.object({ kind: z.literal('event'), event: Id }),
  z.object({ kind: z.literal('invitation') }),
]);

const AcquaintVetting = VettingSaid.extend({
  reasons: z.array(ReasonSaid.extend({ source: AcquaintSource.optional() })),
  askWhom: z.array(z.object({ person: Id, fn: z.string() })),
});

export const AcquaintDecision = DecisionSaid.extend({ vetting: AcquaintVetting });
export const AcquaintMutual = MutualSaid.extend({ person: Id.optional() });

/** Mutual connections and decisions are looked at one by one: a broken one costs nothing else. */
export const AcquaintInvitation = InvitationSaid.extend({
  mutuals: z.array(z.unknown()).max(1000).default([]),
  decisions: z.array(z.unknown()).max(1000).default([]),
});
export type AcquaintInvitation = z.infer<typeof AcquaintInvitation>;

export const AcquaintIntroduction = IntroductionSaid.extend({ a: Id, b: Id });
export type AcquaintIntroduction = z.infer<typeof AcquaintIntroduction>;

export const AcquaintApart = z.object({ a: Id, b: Id, decidedAt: DateTime });
export type AcquaintApart = z.infer<typeof AcquaintApart>;

/** A letter of somebody's that can be answered: what an answer names of it, and nothing of what it says. */
export const AcquaintLetter = z.object({
  person: Id,
  on: PartialDate,
  messageId: z.string(),
  references: z.array(z.string()).max(1000).default([]),
  subject: z.string().max(2000).default(''),
});
export type AcquaintLetter = z.infer<typeof AcquaintLetter>;

/** One policy; the one in force says so. */
export const AcquaintPolicy = PolicySaid.extend({ inForce: z.boolean().default(false) });
export type AcquaintPolicy = z.infer<typeof AcquaintPolicy>;

export const AcquaintView = ViewSaid;
export const AcquaintTemplate = TemplateSaid;

/** The keys of the document that hold all this. */
export interface AcquaintOwn {
  readonly introductions?: readonly AcquaintIntroduction[];
  readonly keptApart?: readonly AcquaintApart[];
  readonly letters?: readonly AcquaintLetter[];
  readonly invitations?: readonly AcquaintInvitation[];
  /** The oldest first. */
  readonly policies?: readonly AcquaintPolicy[];
  readonly savedViews?: readonly z.infer<typeof AcquaintView>[];
  readonly letterTemplates?: readonly z.infer<typeof AcquaintTemplate>[];
}
