// Whatever is imported into whatever book: taking it back leaves the book as it was, to the letter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenBook } from '#db/book.ts';
import { Recorder } from '#db/history/journal.ts';
import { choose, leaveOut } from '#db/imports/choices.ts';
import { bookPlan, fill } from './random-book.ts';
import { batchPlan } from './random-batch.ts';
import type { BatchPlan } from './random-batch.ts';
import { applied, emptyBook, keepPlan, reverted, saidBy } from './planned-batch.ts';

/** Choices that a record cannot have are refused, and change nothing. */
const tried = (act: () => void) => {
  try {
    act();
  } catch (error) {
    expect(String(error)).toMatch(/conflict|not found/i);
  }
};

async function importing(book: OpenBook, { planned, choices }: BatchPlan) {
  const id = keepPlan(book, planned);
  const recorder = new Recorder(book);
  for (const { at, choice, leftOut } of choices) {
    tried(() => choose(recorder, { id, itemIds: [at + 1], choice }));
    tried(() => leaveOut(recorder, { id, itemId: at + 1, leftOut }));
  }
  await applied(book, id);
  expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(book.sqlite.prepare("select count(*) from contact where fn = ''").pluck().get()).toBe(0);
  expect(book.sqlite.prepare('select count(*) from evidence where contact_id = other_id').pluck().get()).toBe(
    0,
  );
  return id;
}

describe('any batch', () => {
  it(
    'and the next, taken back the last one first, leave any book as it was',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          bookPlan,
          fc.array(batchPlan, { minLength: 1, maxLength: 3 }),
          async (plan, batches) => {
            const book = emptyBook();
            fill(book, plan);
            const states = [];
            const ids = [];
            for (const batch of batches) {
              states.push(saidBy(book));
              ids.push(await importing(book, batch));
            }
            for (const id of ids.toReversed()) {
              reverted(book, id);
              expect(saidBy(book)).toEqual(states.pop());
            }
            book.close();
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('taken back in any order, leave no trace of their own', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(batchPlan, batchPlan, async (first, second) => {
        const book = emptyBook();
        fill(book, {
          said: [],
          met: [],
          ties: [],
          introduced: [],
          named: [],
          apart: [],
          unintroduced: [],
          promised: [],
        });
        const before = saidBy(book);
        const ids = [await importing(book, first), await importing(book, second)];
        for (const id of ids) reverted(book, id);
        const after = saidBy(book);
        for (const table of ['property', 'evidence', 'event', 'encounter'])
          expect([table, after[table]]).toEqual([table, before[table]]);
        book.close();
      }),
      { numRuns: 40 },
    );
  });
});
