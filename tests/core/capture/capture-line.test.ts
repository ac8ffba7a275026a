// One line about somebody met: what is read, in which languages, whatever is typed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLine } from '#core/capture/capture-line.ts';
import { CHIP_KINDS, SINGLE_KINDS } from '#core/capture/model.ts';
import { expectLinear } from '#tests/linear.ts';
import { contextIn, summaryOf } from './context.ts';
import { LINES } from './lines.ts';

const LANGUAGES = ['en-GB', 'en-US', 'de', 'fr', 'es', 'it', 'pt', 'nl'];
const english = contextIn('en-GB');

describe('a line', () => {
  it.each(LINES)('%s: %s', (language, line, chips) => {
    expect(summaryOf(captureLine(line, contextIn(language)))).toBe(chips);
  });

  it('knows the event of the book that is meant, and of two years the one that is written', () => {
    const eventOf = (line: string) => captureLine(line, english).chips.find(({ kind }) => kind === 'event');
    expect(eventOf('Ana met gophercon')).toMatchObject({
      value: 'GopherCon 2026',
      eventId: 1,
      text: 'met gophercon',
    });
    expect(eventOf('Ana met GopherCon 2025')).toMatchObject({ value: 'GopherCon 2025', eventId: 3 });
    expect(eventOf('Ana met GopherCon 2019')).toMatchObject({ value: 'GopherCon 2019' });
    expect(eventOf('Ana met GopherCon 2019')).not.toHaveProperty('eventId');
    expect(eventOf('Ana Ruiz Paper & Ink Days')).toMatchObject({ eventId: 2 });
  });

  it('suggests a name an address tells, and none where there is one', () => {
    expect(captureLine('https://www.linkedin.com/in/ana-ruiz-1a2b3c/', english).guess).toBe('Ana Ruiz');
    expect(captureLine('ana.ruiz@example.org', english).guess).toBe('Ana Ruiz');
    expect(captureLine('sales@example.org', english).guess).toBe('');
    expect(captureLine('Bo ana.ruiz@example.org', english).guess).toBe('');
  });

  it('cuts what the book would not take, and no letter in two', () => {
    const [name] = captureLine(`name:"${'😀'.repeat(150)}"`, english).chips;
    expect(name?.value).toBe('😀'.repeat(100));
  });

  it('reads every kind by its English label in every language', () => {
    for (const language of LANGUAGES) {
      for (const kind of CHIP_KINDS) {
        const value = kind === 'date' ? '2024-05-03' : 'x y';
        expect(summaryOf(captureLine(`${kind}:"${value}"`, contextIn(language)))).toBe(`${kind}=${value}`);
      }
    }
  });
});

/** Words that mean something, signs, and anything else. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...'Ana|Ruiz|de la|met|at|in|via|GopherCon|yesterday|last Friday|3 May|3.5.|2024-05-03|@Acme|@|#tag|#|,|;|–|"|“|”|„|«|»|(|)|name:|note:|org:"|""|CTO|Head of|ana@acme.test|+49 30 1234567|https://a.test/b|vor 3 Tagen|hier|\n|BEGIN:VCARD|MECARD:N:|__proto__|constructor|next|12/11'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const lines = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '', ' ')), { maxLength: 24 })
  .map((all) => all.flat().join(''));

describe('any text', () => {
  it('gives chips that do not overlap, cover what they say, and are of one kind where there is one', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...LANGUAGES), (text, language) => {
        const { line, chips } = captureLine(text, contextIn(language));
        let end = 0;
        for (const chip of chips) {
          expect(chip.start).toBeGreaterThanOrEqual(end);
          expect(chip.end).toBeGreaterThan(chip.start);
          expect(line.slice(chip.start, chip.end)).toBe(chip.text);
          expect(chip.value.trim()).toBe(chip.value);
          expect(chip.value).not.toBe('');
          end = chip.end;
        }
        const singles = chips.filter(({ kind }) => SINGLE_KINDS.has(kind)).map(({ kind }) => kind);
        expect(new Set(singles).size).toBe(singles.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('never gives a day that has not come', () => {
    fc.assert(
      fc.property(
        lines,
        fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (text, date) => {
          const now = date.toISOString().slice(0, 10);
          for (const { kind, value } of captureLine(text, { ...english, now }).chips) {
            if (kind === 'date') expect(value <= now.slice(0, value.length)).toBe(true);
          }
        },
      ),
    );
  });

  it.each([
    'met ',
    '"',
    '""',
    ' "a""',
    '„a“ ',
    'a"',
    '@ ',
    'via Tom ',
    '; ',
    'in den ',
    '3 May ',
    'x, ',
    '12',
    'a.',
    '“',
    'note: ',
    'GopherCon ',
    'org:"',
    '\\;',
  ])('is read in linear time: %j over and over', (piece) => {
    expectLinear((times) => captureLine(piece.repeat(times), english), 150);
  });
});
