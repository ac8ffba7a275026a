// Which of the rows an import has brought the owner has worked on since: those stay, and so does all they hang together with.
import { namesPerson } from '#db/duplicates/references.ts';
import type { ReadBook } from '#db/book.ts';
import { rowFromJson } from './journal.ts';
import type { Row, RowChange, WriteBook } from './journal.ts';

/** Rows that are parts of one thing: an introduction with its log, an invitation with what was asked and decided. */
const WHOLES: readonly {
  readonly table: string;
  readonly parts: readonly [table: string, column: string][];
}[] = [
  { table: 'introduction', parts: [['introduction_step', 'introduction_id']] },
  {
    table: 'invitation',
    parts: [
      ['mutual', 'invitation_id'],
      ['decision', 'invitation_id'],
    ],
  },
];

/** "introduction 7": the whole that the row of a change belongs to. */
function wholeOf({ tableName, rowId, before, after }: RowChange): string | undefined {
  for (const { table, parts } of WHOLES) {
    if (tableName === table) return `${table} ${rowId}`;
    const column = parts.find(([part]) => part === tableName)?.[1];
    if (column !== undefined) return `${table} ${Number(rowFromJson(after ?? before ?? '{}')[column])}`;
  }
  return undefined;
}

/** Whether a row is as it was left, whoever it is about by now: cards that have become one are no work on it. */
function isAsLeft(book: WriteBook, { tableName, rowId, after }: RowChange): boolean {
  const [row, left] = [book.rowOf(tableName, rowId), after === null ? undefined : rowFromJson(after)];
  if (row === undefined || left === undefined) return row === left;
  return Object.entries(left).every(
    ([column, value]) => row[column] === value || namesPerson(tableName, column),
  );
}

/** The changes of an import that may be taken back, in their order. */
export function untouched(book: WriteBook, changes: readonly RowChange[]): RowChange[] {
  const wholes = new Map<string, RowChange[]>();
  for (const change of changes) {
    const whole = wholeOf(change);
    if (whole === undefined) continue;
    const list = wholes.get(whole) ?? [];
    wholes.set(whole, list);
    list.push(change);
  }
  const kept = new Set([...wholes].flatMap(([whole, list]) => (isWorkedOn(book, whole, list) ? list : [])));
  return changes.filter((change) => !kept.has(change));
}

function isWorkedOn(book: WriteBook, whole: string, changes: readonly RowChange[]): boolean {
  const last = new Map(changes.map((change) => [`${change.tableName} ${change.rowId}`, change]));
  if ([...last.values()].some((change) => !isAsLeft(book, change))) return true;
  // A state that an archive has changed goes back whatever the owner has noted of the invitation meanwhile.
  if (changes.every(({ before }) => before !== null)) return false;
  const [table = '', id = ''] = whole.split(' ');
  return WHOLES.find((one) => one.table === table)!.parts.some(([part, column]) =>
    idsIn(book, part, column, Number(id)).some((row) => !last.has(`${part} ${String(row)}`)),
  );
}

const idsIn = (book: ReadBook, table: string, column: string, id: number): unknown[] =>
  book.statement(`select id from "${table}" where "${column}" = ?`).pluck().all(id);

/** Takes one back, also where it is about another card by now. */
export function takeBack(book: WriteBook, change: RowChange): void {
  if (book.undo([change]) === undefined || change.before !== null) return;
  const row: Row | undefined = book.rowOf(change.tableName, change.rowId);
  if (row !== undefined && isAsLeft(book, change)) book.undo([{ ...change, after: JSON.stringify(row) }]);
}
