import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { parsePartialDate } from '#renderer/ui/partial-date.ts';

const today = new Date(2026, 2, 1, 9, 30);
const parse = (text: string, language = 'en') => parsePartialDate(text, language, today);

describe('dates as people write them', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-5', '2024-05'],
    ['2024/05/01', '2024-05-01'],
    ['2024-02-29', '2024-02-29'],
    ['--05-17', '--05-17'],
    ['--05', '--05'],
    ['May 2024', '2024-05'],
    ['may, 2024', '2024-05'],
    ['28 Sep 2024', '2024-09-28'],
    ['28 Sept. 2024', '2024-09-28'],
    ['Sep 28, 2024', '2024-09-28'],
    ['September 28th 2024', '2024-09-28'],
    ['17 May', '--05-17'],
    ['29 February', '--02-29'],
    ['May', '--05'],
    ['05/2024', '2024-05'],
    ['28.9.2024', '2024-09-28'],
    ['5.6.2024', '2024-06-05'],
    ['9/28/2024', '2024-09-28'],
    ['28/9/2024', '2024-09-28'],
    ['7/7/2024', '2024-07-07'],
    ['  today ', '2026-03-01'],
    ['Yesterday', '2026-02-28'],
  ])('reads %j as %s', (text, date) => {
    expect(parse(text)).toBe(date);
  });

  it.each([
    '5/6/2024',
    '31 April 2024',
    '2023-02-29',
    '2024-13',
    '2024-00-10',
    'May June 2024',
    '1 2 May 2024',
    '28 Sep 24 2024',
    'someday',
    '99',
    '',
    '12345',
    '32.1.2024',
  ])('refuses %j', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('reads months in the language of the page as well as in English', () => {
    expect(parse('12. März 2024', 'de')).toBe('2024-03-12');
    expect(parse('mars 2024', 'fr')).toBe('2024-03');
    expect(parse('March 2024', 'de')).toBe('2024-03');
  });

  it('reads back every calendar day it could have written in words', () => {
    const days = fc.date({
      min: new Date(Date.UTC(1900, 0, 1)),
      max: new Date(Date.UTC(2100, 0, 1)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom('en-GB', 'en-US'), (day, habit) => {
        const words = new Intl.DateTimeFormat(habit, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
        expect(parse(words)).toBe(day.toISOString().slice(0, 10));
      }),
    );
  });

  it('never throws and never answers what is not a date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const date = parse(text);
        expect(date === undefined || /^(?:\d{4}|--)/.test(date)).toBe(true);
      }),
    );
  });
});
