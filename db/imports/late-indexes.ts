// Indexes kept up row by row cost more than all else when a book is filled, or emptied again: they are made once, at the end.
import type { ReadBook } from '#db/book.ts';

/**
 * Those whose entries come in any order, and that adding people asks nothing of. Whoever changes somebody waits until
 * they are there again. Keys of people come in order, which costs hardly more than a row.
 */
const LATE = ['contact_by_sort_key', 'contact_by_name_key', 'contact_by_org_key', 'property_by_key'];

/** Fewer people than this are in sooner than the indexes could be made. */
const FEWEST = 1000;

/** So many people are added, or taken out, that what is done for each is better done for all. */
export const isBulk = ({ adding, there }: { adding: number; there: number }): boolean =>
  adding >= FEWEST && adding * 2 >= there;

/**
 * Puts the indexes off when so many people are added or taken out that making them anew is less work; within the transaction that
 * is open, so nobody ever sees the book without them and a rollback brings them back. Call what it answers before
 * anything looks people up by name, key or batch, and before the commit; calling it again does nothing.
 */
export function indexLater(book: ReadBook, counts: { adding: number; there: number }): () => void {
  if (!isBulk(counts)) return () => undefined;
  const find = book.statement("select sql from sqlite_master where type = 'index' and name = ?").pluck();
  let made = LATE.flatMap((name) => {
    const sql = find.get(name);
    return typeof sql === 'string' ? [{ name, sql }] : [];
  });
  for (const { name } of made) book.statement(`drop index "${name}"`).run();
  return () => {
    for (const { sql } of made) book.statement(sql).run();
    made = [];
  };
}
