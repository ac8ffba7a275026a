// The one letter each stage of an introduction wants, and which may be written at all.
import type { PartialDate } from '#core/shared/dates.ts';
import { isNudgeDue } from './lifecycle.ts';
import type { IntroductionLetter, IntroductionState } from './model.ts';
import { mayBeShown, mayBeTold } from './progress.ts';
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
    introduced: 'moving_to_bcc',
    replied: 'thank_you',
    met: 'outcome_report',
    outcome: 'thank_you',
  },
};

/** The letter that leads on from here as of a day; undefined where none does. */
export function letterFor(progress: Progress, today: PartialDate): IntroductionLetter | undefined {
  const { direction, state } = progress;
  if (mayBeTold(progress)) return progress.isTold ? undefined : 'decline_introduction';
  if ((state === 'asked_a' || state === 'asked_b') && isNudgeDue(progress, today)) return 'nudge';
  return stillOwed(LETTERS[direction][state], progress);
}

/** Whoever asked writes first, within days; then come thanks, which are owed at once, and how it went only later. */
function stillOwed(
  kind: IntroductionLetter | undefined,
  { direction, state, isThanked, isMovedToBcc }: Progress,
): IntroductionLetter | undefined {
  const isThanksDue = direction === 'requested' && state === 'met' && !isThanked;
  const due = isThanksDue || (kind === 'moving_to_bcc' && isMovedToBcc) ? 'thank_you' : kind;
  return due === 'thank_you' && isThanked && state !== 'outcome' ? undefined : due;
}

const AFTER: ReadonlySet<IntroductionState> = new Set(['introduced', 'replied', 'met', 'outcome']);

const ENDED: ReadonlySet<IntroductionState> = new Set(['lapsed', 'closed_no', 'closed']);

/**
 * Whether a letter of this kind may be written now. Only the introduction itself shows one person's address to the other,
 * so it waits for both. After a no there is no letter, so nothing of it can reach the other side, but the one that tells who waits
 * that it will not come about, which knows of no reason.
 */
export function mayWrite(progress: Progress, kind: IntroductionLetter): boolean {
  if (kind === 'decline_introduction') return mayBeTold(progress);
  if (ENDED.has(progress.state)) return false;
  if (kind === 'moving_to_bcc') return progress.direction === 'requested' && AFTER.has(progress.state);
  return kind !== 'introduction' || (progress.direction !== 'requested' && mayBeShown(progress));
}
