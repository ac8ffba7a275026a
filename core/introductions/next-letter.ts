// The one letter each stage of an introduction wants, and which may be written at all.
import type { PartialDate } from '#core/shared/dates.ts';
import { isNudgeDue } from './lifecycle.ts';
import type { IntroductionLetter, IntroductionState } from './model.ts';
import { mayBeShown } from './progress.ts';
import type { Progress } from './progress.ts';

type Letters = Readonly<Partial<Record<IntroductionState, IntroductionLetter>>>;

const MADE_BY_OWNER: Letters = {
  idea: 'consent_a',
  fit: 'consent_a',
  asked_a: 'consent_a',
  a_later: 'consent_a',
  a_yes: 'consent_b',
  asked_b: 'consent_b',
  b_later: 'consent_b',
  b_yes: 'introduction',
  introduced: 'introduction',
  outcome: 'thank_you',
};

const LETTERS: Readonly<Record<Progress['direction'], Letters>> = {
  outgoing: MADE_BY_OWNER,
  incoming: { ...MADE_BY_OWNER, idea: 'consent_b', fit: 'consent_b' },
  requested: {
    idea: 'introduction_request',
    asked_a: 'introduction_request',
    a_later: 'introduction_request',
    introduced: 'thank_you',
    replied: 'thank_you',
    met: 'outcome_report',
    outcome: 'thank_you',
  },
};

/** The letter that leads on from here as of a day; undefined where none does. */
export function letterFor(progress: Progress, today: PartialDate): IntroductionLetter | undefined {
  const { direction, state, isThanked } = progress;
  const kind = LETTERS[direction][state];
  if ((state === 'asked_a' || state === 'asked_b') && isNudgeDue(progress, today)) return 'nudge';
  // Thanks come before the report: they are owed at once, how it went only later.
  if (direction === 'requested' && state === 'met' && !isThanked) return 'thank_you';
  return kind === 'thank_you' && isThanked && state !== 'outcome' ? undefined : kind;
}

const ENDED: ReadonlySet<IntroductionState> = new Set(['lapsed', 'closed_no', 'closed']);

/**
 * Whether a letter of this kind may be written now. Only the introduction itself shows one person's address to the other,
 * so it waits for both; after a no there is no letter at all, so nothing of it can reach the other side.
 */
export function mayWrite(progress: Progress, kind: IntroductionLetter): boolean {
  if (ENDED.has(progress.state)) return false;
  return kind !== 'introduction' || (progress.direction !== 'requested' && mayBeShown(progress));
}
