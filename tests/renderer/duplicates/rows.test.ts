import { describe, expect, it } from 'vitest';
import { choicesOf, hiddenBy, mergeRequest, rowsOf, standingFn } from '#renderer/features/duplicates/rows.ts';
import { aField, anOption, aPerson, compared, idOf } from './builders.ts';

const ada = aPerson(1, 'Ada Byron');
const other = aPerson(2, 'Augusta Byron');
const third = aPerson(3, 'Ada King');
const org = aField(
  'ORG',
  true,
  anOption('ORG', 'Mill', [[1, 11]], false),
  anOption('ORG', 'Loom', [[2, 21]]),
);
const emails = aField(
  'EMAIL',
  false,
  anOption('EMAIL', 'a@example.org', [
    [1, 12],
    [2, 22],
  ]),
  anOption('EMAIL', 'b@example.org', [[2, 23]]),
);

describe('what a merge hides', () => {
  it('is what loses in the rows where one value stands, and nothing of the lists', () => {
    const comparison = compared([ada, other], [org, emails]);
    expect(mergeRequest(comparison)).toEqual({ survivorId: 1, absorbedIds: [2], hide: [20, 11], apart: [] });
  });

  it('is what the other card says where one card wins', () => {
    const { fields } = compared([ada, other], [org, emails]);
    const rows = rowsOf(fields, [ada.id, other.id]);
    expect(hiddenBy(rows, choicesOf(rows, ada.id, {}))).toEqual([20, 21]);
    expect(hiddenBy(rows, choicesOf(rows, other.id, {}))).toEqual([10, 11]);
    expect(standingFn(rows, choicesOf(rows, other.id, {}))).toBe('Augusta Byron');
  });

  it('is every property that says a value left out of a list', () => {
    const comparison = compared([ada, other], [emails]);
    const request = mergeRequest(comparison, [], { EMAIL: ['23'] });
    expect(request?.hide).toEqual([20, 12, 22]);
  });

  it('leaves alone whatever only somebody left out says', () => {
    const comparison = compared([ada, other, third], [org, emails]);
    expect(mergeRequest(comparison, [other.id])).toEqual({
      survivorId: 1,
      absorbedIds: [3],
      hide: [30],
      apart: [other.id],
    });
  });

  it('gives the card to somebody else where the one that would stay is left out', () => {
    const comparison = compared([ada, other, third], [org]);
    expect(mergeRequest(comparison, [ada.id])).toMatchObject({ survivorId: 2, absorbedIds: [3] });
    expect(mergeRequest(comparison, [ada.id, other.id])).toBeUndefined();
  });

  it('chooses a name as a whole: its parts and how it is written', () => {
    const comparison = compared(
      [ada, other],
      [aField('FN', true, anOption('FN', 'Countess Augusta', [[2, 24]], false))],
    );
    const rows = rowsOf(comparison.fields, [ada.id, other.id]);
    expect(rows.map(({ name }) => name)).toEqual(['FN']);
    expect(rows[0]?.options.map(({ text }) => text)).toEqual(['Ada Byron', 'Countess Augusta']);
    expect(hiddenBy(rows, {})).toEqual([24, 20]);
    expect(hiddenBy(rows, choicesOf(rows, other.id, {}))).toEqual([10]);
  });

  it('lets the name stand as the book has it written, with the parts of whoever writes it so', () => {
    const written = aField('FN', true, anOption('FN', 'Countess Augusta', [[2, 24]]));
    const { fields } = compared([ada, other], [written]);
    expect(hiddenBy(rowsOf(fields, [ada.id, other.id]), {})).toEqual([10]);
  });

  it('asks nothing where both say the same name, and keeps both', () => {
    const same = aPerson(2, 'Ada Byron');
    const rows = rowsOf(compared([ada, same]).fields, [ada.id, same.id]);
    expect(rows[0]).toMatchObject({ differs: false, options: [{ text: 'Ada Byron' }] });
    expect(hiddenBy(rows, {})).toEqual([]);
  });

  it('takes no notice of a choice that is no longer there', () => {
    const { fields } = compared([ada, other, third], [org]);
    const rows = rowsOf(fields, [ada.id, third.id]);
    expect(hiddenBy(rows, { ORG: ['21'] })).toEqual([30]);
    expect(rowsOf(fields, [idOf(99)])).toEqual([]);
  });
});
