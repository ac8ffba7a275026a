import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, buildSearchIndex, mergeEdits, search, searchSize } from '#core/contacts/search-index.ts';
import type { SearchDoc, SearchIndex } from '#core/contacts/search-index.ts';
import { nameWords, otherWords, queryWords } from '#core/contacts/search/words.ts';

const found = (index: SearchIndex, text: string): number[] => [...search(index, text).ids];

const people: SearchDoc[] = [
  { id: 1, fn: 'Ada Lovelace', sortKey: 'lovelace ada', more: ['Analytical Engines', 'ada@example.org'] },
  { id: 2, fn: 'José Núñez', sortKey: 'nunez jose', more: ['Müller & Söhne', 'DevConf 2024'] },
  { id: 3, fn: '山田 太郎', sortKey: '山田 太郎', more: ['東京大学附属病院'] },
  { id: 4, fn: 'Łukasz Żółć', sortKey: 'zolc lukasz', more: ['lukasz.zolc@mail.example.com'] },
  { id: 5, fn: 'Nunzia Adami', sortKey: 'adami nunzia', more: [] },
  { id: 6, fn: 'Sinéad O’Brien', sortKey: 'obrien sinead', more: ['Ada Cooperative'] },
  { id: 7, fn: '김민준', sortKey: '김민준', more: [] },
];
const index = buildSearchIndex(people);

describe('search as you type', () => {
  it.each([
    ['', [5, 1, 2, 6, 4, 3, 7]],
    [' ?! ', [5, 1, 2, 6, 4, 3, 7]],
    ['nun', [5, 2]],
    ['nunez jose', [2]],
    ['JOSÉ', [2]],
    ['ＪＯＳＥ', [2]],
    ['mueller', []],
    ['muller sohne', [2]],
    ['ada', [5, 1, 6]],
    ['ada analyt', [1]],
    ['ada@ex', [1]],
    ['zolc@mail.example.com', [4]],
    ['lukasz.z', [4]],
    ["o'b", [6]],
    ['obrien', [6]],
    ['太郎', [3]],
    ['山田太郎', [3]],
    ['太郎山田', [3]],
    ['大学', [3]],
    ['민준', [7]],
    ['devconf jose', [2]],
    ['velace', []],
    ['ada nobody', []],
  ])('finds for %j the right people in the right order', (text, ids) => {
    expect(found(index, text)).toEqual(ids);
  });

  it('puts people found by name before those found by anything else', () => {
    expect(search(index, 'ada')).toEqual({ ids: Int32Array.of(5, 1, 6), byName: 2 });
  });

  it('says nothing is there where nobody is', () => {
    const nobody = buildSearchIndex([]);
    expect([found(nobody, ''), found(nobody, 'a')]).toEqual([[], []]);
    expect(found(applyEdits(nobody, { changed: [people[0]!], removed: [] }), 'ada')).toEqual([1]);
  });

  it('crosses to another thread as it is', () => {
    const edited = applyEdits(index, { changed: [{ ...people[0]!, fn: 'Ada King' }], removed: [2] });
    const copy = structuredClone(edited);
    expect(found(copy, 'king')).toEqual([1]);
    expect(found(copy, '')).toEqual(found(edited, ''));
  });

  it('shows an edit at once and leaves the older index as it was', () => {
    const edited = applyEdits(index, {
      changed: [
        { id: 1, fn: 'Ada King', sortKey: 'king ada', more: [] },
        { id: 9, fn: 'Aaron Abel', sortKey: 'abel aaron', more: ['Engines'] },
      ],
      removed: [5, 404],
    });
    expect(found(edited, '')).toEqual([9, 1, 2, 6, 4, 3, 7]);
    expect(found(edited, 'lovelace')).toEqual([]);
    expect(found(edited, 'engines')).toEqual([9]);
    expect(found(index, 'lovelace')).toEqual([1]);
    expect(searchSize(edited)).toBe(7);
  });
});

const syllable = fc.constantFrom('a', 'an', 'ana', 'bo', 'Bö', 'ß', '山', '田中', '김', 'é', 'x1', "o'b");
const text = fc
  .array(
    fc.array(syllable, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    { maxLength: 3 },
  )
  .map((words) => words.join(' '));
const doc = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  fn: text,
  sortKey: text,
  more: fc.array(text, { maxLength: 2 }),
});
const docs = fc.uniqueArray(doc, { selector: ({ id }) => id, maxLength: 10 });

/** The same answer the slow and obvious way. */
function expected(all: readonly SearchDoc[], query: string): number[] {
  const words = queryWords(query);
  const list = [...all].sort((a, b) =>
    a.sortKey === b.sortKey ? a.id - b.id : a.sortKey < b.sortKey ? -1 : 1,
  );
  const has = (own: string[]) => words.every((word) => own.some((one) => one.startsWith(word)));
  const byName = list.filter((one) => has(nameWords(one.fn)));
  const others = list.filter(
    (one) => !byName.includes(one) && has([...nameWords(one.fn), ...one.more.flatMap(otherWords)]),
  );
  return [...byName, ...others].map((one) => one.id);
}

describe('the index against the obvious way', () => {
  it('finds the same people in the same order', () => {
    fc.assert(
      fc.property(docs, text, (all, query) => {
        expect(found(buildSearchIndex(all), query)).toEqual(expected(all, query));
      }),
      { numRuns: 500 },
    );
  });

  it('does so after any edits, merged or not', () => {
    const edits = fc.array(fc.record({ changed: docs, removed: fc.array(fc.integer({ min: 1, max: 12 })) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(docs, edits, text, (all, rounds, query) => {
        const book = new Map(all.map((one) => [one.id, one]));
        let edited = buildSearchIndex(all);
        for (const { changed, removed } of rounds) {
          for (const one of changed) book.set(one.id, one);
          for (const id of removed) book.delete(id);
          edited = applyEdits(edited, { changed, removed });
        }
        expect(found(edited, query)).toEqual(expected([...book.values()], query));
        expect(found(mergeEdits(edited), query)).toEqual(expected([...book.values()], query));
      }),
      { numRuns: 500 },
    );
  });

  it('merges by itself when very many people change at once', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      id: at + 10,
      fn: `Person ${at}`,
      sortKey: String(at).padStart(5, '0'),
      more: [],
    }));
    const edited = applyEdits(index, { changed: many, removed: [] });
    expect(edited.recent).toEqual([]);
    expect(found(edited, 'person 4999')).toEqual([5009]);
    expect(found(edited, 'ada')).toEqual([5, 1, 6]);
  });
});
