import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { dormantOf, DORMANT_SHOWN } from '#core/reminders/dormant.ts';
import type { StrongTie } from '#core/reminders/dormant.ts';

const me = ContactId.parse(1);
const tie = (id: number, lastOn?: string): StrongTie => ({
  contactId: ContactId.parse(id),
  ...(lastOn !== undefined && { lastOn }),
});
const ids = (ties: readonly StrongTie[], today: string) =>
  dormantOf(ties, { owner: me, today }).people.map(({ contactId }) => contactId);

describe('people known well and silent for long', () => {
  it('are those whose last contact is more than nine months ago', () => {
    const ties = [tie(2, '2025-06-09'), tie(3, '2025-06-10'), tie(4, '2025-06-11'), tie(5, '2026-03-01')];
    expect(ids(ties, '2026-03-10')).toEqual([2]);
  });

  it('are given the benefit of a date without a day', () => {
    expect(ids([tie(2, '2025')], '2026-03-10')).toEqual([]);
    expect(ids([tie(2, '2024'), tie(3, '2025-05')], '2026-03-10')).toEqual([2, 3]);
  });

  it('are never those of whom the book holds no contact: they are counted apart', () => {
    expect(dormantOf([tie(2), tie(3, '2020-01-01')], { owner: me, today: '2026-03-10' })).toEqual({
      people: [tie(3, '2020-01-01')],
      total: 1,
      withoutContact: 1,
    });
  });

  it('never are the owner', () => {
    expect(dormantOf([tie(1), tie(1, '2020-01-01')], { owner: me, today: '2026-03-10' })).toEqual({
      people: [],
      total: 0,
      withoutContact: 0,
    });
  });

  it('are the same all month, ten at most, and everybody in turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 64 }), fc.nat(11), (count, start) => {
        const ties = Array.from({ length: count }, (_, at) => tie(at + 2, '2020-01-01'));
        const pages = Math.max(1, Math.ceil(count / DORMANT_SHOWN));
        const months = Array.from({ length: pages }, (_, at) => {
          const month = 2026 * 12 + start + at;
          return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        });
        const seen = months.flatMap((month) => ids(ties, `${month}-03`));
        for (const month of months) {
          expect(ids(ties, `${month}-01`)).toEqual(ids(ties, `${month}-28`));
          expect(ids(ties, `${month}-01`).length).toBeLessThanOrEqual(DORMANT_SHOWN);
        }
        expect(seen.toSorted((a, b) => a - b)).toEqual(ties.map(({ contactId }) => contactId));
      }),
    );
  });
});
