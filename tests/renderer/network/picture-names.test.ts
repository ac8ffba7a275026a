import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { insideOf } from '#renderer/features/picture/paint-names.ts';

// At the edge of a narrow picture names were cut in the middle of a word.
it('a name stands over its circle, or as near as it can without leaving the picture', () => {
  expect(insideOf(400, 200, 60)).toBe(200);
  expect(insideOf(400, 10, 60)).toBe(60);
  expect(insideOf(400, 395, 60)).toBe(340);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 200 }), (at, half) => {
      const middle = insideOf(400, at, half);
      expect(middle - half).toBeGreaterThanOrEqual(0);
      expect(middle + half).toBeLessThanOrEqual(400);
    }),
  );
});
