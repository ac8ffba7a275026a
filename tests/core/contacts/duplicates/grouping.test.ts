import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '#core/contacts/duplicates/grouping.ts';
import { DuplicatePair } from '#core/contacts/duplicates/model.ts';

type Pair = readonly [a: number, b: number, weight: number, tier?: string, kind?: string];

const pairOf = ([a, b, weight, tier = 'probably', kind = 'same']: Pair): DuplicatePair =>
  DuplicatePair.parse({ a, b, weight, tier, kind, reasons: [] });
const grouped = (pairs: readonly Pair[], apart: readonly string[] = []) =>
  groupsOf(pairs.map(pairOf), (a, b) => apart.includes(`${Math.min(a, b)}-${Math.max(a, b)}`));
const shown = (...args: Parameters<typeof grouped>) =>
  grouped(...args).map(({ key, tier, kind }) => [key, kind === 'clone' ? 'clone' : tier]);

describe('groups for review', () => {
  it.each<[string, Pair[], string[], string[][]]>([
    [
      'joins pairs that share somebody',
      [
        [1, 2, 9],
        [2, 3, 8],
      ],
      [],
      [['1-2-3', 'probably']],
    ],
    [
      'takes the weakest tier that holds them',
      [
        [1, 2, 9],
        [2, 3, 4, 'possibly'],
      ],
      [],
      [['1-2-3', 'possibly']],
    ],
    ['leaves out pairs that are kept apart', [[1, 2, 9]], ['1-2'], []],
    [
      'keeps two apart even where a third is both',
      [
        [1, 2, 9],
        [2, 3, 8],
        [1, 3, 7],
      ],
      ['1-3'],
      [['1-2', 'probably']],
    ],
    [
      'takes nobody into a sure group by less',
      [
        [1, 2, 9, 'surely'],
        [2, 3, 30, 'probably'],
        [3, 4, 2, 'possibly'],
      ],
      [],
      [
        ['1-2', 'surely'],
        ['3-4', 'possibly'],
      ],
    ],
    [
      'shows clones last, each alone',
      [
        [1, 2, 90, 'surely', 'clone'],
        [3, 4, 1, 'possibly'],
        [2, 5, 3],
      ],
      [],
      [
        ['2-5', 'probably'],
        ['3-4', 'possibly'],
        ['1-2', 'clone'],
      ],
    ],
    [
      'never joins a clone through a third',
      [
        [1, 2, 9, 'possibly', 'clone'],
        [1, 3, 8],
        [2, 3, 7],
      ],
      [],
      [
        ['1-3', 'probably'],
        ['1-2', 'clone'],
      ],
    ],
    [
      'goes by tier, then by weight',
      [
        [1, 2, 1, 'surely'],
        [3, 4, 9],
        [5, 6, 12],
        [7, 8, 2, 'surely'],
      ],
      [],
      [
        ['7-8', 'surely'],
        ['1-2', 'surely'],
        ['5-6', 'probably'],
        ['3-4', 'probably'],
      ],
    ],
  ])('%s', (_, pairs, apart, expected) => {
    expect(shown(pairs, apart)).toEqual(expected);
  });

  it('shows no more people at once than can be merged at once', () => {
    const chain = Array.from({ length: 60 }, (_, at): Pair => [at + 1, at + 2, 100 - at]);
    const groups = grouped(chain);
    expect(Math.max(...groups.map(({ ids }) => ids.length))).toBe(20);
  });
});

const id = fc.integer({ min: 1, max: 12 });
const anyPair = fc
  .tuple(
    id,
    id,
    fc.integer({ min: 0, max: 20 }),
    fc.constantFrom('surely', 'probably', 'possibly'),
    fc.constantFrom('same', 'same', 'same', 'clone'),
  )
  .filter(([a, b]) => a < b);
const anyPairs = fc.uniqueArray(anyPair, { maxLength: 30, selector: ([a, b]) => `${a}-${b}` });
const anyApart = fc.array(
  fc.tuple(id, id).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
  { maxLength: 10 },
);

describe('any pairs', () => {
  it('give no group with two who must stay apart, nobody in two groups, and every member a reason to be there', () => {
    fc.assert(
      fc.property(anyPairs, anyApart, (pairs, apart) => {
        const groups = grouped(pairs, apart);
        const clones = pairs.filter(([, , , , kind]) => kind === 'clone').map(([a, b]) => `${a}-${b}`);
        const same = groups.filter(({ kind }) => kind === 'same');
        for (const { ids, pairs: inside } of same) {
          for (const [at, a] of ids.entries())
            for (const b of ids.slice(at + 1)) {
              expect(apart).not.toContain(`${a}-${b}`);
              expect(clones).not.toContain(`${a}-${b}`);
            }
          for (const one of ids) expect(inside.some(({ a, b }) => a === one || b === one)).toBe(true);
        }
        const members = same.flatMap(({ ids }) => ids);
        expect(new Set(members).size).toBe(members.length);
      }),
    );
  });

  it('give the same groups in whatever order they come', () => {
    fc.assert(
      fc.property(
        anyPairs.chain((pairs) =>
          fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
        ),
        anyApart,
        ([pairs, shuffled], apart) => {
          expect(grouped(shuffled, apart)).toEqual(grouped(pairs, apart));
        },
      ),
    );
  });
});
