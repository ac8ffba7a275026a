// Somebody's tags as rows: giving, taking away, writing otherwise. The owner's rows change; an import's are hidden.
import type { ContactId } from '#core/contacts/model.ts';
import { tagKey } from '#core/contacts/tags.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { property } from './tables.ts';

interface TagRow {
  readonly id: number;
  readonly value: string;
  readonly batchId: number | null;
}

interface Tagged {
  readonly book: WriteBook;
  readonly id: ContactId;
  readonly now: DateTime;
}

const tagRows = ({ book, id }: Tagged): TagRow[] =>
  book
    .statement(
      `select id, value, batch_id as "batchId" from property
       where contact_id = ? and name = 'CATEGORIES' and hidden = 0 and superseded_by is null order by id`,
    )
    .all(id) as TagRow[]; // the columns named

const give = ({ book, id, now }: Tagged, value: string): void =>
  void book.insert(property, { contactId: id, name: 'CATEGORIES', value, recordedAt: now });

function take({ book }: Tagged, row: TagRow): void {
  if (row.batchId === null) book.remove(property, row.id);
  else book.update(property, row.id, { hidden: true });
}

/** Gives somebody the tags they do not have in any spelling. Answers whether there were any. */
export function addTags(tagged: Tagged, tags: readonly string[]): boolean {
  const there = new Set(tagRows(tagged).map(({ value }) => tagKey(value)));
  const missing = tags.filter((tag) => !there.has(tagKey(tag)));
  for (const tag of missing) give(tagged, tag);
  return missing.length > 0;
}

/** Takes away the tags of these `tagKey`s. Answers whether there were any. */
export function removeTags(tagged: Tagged, keys: ReadonlySet<string>): boolean {
  const gone = tagRows(tagged).filter(({ value }) => keys.has(tagKey(value)));
  for (const row of gone) take(tagged, row);
  return gone.length > 0;
}

/** Has what is written exactly as one of `from` written as `to`, once; without `to` it is gone. Answers whether there was any. */
export function rewriteTags(
  tagged: Tagged,
  from: ReadonlySet<string>,
  to: string | undefined,
): { readonly changed: boolean; readonly left: readonly string[] } {
  const rows = tagRows(tagged);
  const old = rows.filter(({ value }) => from.has(value.trim()) && value !== to);
  const others = rows.filter((row) => !old.includes(row));
  let isThere = others.some(({ value }) => value === to);
  for (const row of old) {
    if (to !== undefined && !isThere && row.batchId === null) {
      tagged.book.update(property, row.id, { value: to, recordedAt: tagged.now });
      isThere = true;
    } else take(tagged, row);
  }
  if (old.length > 0 && to !== undefined && !isThere) give(tagged, to);
  return { changed: old.length > 0, left: others.map(({ value }) => tagKey(value)) };
}
