import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { jaroWinkler } from '#core/contacts/names/jaro-winkler.ts';

describe('jaroWinkler', () => {
  // Winkler 1990 and Porter & Winkler 1997, tables of name pairs.
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['jones', 'johnson', 0.8324],
    ['massey', 'massie', 0.9333],
    ['abroms', 'abrams', 0.9222],
    ['shackleford', 'shackelford', 0.9818],
    ['dunningham', 'cunnigham', 0.8963],
    ['nichleson', 'nichulson', 0.9556],
    ['jeraldine', 'geraldine', 0.9259],
    ['marhta', 'martha', 0.9611],
    ['michelle', 'michael', 0.9214],
    ['julies', 'julius', 0.9333],
    ['tanya', 'tonya', 0.88],
    ['sean', 'susan', 0.805],
    ['jon', 'john', 0.9333],
    ['jon', 'jan', 0.8],
    ['abc', 'xyz', 0],
    ['', 'ada', 0],
    ['', '', 1],
  ])('finds %s and %s alike by %d', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4);
  });

  it('is between 0 and 1, symmetric, and 1 for equal words alone', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 80 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBe(jaroWinkler(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(jaroWinkler(a, a)).toBe(1);
        if (a !== b && a.length <= 64 && b.length <= 64) expect(likeness).toBeLessThan(1);
      }),
    );
  });
});

/** Damerau–Levenshtein distance (optimal string alignment), as the books have it. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('isTypoOf', () => {
  it.each([
    ['byron', 'byrom', true],
    ['byron', 'bryon', true],
    ['byron', 'byrron', true],
    ['byron', 'byon', true],
    ['anna', 'ana', false],
    ['anna', 'annas', true],
    ['ann', 'anne', false],
    ['byron', 'byron', false],
    ['byron', 'bryan', false],
    ['', '', false],
  ])('says of %s and %s: %s', (a, b, expected) => {
    expect(isTypoOf(a, b)).toBe(expected);
  });

  it('agrees with the distance of Damerau and Levenshtein for words of four letters and more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isTypoOf(a, b)).toBe(distance(a, b) === 1);
        expect(isTypoOf(b, a)).toBe(isTypoOf(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never true when one of the words is shorter than four letters', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 });
    const any = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 });
    fc.assert(fc.property(short, any, (a, b) => !isTypoOf(a, b) && !isTypoOf(b, a)));
  });
});
