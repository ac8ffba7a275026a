import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '#core/introductions/variable-names.ts';
import { begun, completed, inserted, offered } from '#renderer/features/letters/completion.ts';

/** A text with the cursor at `|`. */
const at = (marked: string) => ({ text: marked.replace('|', ''), caret: marked.indexOf('|') });
const marked = ({ text, caret }: { text: string; caret: number }) =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

describe('writing a template by hand', () => {
  it.each([
    ['Dear {{|', '', true],
    ['Dear {{ na|', 'na', true],
    ['{{-  gree|', 'gree', true],
    ['{% if ev|', 'ev', false],
    ['{% elsif |', '', false],
    ['{%- unless kn| %}', 'kn', false],
  ])('offers variables in %s', (text, typed, isOutput) => {
    expect(begun(at(text))).toMatchObject({ typed, isOutput });
  });

  it.each([
    'Dear |',
    '{{ name }}|',
    '{{ name | de|',
    '{ na|',
    '{% case na|',
    '{{ na\nme| ..'.replace('|', '\n|'),
  ])('offers nothing in %s', (text) => {
    expect(begun(at(text))).toBeUndefined();
  });

  it.each([
    ['Dear {{|', 'name', 'Dear {{ name }}|'],
    ['Dear {{ na|!', 'name', 'Dear {{ name }}|!'],
    ['Dear {{ na| }}!', 'name', 'Dear {{ name }}|!'],
    ['{% if ev| %}x', 'event', '{% if event| %}x'],
  ] as const)('takes one: %s', (before, variable, after) => {
    const written = at(before);
    expect(marked(completed(written, begun(written)!, variable))).toBe(after);
  });

  it('puts one in in place of what is selected', () => {
    expect(marked(inserted('Dear NAME,', 5, 9, 'name'))).toBe('Dear {{ name }}|,');
  });

  it('offers those first that begin with what is typed', () => {
    expect(offered('org')).toEqual(['reader_org', 'other_org', 'me_org']);
    expect(offered('Other').slice(0, 2)).toEqual(['other', 'other_short']);
    expect(offered('')).toEqual(VARIABLES);
    expect(offered('xyz')).toEqual([]);
  });

  it('never touches what stands before the braces or behind them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...VARIABLES), (front, back, variable) => {
        const written = { text: `${front}{{ ${back}`, caret: front.length + 3 };
        const { text, caret } = completed(written, begun(written)!, variable);
        expect(text.slice(0, caret)).toBe(`${front}{{ ${variable} }}`);
        expect(back.endsWith(text.slice(caret))).toBe(true);
        expect(back.length - text.slice(caret).length).toBe(/^[ \t]*-?\}\}/.exec(back)?.[0].length ?? 0);
      }),
    );
  });
});
