// The owner's own rules: what they would change before they are saved, what they were, and whether they were right.
import { z } from 'zod';
import { Hindsight, RuleRecord } from '#core/invitations/hindsight.ts';
import { Decision, InvitationId, InvitationState, Verdict } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import { DateTime } from '#core/shared/dates.ts';
import { command, job, query } from './base.ts';

const Counts = z.strictObject({ waiting: z.int().nonnegative(), decided: z.int().nonnegative() });

/** Every verdict on what waits and what was decided here, by the policy in force and by another. */
export const Simulation = z.strictObject({
  judged: Counts,
  changed: Counts,
  /** The first twenty that would change, what waits first, the newest first. */
  rows: z.array(
    z.strictObject({
      id: InvitationId,
      fn: z.string(),
      state: InvitationState,
      before: Verdict,
      after: Verdict,
    }),
  ),
});
export type Simulation = z.infer<typeof Simulation>;

const DecisionId = z.int().positive();

/** A decision old enough to be looked back on. */
export const LookedBackOn = z.strictObject({
  decisionId: DecisionId,
  id: InvitationId,
  fn: z.string(),
  decision: Decision,
  decidedAt: DateTime,
});
export type LookedBackOn = z.infer<typeof LookedBackOn>;

export const rules = {
  /** The policy in force and those before it, the newest first. */
  versions: query.output(z.array(Policy)),
  /** Long: looks at every invitation. Ends when nobody waits for it any more. */
  simulate: job.input(Policy).output(Simulation),
  /** At most three decisions of at least 90 days ago that nobody has said anything of, the oldest first. */
  due: query.output(z.array(LookedBackOn)),
  /** Whether it was right; absent: not said after all. */
  answer: command
    .input(z.strictObject({ decisionId: DecisionId, hindsight: Hindsight.optional() }))
    .output(z.void()),
  /** How decisions turned out by rule, and how many more could be asked about. */
  records: query.output(z.strictObject({ rules: z.array(RuleRecord), due: z.int().nonnegative() })),
};
