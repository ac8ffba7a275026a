import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, escapedOnce, unescaped } from '#core/formats/vcard/escapes.ts';

const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\\', '\n', 'n', 'é') });
const plainText = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\n', 'é') });
/** What writers do who escape commas and backslashes in the wrong order. */
const again = (value: string) => value.replaceAll('\\', '\\\\');

describe('escapedOnce', () => {
  it('leaves what is escaped once alone', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, isText) => {
        expect(escapedOnce(escaped(value), isText)).toBe(escaped(value));
      }),
    );
  });
  it('undoes the second of two escapings where a comma tells', () => {
    fc.assert(
      fc.property(plainText, (value) => {
        const told = `${value},`;
        expect(unescaped(escapedOnce(again(escaped(told)), true))).toBe(told);
      }),
    );
  });
  it.each([
    ['a path', 'C:\\\\new\\\\table', true],
    ['a component that ends in a backslash', 'a\\\\;b', false],
  ])('leaves %s alone', (_, value, isText) => expect(escapedOnce(value, isText)).toBe(value));
});
