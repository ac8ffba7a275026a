import { expect } from 'vitest';

/** Enough to tell a straight line (32×) from a square (1024×), whatever else the machine is doing. */
const GROWTH = 32;
const SLACK = 8;
const TRIES = 3;

/**
 * Expects the work on something 32 times as long to take about 32 times as long, never an absolute time. `work`
 * is given the number of repetitions; the fastest of a few runs of each size counts.
 */
export function expectLinear(work: (times: number) => unknown, times: number): void {
  const fastest = (count: number) => {
    const runs = Array.from({ length: TRIES }, () => {
      const start = performance.now();
      work(count);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  // What is too quick to be timed is quick enough.
  const small = Math.max(fastest(times), 0.5);
  expect(fastest(times * GROWTH) / small).toBeLessThan(GROWTH * SLACK);
}
