// All that a record says in one text: equal only where every word is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactDraft } from '#core/imports/model.ts';
import { NAME_END, textSaid, VALUE_END } from '#core/imports/plan-changes.ts';

/** Few words and short ones, so that two records are often alike, and some that might pass for several. */
const word = fc.constantFrom('', 'a', 'a;', `a${VALUE_END}TITLE${NAME_END}a`, `a${NAME_END}`);
const draft: fc.Arbitrary<ContactDraft> = fc
  .record({
    fn: word,
    family: word,
    given: word,
    properties: fc.array(
      fc.record({ name: fc.constantFrom('ORG', 'TITLE'), value: word, type: fc.constant('') }),
      { maxLength: 2 },
    ),
  })
  .map(({ fn, family, given, properties }) => ({
    line: 1,
    fn,
    n: { family, given, additional: '', prefix: '', suffix: '' },
    properties,
    issues: [],
  }));

const words = ({ fn, n, properties }: ContactDraft) => [
  fn,
  n,
  properties.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
];

describe('what a record says in one text', () => {
  it('is the same only of records that say the same in the same order', () => {
    fc.assert(
      fc.property(draft, draft, (one, other) => {
        const [text, second] = [textSaid(one), textSaid(other)];
        const isSame = JSON.stringify(words(one)) === JSON.stringify(words(other));
        expect(text !== undefined && text === second).toBe(isSame && text !== undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not told where a value might pass for two', () => {
    const said = (value: string): ContactDraft => ({
      line: 1,
      fn: 'Ana Ruiz',
      n: { family: 'Ruiz', given: 'Ana', additional: '', prefix: '', suffix: '' },
      properties: [{ name: 'ORG', value, type: '' }],
      issues: [],
    });
    expect(textSaid(said(`Acme${VALUE_END}TITLE${NAME_END}Head`))).toBeUndefined();
    expect(textSaid(said('Acme'))).toBe(
      `FN${NAME_END}Ana Ruiz${VALUE_END}N${NAME_END}Ruiz;Ana;;;${VALUE_END}ORG${NAME_END}Acme`,
    );
  });
});
