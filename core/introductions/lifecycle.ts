// Double opt-in as a state machine: B is asked only after A said yes, and they meet only after both did.
import type { DraftKind, IntroductionState, IntroductionStep } from './model.ts';

const TRANSITIONS: Readonly<
  Record<IntroductionState, Readonly<Partial<Record<IntroductionStep, IntroductionState>>>>
> = {
  idea: { ask_a: 'asked_a', close: 'closed' },
  asked_a: { a_says_yes: 'a_yes', a_says_no: 'closed_no', close: 'closed' },
  a_yes: { ask_b: 'asked_b', close: 'closed' },
  asked_b: { b_says_yes: 'b_yes', b_says_no: 'closed_no', close: 'closed' },
  b_yes: { introduce: 'introduced', close: 'closed' },
  introduced: { close: 'closed' },
  closed_no: {},
  closed: {},
};

/** What may happen next, in the order to offer it; nothing once an introduction is closed. */
export function stepsFrom(state: IntroductionState): IntroductionStep[] {
  // The keys of a transition table are the steps it was written with.
  return Object.keys(TRANSITIONS[state]) as IntroductionStep[];
}

/** The state after a step, or undefined where the step is not allowed: the caller answers with a conflict. */
export const advance = (state: IntroductionState, step: IntroductionStep): IntroductionState | undefined =>
  TRANSITIONS[state][step];

const LETTERS: Readonly<Partial<Record<IntroductionState, readonly DraftKind[]>>> = {
  idea: ['consent_a'],
  asked_a: ['consent_a'],
  a_yes: ['consent_b'],
  asked_b: ['consent_b'],
  b_yes: ['introduction'],
  introduced: ['introduction'],
};

/**
 * The letters that make sense in a state. Only the last, which needs both yeses, shows one person's address to
 * the other; after a no there is none, so nothing about B can reach A.
 */
export const lettersIn = (state: IntroductionState): readonly DraftKind[] => LETTERS[state] ?? [];
