import { createHash } from 'node:crypto';
import type { OpenBook } from '#db/book.ts';

/** Every row of every table but the history, in the order of their keys: equal for two books that say the same. */
export function stateOf({ sqlite }: OpenBook): Record<string, unknown[]> {
  const tables = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
       and name not like 'journal_%' and name not like '\\_\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => [
      String(name),
      sqlite
        .prepare(`select * from "${String(name)}" order by rowid`)
        .raw()
        .all(),
    ]),
  );
}

export const stateHash = (book: OpenBook): string =>
  createHash('sha256')
    .update(JSON.stringify(stateOf(book)))
    .digest('hex');
