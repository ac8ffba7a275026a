import { describe, expect, it } from 'vitest';
import { birthdayOf, orderOf, readDay } from '#core/imports/sources/address-book/dates.ts';

describe('readDay', () => {
  it.each([
    ['1980-05-17', '1980-05-17'],
    ['1980-05-17T00:00:00', '1980-05-17'],
    ['--05-17', '--05-17'],
    ['-- 05-17', '--05-17'],
    ['--0517', '--05-17'],
    ['1604-05-17', '--05-17'],
    ['0000-05-17', '--05-17'],
    ['19800517', '1980-05-17'],
    ['1980/5/17', '1980-05-17'],
    ['17.05.1980', '1980-05-17'],
    ['17. 5. 1980', '1980-05-17'],
    ['1980. 05. 17.', '1980-05-17'],
    ['17. Mai 1980', '1980-05-17'],
    ['17 mai 1980', '1980-05-17'],
    ['May 17, 1980', '1980-05-17'],
    ['1980年5月17日', '1980-05-17'],
    ['5/17/1980', '1980-05-17'],
    ['17/5/1980', '1980-05-17'],
    ['5/6/1980 12:00:00 AM', '1980-05-06'],
    ['17.05.', '--05-17'],
    ['5/17', '--05-17'],
    ['May 17', '--05-17'],
    ['5/6/45', '1945-05-06'],
    ['5/6/24', '2024-05-06'],
    ['2/29/1981', undefined],
    ['--02-29', '--02-29'],
    ['40.13.1980', undefined],
    ['soon', undefined],
    ['0/0/00', ''],
    ['1/1/4501', ''],
    ['31.12.4500', ''],
    ['9'.repeat(100), undefined],
  ])('reads %s', (written, expected) => {
    expect(readDay(written, 'mdy', 2026)).toBe(expected);
  });
  it.each([
    ['mdy', '1980-05-06'],
    ['dmy', '1980-06-05'],
    ['ymd', '1980-05-06'],
  ] as const)('reads 5/6/1980 in the order %s', (order, expected) => {
    expect(readDay('5/6/1980', order, 2026)).toBe(expected);
  });
  it('reads a year in two digits first where that is the order', () => {
    expect(readDay('80/05/17', 'ymd', 2026)).toBe('1980-05-17');
  });
});

describe('orderOf', () => {
  it.each([
    [['5/6/1980'], 'mdy', 'mdy'],
    [['5/6/1980'], 'dmy', 'dmy'],
    [['5/6/1980', '13/6/1980'], 'mdy', 'dmy'],
    [['5/6/1980', '5/13/1980'], 'dmy', 'mdy'],
    [['1980/5/6'], 'mdy', 'ymd'],
    [['', 'x', '17.05.1980'], 'mdy', 'mdy'],
  ] as const)('of %j, usually %s, is %s', (dates, usual, expected) => {
    expect(orderOf(dates, usual)).toBe(expected);
  });
});

describe('birthdayOf', () => {
  it.each([
    ['1980', '5', '17', '1980-05-17'],
    ['', '5', '17', '--05-17'],
    ['1980', '', '', '1980'],
    ['0', '0', '0', ''],
    ['', '', '', ''],
    ['1980', '13', '1', undefined],
    ['80', '', '', undefined],
  ])('%s, %s, %s', (year, month, day, expected) => {
    expect(birthdayOf(year, month, day)).toBe(expected);
  });
});
