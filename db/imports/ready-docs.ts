// Search entries of people who are on their way into the book, from the rows that are ready for them (ready-rows.ts).
import fs from 'node:fs';
import Database from 'better-sqlite3';
import type { SearchDoc } from '#core/contacts/search-index.ts';
import { VALUE_BITS } from './ready-rows.ts';

type Person = readonly [id: number, fn: string, sortKey: string, org: string];
type Value = readonly [id: number, value: string];

/**
 * As `searchDocs` answers them once these people are in the book, behind those with keys up to `before`; undefined where
 * the file has gone with its upload.
 */
export function readyDocs(file: string, before: number): SearchDoc[] | undefined {
  if (!fs.existsSync(file)) return undefined;
  const sqlite = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const rows = (sql: string) => sqlite.prepare(sql).raw();
    const docs: (SearchDoc & { readonly more: string[] })[] = [];
    // The columns each query names, in order.
    for (const [id, fn, sortKey, org] of rows(
      'select rowid, fn, sort_key, org from person',
    ).iterate() as Iterable<Person>)
      docs.push({ id: before + id, fn, sortKey, more: org === '' ? [] : [org] });
    const values = rows(`select rowid >> ${VALUE_BITS}, value from said where name in ('EMAIL', 'NICKNAME')`);
    for (const [id, value] of values.iterate() as Iterable<Value>) docs[id - 1]?.more.push(value);
    return docs;
  } finally {
    sqlite.close();
  }
}
