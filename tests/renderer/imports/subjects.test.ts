import { array, assert, asyncProperty, constantFrom, nat, tuple, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWhat, isNewer, newerWords } from '#renderer/features/imports/newer-export.ts';
import { stretchesOf } from '#renderer/features/imports/subjects.ts';
import type { Stretch, Subject } from '#renderer/features/imports/subjects.ts';
import { aBatch, aChange, NOTHING } from './fake-book.ts';

const SUBJECTS = ['contact', 'invitation', 'owner', 'event', 'evidence', 'entry'] as const;

describe('stretchesOf', () => {
  it('finds every change of subject wherever it is', async () => {
    const lists = uniqueArray(constantFrom<Subject>(...SUBJECTS)).chain((subjects) =>
      tuple(...subjects.map((subject) => nat(40).map((more) => ({ subject, count: more + 1 })))),
    );
    await assert(
      asyncProperty(lists, async (parts) => {
        const all = parts.flatMap(({ subject, count }) => Array.from({ length: count }, () => subject));
        let offset = 0;
        const expected = parts.map(({ subject, count }): Stretch => {
          offset += count;
          return { subject, offset: offset - count, count };
        });
        expect(await stretchesOf(all.length, (at) => Promise.resolve(all[at]))).toEqual(expected);
      }),
    );
  });

  it('asks for a few records of a long list only', async () => {
    let asked = 0;
    const found = await stretchesOf(1_000_000, (at) => {
      asked += 1;
      return Promise.resolve(at < 123_456 ? 'contact' : 'evidence');
    });
    expect(found.map(({ count }) => count)).toEqual([123_456, 876_544]);
    expect(asked).toBeLessThan(30);
  });

  it('ends on lists that do not keep to it, and on rows that are gone', async () => {
    await assert(
      asyncProperty(array(constantFrom<Subject | undefined>(...SUBJECTS, undefined)), async (all) => {
        const found = await stretchesOf(all.length, (at) => Promise.resolve(all[at]));
        const total = found.reduce((sum, { count }) => sum + count, 0);
        expect([0, all.length]).toContain(total);
      }),
    );
  });
});

describe('what is new since the last export', () => {
  it('counts people by what they changed, twice where it is two things', () => {
    const counts = changedWhat([
      { changes: [aChange('ORG', 'Folio House'), aChange('TITLE', 'Printer')] },
      { changes: [aChange('FN', 'Ana Ruiz-Falk'), aChange('N', 'Ruiz-Falk;Ana;;;')] },
      { changes: [aChange('TITLE', 'Editor'), aChange('URL', 'https://example.org/ana')] },
      { changes: [aChange('EMAIL', 'ana@example.org')] },
    ]);
    expect(counts).toEqual({ job: 2, name: 2, otherwise: 1 });
  });

  it('says what is something, in words with their plurals', () => {
    const none = { joined: 0, job: 0, name: 0, otherwise: 0, changed: 0, left: 0 };
    expect(newerWords({ ...none, joined: 12, job: 1, left: 3 })).toEqual([
      '12 joined',
      '1 changed job',
      '3 no longer there',
    ]);
    expect(newerWords(none)).toEqual([]);
  });

  it('is no question for a first export, or for another kind of file', () => {
    const entry = { entryName: 'Connections.csv', records: 2, verdict: 'recognised', because: '' } as const;
    const batch = (kind: 'linkedin-connections' | 'vcard', same: number) =>
      aBatch({ entries: [{ ...entry, kind }], counts: { ...NOTHING, create: 2, same } });
    expect(isNewer(batch('linkedin-connections', 9))).toBe(true);
    expect(isNewer(batch('linkedin-connections', 0))).toBe(false);
    expect(isNewer(batch('vcard', 9))).toBe(false);
  });
});
