// The rows in which plans are kept: found by tab, by place, and by what the owner looks for.
import type { ImportItem, ItemAction } from '#core/imports/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { itemsIn } from './kept.ts';
import type { KeptItem, KeptPiece } from './kept.ts';

/** A row without what it holds. */
export type PlanRow = Omit<KeptPiece, 'items'> & { readonly id: number };

const COLUMNS = 'id, subject, action, records, first, last';

/** A batch's rows, in the order of the plan; those of one tab, where it is given. */
export function planRows(book: ReadBook, batchId: number, action?: ItemAction): PlanRow[] {
  const only = action === undefined ? '' : 'and action = ?';
  return book
    .statement(`select ${COLUMNS} from import_plan where batch_id = ? ${only} order by first`)
    .all(batchId, ...(action === undefined ? [] : [action])) as PlanRow[]; // the columns named
}

/** The records a row holds. */
export const itemsOf = (book: ReadBook, row: Pick<PlanRow, 'id'>): KeptItem[] =>
  itemsIn(String(book.statement('select items from import_plan where id = ?').pluck().get(row.id)));

/** A record with what is true of all in its row. */
export type FoundItem = Pick<ImportItem, 'subject' | 'action'> & { readonly item: KeptItem };

/** Finds records of one batch by their place; keeps the rows it has read, so ask for many with one finder. */
export function itemFinder(book: ReadBook, batchId: number): (at: number) => FoundItem | undefined {
  let rows: readonly PlanRow[] | undefined;
  const read = new Map<number, Map<number, KeptItem>>();
  const itemsByPlace = (row: PlanRow): Map<number, KeptItem> => {
    let items = read.get(row.id);
    if (items === undefined) {
      // A page asks for a row or two; a thousand of them would be the whole plan.
      if (read.size >= 20) read.clear();
      items = new Map(itemsOf(book, row).map((item) => [item.at, item]));
      read.set(row.id, items);
    }
    return items;
  };
  return (at) => {
    rows ??= planRows(book, batchId);
    for (const row of rows) {
      if (at < row.first || at > row.last) continue;
      const item = itemsByPlace(row).get(at);
      if (item !== undefined) return { subject: row.subject, action: row.action, item };
    }
    return undefined;
  };
}

/** What the owner looks for within a tab, folded; undefined for nothing. */
export const searched = (text: string): string | undefined => fold(text).trim() || undefined;

const matches = ({ fn, detail = '' }: KeptItem, wanted: string): boolean =>
  fold(`${fn} ${detail}`).includes(wanted);

/** A tab's records that match, row by row. */
export function* matchingRows(
  book: ReadBook,
  { id, action, search }: { readonly id: number; readonly action: ItemAction; readonly search: string },
): Generator<{ readonly row: PlanRow; readonly items: readonly KeptItem[] }> {
  const wanted = searched(search);
  for (const row of planRows(book, id, action)) {
    const items = itemsOf(book, row);
    yield { row, items: wanted === undefined ? items : items.filter((item) => matches(item, wanted)) };
  }
}
