// One sentence out of the ways there are, and which links are to be warmed up first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOn, adviceOnStranger, isSure, staleLinks, weakestAt } from '#core/network/advice.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { Tie } from '#core/network/model.ts';
import { key, tie } from './ways.ts';

const way = (...ties: readonly Tie[]) => {
  const steps = ties.map((one, at) => ({ contactId: key(at + 1), fn: '', org: '', tie: one }));
  const weakest = TIE_LEVELS[Math.min(...ties.map(({ level }) => TIE_LEVELS.indexOf(level)))]!;
  return { steps, weakest };
};

describe('what to do to reach somebody', () => {
  it.each([
    [[way(tie('know'))], { code: 'write' }],
    [[way(tie('trusted'))], { code: 'write' }],
    [[way(tie('acquaintance'))], { code: 'note', because: 'hardly_known' }],
    [[way(tie('name_only'))], { code: 'note', because: 'hardly_known' }],
    [[], { code: 'note', because: 'no_way' }],
    [[way(tie('know'), tie('name_only'))], { code: 'note', because: 'not_verified' }],
    [[way(tie('know'), tie('acquaintance'))], { code: 'ask', isSure: true }],
    [[way(tie('know'), tie('met_once'))], { code: 'ask', isSure: false }],
    [[way(tie('know'), tie('acquaintance', '2026', 'likely'))], { code: 'ask', isSure: false }],
    // The best way comes first, and is the one that counts.
    [[way(tie('know'), tie('know')), way(tie('met_once'))], { code: 'ask', isSure: true }],
  ])('%#: is the best way’s', (paths, advice) => expect(adviceOn(paths)).toEqual(advice));
});

describe('whom to ask about somebody who is not in the book', () => {
  const known = (id: number, own: Tie) => ({ contactId: key(id), fn: `P${id}`, tie: own });
  const says = (mutuals: ReturnType<typeof known>[], paths = [way(tie('know'), tie('know'))]) => {
    const advice = adviceOnStranger(mutuals, paths);
    return advice.code === 'note' ? 'note' : `${advice.code} ${advice.via.contactId}`;
  };
  it('is the mutual contact whom the owner knows best, then whom they last had to do with', () => {
    const list = [known(5, tie('know', '2020')), known(6, tie('know', '2024')), known(7, tie('met_once'))];
    expect(says(list)).toBe('mutual 6');
    expect(says(list.toReversed())).toBe('mutual 6');
    expect(says([...list, known(8, tie('trusted'))])).toBe('mutual 8');
  });
  it('else somebody at the company or on the way there, and nobody by name only', () => {
    const stranger = [known(5, tie('name_only'))];
    expect(says(stranger)).toBe('through 1');
    expect(says(stranger, [way(tie('met_once'))])).toBe('colleague 1');
    expect(says(stranger, [way(tie('know'), tie('name_only'))])).toBe('note');
    expect(says([], [])).toBe('note');
  });
});

describe('links that have gone cold', () => {
  const now = '2026-03-05T10:00:00Z';
  it('are the owner’s own and the weakest, when the last contact was more than 24 months ago', () => {
    expect(staleLinks(way(tie('know', '2021'), tie('know', '2020')).steps, now)).toEqual([
      { at: 0, lastOn: '2021' },
    ]);
    expect(staleLinks(way(tie('trusted', '2019-05-06'), tie('know', '2020-01')).steps, now)).toEqual([
      { at: 0, lastOn: '2019-05-06' },
      { at: 1, lastOn: '2020-01' },
    ]);
    expect(
      staleLinks(way(tie('know', '2026'), tie('met_once', '2021'), tie('know', '2019')).steps, now),
    ).toEqual([{ at: 1, lastOn: '2021' }]);
  });

  it('to the day, and never where no day is on record', () => {
    const own = (lastOn?: string) => staleLinks(way(tie('know', lastOn)).steps, now);
    expect(own('2024-03-04')).toHaveLength(1);
    expect(own('2024-03-05')).toEqual([]);
    // Some of its days are recent enough.
    expect(own('2024')).toEqual([]);
    expect(own('2023')).toHaveLength(1);
    expect(own()).toEqual([]);
  });

  it('in general: never one that is not the first or the weakest, never a fresh one', () => {
    const day = fc.constantFrom(undefined, '2019', '2022-07', '2024-03-04', '2024-03-05', '2026-01-01');
    const certainty = fc.constantFrom('stated', 'recorded', 'likely' as const);
    const anyTie = fc
      .tuple(fc.constantFrom(...TIE_LEVELS), day, certainty)
      .map(([level, on, sure]) => tie(level, on, sure));
    fc.assert(
      fc.property(fc.array(anyTie, { minLength: 1, maxLength: 4 }), (ties) => {
        const { steps, weakest } = way(...ties);
        const levels = ties.map(({ level }) => level);
        expect(weakestAt(steps)).toBe(levels.indexOf(weakest));
        for (const { at, lastOn } of staleLinks(steps, now)) {
          expect([0, levels.indexOf(weakest)]).toContain(at);
          expect(lastOn).toBe(ties[at]?.lastOn);
          expect(lastOn < '2024-03-05').toBe(true);
        }
        if (isSure(way(...ties))) expect(ties.some((one) => one.certainty === 'likely')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
