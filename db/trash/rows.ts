// The rows of the book that are about somebody, and taking them out.
import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { MOVED, PAIRED, STAYING } from '#db/duplicates/references.ts';
import type { Reference } from '#db/duplicates/references.ts';
import type { ReadBook } from '#db/book.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import * as schema from '#db/schema.ts';
import type { Traces } from './traces.ts';

/** Columns that name somebody on a row about somebody else: the row stays and names nobody. */
const CLEARED: ReadonlySet<string> = new Set(['encounter.introduced_by_id']);

export const isCleared = (table: string, column: string): boolean => CLEARED.has(`${table}.${column}`);

/** Where a row hangs on a person: with them it goes. */
export const ABOUT: readonly Reference[] = [...MOVED, ...PAIRED, ...STAYING].filter(
  ({ table, column }) => table !== 'contact' && !isCleared(table, column),
);

/** Where a row hangs on one that goes. */
export const PARTS: readonly (Reference & { readonly of: string })[] = [
  { table: 'introduction_step', column: 'introduction_id', of: 'introduction' },
  { table: 'mutual', column: 'invitation_id', of: 'invitation' },
  { table: 'decision', column: 'invitation_id', of: 'invitation' },
  { table: 'merge_change', column: 'merge_id', of: 'merge' },
];

/** Rows by table and key, as they are. */
export type Rows = Map<string, Map<number, Row>>;

const TABLES: ReadonlyMap<string, SQLiteTable> = new Map<string, SQLiteTable>(
  [
    schema.attendee,
    schema.contact,
    schema.decision,
    schema.doNotIntroduce,
    schema.encounter,
    schema.evidence,
    schema.introduction,
    schema.introductionStep,
    schema.invitation,
    schema.keptApart,
    schema.merge,
    schema.mergeChange,
    schema.mutual,
    schema.property,
    schema.receivedLetter,
    schema.reminder,
  ].map((table) => [getTableName(table), table] as const),
);

/** Everything that is about them: rows that hang on their cards, invitations by them, and what hangs on those. */
export function rowsAbout(book: ReadBook, traces: Traces): Rows {
  const rows: Rows = new Map();
  for (const { table, column } of ABOUT)
    for (const id of traces.people) addRows(book, rows, { table, column }, id);
  for (const id of invitationsBy(book, traces))
    addRows(book, rows, { table: 'invitation', column: 'id' }, id);
  for (const part of PARTS) for (const id of rows.get(part.of)?.keys() ?? []) addRows(book, rows, part, id);
  return rows;
}

function addRows(book: ReadBook, rows: Rows, { table, column }: Reference, id: number): void {
  const found = book.statement(`select * from "${table}" where "${column}" = ?`).all(id) as (Row & {
    readonly id: number;
  })[]; // every table here has a key
  if (found.length === 0) return;
  let there = rows.get(table);
  if (there === undefined) rows.set(table, (there = new Map()));
  for (const row of found) there.set(row.id, row);
}

/** True for an invitation that is surely between the owner and them. */
export function isInvitationBy({ keys, ownNames }: Traces, row: Row): boolean {
  const [url, email] = [row['url_key'], row['email']];
  if (typeof url === 'string' && url !== '') return keys.has(`URL:${url}`);
  if (typeof email === 'string' && keys.has(`EMAIL:${email.toLowerCase()}`)) return true;
  // Without an address a name has to do, as long as nobody else has it.
  return ownNames.has(String(row['name_key']));
}

function invitationsBy(book: ReadBook, traces: Traces): number[] {
  const urls = [...traces.keys].filter((key) => key.startsWith('URL:')).map((key) => key.slice(4));
  const found = book
    .statement(
      `select * from invitation where url_key <> '' and url_key in (select value from json_each(?))
       union select * from invitation where name_key in (select value from json_each(?))
       union select * from invitation where email <> '' and lower(email) in (select value from json_each(?))`,
    )
    .all(
      JSON.stringify(urls),
      JSON.stringify([...traces.ownNames]),
      JSON.stringify([...traces.keys].filter((key) => key.startsWith('EMAIL:')).map((key) => key.slice(6))),
    ) as (Row & { readonly id: number })[]; // every column of the table
  return found.filter((row) => isInvitationBy(traces, row)).map(({ id }) => id);
}

/** Takes the rows out, and the cards last; rows about others that name them name nobody any more. */
export function removeRows(book: WriteBook, rows: Rows, { people }: Traces): void {
  const parts = new Set(PARTS.map(({ table }) => table));
  const ordered = [...rows.keys()].toSorted((a, b) => Number(parts.has(b)) - Number(parts.has(a)));
  for (const name of ordered) for (const id of rows.get(name)!.keys()) remove(book, name, id);
  for (const { table, column } of MOVED.filter((one) => isCleared(one.table, one.column)))
    for (const person of people) {
      const naming = book.statement(`select id from "${table}" where "${column}" = ?`).pluck().all(person);
      for (const id of naming) book.patch(table, Number(id), { [column]: null });
    }
  // Those that have become part of another point at it, and go before it.
  for (const id of [...people].toReversed()) remove(book, 'contact', id);
}

function remove(book: WriteBook, name: string, id: number): void {
  const table = TABLES.get(name);
  if (table === undefined) throw new Error(`rows of ${name} cannot be erased`);
  book.remove(table, id);
}
