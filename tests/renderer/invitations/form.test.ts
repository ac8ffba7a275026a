import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvitationForm } from '#core/invitations/model.ts';
import { EMPTY, fieldsOf, filledIn, formFrom, isCount } from '#renderer/features/invitations/fields.ts';
import { formOf, mutualsFrom, withMutuals } from '#renderer/features/invitations/form.ts';
import { aMutual, anInvitation } from './builders.ts';

describe('mutual connections as they are typed', () => {
  it.each([
    ['Ana Example, Bo Example and 8 other mutual connections', ['Ana Example', 'Bo Example'], 10],
    ['12 mutual connections', [], 12],
    ['7', [], 7],
  ])('reads %s with its count', (text, mutualNames, mutualCount) => {
    expect(mutualsFrom(text)).toEqual({ mutualNames, mutualCount });
  });

  it.each([
    ['Ana Example, Bo Example', ['Ana Example', 'Bo Example']],
    ['Ana Example\nBo Example', ['Ana Example', 'Bo Example']],
    ['Ana Example and Bo Example', ['Ana Example', 'Bo Example']],
    ['Ana Example, PhD, Bo Example', ['Ana Example, PhD', 'Bo Example']],
    ['佐藤はるか', ['佐藤はるか']],
  ])('reads %s as names', (text, mutualNames) => {
    expect(mutualsFrom(text)).toEqual({ mutualNames });
  });

  it.each(['', '  ', ' , '])('takes %j for nothing', (text) => {
    expect(mutualsFrom(text)).toBeUndefined();
  });

  it('adds names to those already there and never counts fewer than are named', () => {
    const form = formOf(anInvitation({ mutuals: [aMutual(1)], mutualCount: 1 }));
    const next = withMutuals(form, { mutualNames: ['Mutual 1', 'Bo Example'] });
    expect(next.mutualNames).toEqual(['Mutual 1', 'Bo Example']);
    expect(next.mutualCount).toBe(2);
  });
});

describe('the form of an invitation', () => {
  const form = fc.record({
    fn: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
    message: fc.string({ maxLength: 60 }),
    mutualNames: fc.uniqueArray(fc.constantFrom('Ana Example', 'Bo Example', '佐藤')),
    mutualCount: fc.option(fc.nat(5000), { nil: undefined }),
    sentAt: fc.option(fc.constantFrom('2025-05-03T10:11', '2025-05-03T00:00:00Z', '2024-02-29T09:30'), {
      nil: undefined,
    }),
  });

  it('comes back from its fields as it was', () => {
    fc.assert(
      fc.property(form, ({ mutualCount, sentAt, ...rest }) => {
        const before = InvitationForm.parse({
          ...rest,
          ...(mutualCount === undefined ? {} : { mutualCount }),
          ...(sentAt === undefined ? {} : { sentAt }),
        });
        expect(formFrom(fieldsOf(before))).toEqual(before);
      }),
    );
  });

  it.each([
    ['nobody', { fn: ' ' }],
    ['a count that is none', { mutualCount: 'many' }],
    ['a month without a day', { day: '2025-05' }],
    ['text that is no date', { isDay: false }],
  ])('is not saved with %s', (_, wrong) => {
    expect(formFrom({ ...EMPTY, fn: 'Ada Example', ...wrong })).toBeUndefined();
  });

  it('counts what pasted text filled in, and leaves what it did not name', () => {
    const read = { fn: 'Ada Example', headline: 'Builds looms', mutualNames: ['Bo Example'], mutualCount: 4 };
    const { fields, count } = filledIn(
      { ...EMPTY, message: 'typed before', mutualNames: ['Cy Example'] },
      read,
    );
    expect(count).toBe(3);
    expect(fields).toMatchObject({
      fn: 'Ada Example',
      message: 'typed before',
      mutualNames: ['Cy Example', 'Bo Example'],
      mutualCount: '4',
    });
    expect(filledIn(EMPTY, {})).toEqual({ fields: EMPTY, count: 0 });
  });

  it('takes blank, whole numbers, and nothing else for a count', () => {
    expect(['', ' ', '12', ' 12 '].every(isCount)).toBe(true);
    expect(['-1', '1.5', 'x', '1234567'].some(isCount)).toBe(false);
  });
});
