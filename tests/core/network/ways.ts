import type { ContactId } from '#core/contacts/model.ts';
import type { Tie, TieLevel } from '#core/network/model.ts';

/** A made-up tie. */
export const tie = (level: TieLevel, lastOn?: string, certainty: Tie['certainty'] = 'recorded'): Tie => ({
  level,
  certainty,
  setBy: 'rule',
  basis: [],
  unconfirmed: false,
  ...(lastOn === undefined ? {} : { lastOn }),
});

/** Any positive integer is a key here: no book is behind it. */
export const key = (id: number): ContactId => id as ContactId;
