// Going through the whole history to take somebody out of it. Only for what can never be taken back itself.
import type { ReadBook } from '#db/book.ts';
import type { RowChange } from './journal.ts';
import { subjectOf } from './queries.ts';

/** One change of the history, with the deed it belongs to. */
export interface KeptRowChange extends RowChange {
  readonly id: number;
  readonly entryId: number;
}

/** What becomes of each change. */
export interface Rewriting {
  /** Sees every change before anything is decided. */
  readonly look: (change: KeptRowChange) => void;
  readonly isGone: (change: KeptRowChange) => boolean;
  /** With such a change the whole deed is gone. */
  readonly isWhole: (gone: KeptRowChange) => boolean;
  /** The JSON of a row that stays, as it is to be remembered. */
  readonly rewritten: (row: string, tableName: string) => string;
  /** The JSON of what a deed was about. */
  readonly params: (text: string) => string;
}

const EVERY_CHANGE =
  'select id, entry_id as "entryId", table_name as "tableName", row_id as "rowId", before, after from journal_change order by id';
/** All that the history remembers of rows, in order. */
export const everyChange = (book: ReadBook): IterableIterator<KeptRowChange> =>
  book.statement(EVERY_CHANGE).iterate() as IterableIterator<KeptRowChange>; // the columns named

interface Edits {
  readonly gone: number[];
  readonly rewritten: {
    readonly id: number;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Deeds that have lost a change. */
  readonly touched: Set<number>;
  /** Deeds that go as a whole. */
  readonly whole: Set<number>;
}

/**
 * Rewrites the history. A deed that has lost all its changes is gone; one that has lost some is about what is left, and
 * can be taken back as far as that goes.
 */
export function rewriteHistory(book: ReadBook, rewriting: Rewriting): void {
  for (const change of everyChange(book)) rewriting.look(change);
  const edits: Edits = { gone: [], rewritten: [], touched: new Set(), whole: new Set() };
  for (const change of everyChange(book)) decide(change, rewriting, edits);
  const remove = book.statement('delete from journal_change where id = ?');
  for (const id of edits.gone) remove.run(id);
  const rewrite = book.statement('update journal_change set before = ?, after = ? where id = ?');
  for (const { id, before, after } of edits.rewritten) rewrite.run(before, after, id);
  const drop = book.statement('delete from journal_change where entry_id = ?');
  for (const id of edits.whole) drop.run(id);
  settleEntries(book, edits, rewriting);
}

function decide(change: KeptRowChange, rewriting: Rewriting, edits: Edits): void {
  const { id, entryId, tableName } = change;
  if (rewriting.isGone(change)) {
    edits.gone.push(id);
    edits.touched.add(entryId);
    if (rewriting.isWhole(change)) edits.whole.add(entryId);
    return;
  }
  const [before, after] = [change.before, change.after].map((text) =>
    text === null ? null : rewriting.rewritten(text, tableName),
  ) as [string | null, string | null]; // two of them, above
  if (before === change.before && after === change.after) return;
  edits.touched.add(entryId);
  if (before === after) edits.gone.push(id);
  else edits.rewritten.push({ id, before, after });
}

function settleEntries(book: ReadBook, { touched, whole }: Edits, { params }: Rewriting): void {
  const left = book.statement(
    'select table_name as "tableName", row_id as "rowId", before, after from journal_change where entry_id = ? order by id',
  );
  const rename = book.statement('update journal_entry set params = ? where id = ?');
  const drop = book.statement('delete from journal_entry where id = ?');
  const entries = book
    .statement('select id, params, import_batch_id as "batchId" from journal_entry')
    .all() as { readonly id: number; readonly params: string; readonly batchId: number | null }[]; // the columns named
  for (const entry of entries) {
    // An import is a deed even where no single row of it is remembered.
    const isTouched = (touched.has(entry.id) || whole.has(entry.id)) && entry.batchId === null;
    const rows = isTouched ? (left.all(entry.id) as RowChange[]) : []; // the columns named
    if (isTouched && rows.length === 0) {
      drop.run(entry.id);
      continue;
    }
    const text = params(isTouched ? JSON.stringify(subjectOf(book, rows)) : entry.params);
    if (text !== entry.params) rename.run(text, entry.id);
  }
}
