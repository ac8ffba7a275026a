// The book as it is on the disk, as one short text: equal texts, equal books. What the history keeps does not count.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** A hash of every row of every table of the book's file, in the order of their keys. */
export function stateHash(file: string): string {
  const book = new Database(file, { readonly: true });
  try {
    const tables = book
      .prepare<[], string>(`select name from sqlite_schema where type = 'table' order by name`)
      .pluck()
      .all()
      .filter((name) => !/^(?:journal|sqlite_|__drizzle)/.test(name));
    const hash = createHash('sha256');
    for (const table of tables) {
      hash.update(`\n${table}\n`);
      const rows = book.prepare<[], unknown[]>(`select * from "${table}" order by 1, 2`).raw();
      for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`);
    }
    return hash.digest('hex');
  } finally {
    book.close();
  }
}
