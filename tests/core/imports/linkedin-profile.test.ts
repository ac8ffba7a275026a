// What Profile.csv says about its owner goes onto their own card: a birthday mostly without a year, a list of websites.
import { describe, expect, it } from 'vitest';
import { planImport } from '#core/imports/plan.ts';
import { PROFILE_HEADER, row } from '#tests/fixtures/linkedin.ts';
import { read } from '#tests/fixtures/reading.ts';
import { applyAll, modelBook, named } from './plan-model-book.ts';

const profileWith = (birthday: string, websites: string) =>
  read(
    `${PROFILE_HEADER}\n${row('Olive', 'Owner', '', '', birthday, 'Keeper', '', '', '', '', '', websites, '')}\n`,
    'Profile.csv',
  ).parsed;
const said = (birthday: string, websites = '') =>
  profileWith(birthday, websites)?.owner?.properties?.map(
    ({ name, type, value }) => `${name}${type === '' ? '' : `;${type}`}: ${value}`,
  ) ?? [];

describe('the owner’s Profile.csv', () => {
  it.each([
    ['Dec 10', '--12-10'],
    ['Feb 29', '--02-29'],
    ['Dec 10, 1985', '1985-12-10'],
    ['10 déc. 1985', '1985-12-10'],
  ])('says the birthday %s', (written, day) => {
    expect(said(written)).toEqual([`BDAY: ${day}`]);
  });

  it('says when a birthday is none, and keeps the card', () => {
    const parsed = profileWith('soon', '');
    expect(parsed?.owner?.fn).toBe('Olive Owner');
    expect(parsed?.issues).toEqual([{ line: 2, code: 'BAD_DATE', params: { value: 'soon' } }]);
  });

  it.each([
    ['[PERSONAL:https://olive.example.org]', ['URL;home: https://olive.example.org']],
    [
      '[PERSONAL:https://olive.example.org/a,b,COMPANY:http://acme.test,OTHER:https://x.example.org]',
      ['URL;home: https://olive.example.org/a,b', 'URL;work: http://acme.test', 'URL: https://x.example.org'],
    ],
    ['https://olive.example.org, www.acme.test', ['URL: https://olive.example.org', 'URL: www.acme.test']],
    ['[]', []],
    ['', []],
    ['[PERSONAL:]', []],
  ])('lists the websites %s', (cell, wanted) => {
    expect(said('', cell)).toEqual(wanted);
  });

  it('is a card with all of it, and the same the next time', () => {
    const parsed = profileWith('Dec 10', '[PERSONAL:https://olive.example.org]')!;
    const book = modelBook();
    applyAll(book, planImport(named([parsed]), book.lookup), [parsed]);
    const values = [...book.people.values()].flatMap(({ said: all }) => all.map(({ value }) => value));
    expect(values).toEqual(expect.arrayContaining(['--12-10', 'https://olive.example.org']));
    expect(planImport(named([parsed]), book.lookup).map(({ action }) => action)).toEqual(['same']);
  });
});
