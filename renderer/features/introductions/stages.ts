// The stages of the board: what the states of the double opt-in mean to whoever looks at all of them.
import type { Introduction, IntroductionState, IntroductionStep } from '#core/introductions/model.ts';

export const STAGES = ['idea', 'first', 'second', 'introduced', 'closed'] as const;
type Stage = (typeof STAGES)[number];

const STAGE_OF: Readonly<Record<IntroductionState, Stage>> = {
  idea: 'idea',
  asked_a: 'first',
  a_yes: 'first',
  asked_b: 'second',
  b_yes: 'second',
  introduced: 'introduced',
  closed_no: 'closed',
  closed: 'closed',
};

export const stageOf = (state: IntroductionState): Stage => STAGE_OF[state];

/** By stage, open ones first; within a stage the newest first, as the book lists them. */
export const byStage = (introductions: readonly Introduction[]): Introduction[] =>
  introductions.toSorted((a, b) => STAGES.indexOf(stageOf(a.state)) - STAGES.indexOf(stageOf(b.state)));

const HELPFUL: readonly IntroductionStep[] = ['ask_a', 'a_says_yes', 'ask_b', 'b_says_yes', 'introduce'];

/** The step that leads on, if there is one; the others end it. */
export const nextStep = ({ steps }: Pick<Introduction, 'steps'>): IntroductionStep | undefined =>
  HELPFUL.find((step) => steps.includes(step));

/** The stations of the way, and which of them the state has passed. */
export const STATIONS = ['idea', 'a', 'b', 'introduced'] as const;
const REACHED: Readonly<Record<IntroductionState, number>> = {
  idea: 0,
  asked_a: 1,
  a_yes: 2,
  asked_b: 2,
  b_yes: 3,
  introduced: 4,
  closed_no: 0,
  closed: 0,
};

/** How many stations are behind: of an ended one, those it reached by its log. */
export function stationsPassed({ state, log }: Pick<Introduction, 'state' | 'log'>): number {
  if (state !== 'closed' && state !== 'closed_no') return REACHED[state];
  const steps = log.map(({ step }) => step);
  if (steps.includes('introduce')) return 4;
  if (steps.includes('b_says_yes')) return 3;
  if (steps.includes('a_says_yes')) return 2;
  return steps.includes('ask_a') ? 1 : 0;
}
