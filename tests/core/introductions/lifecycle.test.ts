import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, lettersIn, stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionStep } from '#core/introductions/model.ts';
import type { IntroductionState } from '#core/introductions/model.ts';

describe('double opt-in', () => {
  it.each([
    ['idea', ['ask_a', 'close']],
    ['asked_a', ['a_says_yes', 'a_says_no', 'close']],
    ['a_yes', ['ask_b', 'close']],
    ['asked_b', ['b_says_yes', 'b_says_no', 'close']],
    ['b_yes', ['introduce', 'close']],
    ['introduced', ['close']],
    ['closed_no', []],
    ['closed', []],
  ] as const)('offers from %s exactly %j', (state, steps) => {
    expect(stepsFrom(state)).toEqual(steps);
    for (const step of IntroductionStep.options) {
      expect(advance(state, step) !== undefined).toBe(stepsFrom(state).includes(step));
    }
  });

  it('introduces nobody before both said yes, and nobody at all after a no', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...IntroductionStep.options), { maxLength: 30 }), (steps) => {
        let state: IntroductionState = 'idea';
        const taken: IntroductionStep[] = [];
        for (const step of steps) {
          const next = advance(state, step);
          if (next === undefined) continue;
          state = next;
          taken.push(step);
          const agreed = taken.includes('a_says_yes') && taken.includes('b_says_yes');
          const refused = taken.includes('a_says_no') || taken.includes('b_says_no');
          if (state === 'introduced' || lettersIn(state).includes('introduction')) expect(agreed).toBe(true);
          if (taken.includes('ask_b')) expect(taken).toContain('a_says_yes');
          if (refused) expect([state, lettersIn(state), stepsFrom(state)]).toEqual(['closed_no', [], []]);
        }
      }),
    );
  });

  it('can be left at any time, and reached in full', () => {
    const all: IntroductionStep[] = ['ask_a', 'a_says_yes', 'ask_b', 'b_says_yes', 'introduce', 'close'];
    const states = all.reduce<IntroductionState[]>(
      (seen, step) => [...seen, advance(seen.at(-1)!, step)!],
      ['idea'],
    );
    expect(states).toEqual(['idea', 'asked_a', 'a_yes', 'asked_b', 'b_yes', 'introduced', 'closed']);
  });
});
