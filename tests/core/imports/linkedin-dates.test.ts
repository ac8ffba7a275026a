import { describe, expect, it } from 'vitest';
import { numericOrder, readDate, readDateTime } from '#core/imports/sources/linkedin-dates.ts';

describe('readDate', () => {
  it.each([
    ['28 Sep 2024', '2024-09-28'],
    ['5 Jun 1833', '1833-06-05'],
    ['L06 9/7/18, 3:05 PM', '2018-09-07'],
    ['9/7/18', '2018-09-07'],
    ['13/7/18', '2018-07-13'],
    ['L07 7-Feb-22', '2022-02-07'],
    ['12-Mar-24', '2024-03-12'],
    ['Sep 28, 2024', '2024-09-28'],
    ['Sat, 28 Sep 2024', '2024-09-28'],
    ['2024-09-28', '2024-09-28'],
    ['2024/9/28', '2024-09-28'],
    ['2023-01-31 10:00:00 UTC', '2023-01-31'],
    ['28.09.2024', '2024-09-28'],
    ['12 mars 2023', '2023-03-12'],
    ['1er février 2024', '2024-02-01'],
    ['3. März 2024', '2024-03-03'],
    ['14 de septiembre de 2022', '2022-09-14'],
    ['30 gen 2021', '2021-01-30'],
    ['9 de fevereiro de 2020', '2020-02-09'],
    ['8 mei 2019', '2019-05-08'],
    ['11 października 2018', '2018-10-11'],
    ['4 мая 2017 г.', '2017-05-04'],
    ['2 juni 2016', '2016-06-02'],
    ['2024年9月28日', '2024-09-28'],
    ['2024년 9월 28일', '2024-09-28'],
    ['٢٨ Sep ٢٠٢٤', '2024-09-28'],
    ['Sep-24', '2024-09'],
    ['28-Sep', '--09-28'],
    ['45563', '2024-09-28'],
    ['29 Feb 2024', '2024-02-29'],
    ['1/2/99', '1999-01-02'],
  ])('reads %s as %s', (text, date) => {
    expect(readDate(text.replace(/^L\d\d /, ''))).toBe(date);
  });
  it.each([
    '',
    'soon',
    '31 Feb 2024',
    '29 Feb 2023',
    '0 Sep 2024',
    '32 Sep 2024',
    '13/13/2024',
    '28 Foo 2024',
    'x'.repeat(9999),
  ])('does not make a date of %j', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
  it('puts the day first when the column proves it, else the month', () => {
    expect(numericOrder(['05/06/2024', '28/09/2024'])).toBe('day-first');
    expect(numericOrder(['05/06/2024', '09/28/2024'])).toBe('month-first');
    expect(numericOrder(['05/06/2024', '28 Sep 2024'])).toBe('month-first');
    expect(readDate('05/06/2024', 'day-first')).toBe('2024-06-05');
  });
});

describe('readDateTime', () => {
  it.each([
    ['9/7/18, 3:05 PM', '2018-09-07T15:05'],
    ['9/7/18, 3:05\u202fPM', '2018-09-07T15:05'],
    ['12/31/23, 12:00 AM', '2023-12-31T00:00'],
    ['12/31/23, 12:30 PM', '2023-12-31T12:30'],
    ['1823-07-18 11:00:00 UTC', '1823-07-18T11:00:00Z'],
    ['2024-05-01T12:34:56Z', '2024-05-01T12:34:56Z'],
    ['2024-05-01T00:30:00+02:00', '2024-04-30T22:30:00Z'],
    ['2024-12-31 23:30:00 -0100', '2025-01-01T00:30:00Z'],
    ['Sep 7 2018 03:05 PM', '2018-09-07T15:05'],
    ['7 sept. 2018 15:05', '2018-09-07T15:05'],
    ['2024-05-01', '2024-05-01T00:00'],
  ])('reads %s as %s', (text, at) => {
    expect(readDateTime(text)).toBe(at);
  });
  it.each(['', '9/7/18, 25:00', '9/7/18, 13:05 PM', '2/30/24, 1:00 AM', 'Sep 2024', '28-Sep'])(
    'does not make a moment of %j',
    (text) => {
      expect(readDateTime(text)).toBeUndefined();
    },
  );
});
