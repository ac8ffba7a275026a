// Jobs: what the owner writes down comes back as it was, and what files showed becomes a history.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastJobAt, positionValue, readPosition, seenPositions } from '#core/contacts/positions.ts';
import type { Saying } from '#core/contacts/positions.ts';

describe('a job in one value', () => {
  it('comes back as it was written, whatever its words are', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replaceAll(/\r\n?/g, '\n').trim());
    const date = fc.constantFrom(undefined, '2019', '2019-04', '2019-04-12');
    fc.assert(
      fc.property(words, words, date, (org, title, from) => {
        const isJob = org !== '' || title !== '';
        const position = { org, title, ...(from !== undefined && { from, to: '2021' }) };
        // A backslash before a letter was typed, vCard says; two of them are one.
        const isPlain = !`${org}${title}`.includes('\\');
        const back = readPosition(positionValue(position));
        if (!isJob) expect(back).toBeUndefined();
        else if (isPlain) expect(back).toEqual(position);
        else expect(back).toBeDefined();
      }),
    );
  });
  it.each([
    ['Acme;CTO;2019-04;2021', { org: 'Acme', title: 'CTO', from: '2019-04', to: '2021' }],
    ['Acme\\; Sons;;;', { org: 'Acme; Sons', title: '' }],
    [';CTO', { org: '', title: 'CTO' }],
    ['Acme;CTO;soon;never', { org: 'Acme', title: 'CTO' }],
    ['Acme;CTO;2021;2019', undefined],
    ['Acme;CTO;2021;2021-04', { org: 'Acme', title: 'CTO', from: '2021', to: '2021-04' }],
    [';;;', undefined],
    ['', undefined],
  ])('%s', (value, expected) => {
    expect(readPosition(value)).toEqual(expected);
  });
});

describe('jobs that were seen', () => {
  const org = (value: string, from: string, until?: string): Saying => ({ name: 'ORG', value, from, until });
  const title = (value: string, from: string, until?: string): Saying => ({
    name: 'TITLE',
    value,
    from,
    until,
  });

  it('are one after another, the newest first', () => {
    expect(
      seenPositions([
        org('Acme', '2023-01-01T10:00:00Z', '2025-02-01T10:00:00Z'),
        title('Engineer', '2023-01-01T10:00:00Z', '2024-03-01T10:00:00Z'),
        title('Lead', '2024-03-01T10:00:00Z', '2025-02-01T10:00:00Z'),
        org('Beta', '2025-02-01T10:00:00Z'),
        title('CTO', '2025-02-01T10:00:00Z'),
      ]),
    ).toEqual([
      { org: 'Beta', title: 'CTO', seenFrom: '2025-02-01T10:00:00Z' },
      { org: 'Acme', title: 'Lead', seenFrom: '2024-03-01T10:00:00Z', seenUntil: '2025-02-01T10:00:00Z' },
      { org: 'Acme', title: 'Engineer', seenFrom: '2023-01-01T10:00:00Z', seenUntil: '2024-03-01T10:00:00Z' },
    ]);
  });

  it('take the later word where two stand', () => {
    expect(
      seenPositions([org('Acme', '2023-01-01T10:00:00Z'), org('Acme GmbH', '2024-01-01T10:00:00Z')]),
    ).toEqual([
      { org: 'Acme GmbH', title: '', seenFrom: '2024-01-01T10:00:00Z' },
      { org: 'Acme', title: '', seenFrom: '2023-01-01T10:00:00Z', seenUntil: '2024-01-01T10:00:00Z' },
    ]);
  });

  it('never overlap, and say at every moment what was said last', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((date) => `2024-01-${date}T00:00:00Z`);
    const saying = fc
      .tuple(
        fc.constantFrom('ORG' as const, 'TITLE' as const),
        fc.constantFrom('a', 'b', 'c'),
        day,
        fc.option(day, { nil: undefined }),
      )
      .filter(([, , from, until]) => until === undefined || from < until)
      .map(([name, value, from, until]): Saying => ({ name, value, from, until }));
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 8 }), day, (sayings, at) => {
        const seen = seenPositions(sayings);
        const there = seen.filter(({ seenFrom, seenUntil = '9' }) => seenFrom <= at && at < seenUntil);
        expect(there.length).toBeLessThanOrEqual(1);
        const last = (name: Saying['name']): string[] => {
          const standing = sayings.filter(
            (one) => one.name === name && one.from <= at && at < (one.until ?? '9'),
          );
          const newest = standing
            .map(({ from }) => from)
            .toSorted()
            .at(-1);
          return standing.filter(({ from }) => from === newest).map(({ value }) => value);
        };
        const [orgs, titles] = [last('ORG'), last('TITLE')];
        if (orgs.length + titles.length === 0) expect(there).toEqual([]);
        else {
          expect([...orgs, ...(orgs.length === 0 ? [''] : [])]).toContain(there[0]?.org);
          expect([...titles, ...(titles.length === 0 ? [''] : [])]).toContain(there[0]?.title);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the last job at an organisation', () => {
  const isHere = (org: string) => org === 'Acme';
  it('is one with its dates, else what files have shown, and none that goes on', () => {
    const seen = [
      { org: 'Beta', title: 'Head', seenFrom: '2024-01-01T00:00:00Z' },
      { org: 'Acme', title: 'Clerk', seenFrom: '2020-01-01T00:00:00Z', seenUntil: '2024-01-01T00:00:00Z' },
    ];
    const positions = [
      { org: 'Acme', title: 'Intern', from: '2015', to: '2016' },
      { org: 'Acme', title: 'Engineer', to: '2021-06' },
      { org: 'Acme', title: 'Adviser', from: '2023' },
    ];
    expect(lastJobAt({ positions, seen }, isHere)).toEqual({
      title: 'Engineer',
      until: '2021-06',
      isSeen: false,
    });
    expect(lastJobAt({ positions: [], seen }, isHere)).toEqual({
      title: 'Clerk',
      until: '2024-01-01',
      isSeen: true,
    });
    expect(lastJobAt({ positions: [positions[2]!], seen: [seen[0]!] }, isHere)).toBeUndefined();
  });
});
