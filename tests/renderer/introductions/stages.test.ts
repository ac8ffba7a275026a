import { describe, expect, it } from 'vitest';
import { stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionState, IntroductionStep } from '#core/introductions/model.ts';
import { nextStep, STAGES, stageOf, stationsPassed } from '#renderer/features/introductions/stages.ts';
import { i18n } from '#renderer/strings/i18n.ts';

describe('the stages of an introduction', () => {
  it('has a stage and words for every state, and words for every step', () => {
    for (const state of IntroductionState.options) {
      expect(STAGES).toContain(stageOf(state));
      expect(i18n.exists(`introductions:state.${state}`)).toBe(true);
      expect(i18n.exists(`app:introductionState.${state}`)).toBe(true);
    }
    for (const step of IntroductionStep.options) {
      expect(i18n.exists(`introductions:step.${step}`)).toBe(true);
      expect(i18n.exists(`introductions:logged.${step}`)).toBe(true);
    }
  });

  it.each([
    ['idea', 'ask_a'],
    ['asked_a', 'a_says_yes'],
    ['a_yes', 'ask_b'],
    ['asked_b', 'b_says_yes'],
    ['b_yes', 'introduce'],
    ['introduced', undefined],
    ['closed_no', undefined],
  ] as const)('leads on from %s by %s', (state, step) => {
    expect(nextStep({ steps: stepsFrom(state) })).toBe(step);
  });

  it('goes one station further with every yes', () => {
    const passed = (['idea', 'asked_a', 'a_yes', 'asked_b', 'b_yes', 'introduced'] as const).map((state) =>
      stationsPassed({ state, log: [] }),
    );
    expect(passed).toEqual([0, 1, 2, 2, 3, 4]);
  });

  it('shows of an ended one how far it came', () => {
    const at = '2025-05-03T10:00:00Z';
    const log = [
      { step: 'ask_a' as const, at },
      { step: 'a_says_yes' as const, at },
      { step: 'ask_b' as const, at },
      { step: 'b_says_no' as const, at },
    ];
    expect(stationsPassed({ state: 'closed_no', log })).toBe(2);
    expect(stationsPassed({ state: 'closed', log: [] })).toBe(0);
  });
});
