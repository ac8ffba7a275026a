import { describe, expect, it } from 'vitest';
import {
  buildLinkage,
  changesSince,
  suggestedPairs,
  updateLinkage,
} from '#core/contacts/duplicates/linkage.ts';
import type { DuplicatePair, LinkageRecord } from '#core/contacts/duplicates/model.ts';
import { madeUpSet } from '#scripts/linkage/made-up.ts';
import { aRecord, crowd, finished } from './builders.ts';

const linked = (...records: readonly LinkageRecord[]) => finished(buildLinkage([...records, ...crowd(300)]));

type Card = Parameters<typeof aRecord>[0];

/** What is said of two cards in a book of three hundred others. */
function said(a: Card, b: Card): DuplicatePair | undefined {
  return suggestedPairs(linked(aRecord({ ...a, id: 1 }), aRecord({ ...b, id: 2 })), [1, 2])[0];
}

const ANA = { given: 'Ana', family: 'Ruizberg' };

describe('what is said of two cards', () => {
  it.each<[string, string, Card, Card]>([
    [
      'surely',
      'one mailbox',
      { ...ANA, emails: ['ana@x.example'] },
      { ...ANA, emails: ['ana@x.example'], tels: ['+491234567'] },
    ],
    [
      'surely',
      'one profile',
      { ...ANA, profiles: ['ana-r'] },
      { given: 'Ana María', family: 'Ruizberg', profiles: ['ana-r'] },
    ],
    [
      'surely',
      'one profile, other mailboxes',
      { ...ANA, profiles: ['ana-r'], emails: ['a@x.example'] },
      { ...ANA, profiles: ['ana-r'], emails: ['b@y.example'] },
    ],
    [
      'surely',
      'one telephone',
      { ...ANA, tels: ['+49301234567'] },
      { ...ANA, tels: ['+49301234567'], org: 'Acme' },
    ],
    [
      'surely',
      'one mailbox, a short form',
      { given: 'Robert', family: 'Ruizberg', emails: ['rr@x.example'] },
      { given: 'Bob', family: 'Ruizberg', emails: ['rr@x.example'] },
    ],
    [
      'surely',
      'a mailbox without a name',
      { ...ANA, emails: ['kolibri@x.example'] },
      { emails: ['kolibri@x.example'] },
    ],
    ['surely', 'one number', { ...ANA, identifiers: ['77-1234'] }, { ...ANA, identifiers: ['771234'] }],
  ])('%s the same: %s', (tier, _, a, b) => {
    expect(said(a, b)).toMatchObject({ kind: 'same', tier });
  });

  it.each<[string, Card, Card]>([
    [
      'a shared mailbox of two people',
      { given: 'Ana', family: 'Ruizberg', emails: ['us@x.example'] },
      { given: 'Tom', family: 'Ruizberg', emails: ['us@x.example'] },
    ],
    ['a desk’s mailbox', { ...ANA, emails: ['info@x.example'] }, { ...ANA, emails: ['info@x.example'] }],
    [
      'one mailbox, two birthdays',
      { ...ANA, emails: ['ana@x.example'], bday: '1970-05-17' },
      { ...ANA, emails: ['ana@x.example'], bday: '1948-11-02' },
    ],
    [
      'one mailbox, two profiles',
      { ...ANA, emails: ['ana@x.example'], profiles: ['a'] },
      { ...ANA, emails: ['ana@x.example'], profiles: ['b'] },
    ],
    [
      'one telephone, two mailboxes',
      { ...ANA, tels: ['+49301234567'], emails: ['a@x.example'] },
      { ...ANA, tels: ['+49301234567'], emails: ['b@y.example'] },
    ],
    ['a name alone', ANA, ANA],
    ['name and company', { ...ANA, org: 'Acme' }, { ...ANA, org: 'Acme' }],
    [
      'father and son',
      { given: 'John', family: 'Ruizberg', suffix: 'Sr.', emails: ['j@x.example'] },
      { given: 'John', family: 'Ruizberg', suffix: 'Jr.', emails: ['j@x.example'] },
    ],
  ])('not surely the same: %s', (_, a, b) => {
    expect(said(a, b)?.tier).not.toBe('surely');
  });

  it('a name and a company make a suggestion, two names and a company none', () => {
    expect(said({ ...ANA, org: 'Acme' }, { ...ANA, org: 'Acme' })?.tier).toMatch(/possibly|probably/);
    expect(said({ ...ANA, org: 'Acme' }, { given: 'Tom', family: 'Hale', org: 'Acme' })).toBeUndefined();
  });

  it('namesakes with a profile each are two people, whatever else they share', () => {
    expect(
      said({ ...ANA, profiles: ['ana-1'], org: 'Acme' }, { ...ANA, profiles: ['ana-2'], org: 'Globex' }),
    ).toBeUndefined();
  });

  it('a second profile of one name and company is to be verified', () => {
    expect(
      said({ ...ANA, profiles: ['ana-1'], org: 'Acme' }, { ...ANA, profiles: ['ana-2'], org: 'Acme GmbH' }),
    ).toMatchObject({ kind: 'clone' });
  });

  it('a profile that was renamed is the same person’s', () => {
    const before = { ...ANA, profiles: ['ana-r-1b2c3'], connectedOn: '2024-05-01', org: 'Acme' };
    expect(said(before, { ...before, profiles: ['anaruizberg'] })).toMatchObject({ kind: 'same' });
  });
});

describe('reasons', () => {
  it('name every field that says something, the most telling first, with its values and strength', () => {
    const pair = said(
      { given: 'Robert', family: 'Ruizberg', emails: ['rr@x.example'], org: 'Acme' },
      { given: 'Bob', family: 'Ruizberg', emails: ['rr@x.example'], org: 'Globex' },
    )!;
    expect(pair.reasons.map(({ field, agreement }) => `${field} ${agreement}`)).toEqual(
      expect.arrayContaining(['email same', 'given equivalent', 'family same', 'org different']),
    );
    expect(pair.reasons[0]).toMatchObject({
      field: 'email',
      strength: 'strong',
      values: ['rr@x.example', 'rr@x.example'],
    });
    expect(pair.reasons.find(({ field }) => field === 'given')?.values).toEqual(['Robert', 'Bob']);
    const weights = pair.reasons.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(pair.reasons.find(({ field }) => field === 'org')!.weight).toBeLessThan(0);
  });

  it('a rare name says more than a common one', () => {
    const crowdOfSmiths = Array.from({ length: 60 }, (_, at) =>
      aRecord({ id: 500 + at, given: `Q${at}x`, family: 'Smith' }),
    );
    const linkage = linked(
      aRecord({ id: 1, given: 'Ana', family: 'Smith' }),
      aRecord({ id: 2, given: 'Ana', family: 'Smith' }),
      aRecord({ id: 3, given: 'Ana', family: 'Zwiebelstein' }),
      aRecord({ id: 4, given: 'Ana', family: 'Zwiebelstein' }),
      ...crowdOfSmiths,
    );
    const weight = (id: number) =>
      suggestedPairs(linkage, [id])[0]?.reasons.find(({ field }) => field === 'family')?.weight ?? 0;
    expect(weight(3)).toBeGreaterThan(weight(1) + 2);
    expect(suggestedPairs(linkage, [3])[0]!.reasons.find(({ field }) => field === 'family')!.isRare).toBe(
      true,
    );
  });

  it('crossed names are shown as they were typed', () => {
    const pair = said(
      { given: 'Ana', family: 'Ruizberg', tels: ['+49301234567'] },
      { given: 'Ruizberg', family: 'Ana', tels: ['+49301234567'] },
    )!;
    expect(pair.reasons.find(({ field }) => field === 'given')?.values).toEqual([
      'Ana Ruizberg',
      'Ruizberg Ana',
    ]);
    expect(pair.reasons.find(({ field }) => field === 'family')?.values).toEqual([
      'Ana Ruizberg',
      'Ruizberg Ana',
    ]);
  });
});

describe('a book that changes', () => {
  const plain = (pairs: readonly DuplicatePair[]) =>
    pairs.map(({ a, b, kind, tier }) => `${a}-${b} ${kind} ${tier}`);

  it('suggests for a new card what it would have suggested with it from the start', () => {
    const { records } = madeUpSet('book', 400, 3);
    const whole = suggestedPairs(finished(buildLinkage(records)));
    const [late, early] = [records.slice(-20), records.slice(0, -20)];
    const linkage = finished(buildLinkage(early));
    for (const record of late) updateLinkage(linkage, [record], []);
    const grown = suggestedPairs(linkage);
    // The weights were learnt without the late ones, so a borderline pair may fall on the other side; a likely one not.
    const keysOf = (pairs: readonly DuplicatePair[]) => new Set(pairs.map(({ a, b }) => `${a}-${b}`));
    const likely = (pairs: readonly DuplicatePair[]) =>
      keysOf(pairs.filter(({ tier }) => tier !== 'possibly'));
    expect(likely(whole).size).toBeGreaterThan(20);
    for (const key of likely(whole)) expect(keysOf(grown)).toContain(key);
    for (const key of likely(grown)) expect(keysOf(whole)).toContain(key);
  });

  it('forgets who is gone, and what no longer agrees', () => {
    const linkage = linked(
      aRecord({ ...ANA, id: 1, emails: ['ana@x.example'] }),
      aRecord({ ...ANA, id: 2, emails: ['ana@x.example'] }),
      aRecord({ ...ANA, id: 3, emails: ['ana@x.example'] }),
    );
    expect(plain(suggestedPairs(linkage, [1, 2, 3]))).toEqual([
      '1-2 same surely',
      '1-3 same surely',
      '2-3 same surely',
    ]);
    updateLinkage(linkage, [], [2]);
    expect(plain(suggestedPairs(linkage, [1, 2, 3]))).toEqual(['1-3 same surely']);
    updateLinkage(linkage, [aRecord({ id: 3, given: 'Tom', family: 'Hale' })], []);
    expect(suggestedPairs(linkage, [1, 3])).toEqual([]);
    updateLinkage(linkage, [aRecord({ ...ANA, id: 3, emails: ['ana@x.example'] })], []);
    expect(plain(suggestedPairs(linkage, [3]))).toEqual(['1-3 same surely']);
  });

  it('tells what has changed since it was built', () => {
    const before = [
      aRecord({ ...ANA, id: 1 }),
      aRecord({ ...ANA, id: 2, org: 'Acme' }),
      aRecord({ ...ANA, id: 3 }),
    ];
    const linkage = finished(buildLinkage(before));
    expect(finished(changesSince(linkage, before.toReversed()))).toEqual({ changed: [], removed: [] });
    const edited = aRecord({ ...ANA, id: 2, org: 'Globex' });
    const added = aRecord({ ...ANA, id: 9 });
    const changes = finished(changesSince(linkage, [before[0]!, edited, added]));
    expect(changes).toEqual({ changed: [edited, added], removed: [3] });
    updateLinkage(linkage, changes.changed, changes.removed);
    expect(finished(changesSince(linkage, [before[0]!, edited, added]))).toEqual({
      changed: [],
      removed: [],
    });
  });

  it('compares two cards that came in one edit with each other', () => {
    const linkage = linked();
    const card = (id: number) => aRecord({ ...ANA, id, emails: ['ana@x.example'] });
    updateLinkage(linkage, [card(1), card(2)], []);
    expect(plain(suggestedPairs(linkage, [1, 2]))).toEqual(['1-2 same surely']);
  });

  it('says the same of the same book, in whatever order it is read', () => {
    const { records } = madeUpSet('book', 400, 5);
    const once = plain(suggestedPairs(finished(buildLinkage(records))));
    expect(plain(suggestedPairs(finished(buildLinkage(records))))).toEqual(once);
    expect(plain(suggestedPairs(finished(buildLinkage(records.toReversed()))))).toEqual(once);
  });

  it.each([0, 1, 2])('of %i people is no trouble', (size) => {
    const linkage = finished(buildLinkage(crowd(size)));
    expect(suggestedPairs(linkage)).toEqual([]);
  });
});
