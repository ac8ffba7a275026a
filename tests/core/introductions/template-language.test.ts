import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render, sectionsOf, tidied } from '#core/introductions/template-language.ts';

const variables = { name: 'Ana', other: '', markup: '{{ name }}' };
const text = (template: string) => render(template, variables, 'informal').text;
const problem = (template: string) => render(template, variables, 'informal').problem;

describe('the language of templates', () => {
  it('fills in, leaves out, and chooses by address', () => {
    expect(text('Hi {{ name }}{% if other %} and {{ other }}{% endif %}.')).toBe('Hi Ana.');
    expect(text('{{ other | default: "somebody" }}')).toBe('somebody');
    expect(text('{% unless other %}nobody{% endunless %}')).toBe('nobody');
    expect(
      text('{% case name %}{% when "Ana" %}yes{% else %}no{% endcase %}{% comment %}why{% endcomment %}'),
    ).toBe('yes');
    expect(render('{{ "du" | formally: "Sie" }}', variables, 'formal').text).toBe('Sie');
    expect(text('{{ "du" | formally: "Sie" }}')).toBe('du');
  });

  it('does not read what it has filled in as a template', () => {
    expect(text('{{ markup }}')).toBe('{{ name }}');
  });

  it.each([
    ['reads no file', '{% include "/etc/passwd" %}'],
    ['renders no file', '{% render "/etc/passwd" %}'],
    ['has no layout', '{% layout "/etc/passwd" %}'],
    ['does not loop', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['does not loop over tables', '{% tablerow i in (1..9) %}x{% endtablerow %}'],
    ['keeps no state', '{% assign name = "Eve" %}'],
    ['captures nothing', '{% capture name %}Eve{% endcapture %}'],
    ['does not count', '{% increment name %}'],
    ['asks no clock', '{{ "now" | date: "%Y" }}'],
    ['has no filter beyond two', '{{ name | upcase }}'],
    ['does not reach prototypes', '{{ name.constructor }}'],
    ['knows no other variable', '{{ owner }}'],
    ['knows no inherited variable', '{{ constructor }}'],
    ['runs nothing', '{{ name.constructor.constructor("return 1")() }}'],
    ['does not close what is open', '{% if name %}'],
    ['fills no memory', '{{ (1..999999999) }}'],
    ['fills no memory where it is asked about', '{% if (1..999999999) contains 5 %}x{% endif %}'],
    ['is not endless', 'x'.repeat(30_000)],
  ])('%s', (_, template) => {
    expect(text(template)).toBeUndefined();
    expect(problem(template)?.message).not.toBe('');
  });

  it('says where the mistake is', () => {
    expect(problem('one\ntwo {{ who }}')).toMatchObject({ line: 2, column: 8 });
    expect(problem('one\n\n  {% for x in y %}')).toMatchObject({ line: 3, column: 3 });
    const sections = sectionsOf('--- subject\nHello\n\n--- short\n{{ nobody }}\n');
    expect([...sections.keys()]).toEqual(['subject', 'short']);
    expect(problem(sections.get('short') ?? '')).toMatchObject({ line: 5 });
  });

  it('is total: whatever is typed gives a text or a problem', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'if',
      'name',
      ' ',
      '|',
      '"',
      'else',
      'endif',
      '\n',
      'x',
      '.',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text: done, problem: wrong } = render(pieces.join(''), variables, 'formal');
        expect((done === undefined) !== (wrong === undefined)).toBe(true);
        if (wrong !== undefined) expect(wrong.line).toBeGreaterThan(0);
      }),
    );
  });

  it('leaves no hole where something is missing', () => {
    expect(tidied('It was good  to meet you .\n\n\n\n( ) Bye …')).toBe(
      'It was good to meet you.\n\n Bye …'.replace('\n ', '\n'),
    );
  });
});
