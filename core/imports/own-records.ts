// What a book holds besides people and the diary, as our own file carries it: invitations with all that was decided and
// answered about them, introductions, who is kept apart, and the owner's letters, saved views and rules.
import { z } from 'zod';
import { Policy } from '#core/invitations/policy.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { AboutProfile, Answer, Decision, InvitationState, Reason, Vetting } from '#core/invitations/model.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { TemplateForm } from '#core/introductions/own-letters.ts';
import { IntroductionDirection, IntroductionState, LoggedStep } from '#core/introductions/model.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';

/** A query with a name; as long as the book takes either. */
export const ViewSaid = z.object({
  name: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(1000),
});
type ViewSaid = z.infer<typeof ViewSaid>;

/** A letter in the owner's own words. */
export const TemplateSaid = z.object(TemplateForm.shape);
type TemplateSaid = z.infer<typeof TemplateSaid>;

/** The words one policy is made of. */
export const PolicySaid = z.object(Policy.shape);

/** Longer texts are nobody's: the book takes none of its owner that is as long. */
const LONGEST = 20_000;
const clipped = (text: string): string => text.slice(0, LONGEST).toWellFormed();
const Text = z.string().default('').transform(clipped);

/** All that is said of an introduction, but for between whom. */
export const IntroductionSaid = z.object({
  direction: IntroductionDirection,
  purpose: Text,
  benefitA: Text,
  benefitB: Text,
  state: IntroductionState,
  /** Tells one introduction of two people from another. */
  createdAt: DateTime,
  /** What happened, in its order. */
  steps: z.array(z.object(LoggedStep.shape)).max(500).default([]),
});
type IntroductionSaid = z.infer<typeof IntroductionSaid>;

/** All that is said of an invitation, but for whom it names and what was decided about it. */
export const InvitationSaid = z.object({
  direction: z.enum(['incoming', 'outgoing']),
  /** Whose it is: never the owner's name. */
  fn: z.string().trim().min(1).transform(clipped),
  url: Text,
  email: Text,
  headline: Text,
  org: Text,
  location: Text,
  message: Text,
  sentAt: DateTime.optional(),
  mutualCount: z.int().nonnegative().optional(),
  aboutProfile: AboutProfile.default({}).catch({}),
  state: InvitationState,
  source: z.enum(['archive', 'typed']),
  createdAt: DateTime,
});
type InvitationSaid = z.infer<typeof InvitationSaid>;

/** All that is said of a mutual connection, but for who in the book they are. */
export const MutualSaid = z.object({
  name: z.string().min(1).transform(clipped),
  answer: Answer.optional(),
  askedOn: PartialDate.optional(),
  nudgedOn: PartialDate.optional(),
  answeredOn: PartialDate.optional(),
  quoteShareable: z.boolean().default(false),
  quote: Text,
});
type MutualSaid = z.infer<typeof MutualSaid>;

/** All that is said of a decision, but for the verdict that was on the screen. */
export const DecisionSaid = z.object({
  decision: Decision,
  reason: Text,
  decidedAt: DateTime,
  hindsight: Hindsight.optional(),
  hindsightOn: PartialDate.optional(),
});
type DecisionSaid = z.infer<typeof DecisionSaid>;

/** A verdict without what leads to people and events of one very book. */
export const VettingSaid = z.object(Vetting.omit({ reasons: true, askWhom: true }).shape);
export const ReasonSaid = z.object(Reason.omit({ source: true, batchId: true }).shape);

/** Where a reason can be opened, in whatever words people and events are spoken of. */
export type SourceOf<Person, Event> =
  | { readonly kind: 'contact'; readonly person: Person }
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'invitation' };

type ReasonOf<Person, Event> = z.infer<typeof ReasonSaid> & {
  readonly source?: SourceOf<Person, Event> | undefined;
};

export type VettingOf<Person, Event> = z.infer<typeof VettingSaid> & {
  readonly reasons: readonly ReasonOf<Person, Event>[];
  readonly askWhom: readonly { readonly person: Person; readonly fn: string }[];
};

export type MutualOf<Person> = MutualSaid & { readonly person?: Person | undefined };

export type DecisionOf<Person, Event> = DecisionSaid & { readonly vetting: VettingOf<Person, Event> };

/** An invitation with everything that became of it. */
export interface InvitationOf<Person, Event> extends InvitationSaid {
  readonly what: 'vetting';
  readonly mutuals: readonly MutualOf<Person>[];
  /** The oldest first. */
  readonly decisions: readonly DecisionOf<Person, Event>[];
  /** Planned: the book has it already, and nothing was asked or decided about it there. */
  readonly known?: InvitationId;
}

export interface IntroductionOf<Person> extends IntroductionSaid {
  readonly what: 'introduction';
  readonly a: Person;
  readonly b: Person;
}

/** Two of whom the owner has said that they are not one. */
export interface ApartOf<Person> {
  readonly what: 'apart';
  readonly a: Person;
  readonly b: Person;
  readonly decidedAt: DateTime;
}

export interface OwnView extends ViewSaid {
  readonly what: 'view';
}

export interface OwnTemplate extends TemplateSaid {
  readonly what: 'template';
}

/** The policy in force and those before it, the oldest first: old decisions say which of them they were made by. */
export interface OwnPolicy {
  readonly what: 'policy';
  readonly policy: Policy;
  readonly before: readonly Policy[];
}

/** What a record of these may be about, in the order in which they are brought in. */
export const OWN = ['view', 'template', 'policy', 'introduction', 'vetting', 'apart'] as const;

export type OwnOf<Person, Event> =
  | OwnView
  | OwnTemplate
  | OwnPolicy
  | IntroductionOf<Person>
  | InvitationOf<Person, Event>
  | ApartOf<Person>;

/** How people and events are spoken of on the other side; undefined where they are not there. */
export interface Translation<Person, Event, ToPerson, ToEvent> {
  readonly person: (person: Person) => ToPerson | undefined;
  readonly event: (event: Event) => ToEvent | undefined;
}
