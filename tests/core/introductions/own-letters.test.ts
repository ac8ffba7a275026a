// The owner's own templates: what is wrong with one, how it reads, and when it takes the place of the shipped letter.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft, styleOf } from '#core/introductions/draft.ts';
import { LetterTemplateId } from '#core/introductions/letter-words.ts';
import { DraftKind, LetterLanguage, Tone } from '#core/introductions/model.ts';
import {
  chosenLetter,
  isSameLetter,
  offeredLetters,
  standingLetter,
} from '#core/introductions/own-letters.ts';
import type { OwnLetter } from '#core/introductions/own-letters.ts';
import { previewOf } from '#core/introductions/preview.ts';
import { mistakesIn, mistakesInPart } from '#core/introductions/template-check.ts';
import { shippedText } from '#db/introductions/letters.ts';
import { shippedTemplate } from '#db/introductions/shipped-templates.ts';
import { fullFacts } from './known-facts.ts';

const base = { kind: 'reconnect', language: 'en', tone: 'warm', subject: '' } as const;
const own = (id: number, change: Partial<OwnLetter> = {}): OwnLetter => ({
  ...base,
  id: LetterTemplateId.parse(id),
  name: '',
  body: 'Dear {{ name }}',
  ...change,
});

describe('the check of a template', () => {
  it.each([
    ['a variable nobody fills', 'Hi\n{{ vorname }}', 'unknown_variable', 'vorname', 2],
    [
      'one in a branch no reader gets',
      '\n\n{% if event %}{{ evnt }}{% endif %}',
      'unknown_variable',
      'evnt',
      3,
    ],
    ['one that is asked about', '{% if known %}{% elsif knwon %}{% endif %}', 'unknown_variable', 'knwon', 1],
    ['one that stands in for another', '{{ name | default: nme }}', 'unknown_variable', 'nme', 1],
    ['something inside a text', '{{ name.size }}', 'unknown_variable', 'name.size', 1],
    ['a tag that loops', 'x\n{% for a in b %}{% endfor %}', 'unknown_tag', 'for', 2],
    ['an end without a beginning', '{% endif %}', 'unknown_tag', 'endif', 1],
    ['a filter that is not there', '{{ name | upcase }}', 'unknown_filter', 'upcase', 1],
    ['braces that stay open', 'Dear {{ name', 'not_closed', '{{ name', 1],
    ['a condition that stays open', '\n{% if name %}x', 'not_closed', '{% if name %}', 2],
    ['nothing between braces', '{{ }}', 'unreadable', '', 1],
    ['more numbers than fit into memory', '{{ (1..999999999) }}', 'too_much', '', 1],
    ['a text without end', 'x'.repeat(20_001), 'too_much', '', 1],
  ])('finds %s', (...[, body, code, what, line]) => {
    expect(mistakesIn({ subject: '', body })).toMatchObject([{ part: 'body', code, what, line }]);
  });

  it('tells all variables that are not known, in reading order, and those of the subject first', () => {
    const found = mistakesIn({ subject: '{{ c }}', body: '{{ b }}\n{{ name }} {{ a }}{{ b }}' });
    expect(found.map(({ part, what, line }) => `${part} ${line} ${what}`)).toEqual([
      'subject 1 c',
      'body 1 b',
      'body 2 a',
      'body 2 b',
    ]);
  });

  it('finds nothing in what comes with the program', () => {
    for (const kind of DraftKind.options)
      for (const language of LetterLanguage.options)
        for (const tone of Tone.options)
          expect(mistakesIn(shippedText(kind, { language, tone })), `${language} ${kind} ${tone}`).toEqual(
            [],
          );
  });

  it('answers for whatever is typed, and what it passes can be written', () => {
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
      '.',
      ':',
      '(1..9)',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const body = pieces.join('');
        const mistakes = mistakesInPart('body', body);
        for (const { line, column } of mistakes) expect(Math.min(line, column)).toBeGreaterThan(0);
        if (mistakes.length > 0) return;
        const facts = fullFacts('reconnect');
        const style = styleOf('reconnect', facts, {});
        const template = shippedTemplate('reconnect', 'en');
        expect(() =>
          draft('reconnect', facts, { style, template, own: { subject: '', body } }),
        ).not.toThrow();
      }),
    );
  });
});

describe('the preview', () => {
  it('fills a template for somebody who does not exist', () => {
    const form = { ...base, subject: 'For {{ reader }}', body: '{{ greeting }} We met {{ where }}.' };
    expect(previewOf(form, 'informal', 'much')).toEqual({
      subject: 'For Ada Moreno',
      body: 'Hi Ada, We met at Print Fair on 12 March 2026.',
      mistakes: [],
    });
    expect(previewOf(form, 'formal', 'much').body).toContain('Dear Ada Moreno,');
  });

  it('shows the hole a sentence leaves where the book knows little', () => {
    const body = 'Hi.{% if where %} We met {{ where }}.{% endif %} We met {{ where }}.';
    expect(previewOf({ ...base, body }, 'informal', 'little').body).toBe('Hi. We met.');
  });

  it('keeps the part that is whole', () => {
    const wrong = previewOf({ ...base, subject: 'Hello {{ name }}', body: '{{ nme }}' }, 'informal', 'much');
    expect(wrong).toMatchObject({ subject: 'Hello Ada', mistakes: [{ part: 'body', what: 'nme' }] });
    expect(wrong.body).toBeUndefined();
  });

  it('reads as a letter for every kind, language and tone that comes with the program', () => {
    for (const kind of DraftKind.options)
      for (const language of LetterLanguage.options)
        for (const tone of Tone.options) {
          const text = shippedText(kind, { language, tone });
          for (const knowledge of ['much', 'little'] as const) {
            const { body = '', mistakes } = previewOf(
              { kind, language, tone, ...text },
              'informal',
              knowledge,
            );
            expect(mistakes).toEqual([]);
            expect(body).not.toMatch(/[{}]|undefined/);
            expect(body).not.toBe('');
          }
        }
  });
});

describe('an own letter', () => {
  const style = { language: 'en', tone: 'warm', address: 'informal', channel: 'email' } as const;
  const [plain, named, german] = [
    own(1),
    own(2, { name: 'Sunday', tone: 'short' }),
    own(3, { language: 'de' }),
  ];
  const all = [plain, named, german];

  it('without a name takes the place of the shipped one of its language and tone', () => {
    expect(standingLetter(all, style)).toBe(plain);
    expect(standingLetter(all, { ...style, language: 'de' })).toBe(german);
    expect(standingLetter(all, { ...style, tone: 'formal' })).toBeUndefined();
    expect(standingLetter(all, { ...style, tone: 'short' })).toBeUndefined();
  });

  it('does not, where the shipped words are asked for or there is room for 200 characters', () => {
    expect(standingLetter(all, style, { words: 'shipped' })).toBeUndefined();
    expect(standingLetter(all, { ...style, channel: 'linkedin_note' })).toBeUndefined();
  });

  it('with a name is offered and chosen', () => {
    expect(offeredLetters(all, style)).toEqual([plain, named]);
    expect(chosenLetter(all, { words: named.id })).toBe(named);
    expect(chosenLetter(all, { words: LetterTemplateId.parse(9) })).toBeUndefined();
  });

  it('is the same as another by kind, language, tone and name in whatever case', () => {
    expect(isSameLetter(named, { ...named, name: 'SUNDAY' })).toBe(true);
    expect(isSameLetter(plain, german)).toBe(false);
    expect(isSameLetter(plain, own(4, { name: 'x' }))).toBe(false);
  });

  it('is written in place of the file', () => {
    const facts = fullFacts('reconnect');
    const template = shippedTemplate('reconnect', 'en');
    const letter = draft('reconnect', facts, {
      style,
      template,
      own: { subject: 'To {{ name }}', body: '{{ greeting }}\n\n{{ event }}!' },
    });
    expect(letter).toMatchObject({ subject: 'To Ana', body: 'Hi Ana,\n\nPrint Fair!' });
    expect(letter.facts.map(({ name }) => name)).toEqual(['event']);
  });
});
