// Whom to ask about an inviter, sparing the goodwill of those who were asked before.
import type { ContactId } from '#core/contacts/model.ts';
import { goodwillFactor, UNTOUCHED } from '#core/introductions/goodwill.ts';
import type { Goodwill } from '#core/introductions/goodwill.ts';
import { atLeast, TIE_LEVELS } from '#core/network/model.ts';
import type { Certainty, TieLevel } from '#core/network/model.ts';
import { daysBetween } from '#core/shared/dates.ts';
import type { Mutual, Reliability } from './model.ts';
import { Policy } from './policy.ts';

/** What of the owner's policy is about asking; the usual one where nobody says otherwise. */
export type AskPolicy = Pick<Policy, 'mutualsAsked' | 'silenceDays'>;
const USUAL: AskPolicy = Policy.parse({});

/** Days before the same person is asked again, about whomever. */
export const ASK_AGAIN_DAYS = 30;
/** As many questions as anybody is left with unanswered. */
const MOST_OPEN = 3;
/** Days after which one reminder is fair. */
export const NUDGE_DAYS = 5;

/** The weakest tie at which asking somebody is fair to them. */
export const ASKABLE: TieLevel = 'acquaintance';

/** Whole days since a mutual was asked; undefined when never, or without a full date. */
export const daysSinceAsked = (mutual: Mutual, today: string): number | undefined =>
  mutual.askedOn === undefined ? undefined : daysBetween(mutual.askedOn, today);

/** Why somebody is not asked now, whoever they are to the owner. */
export type AskStop =
  | { readonly why: 'asked_recently'; readonly days: number }
  | { readonly why: 'too_many_open'; readonly count: number }
  | { readonly why: 'do_not_ask' }
  | { readonly why: 'disowned' }
  | { readonly why: 'works_for'; readonly org: string };

/** Hard stops, the first of which is reason enough; the owner may still ask, and then says why. */
export function stopsOf({ asking, answer }: Mutual, today: string): AskStop[] {
  const stops: AskStop[] = [];
  if (asking?.isNotAsked === true) stops.push({ why: 'do_not_ask' });
  if (answer === 'not_really' || asking?.hasDisowned === true) stops.push({ why: 'disowned' });
  if (asking?.worksAt !== undefined) stops.push({ why: 'works_for', org: asking.worksAt });
  return asking === undefined ? stops : [...stops, ...tooSoon(asking.goodwill, today)];
}

function tooSoon({ lastAskedOn, open }: Goodwill, today: string): AskStop[] {
  const days = lastAskedOn === undefined ? undefined : daysBetween(lastAskedOn, today);
  const isRecent = days !== undefined && days >= 0 && days < ASK_AGAIN_DAYS;
  return [
    ...(isRecent ? [{ why: 'asked_recently', days } as const] : []),
    ...(open >= MOST_OPEN ? [{ why: 'too_many_open', count: open } as const] : []),
  ];
}

/** What speaks for waiting or thanking first, and does not stop an ask. */
export type AskCaution =
  | { readonly why: 'budget_spent'; readonly taken: number }
  | { readonly why: 'thanks_owed'; readonly count: number };

export function cautionsOf({ asking }: Mutual): AskCaution[] {
  const { left, taken, thanksOwed } = asking?.goodwill ?? UNTOUCHED;
  return [
    ...(left === 0 ? [{ why: 'budget_spent', taken } as const] : []),
    ...(thanksOwed > 0 ? [{ why: 'thanks_owed', count: thanksOwed } as const] : []),
  ];
}

/** Whether an ask is one the owner gives a reason for: against a stop, over the year's budget, or with thanks owed. */
export const wantsReason = (mutual: Mutual, today: string): boolean =>
  stopsOf(mutual, today).length > 0 || cautionsOf(mutual).length > 0;

/** What the score of an ask is made of. */
export interface AskFacts {
  /** The owner's tie to whoever is asked. */
  readonly ownerLevel: TieLevel;
  /** What is on record between them and the inviter. */
  readonly knows: { readonly level: TieLevel; readonly certainty: Certainty };
  readonly reliability: Reliability;
  readonly goodwill: Goodwill;
}

/** LinkedIn connects the two: of such pairs about this share know each other. */
const CONNECTED_KNOW = 0.3;
const CERTAINTY: Readonly<Record<Certainty, number>> = { likely: 0.7, recorded: 0.85, stated: 1 };

const height = (level: TieLevel): number => TIE_LEVELS.indexOf(level) / (TIE_LEVELS.length - 1);

/**
 * How likely it is that they really know the inviter, in (0, 1]: by what is on record, never less than being connected
 * says, and less the more often they did not know people they were shown to know.
 */
function likelyKnows({ knows, reliability: { answers, disowned } }: AskFacts): number {
  const recorded = height(knows.level) * CERTAINTY[knows.certainty];
  return Math.max(CONNECTED_KNOW, recorded) * ((answers - disowned + 2) / (answers + 2));
}

/**
 * How well somebody is chosen to be asked about an inviter: the owner's level with them × how likely they know the
 * inviter × goodwill ÷ recent asks (one more than there were, so that none divides by one). Zero for a stranger of the
 * owner's; only the order means anything.
 */
export const askScore = (facts: AskFacts): number =>
  (height(facts.ownerLevel) * likelyKnows(facts) * goodwillFactor(facts.goodwill)) /
  (1 + facts.goodwill.recent);

const NOTHING_ON_RECORD = { level: 'unknown', certainty: 'recorded' } as const;

const scoreOf = ({ ownerLevel, asking }: Mutual): number =>
  askScore({
    ownerLevel,
    knows: asking?.knows ?? NOTHING_ON_RECORD,
    reliability: asking?.reliability ?? { answers: 0, disowned: 0 },
    goodwill: asking?.goodwill ?? UNTOUCHED,
  });

/**
 * Mutual connections worth asking, best first by `askScore`; with those who have been asked and may still answer at
 * most as many as the policy says. Proposed is who is matched to a person in the book, known to the owner at least as an acquaintance, has
 * given no answer that would be repeated, and whom nothing stops. The name breaks ties, so the order never depends on
 * the order of the input.
 */
export function askWhom(
  mutuals: readonly Mutual[],
  today: string,
  policy: AskPolicy = USUAL,
): { contactId: ContactId; fn: string }[] {
  const seen = new Set<ContactId>();
  const waiting = mutuals.filter((mutual) => isWaiting(mutual, today, policy.silenceDays)).length;
  return mutuals
    .filter((mutual) => isAskable(mutual, today))
    .toSorted(
      (a, b) =>
        scoreOf(b) - scoreOf(a) ||
        Number(a.askedOn !== undefined) - Number(b.askedOn !== undefined) ||
        (a.fn < b.fn ? -1 : Number(a.fn > b.fn)) ||
        a.id - b.id,
    )
    .flatMap(({ contactId, fn }) => {
      if (contactId === undefined || seen.has(contactId)) return [];
      seen.add(contactId);
      return [{ contactId, fn }];
    })
    .slice(0, Math.max(0, policy.mutualsAsked - waiting));
}

function isWaiting(mutual: Mutual, today: string, silenceDays: number): boolean {
  const days = daysSinceAsked(mutual, today);
  return mutual.answer === undefined && days !== undefined && days < silenceDays;
}

function isAskable(mutual: Mutual, today: string): boolean {
  if (mutual.contactId === undefined || !atLeast(mutual.ownerLevel, ASKABLE)) return false;
  if (mutual.answer !== undefined && mutual.answer !== 'no_reply') return false;
  if (stopsOf(mutual, today).length > 0) return false;
  const days = daysSinceAsked(mutual, today);
  if (mutual.askedOn === undefined) return mutual.answer === undefined;
  return days !== undefined && days >= ASK_AGAIN_DAYS;
}

/** Where the question to somebody stands, for whoever asked it. */
export type ReferenceStep = 'untried' | 'waiting' | 'nudge' | 'nudged' | 'silent' | 'answered';

/**
 * Waiting until day five; then one reminder is offered, never a second; after as many days as the owner's policy
 * says (ten) silence counts as an answer. A question without a full date is only ever waiting.
 */
export function referenceStep(mutual: Mutual, today: string, silenceDays = USUAL.silenceDays): ReferenceStep {
  if (mutual.answer !== undefined) return mutual.answer === 'no_reply' ? 'silent' : 'answered';
  if (mutual.askedOn === undefined) return 'untried';
  const days = daysSinceAsked(mutual, today) ?? 0;
  if (days >= silenceDays) return 'silent';
  if (mutual.nudgedOn !== undefined) return 'nudged';
  return days >= NUDGE_DAYS ? 'nudge' : 'waiting';
}
