import { describe, expect, it } from 'vitest';
import type { ImportBatchId, ImportItem } from '#core/imports/model.ts';
import {
  ALL_MARKED,
  chooseEach,
  isMarked,
  markedCount,
  markedIds,
  NO_MARKS,
  toggled,
  withMarks,
} from '#renderer/features/imports/choices.ts';
import { anItem } from './fake-book.ts';

const id = (value: number) => value as ImportItem['id']; // ids of records the tests make up
const batchId = 7 as ImportBatchId; // as above
const tab = { id: batchId, action: 'create', search: '' } as const;
type Door = Parameters<typeof markedIds>[0] & Parameters<typeof chooseEach>[0];

/** A tab of `total` records that answers page by page and keeps what was asked and chosen. */
function aTab(total: number) {
  const pages: number[] = [];
  const choices: number[] = [];
  const items = Array.from({ length: total }, (_, at) => anItem(at + 1));
  const door = {
    items: ({ page }: { page: { offset: number; limit: number } }) => {
      pages.push(page.offset);
      return Promise.resolve({ total, rows: items.slice(page.offset, page.offset + page.limit) });
    },
    choose: ({ itemIds }: { itemIds: readonly number[] }) => {
      choices.push(itemIds.length);
      return Promise.resolve();
    },
  } as unknown as Door; // the two procedures choosing needs
  return { door, pages, choices };
}

describe('marks', () => {
  it('are put on and taken off one by one', () => {
    const one = toggled(NO_MARKS, id(3));
    expect([isMarked(one, id(3)), isMarked(one, id(4)), markedCount(one, 10)]).toEqual([true, false, 1]);
    expect(markedCount(toggled(one, id(3)), 10)).toBe(0);
  });

  it('taken off one record of all leave the others marked', () => {
    const rest = toggled(ALL_MARKED, id(3));
    expect([isMarked(rest, id(3)), isMarked(rest, id(4)), markedCount(rest, 10)]).toEqual([false, true, 9]);
  });

  it('are added for a stretch whichever way round they are kept', () => {
    expect(markedCount(withMarks(NO_MARKS, [id(1), id(2), id(2)]), 10)).toBe(2);
    expect(markedCount(withMarks(toggled(ALL_MARKED, id(1)), [id(1)]), 10)).toBe(10);
  });

  it('never count below nothing when the list has become shorter', () => {
    expect(markedCount(toggled(ALL_MARKED, id(1)), 0)).toBe(0);
  });
});

describe('markedIds', () => {
  it('asks for nothing where the records are named', async () => {
    const { door, pages } = aTab(10);
    expect(await markedIds(door, tab, toggled(NO_MARKS, id(4)))).toEqual([4]);
    expect(pages).toEqual([]);
  });

  it('reads the whole tab, page by page, for all but one', async () => {
    const { door, pages } = aTab(1001);
    const ids = await markedIds(door, tab, toggled(ALL_MARKED, id(2)));
    expect(pages).toEqual([0, 500, 1000]);
    expect(ids).toHaveLength(1000);
    expect(ids).not.toContain(2);
  });

  it('reads no more than the part that is shown', async () => {
    const { door, pages } = aTab(2000);
    const ids = await markedIds(door, tab, ALL_MARKED, { offset: 700, count: 600 });
    expect(pages).toEqual([700, 1200]);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([600, 701, 1300]);
  });

  it('ends on an empty tab', async () => {
    expect(await markedIds(aTab(0).door, tab, ALL_MARKED)).toEqual([]);
  });
});

describe('chooseEach', () => {
  it('decides about no more records at a time than the door takes', async () => {
    const { door, choices } = aTab(0);
    await chooseEach(
      door,
      batchId,
      Array.from({ length: 10_001 }, (_, at) => id(at + 1)),
      'skip',
    );
    expect(choices).toEqual([5000, 5000, 1]);
  });
});
