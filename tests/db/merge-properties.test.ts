import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookPlan, fill, mergePlan } from './random-book.ts';
import type { BookPlan } from './random-book.ts';
import { stateOf } from './state-hash.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-03-01T00:00:00Z';

let book: OpenBook;
beforeAll(() => {
  book = openWritable(path.join(tempFolder(), 'random.acquaint'), MIGRATIONS);
});
afterAll(() => book.close());

/** Runs on a book of that plan, and leaves an empty one. */
function onBook(plan: BookPlan, act: () => void): void {
  book.sqlite.exec('begin');
  try {
    fill(book, plan);
    act();
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
  } finally {
    book.sqlite.exec('rollback');
  }
}

const numbers = (sql: string, ...bound: unknown[]) =>
  book.sqlite
    .prepare(sql)
    .pluck()
    .all(...bound)
    .map(Number);
const alive = () => numbers('select id from contact where deleted_at is null order by id');

type Merging = typeof mergePlan extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Merges by a plan; answers the keys of the merges and everything that was changed. */
function merging({ survivor, absorbed, hide }: Merging): { mergeIds: number[]; recorder: Recorder } {
  const people = alive();
  const at = (place: number, list: readonly number[]) => list[place % list.length]!;
  const survivorId = ContactId.parse(at(survivor, people));
  const rest = people.filter((id) => id !== survivorId);
  const recorder = new Recorder(book);
  if (rest.length === 0) return { mergeIds: [], recorder };
  const absorbedIds = [...new Set(absorbed.map((place) => ContactId.parse(at(place, rest))))];
  const values = numbers(
    'select id from property where contact_id in (select value from json_each(?)) and hidden = 0 and superseded_by is null order by id',
    JSON.stringify([survivorId, ...absorbedIds]),
  );
  const hidden = hide.map((place) => at(place, values));
  return {
    mergeIds: mergeGroups(recorder, [{ survivorId, absorbedIds, hide: hidden, apart: [] }], NOW),
    recorder,
  };
}

const back = (mergeId: number) =>
  unmerge(new Recorder(book), { mergeId, stays: [], keepApart: false }, '2026-04-01T00:00:00Z');

describe('merging any people of any book', () => {
  it('and taking them apart again, the last one first, leaves the book as it was', () => {
    fc.assert(
      fc.property(bookPlan, fc.array(mergePlan, { minLength: 1, maxLength: 4 }), (plan, merges) =>
        onBook(plan, () => {
          const before = stateOf(book);
          const ids = merges.flatMap((one) => merging(one).mergeIds);
          expect(ids.length).toBeGreaterThan(0);
          for (const id of ids.toReversed()) back(id);
          expect(stateOf(book)).toEqual(before);
        }),
      ),
      { numRuns: 300 },
    );
  });

  it('and taking them apart in any order leaves the book as it was', () => {
    fc.assert(
      fc.property(
        bookPlan,
        fc.array(mergePlan, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (plan, merges, order) =>
          onBook(plan, () => {
            const before = stateOf(book);
            const ids = merges.flatMap((one) => merging(one).mergeIds);
            for (const place of order) {
              const [id] = ids.splice(place % Math.max(1, ids.length), 1);
              if (id !== undefined) back(id);
            }
            expect(stateOf(book)).toEqual(before);
          }),
      ),
      { numRuns: 300 },
    );
  });

  it('is undone and done again to the letter', () => {
    fc.assert(
      fc.property(bookPlan, mergePlan, mergePlan, (plan, first, second) =>
        onBook(plan, () => {
          merging(first);
          const before = stateOf(book);
          const { recorder } = merging(second);
          const changes = [...recorder.changes];
          const after = stateOf(book);
          expect(new Recorder(book).undo(changes)).toBeUndefined();
          expect(stateOf(book)).toEqual(before);
          expect(new Recorder(book).redo(changes)).toBeUndefined();
          expect(stateOf(book)).toEqual(after);
        }),
      ),
      { numRuns: 200 },
    );
  });

  it('leaves nobody related to themselves, nothing behind on the cards that went, and everybody with a name', () => {
    fc.assert(
      fc.property(bookPlan, fc.array(mergePlan, { minLength: 1, maxLength: 4 }), (plan, merges) =>
        onBook(plan, () => {
          for (const one of merges) merging(one);
          const count = (sql: string) => numbers(`select count(*) from ${sql}`)[0];
          expect(count('evidence where contact_id = other_id')).toBe(0);
          expect(count('introduction where a_id = b_id')).toBe(0);
          expect(count('encounter where contact_id = introduced_by_id')).toBe(0);
          expect(count('kept_apart where a_id >= b_id')).toBe(0);
          expect(count('do_not_introduce where a_id = b_id')).toBe(0);
          const gone = '(select id from contact where merged_into_id is not null)';
          for (const [table, column] of [
            ['property', 'contact_id'],
            ['encounter', 'contact_id'],
            ['encounter', 'introduced_by_id'],
            ['evidence', 'contact_id'],
            ['evidence', 'other_id'],
            ['received_letter', 'contact_id'],
            ['mutual', 'contact_id'],
            ['introduction', 'a_id'],
            ['introduction', 'b_id'],
            ['kept_apart', 'a_id'],
            ['kept_apart', 'b_id'],
            ['do_not_introduce', 'a_id'],
            ['do_not_introduce', 'b_id'],
            ['reminder', 'contact_id'],
            ['merge', 'survivor_id'],
            ['contact', 'merged_into_id'],
          ])
            expect([table, column, count(`"${table}" where "${column}" in ${gone}`)]).toEqual([
              table,
              column,
              0,
            ]);
          expect(count(`contact where deleted_at is null and fn = ''`)).toBe(0);
        }),
      ),
      { numRuns: 150 },
    );
  });
});
