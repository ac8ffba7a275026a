import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimmed } from '#core/shared/trimmed.ts';

describe('trimmed', () => {
  it.each([
    ['\u202a+34 600 00 00 01\u202c', '+34 600 00 00 01'],
    ['\ufeffana@example.org\u200b ', 'ana@example.org'],
    ['\u200f\u05d3\u05e0\u05d4\u200e', '\u05d3\u05e0\u05d4'],
    [' \u00a0 ', ''],
    ['\u{1f468}\u200d\u{1f469}', '\u{1f468}\u200d\u{1f469}'],
    ['a\u200bb', 'a\u200bb'],
  ])('reads %j as %j', (text, expected) => expect(trimmed(text)).toBe(expected));
  it('takes nothing from the middle, and is done when it is done', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\u200e', '\u202c', 'é', '\n') }), (text) => {
        const once = trimmed(text);
        expect(text).toContain(once);
        expect(trimmed(once)).toBe(once);
        expect(once).toBe(once.trim());
      }),
    );
  });
});
