// What the owner wants of the records of a plan otherwise than usual: only that is kept, a row a record.
import type { ImportBatchId, ItemAction, ItemChoice } from '#core/imports/model.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict, notFound } from '#db/problems.ts';
import { isEmptied } from './erase-records.ts';
import { addsToSomebody, changesShown } from './kept.ts';
import type { KeptItem } from './kept.ts';
import { itemFinder, matchingRows } from './plan-rows.ts';
import type { FoundItem } from './plan-rows.ts';
import { batchById } from './queries.ts';
import { importChoice } from './tables.ts';

export interface Choice {
  readonly choice: ItemChoice;
  /** Places of changes that are not wanted. */
  readonly leftOut: readonly number[];
}

/** What is done with a record unless the owner says otherwise: nobody leaves without being asked about. */
export const usualChoice = (action: ItemAction, { usual }: Pick<KeptItem, 'usual'>): ItemChoice =>
  usual ?? (action === 'left' ? 'skip' : 'take');

const NOTHING_LEFT_OUT: readonly never[] = [];

/** The owner's choices for one batch, by place. */
export function choicesIn(book: ReadBook, batchId: number): ReadonlyMap<number, Choice> {
  const rows = book
    .statement('select ordinal, choice, left_out as "leftOut" from import_choice where batch_id = ?')
    .all(batchId) as { ordinal: number; choice: ItemChoice; leftOut: string }[]; // the columns named, written below
  return new Map(
    rows.map(({ ordinal, choice, leftOut }) => [
      ordinal,
      { choice, leftOut: leftOut === '[]' ? NOTHING_LEFT_OUT : (JSON.parse(leftOut) as number[]) }, // as above
    ]),
  );
}

const canBeChosen = (action: ItemAction, item: KeptItem, choice: ItemChoice): boolean => {
  // Of a record about somebody who was forgotten since there is nothing left to take.
  if (isEmptied(item)) return choice === 'skip';
  return choice !== 'join' || (action === 'review' && (item.id ?? item.into) !== undefined);
};

/** Whom the owner has forgotten or thrown away comes back only when each is asked for. */
const isBarred = ({ issues = [] }: KeptItem): boolean =>
  issues.some(({ code }) => code === 'FORGOTTEN' || code === 'IN_TRASH');

/** Throws CONFLICT `not_staged` unless the batch can still be changed. */
function refuseUnlessStaged(book: ReadBook, id: ImportBatchId): void {
  if (batchById(book, id).state !== 'staged') throw conflict('not_staged');
}

/** Item ids are places, counted from 1. Throws CONFLICT `not_now` for a choice a record cannot have. */
export function choose(
  book: WriteBook,
  { id, itemIds, choice }: { id: ImportBatchId; itemIds: readonly number[]; choice: ItemChoice },
): void {
  refuseUnlessStaged(book, id);
  const find = itemFinder(book, id);
  for (const itemId of [...itemIds].sort((a, b) => a - b)) {
    const found = find(itemId - 1);
    if (found === undefined || !canBeChosen(found.action, found.item, choice)) throw conflict('not_now');
    keepChoice(book, id, { ...found, choice });
  }
  book.touch(importChoice);
}

/** The same for all that match; a record of which it cannot be said keeps what it had. */
export function chooseAll(
  book: WriteBook,
  wanted: { id: ImportBatchId; action: ItemAction; search: string; choice: ItemChoice },
): void {
  const { id, action, choice } = wanted;
  refuseUnlessStaged(book, id);
  for (const { items } of matchingRows(book, wanted))
    for (const item of items)
      if (canBeChosen(action, item, choice) && (choice === 'skip' || !isBarred(item)))
        keepChoice(book, id, { action, item, choice });
  book.touch(importChoice);
}

/** Throws NOT_FOUND for a record that is not there, CONFLICT `no_name` where somebody new would lose their name. */
export function leaveOut(
  book: WriteBook,
  { id, itemId, leftOut }: { id: ImportBatchId; itemId: number; leftOut: readonly number[] },
): void {
  refuseUnlessStaged(book, id);
  const found = itemFinder(book, id)(itemId - 1);
  if (found === undefined) throw notFound('import item');
  const { action, item } = found;
  const choice = choiceOf(book, id, found);
  const { length } = changesShown(item, { action, choice });
  const places = [...new Set(leftOut)].filter((at) => at < length).sort((a, b) => a - b);
  // The first thing said of somebody new is their name.
  const isNew = item.says !== undefined && !addsToSomebody(item, { action, choice });
  if (isNew && places.includes(0)) throw conflict('no_name');
  book
    .statement(
      `insert into import_choice (batch_id, ordinal, choice, left_out) values (?, ?, ?, ?)
       on conflict do update set left_out = excluded.left_out`,
    )
    .run(id, itemId - 1, choice, JSON.stringify(places));
  book.touch(importChoice);
}

/** What is done with a record as things stand. */
function choiceOf(
  book: ReadBook,
  id: ImportBatchId,
  { action, item }: Pick<FoundItem, 'action' | 'item'>,
): ItemChoice {
  const chosen = book
    .statement('select choice from import_choice where batch_id = ? and ordinal = ?')
    .pluck()
    .get(id, item.at);
  return typeof chosen === 'string' ? (chosen as ItemChoice) : usualChoice(action, item); // written below
}

function keepChoice(
  book: WriteBook,
  id: ImportBatchId,
  { action, item, choice }: { action: ItemAction; item: KeptItem; choice: ItemChoice },
): void {
  const before = action === 'review' ? choiceOf(book, id, { action, item }) : choice;
  // Joined, other values are listed than of somebody new: what was left out of those means nothing here.
  if ((before === 'join') !== (choice === 'join'))
    book
      .statement(`update import_choice set left_out = '[]' where batch_id = ? and ordinal = ?`)
      .run(id, item.at);
  book
    .statement(
      `insert into import_choice (batch_id, ordinal, choice, left_out) values (?, ?, ?, '[]')
       on conflict do update set choice = excluded.choice`,
    )
    .run(id, item.at, choice);
  if (choice === usualChoice(action, item))
    book
      .statement(`delete from import_choice where batch_id = ? and ordinal = ? and left_out = '[]'`)
      .run(id, item.at);
}
