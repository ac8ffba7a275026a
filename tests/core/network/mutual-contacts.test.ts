import { describe, expect, it } from 'vitest';
import { rankMutuals } from '#core/network/mutual-contacts.ts';
import type { Tie } from '#core/network/model.ts';
import { key, tie } from './ways.ts';

const mutual = (contactId: number, fn: string, ownerTie: Tie, other: Tie) => ({
  contactId: key(contactId),
  fn,
  org: '',
  ownerTie,
  tie: other,
});

describe('whom to ask about somebody', () => {
  it('puts the strongest weaker link first, then my own tie, theirs, sureness, freshness and name', () => {
    const list = [
      mutual(1, 'Zoe', tie('know'), tie('acquaintance', '2026-01-01', 'likely')),
      mutual(2, 'Ana', tie('know'), tie('acquaintance', '2026-01-01', 'likely')),
      mutual(3, 'Bo', tie('know', '2026-01-01'), tie('acquaintance', '2026-01-01', 'likely')),
      mutual(4, 'Cem', tie('know'), tie('acquaintance', '2020-01-01', 'recorded')),
      mutual(5, 'Dao', tie('trusted'), tie('acquaintance', undefined, 'likely')),
      mutual(6, 'Eve', tie('name_only'), tie('trusted')),
      mutual(7, 'Fay', tie('know'), tie('know')),
      mutual(8, 'Gil', tie('know'), tie('know_well')),
      mutual(9, 'Ana', tie('know'), tie('acquaintance', '2026-01-01', 'likely')),
    ];
    expect(rankMutuals(list).map(({ contactId }) => contactId)).toEqual([8, 7, 5, 4, 3, 2, 9, 1, 6]);
    expect(rankMutuals(list.toReversed())).toEqual(rankMutuals(list));
  });
});
