// Introductions with both sides' consent, and the letters that ask for it. Nothing here is ever sent.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EncounterId } from '#core/events/model.ts';
import { InvitationId } from '#core/invitations/model.ts';
import { Address } from '#core/manners/model.ts';
import { idOf } from '#core/shared/brand.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';
import { LetterTemplateId, WordsChoice } from './letter-words.ts';
import { ReplyOffer } from './reply.ts';

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
  /** A, who asked, has been told that it will not come about; never why. */
  'tell_no',
  'introduce',
  /** The owner has written to B first, with whoever introduced them in Bcc. */
  'move_to_bcc',
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
  'ask_inviter',
  'decline_polite',
  'acceptance',
  'ask_introducer',
  'verify_identity',
  'introduction_request',
  'consent_a',
  'consent_b',
  'introduction',
  'moving_to_bcc',
  'decline_introduction',
  'follow_up',
  'thank_you',
  'outcome_report',
  'reconnect',
  'reintroduce',
  'brief_note',
  'nudge',
]);
export type DraftKind = z.infer<typeof DraftKind>;

/** ISO 639-1: the languages letters are written in. */
export const LetterLanguage = z.enum(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']);
export type LetterLanguage = z.infer<typeof LetterLanguage>;

export const Tone = z.enum(['short', 'warm', 'formal']);
export type Tone = z.infer<typeof Tone>;

/** Where a letter goes. A note goes with an invitation on LinkedIn, an InMail to somebody one is not connected with. */
export const LetterChannel = z.enum(['linkedin_note', 'linkedin_message', 'inmail', 'email', 'messenger']);
export type LetterChannel = z.infer<typeof LetterChannel>;

/** How a letter is written. */
export const LetterStyle = z.strictObject({
  language: LetterLanguage,
  tone: Tone,
  address: Address,
  channel: LetterChannel,
});
export type LetterStyle = z.infer<typeof LetterStyle>;

/** What of it the owner has chosen; the rest follows from the reader's card and the kind of letter. */
const StyleChoice = LetterStyle.partial().extend({ words: WordsChoice.optional() });
export type StyleChoice = z.infer<typeof StyleChoice>;
const style = StyleChoice.optional();

/** Where a brief note goes: into an invitation on LinkedIn, or into a mail. */
export const NoteChannel = z.enum(['linkedin_note', 'email']);
export type NoteChannel = z.infer<typeof NoteChannel>;

const OwnWords = z.string().trim().max(2000).default('');

/** The letters that can be written to anybody in the book. */
export const PersonalKind = z.enum([
  'reconnect',
  'thank_you',
  'outcome_report',
  'nudge',
  'reintroduce',
  'brief_note',
]);
export type PersonalKind = z.infer<typeof PersonalKind>;

/** The letters on the way of an introduction. */
export const IntroductionLetter = DraftKind.extract([
  'introduction_request',
  'consent_a',
  'consent_b',
  'nudge',
  'introduction',
  'moving_to_bcc',
  'decline_introduction',
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
      'nudge',
      'ask_inviter',
      'decline_polite',
      'acceptance',
      'ask_introducer',
      'verify_identity',
    ]),
    invitationId: InvitationId,
    /** For `reference_request`, `nudge`, `ask_introducer` and `verify_identity`: whom to write to. */
    to: ContactId.optional(),
    style,
  }),
  z.strictObject({
    about: z.literal('introduction'),
    kind: IntroductionLetter,
    introductionId: IntroductionId,
    /** For `decline_introduction`: what the owner can do instead, in their words. */
    offer: OwnWords.optional(),
    style,
  }),
  z.strictObject({
    about: z.literal('path'),
    kind: z.literal('introduction_request'),
    to: ContactId,
    via: ContactId,
    purpose: OwnWords,
    style,
  }),
  z.strictObject({
    about: z.literal('meeting'),
    kind: z.literal('follow_up'),
    encounterId: EncounterId,
    style,
  }),
  z.strictObject({
    about: z.literal('person'),
    kind: PersonalKind,
    to: ContactId,
    /** Whom it is about: who was introduced or asked about. */
    other: ContactId.optional(),
    /** For `brief_note`: where it goes, where no way is chosen. */
    by: NoteChannel.optional(),
    /** For `brief_note`: why this very person. */
    why: OwnWords,
    /** In the owner's words: what for, or what became of it. */
    purpose: OwnWords,
    style,
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
    style,
  }),
]);
export type DraftRequest = z.infer<typeof DraftRequest>;

export const Recipient = z.strictObject({ fn: z.string(), email: z.string() });
export type Recipient = z.infer<typeof Recipient>;

const FactName = z.enum([
  'reader',
  'other',
  'other_role',
  'me_known',
  'event',
  'when',
  'topic',
  'introducer',
  'ways',
  'profile',
  'why',
  'purpose',
  'benefit',
  'offer',
]);

/** A fact a letter says, and which record of the book it is from. */
export const LetterFact = z.strictObject({
  name: FactName,
  value: z.string(),
  from: z.enum(['card', 'meeting', 'invitation', 'introduction', 'reference', 'calendar', 'own_words']),
});
export type LetterFact = z.infer<typeof LetterFact>;

const DraftWords = z.strictObject({
  used: WordsChoice,
  own: z.array(
    z.strictObject({ id: LetterTemplateId, name: z.string(), language: LetterLanguage, tone: Tone }),
  ),
});

/** A letter ready to be edited: plain text, for a person to read, change and send themselves. */
export const Draft = z.strictObject({
  kind: DraftKind,
  style: LetterStyle,
  /** The ways this kind of letter can go. */
  channels: z.array(LetterChannel),
  channel: LetterChannel,
  to: z.array(Recipient),
  /** Who may read along, seen by the others or not; whoever brought people together belongs into the latter. */
  cc: z.array(Recipient).optional(),
  bcc: z.array(Recipient).optional(),
  subject: z.string(),
  body: z.string(),
  /** What the book filled in. */
  facts: z.array(LetterFact),
  /** Longest text the channel takes, in UTF-16 code units; absent where there is none. */
  limit: z.int().positive().optional(),
  /** Whose words it is in, where the owner has own ones for this kind of letter. */
  words: DraftWords.optional(),
  /** The letter of its reader's that it can answer, where the book knows one. */
  reply: ReplyOffer.optional(),
});
export type Draft = z.infer<typeof Draft>;
