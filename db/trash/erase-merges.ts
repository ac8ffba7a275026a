// What other people's merges have remembered of somebody who is erased.
import { namesPerson } from '#db/duplicates/references.ts';
import type { ReadBook } from '#db/book.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import { mergeChange } from '#db/schema.ts';

/** True when one of the row's columns that name people names one of these. */
export const namesOneOf = (table: string, row: Row, people: ReadonlySet<number>): boolean =>
  Object.entries(row).some(
    ([column, value]) => typeof value === 'number' && people.has(value) && namesPerson(table, column),
  );

interface Remembered {
  readonly id: number;
  readonly tableName: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Takes out what can only put back a relation with somebody who is gone; answers the keys of what went. */
export function forgetInMerges(book: WriteBook, people: ReadonlySet<number>): ReadonlySet<number> {
  const gone = remembering(book, people);
  for (const id of gone) book.remove(mergeChange, id);
  return gone;
}

function remembering(book: ReadBook, people: ReadonlySet<number>): ReadonlySet<number> {
  const rows = book
    .statement('select id, table_name as "tableName", before, after from merge_change')
    .iterate() as IterableIterator<Remembered>; // the columns named
  const gone = new Set<number>();
  for (const { id, tableName, before, after } of rows)
    for (const text of [before, after])
      if (text !== null && namesOneOf(tableName, rowFromJson(text), people)) gone.add(id);
  return gone;
}
