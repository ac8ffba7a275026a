// Introductions with both sides' consent, and the letters that ask for it. Nothing here is ever sent.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EncounterId } from '#core/events/model.ts';
import { InvitationId } from '#core/invitations/model.ts';
import { idOf } from '#core/shared/brand.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';

export const IntroductionId = idOf('Introduction');
export type IntroductionId = z.infer<typeof IntroductionId>;

/**
 * Who brings whom together. `outgoing`: the owner introduces A and B. `incoming`: A has asked the owner to be introduced
 * to B. `requested`: the owner asks A for an introduction to B.
 */
export const IntroductionDirection = z.enum(['outgoing', 'incoming', 'requested']);
export type IntroductionDirection = z.infer<typeof IntroductionDirection>;

/** Double opt-in, in order: B is asked only after A said yes, and they meet only after both did. */
export const IntroductionState = z.enum([
  'idea',
  /** Worth it to both, as the owner says after looking at what speaks against it. */
  'fit',
  'asked_a',
  /** "Not now": comes back on a day. */
  'a_later',
  'a_yes',
  'asked_b',
  'b_later',
  'b_yes',
  'introduced',
  'replied',
  'met',
  'outcome',
  'thanked',
  'lapsed',
  'closed_no',
  'closed',
]);
export type IntroductionState = z.infer<typeof IntroductionState>;

export const IntroductionStep = z.enum([
  /** A asked the owner: the first step of `incoming`, and A's consent. */
  'a_asks',
  'check_fit',
  'ask_a',
  'nudge_a',
  'a_says_yes',
  'a_says_later',
  'a_says_no',
  /** A is not asked: they like to be introduced, or the owner says why. */
  'skip_a',
  'ask_b',
  'nudge_b',
  'b_says_yes',
  'b_says_later',
  'b_says_no',
  'skip_b',
  /** The owner would rather not do what A asked. */
  'decline',
  'introduce',
  'first_reply',
  'meet',
  /** What became of it: told to the owner, or by the owner to whoever introduced them. */
  'outcome',
  'tell_outcome',
  'thank',
  'lapse',
  'close',
]);
export type IntroductionStep = z.infer<typeof IntroductionStep>;

export const IntroductionForm = z.strictObject({
  direction: IntroductionDirection.default('outgoing'),
  a: ContactId,
  b: ContactId,
  purpose: z.string().trim().max(2000).default(''),
  /** What is in it for each of them, in the owner's words. */
  benefitA: z.string().trim().max(2000).default(''),
  benefitB: z.string().trim().max(2000).default(''),
});
export type IntroductionForm = z.infer<typeof IntroductionForm>;

/** A step that was taken. `note` is private: why a rule was set aside, or how it ended. */
export const LoggedStep = z.strictObject({
  step: IntroductionStep,
  at: DateTime,
  note: z.string(),
  /** After "not now": the day it is to be asked again. */
  until: PartialDate.optional(),
});
export type LoggedStep = z.infer<typeof LoggedStep>;

export const Introduction = IntroductionForm.extend({
  id: IntroductionId,
  fnA: z.string(),
  fnB: z.string(),
  state: IntroductionState,
  /** What may happen next, by the state machine. */
  steps: z.array(IntroductionStep),
  log: z.array(LoggedStep),
});
export type Introduction = z.infer<typeof Introduction>;

export const DraftKind = z.enum([
  'reference_request',
  'reference_nudge',
  'ask_inviter',
  'decline_polite',
  'acceptance',
  'ask_introducer',
  'verify_identity',
  'introduction_request',
  'consent_a',
  'consent_b',
  'introduction',
  'follow_up',
  'brief_note',
  'reintroduce',
  'nudge',
  'thank_you',
  'outcome_report',
]);
export type DraftKind = z.infer<typeof DraftKind>;

/** Where a brief note goes: into an invitation on LinkedIn, which takes 300 characters, or into a mail. */
export const NoteChannel = z.enum(['linkedin_note', 'email']);
export type NoteChannel = z.infer<typeof NoteChannel>;

const OwnWords = z.string().trim().max(300).default('');

/** The letters on the way of an introduction. */
export const IntroductionLetter = DraftKind.extract([
  'introduction_request',
  'consent_a',
  'consent_b',
  'nudge',
  'introduction',
  'thank_you',
  'outcome_report',
]);
export type IntroductionLetter = z.infer<typeof IntroductionLetter>;

/** What a letter is about. The book fills in the facts; nothing is invented. */
export const DraftRequest = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('invitation'),
    kind: z.enum([
      'reference_request',
      'reference_nudge',
      'ask_inviter',
      'decline_polite',
      'acceptance',
      'ask_introducer',
      'verify_identity',
    ]),
    invitationId: InvitationId,
    /** For `reference_request`, `reference_nudge`, `ask_introducer` and `verify_identity`: whom to write to. */
    to: ContactId.optional(),
  }),
  z.strictObject({
    about: z.literal('introduction'),
    kind: IntroductionLetter,
    introductionId: IntroductionId,
  }),
  z.strictObject({
    about: z.literal('path'),
    kind: z.literal('introduction_request'),
    to: ContactId,
    via: ContactId,
    purpose: OwnWords,
  }),
  z.strictObject({
    about: z.literal('person'),
    kind: z.literal('brief_note'),
    to: ContactId,
    by: NoteChannel.optional(),
    why: OwnWords,
    purpose: OwnWords,
  }),
  z.strictObject({
    /** Somebody who is not in the book. */
    about: z.literal('stranger'),
    kind: z.enum(['brief_note', 'introduction_request']),
    fn: z.string().trim().max(300),
    org: z.string().trim().max(300).default(''),
    /** For `introduction_request`: whom to ask. */
    via: ContactId.optional(),
    by: NoteChannel.optional(),
    why: OwnWords,
    purpose: OwnWords,
  }),
  z.strictObject({
    about: z.literal('meeting'),
    kind: z.literal('follow_up'),
    encounterId: EncounterId,
  }),
  /** To somebody one is connected with and does not know. */
  z.strictObject({ about: z.literal('connection'), kind: z.literal('reintroduce'), to: ContactId }),
]);
export type DraftRequest = z.infer<typeof DraftRequest>;

export const Recipient = z.strictObject({ fn: z.string(), email: z.string() });
export type Recipient = z.infer<typeof Recipient>;

/** A letter ready to be edited: plain text, for a person to read, change and send themselves. */
export const Draft = z.strictObject({
  kind: DraftKind,
  channel: z.enum(['linkedin_note', 'linkedin_message', 'email']),
  to: z.array(Recipient),
  /** Who may read along, seen by the others or not; whoever brought people together belongs into the latter. */
  cc: z.array(Recipient).optional(),
  bcc: z.array(Recipient).optional(),
  subject: z.string(),
  body: z.string(),
  /** Longest text the channel takes, in UTF-16 code units; absent where there is none. */
  limit: z.int().positive().optional(),
});
export type Draft = z.infer<typeof Draft>;
