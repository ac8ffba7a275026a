// What the preview shows of an invitation with its decisions, an introduction, a saved view and the like.
import { z } from 'zod';
import { InvitationState } from '#core/invitations/model.ts';
import { POLICY_WORDS } from '#core/invitations/policy.ts';
import { DraftKind, IntroductionState, LetterLanguage, Tone } from '#core/introductions/model.ts';

/** Beside whom it is about, or what it is called. */
export const OwnShown = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('view'), text: z.string() }),
  z.strictObject({
    what: z.literal('template'),
    kind: DraftKind,
    language: LetterLanguage,
    tone: Tone,
    /** Without a name it takes the place of the letter that comes with the program. */
    isNamed: z.boolean(),
  }),
  /** Which sentences are said otherwise than by default, and how many policies there were before. */
  z.strictObject({
    what: z.literal('policy'),
    words: z.array(z.enum(POLICY_WORDS)),
    before: z.int().nonnegative(),
  }),
  z.strictObject({
    what: z.literal('introduction'),
    other: z.string(),
    state: IntroductionState,
    steps: z.int().nonnegative(),
    purpose: z.string(),
  }),
  z.strictObject({
    what: z.literal('vetting'),
    direction: z.enum(['incoming', 'outgoing']),
    state: InvitationState,
    mutuals: z.int().nonnegative(),
    decisions: z.int().nonnegative(),
    message: z.string(),
  }),
  z.strictObject({ what: z.literal('apart'), other: z.string() }),
]);
export type OwnShown = z.infer<typeof OwnShown>;
