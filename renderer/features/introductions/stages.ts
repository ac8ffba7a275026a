// The stages of the board: what the states of an introduction mean to whoever looks at all of them.
import type {
  Introduction,
  IntroductionDirection,
  IntroductionState,
  IntroductionStep,
} from '#core/introductions/model.ts';

export const STAGES = ['idea', 'first', 'second', 'introduced', 'closed'] as const;
type Stage = (typeof STAGES)[number];

const STAGE_OF: Readonly<Record<IntroductionState, Stage>> = {
  idea: 'idea',
  fit: 'idea',
  asked_a: 'first',
  a_later: 'first',
  a_yes: 'first',
  asked_b: 'second',
  b_later: 'second',
  b_yes: 'second',
  introduced: 'introduced',
  replied: 'introduced',
  met: 'introduced',
  outcome: 'introduced',
  thanked: 'closed',
  lapsed: 'closed',
  closed_no: 'closed',
  closed: 'closed',
};

export const stageOf = (state: IntroductionState): Stage => STAGE_OF[state];

/** By stage, open ones first; within a stage the newest first, as the book lists them. */
export const byStage = (introductions: readonly Introduction[]): Introduction[] =>
  introductions.toSorted((a, b) => STAGES.indexOf(stageOf(a.state)) - STAGES.indexOf(stageOf(b.state)));

const HELPFUL: readonly IntroductionStep[] = [
  'tell_no',
  'nudge_a',
  'nudge_b',
  'ask_a',
  'a_says_yes',
  'ask_b',
  'b_says_yes',
  'introduce',
];
/** Once they know each other: who was introduced writes first, and then thanks are owed. */
const AFTERWARDS: readonly IntroductionStep[] = ['first_reply', 'meet', 'outcome', 'thank'];
const AFTERWARDS_FOR: readonly IntroductionStep[] = [
  'move_to_bcc',
  'thank',
  'first_reply',
  'meet',
  'tell_outcome',
];

type WithSteps = Pick<Introduction, 'direction' | 'state' | 'steps'>;

/** The step that leads on, if there is one; the others end it, or are for another answer. */
export function nextStep({ direction, state, steps }: WithSteps): IntroductionStep | undefined {
  if (steps.includes('lapse')) return 'lapse';
  const order =
    stageOf(state) === 'introduced' ? (direction === 'requested' ? AFTERWARDS_FOR : AFTERWARDS) : HELPFUL;
  return order.find((step) => steps.includes(step));
}

/** Steps that set a rule aside or end it: they stand apart, so that none is taken by the way. */
const APART: ReadonlySet<IntroductionStep> = new Set(['skip_a', 'skip_b', 'close', 'check_fit']);

/** The answers and deeds to offer in sight, the one that leads on first. */
export function stepsInSight(introduction: WithSteps): IntroductionStep[] {
  const main = nextStep(introduction);
  const rest = introduction.steps.filter((step) => step !== main && !APART.has(step));
  return main === undefined ? rest : [main, ...rest];
}

export const stepsApart = ({ steps }: WithSteps): IntroductionStep[] =>
  steps.filter((step) => step !== 'check_fit' && APART.has(step));

export type Station = 'idea' | 'a' | 'b' | 'introduced' | 'made' | 'after';

const STATIONS: Readonly<Record<IntroductionDirection, readonly Station[]>> = {
  outgoing: ['idea', 'a', 'b', 'introduced'],
  incoming: ['idea', 'b', 'introduced'],
  requested: ['a', 'made', 'after'],
};

/** The stations of the way. */
export const stationsOf = (direction: IntroductionDirection): readonly Station[] => STATIONS[direction];

const BEHIND: Readonly<Record<Station, readonly IntroductionStep[]>> = {
  idea: ['ask_a', 'skip_a', 'ask_b', 'skip_b'],
  a: ['a_says_yes', 'skip_a', 'introduce'],
  b: ['b_says_yes', 'skip_b'],
  introduced: ['introduce'],
  made: ['introduce'],
  after: ['tell_outcome'],
};

/** How many stations are behind, by what the log says; of an ended one, those it reached. */
export function stationsPassed({ direction, log }: Pick<Introduction, 'direction' | 'log'>): number {
  const taken = new Set(log.map(({ step }) => step));
  const first = STATIONS[direction].findIndex((station) => !BEHIND[station].some((step) => taken.has(step)));
  return first < 0 ? STATIONS[direction].length : first;
}
