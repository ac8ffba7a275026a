// Double opt-in as a state machine: B is asked only after A said yes, and they meet only after both did.
import type { IntroductionPolicy } from '#core/manners/model.ts';
import { daysBetween } from '#core/shared/dates.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { IntroductionDirection, IntroductionState, IntroductionStep } from './model.ts';
import { mayBeTold } from './progress.ts';
import type { Progress, Side } from './progress.ts';

type Steps = Readonly<Partial<Record<IntroductionStep, IntroductionState>>>;
type Transitions = Readonly<Record<IntroductionState, Steps>>;

/** Days of silence before the one reminder, and after it before the question is let go. */
export const SILENCE_DAYS = 10;

const END: Steps = {};

/** From being introduced to thanks; `told` is how the outcome becomes known. Thanks may come at any time, once. */
const afterwards = (told: 'outcome' | 'tell_outcome') => ({
  introduced: {
    first_reply: 'replied',
    meet: 'met',
    [told]: 'outcome',
    thank: 'introduced',
    close: 'closed',
  } as Steps, // a computed key widens to string
  replied: { meet: 'met', [told]: 'outcome', thank: 'replied', close: 'closed' } as Steps, // as above
  met: { [told]: 'outcome', thank: 'met', close: 'closed' } as Steps, // as above
  outcome: { thank: 'thanked', close: 'closed' } as Steps, // as above
  thanked: END,
  closed_no: END,
  closed: END,
  lapsed: END,
});

const ASKING_B = {
  a_yes: { ask_b: 'asked_b', skip_b: 'b_yes', close: 'closed' },
  asked_b: {
    b_says_yes: 'b_yes',
    b_says_later: 'b_later',
    b_says_no: 'closed_no',
    nudge_b: 'asked_b',
    skip_b: 'b_yes',
    lapse: 'lapsed',
    close: 'closed',
  },
  b_later: { ask_b: 'asked_b', b_says_yes: 'b_yes', b_says_no: 'closed_no', close: 'closed' },
  b_yes: { introduce: 'introduced', close: 'closed' },
} as const satisfies Partial<Transitions>;

const OUTGOING: Transitions = {
  ...afterwards('outcome'),
  ...ASKING_B,
  idea: { ask_a: 'asked_a', check_fit: 'fit', skip_a: 'a_yes', close: 'closed' },
  fit: { ask_a: 'asked_a', skip_a: 'a_yes', close: 'closed' },
  asked_a: {
    a_says_yes: 'a_yes',
    a_says_later: 'a_later',
    a_says_no: 'closed_no',
    nudge_a: 'asked_a',
    skip_a: 'a_yes',
    lapse: 'lapsed',
    close: 'closed',
  },
  a_later: { ask_a: 'asked_a', a_says_yes: 'a_yes', a_says_no: 'closed_no', close: 'closed' },
};

/** A has agreed by asking. */
const INCOMING: Transitions = {
  ...OUTGOING,
  idea: { ask_b: 'asked_b', check_fit: 'fit', skip_b: 'b_yes', decline: 'closed_no', close: 'closed' },
  fit: { ask_b: 'asked_b', skip_b: 'b_yes', decline: 'closed_no', close: 'closed' },
  asked_a: END,
  a_later: END,
  a_yes: END,
};

const AFTERWARDS_FOR = afterwards('tell_outcome');

/** B is for A to ask; an introduction that is made without a yes before it is one. */
const REQUESTED: Transitions = {
  ...AFTERWARDS_FOR,
  introduced: { move_to_bcc: 'introduced', ...AFTERWARDS_FOR.introduced },
  idea: { ask_a: 'asked_a', close: 'closed' },
  fit: END,
  asked_a: {
    a_says_yes: 'a_yes',
    introduce: 'introduced',
    a_says_later: 'a_later',
    a_says_no: 'closed_no',
    nudge_a: 'asked_a',
    lapse: 'lapsed',
    close: 'closed',
  },
  a_later: {
    ask_a: 'asked_a',
    a_says_yes: 'a_yes',
    introduce: 'introduced',
    a_says_no: 'closed_no',
    close: 'closed',
  },
  a_yes: { introduce: 'introduced', b_says_no: 'closed_no', close: 'closed' },
  asked_b: END,
  b_later: END,
  b_yes: END,
};

const TRANSITIONS: Readonly<Record<IntroductionDirection, Transitions>> = {
  outgoing: OUTGOING,
  incoming: INCOMING,
  requested: REQUESTED,
};

const LATE: Readonly<Record<Side, Steps>> = {
  a: { a_says_yes: 'a_yes', a_says_no: 'closed_no' },
  b: { b_says_yes: 'b_yes', b_says_no: 'closed_no' },
};

/** After a no, or when it has lapsed, who waits for it can be told; then only whoever had been asked can still say something. */
function transitionsFrom(progress: Progress): Steps {
  const { direction, state, asked } = progress;
  const late = asked === undefined ? END : LATE[asked.side];
  const steps = state === 'lapsed' ? late : TRANSITIONS[direction][state];
  return mayBeTold(progress) ? { ...steps, tell_no: 'closed_no' } : steps;
}

const isSilent = (since: string | undefined, today: PartialDate): boolean =>
  since !== undefined && (daysBetween(since.slice(0, 10), today) ?? 0) >= SILENCE_DAYS;

/** Whether the one reminder is due: ten days of silence, and none sent since the question. */
export const isNudgeDue = ({ asked, nudgedAt }: Progress, today: PartialDate): boolean =>
  nudgedAt === undefined && isSilent(asked?.at, today);

/** Whether the question may be let go: reminded once, and ten more days of silence. */
export const isLapseDue = ({ nudgedAt }: Progress, today: PartialDate): boolean => isSilent(nudgedAt, today);

function isTime(progress: Progress, step: IntroductionStep, today: PartialDate): boolean {
  switch (step) {
    case 'nudge_a':
    case 'nudge_b':
      return isNudgeDue(progress, today);
    case 'lapse':
      return isLapseDue(progress, today);
    case 'thank':
      return progress.state === 'outcome' || !progress.isThanked;
    case 'move_to_bcc':
      return !progress.isMovedToBcc;
    case 'tell_no':
      return !progress.isTold;
    default:
      return true;
  }
}

/** What may happen next as of a day, in the order to offer it; nothing once an introduction is closed. */
export function stepsFrom(progress: Progress, today: PartialDate): IntroductionStep[] {
  // The keys of a transition table are the steps it was written with.
  const steps = Object.keys(transitionsFrom(progress)) as IntroductionStep[];
  return steps.filter((step) => isTime(progress, step, today));
}

/** The state after a step, or undefined where the step is not allowed: the caller answers with a conflict. */
export const advance = (
  progress: Progress,
  step: IntroductionStep,
  today: PartialDate,
): IntroductionState | undefined =>
  isTime(progress, step, today) ? transitionsFrom(progress)[step] : undefined;

const SKIPPED: Readonly<Partial<Record<IntroductionStep, Side>>> = { skip_a: 'a', skip_b: 'b' };

/**
 * Whether a step has to say why: somebody is not asked although they have not said that they like to be introduced.
 * `policies` are what the owner knows of the two.
 */
export function needsReason(
  step: IntroductionStep,
  policies: Readonly<Record<Side, IntroductionPolicy>>,
): boolean {
  const side = SKIPPED[step];
  return side !== undefined && policies[side] !== 'just-send';
}

/** Steps that lead towards an introduction the owner makes or asks for: what the owner has said of the two counts for them. */
export const LEADS_ON: ReadonlySet<IntroductionStep> = new Set([
  'a_asks',
  'ask_a',
  'skip_a',
  'ask_b',
  'skip_b',
  'introduce',
]);
