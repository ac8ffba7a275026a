// Was it right? What the owner says of decisions months later, counted for each rule; nothing adapts by itself.
import { z } from 'zod';
import type { DateTime } from '#core/shared/dates.ts';
import { isAsAdvised } from './advice.ts';
import { Decision, RULE_IDS, RuleId, Verdict } from './model.ts';

export const Hindsight = z.enum(['right', 'wrong', 'unsure']);
export type Hindsight = z.infer<typeof Hindsight>;

/** Days after a decision before anybody can say whether it was right. */
export const HINDSIGHT_DAYS = 90;
/** Decisions asked about at once: a question now and then, not a form. */
export const ASKED_AT_ONCE = 3;
/** Decisions that conclude; of a question nobody asks whether it was right. */
export const CONCLUDING = ['accept', 'decline', 'ignore'] as const satisfies readonly Decision[];

/** The moment before which a decision must have been taken to be asked about `now`. */
export const dueBefore = (now: DateTime): DateTime =>
  new Date(Date.parse(now) - HINDSIGHT_DAYS * 86_400_000).toISOString();

/** A decision with the rule that decided the verdict on the screen, and what the owner says of it since. */
export interface Judged {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly decision: Decision;
  readonly hindsight: Hindsight;
}

export const Tally = z.strictObject({
  right: z.int().nonnegative(),
  wrong: z.int().nonnegative(),
  unsure: z.int().nonnegative(),
});
export type Tally = z.infer<typeof Tally>;

/** How decisions under one rule turned out: those that did what it advised, and those that did otherwise. */
export const RuleRecord = z.strictObject({ rule: RuleId, followed: Tally, against: Tally });
export type RuleRecord = z.infer<typeof RuleRecord>;

const NONE: Tally = { right: 0, wrong: 0, unsure: 0 };
const plusOne = (tally: Tally, hindsight: Hindsight): Tally => ({
  ...tally,
  [hindsight]: tally[hindsight] + 1,
});

/** The record of every rule that has one, in the order of the rules; the order of `judged` never matters. */
export function recordsByRule(judged: readonly Judged[]): RuleRecord[] {
  const records = new Map<RuleId, RuleRecord>();
  for (const { rule, verdict, decision, hindsight } of judged) {
    const before = records.get(rule) ?? { rule, followed: NONE, against: NONE };
    const side = isAsAdvised(decision, verdict) ? 'followed' : 'against';
    records.set(rule, { ...before, [side]: plusOne(before[side], hindsight) });
  }
  return RULE_IDS.flatMap((rule) => records.get(rule) ?? []);
}

/** Fewer answers than this are counted, never turned into a percentage. */
const ENOUGH_FOR_SHARE = 20;

/** Of how many that could be told how many were right; `percent` (0–100, whole) only of at least twenty. */
export function hitsOf({ right, wrong }: Tally): {
  readonly right: number;
  readonly of: number;
  readonly percent?: number;
} {
  const of = right + wrong;
  return { right, of, ...(of < ENOUGH_FOR_SHARE ? {} : { percent: Math.round((100 * right) / of) }) };
}
