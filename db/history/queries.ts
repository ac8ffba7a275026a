// What the owner did, newest first, and taking it back. Only this feature writes the journal.
import { asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import type { HistoryEntry } from '#api/book.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold, tokens } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { conflict, notFound } from '#db/problems.ts';
import type { RowChange, WriteBook } from './journal.ts';
import { journalChange, journalEntry } from './tables.ts';
import { takeBack, untouched } from './worked-on.ts';

type EntryRow = InferSelectModel<typeof journalEntry>;

/** Journal rows are written past the journal: they are not themselves undoable. */
const insertEntry = 'insert into journal_entry (code, params, at, import_batch_id) values (?, ?, ?, ?)';
const insertChange =
  'insert into journal_change (entry_id, table_name, row_id, before, after) values (?, ?, ?, ?, ?)';

/** What was done, for the history: the procedure's name, and what its sentence needs beside whom it was about. */
export interface KeptDeed {
  readonly code: string;
  /** Absent: the name of whom or what the first change is about. */
  readonly params?: HistoryEntry['params'];
}

/** Keeps one deed with what it changed; nothing is kept when nothing changed. */
export function keepEntry(
  book: ReadBook,
  { code, params }: KeptDeed,
  changes: readonly RowChange[],
  now: DateTime,
): void {
  if (changes.length === 0) return;
  // What was undone and not redone is no longer "next" once something new is done.
  book
    .statement(
      'delete from journal_change where entry_id in (select id from journal_entry where undone_at is not null)',
    )
    .run();
  book.statement('delete from journal_entry where undone_at is not null').run();
  const id = book
    .statement(insertEntry)
    .run(code, JSON.stringify(params ?? subjectOf(book, changes)), now, null).lastInsertRowid;
  keepChanges(book, id, changes);
}

const NAME_OF = {
  survivor_id: 'select fn from contact where id = ?',
  contact_id: 'select fn from contact where id = ?',
  invitation_id: 'select fn from invitation where id = ?',
  introduction_id: 'select c.fn from introduction n join contact c on c.id = n.a_id where n.id = ?',
  a_id: 'select fn from contact where id = ?',
} as const;

/** Whom or what a deed was about, for the list of deeds: the name in the row itself, or of what the row belongs to. */
export function subjectOf(book: ReadBook, changes: readonly RowChange[]): { name?: string } {
  // Everything about several people changes when they become one, or two again; it is about the card that stands.
  const merges = changes.filter(({ tableName }) => tableName === 'merge');
  const rows = (merges.length > 0 ? merges : changes).map(({ before, after }): Record<string, unknown> =>
    JSON.parse(after ?? before ?? '{}'),
  );
  for (const row of rows) {
    const name = row['fn'] ?? row['summary'];
    if (typeof name === 'string' && name !== '') return { name };
  }
  for (const row of rows) {
    for (const [column, query] of Object.entries(NAME_OF)) {
      const name = row[column] === undefined ? undefined : book.statement(query).pluck().get(row[column]);
      if (typeof name === 'string') return { name };
    }
  }
  return {};
}

/** Keeps an applied import as one deed: undone by reverting its batch, and these few single rows one by one. */
export function keepImportEntry(
  book: ReadBook,
  batchId: number,
  fileName: string,
  { changes, now }: { changes: readonly RowChange[]; now: DateTime },
): void {
  const id = book
    .statement(insertEntry)
    .run('imports.apply', JSON.stringify({ fileName }), now, batchId).lastInsertRowid;
  keepChanges(book, id, changes);
}

/** The import's part of the journal is undone: its single rows as far as nothing later stands on them. */
export function markImportUndone(book: WriteBook, batchId: number, now: DateTime): void {
  const entry = book
    .select()
    .from(journalEntry)
    .where(eq(journalEntry.importBatchId, batchId))
    .orderBy(desc(journalEntry.id))
    .get();
  if (entry === undefined) return;
  for (const change of untouched(book, changesOf(book, entry.id)).toReversed()) takeBack(book, change);
  book.statement('update journal_entry set undone_at = ? where id = ?').run(now, entry.id);
}

function keepChanges(book: ReadBook, entryId: number | bigint, changes: readonly RowChange[]): void {
  for (const { tableName, rowId, before, after } of changes) {
    book.statement(insertChange).run(entryId, tableName, rowId, before, after);
  }
}

function toHistoryEntry(row: EntryRow): HistoryEntry {
  return {
    id: row.id,
    code: row.code,
    params: row.params as HistoryEntry['params'], // written above from such a record
    at: row.at,
    undone: row.undoneAt !== null,
  };
}

interface Wanted {
  readonly find?: string;
  readonly codes?: readonly string[];
  readonly limit: number;
}

/** The newest deeds first; of those about somebody whose name has every word of `find`, or of one of the codes. */
export function historyOf(book: ReadBook, { find = '', codes = [], limit }: Wanted): HistoryEntry[] {
  const words = tokens(find);
  const newest = book.select().from(journalEntry).orderBy(desc(journalEntry.id));
  if (words.length === 0) return newest.limit(limit).all().map(toHistoryEntry);
  const wanted = new Set(codes);
  return newest
    .all()
    .map(toHistoryEntry)
    .filter(({ code, params }) => wanted.has(code) || isNamed(params, words))
    .slice(0, limit);
}

function isNamed(params: HistoryEntry['params'], words: readonly string[]): boolean {
  const name = fold(Object.values(params).join(' '));
  return words.every((word) => name.includes(word));
}

/** Those of the deeds that are there, the newest first. */
export const entriesOf = (book: ReadBook, ids: readonly number[]): HistoryEntry[] =>
  (
    book
      .statement(
        `select id, code, params, at, undone_at as "undoneAt", import_batch_id as "importBatchId" from journal_entry
         where id in (select value from json_each(?)) order by id desc`,
      )
      .all(JSON.stringify(ids)) as (Omit<EntryRow, 'params'> & { readonly params: string })[]
  ) // the columns named
    .map((row) => toHistoryEntry({ ...row, params: JSON.parse(row.params) }));

const newestDone = (book: ReadBook): EntryRow | undefined =>
  book
    .select()
    .from(journalEntry)
    .where(isNull(journalEntry.undoneAt))
    .orderBy(desc(journalEntry.id))
    .limit(1)
    .get();

const oldestUndone = (book: ReadBook): EntryRow | undefined =>
  book
    .select()
    .from(journalEntry)
    .where(isNotNull(journalEntry.undoneAt))
    .orderBy(asc(journalEntry.id))
    .limit(1)
    .get();

/** What undo would take back now, and what redo would do again. */
export function nextUndoAndRedo(book: ReadBook) {
  const done = newestDone(book);
  const undone = oldestUndone(book);
  return {
    ...(done === undefined ? {} : { undo: toHistoryEntry(done) }),
    ...(undone === undefined ? {} : { redo: toHistoryEntry(undone) }),
  };
}

/**
 * Takes the newest deed back, or the one named. Throws CONFLICT `changed_since` when something later stands on
 * it; nothing is changed then. Answers undefined when there is nothing to take back.
 */
export function undo(
  book: WriteBook,
  id: number | undefined,
  revertImport: (batchId: number) => void,
  now: DateTime,
): HistoryEntry | undefined {
  const row =
    id === undefined
      ? newestDone(book)
      : book.select().from(journalEntry).where(eq(journalEntry.id, id)).get();
  if (row === undefined) {
    if (id === undefined) return undefined;
    throw notFound('history');
  }
  if (row.undoneAt !== null) throw conflict('already_undone');
  if (row.importBatchId !== null) revertImport(row.importBatchId);
  else if (replayed(() => book.undo(changesOf(book, row.id))) !== undefined) throw conflict('changed_since');
  book.statement('update journal_entry set undone_at = ? where id = ?').run(now, row.id);
  return toHistoryEntry({ ...row, undoneAt: now });
}

/** Does again what was undone last; imports are applied again from their preview instead. */
export function redo(book: WriteBook): HistoryEntry | undefined {
  const row = oldestUndone(book);
  if (row === undefined) return undefined;
  if (row.importBatchId !== null) throw conflict('import_again');
  if (replayed(() => book.redo(changesOf(book, row.id))) !== undefined) throw conflict('changed_since');
  book.statement('update journal_entry set undone_at = null where id = ?').run(row.id);
  return toHistoryEntry({ ...row, undoneAt: null });
}

/** A row that something else hangs on by now, or that hangs on one that is gone, cannot be put back either. */
function replayed(replay: () => RowChange | undefined): RowChange | undefined {
  try {
    return replay();
  } catch (error) {
    if (isForeignKey(error)) throw conflict('changed_since');
    throw error;
  }
}

const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

const changesOf = (book: WriteBook, entryId: number): RowChange[] =>
  book
    .select()
    .from(journalChange)
    .where(eq(journalChange.entryId, entryId))
    .orderBy(asc(journalChange.id))
    .all();
