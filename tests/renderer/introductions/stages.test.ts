import { describe, expect, it } from 'vitest';
import { stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionDirection, IntroductionState, IntroductionStep } from '#core/introductions/model.ts';
import { progressOf } from '#core/introductions/progress.ts';
import { nextStep, STAGES, stageOf, stationsPassed } from '#renderer/features/introductions/stages.ts';
import { loggedWords, stateWords, stepWords } from '#renderer/people/introduction-words.ts';
import '#renderer/strings/i18n.ts';

const at = '2025-05-03T10:00:00Z';
const logged = (...steps: readonly IntroductionStep[]) => steps.map((step) => ({ step, at, note: '' }));

describe('the stages of an introduction', () => {
  it('has a stage and words for every state, and words for every step, whichever way it goes', () => {
    for (const direction of IntroductionDirection.options) {
      const pair = { direction, fnA: 'Ada', fnB: 'Bo' };
      const words = [
        ...IntroductionState.options.map((state) => stateWords(pair, state)),
        ...IntroductionStep.options.flatMap((step) => [stepWords(pair, step), loggedWords(pair, step)]),
      ];
      for (const one of words) expect(one).not.toMatch(/[.]\w|\{\{/);
    }
    for (const state of IntroductionState.options) expect(STAGES).toContain(stageOf(state));
  });

  it.each([
    ['outgoing', 'idea', 'ask_a'],
    ['outgoing', 'asked_a', 'a_says_yes'],
    ['outgoing', 'a_later', 'ask_a'],
    ['outgoing', 'a_yes', 'ask_b'],
    ['outgoing', 'asked_b', 'b_says_yes'],
    ['outgoing', 'b_yes', 'introduce'],
    ['outgoing', 'introduced', 'first_reply'],
    ['outgoing', 'closed_no', undefined],
    ['incoming', 'idea', 'ask_b'],
    ['requested', 'a_yes', 'introduce'],
    ['requested', 'introduced', 'move_to_bcc'],
    ['incoming', 'closed_no', 'tell_no'],
    ['incoming', 'lapsed', 'tell_no'],
  ] as const)('%s leads on from %s by %s', (direction, state, step) => {
    const steps = stepsFrom(progressOf({ direction, state, log: [] }), '2025-05-04');
    expect(nextStep({ direction, state, steps })).toBe(step);
  });

  it('goes one station further with every yes', () => {
    const all = ['ask_a', 'a_says_yes', 'ask_b', 'b_says_yes', 'introduce'] as const;
    const passed = [0, 1, 2, 3, 4, 5].map((count) =>
      stationsPassed({ direction: 'outgoing', log: logged(...all.slice(0, count)) }),
    );
    expect(passed).toEqual([0, 1, 2, 2, 3, 4]);
  });

  it('shows of an ended one how far it came', () => {
    const log = logged('ask_a', 'a_says_yes', 'ask_b', 'b_says_no');
    expect(stationsPassed({ direction: 'outgoing', log })).toBe(2);
    expect(stationsPassed({ direction: 'outgoing', log: [] })).toBe(0);
    expect(stationsPassed({ direction: 'requested', log: logged('ask_a', 'introduce') })).toBe(2);
  });
});
