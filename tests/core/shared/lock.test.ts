// Waiting after wrong guesses, and being away.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdle, waitAfter, waitLeft } from '#core/shared/lock.ts';

describe('the wait after wrong tries', () => {
  it('is nothing for typing errors, then doubles, to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 5000, 10_000, 20_000, 40_000]);
    expect(waitAfter(20)).toBe(900_000);
    expect(waitAfter(1_000_000)).toBe(900_000);
  });

  it('runs out, and a clock that is turned back never makes it longer', () => {
    expect(waitLeft({ failures: 4, failedAt: 1_000_000 }, 1_004_000)).toBe(6000);
    expect(waitLeft({ failures: 4, failedAt: 1_000_000 }, 1_010_000)).toBe(0);
    fc.assert(
      fc.property(fc.nat(1000), fc.integer(), fc.integer(), (failures, failedAt, now) => {
        const left = waitLeft({ failures, failedAt }, now);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(waitAfter(failures));
      }),
    );
  });
});

it('nobody is idle before the minutes are over, or where none are set', () => {
  expect(isIdle(5, 0, 5 * 60_000 - 1)).toBe(false);
  expect(isIdle(5, 0, 5 * 60_000)).toBe(true);
  expect(isIdle(0, 0, Number.MAX_SAFE_INTEGER)).toBe(false);
});
