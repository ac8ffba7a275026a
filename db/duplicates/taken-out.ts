// What a merge took out, coming back: rows that would have related a person to themselves.
import { rowFromJson } from '#db/history/journal.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import type { KeptChange } from './merged.ts';
import { namesPerson } from './references.ts';
import { mergeChange } from './tables.ts';

/** One person becoming part of another, as it was at the time. */
interface Step {
  readonly mergeId: number;
  readonly to: number;
}

/** What became of a person's card, merge by merge, up to a merge that is being taken back. */
function stepsFrom(book: WriteBook, person: number, until: number): Step[] {
  const next = book.statement(
    `select m.id as "mergeId", json_extract(g.after, '$.merged_into_id') as "to"
     from merge m join merge_change g on g.merge_id = m.id and g.table_name = 'contact' and g.row_id = m.absorbed_id
     where m.absorbed_id = ?`,
  );
  const steps: Step[] = [];
  for (let at = person; ;) {
    const step = next.get(at) as Step | undefined; // the columns named
    if (step === undefined || step.mergeId === until) return steps;
    steps.push(step);
    at = step.to;
  }
}

/** Whose cards have stood for somebody up to a later merge: the survivor's of then, and of those it went into. */
export const survivorsOf = (book: WriteBook, absorbedId: number, until: number): ReadonlySet<number> =>
  new Set(stepsFrom(book, absorbedId, until).map(({ to }) => to));

const exists = (book: WriteBook, sql: string, ...bound: unknown[]): boolean =>
  book.statement(sql).get(...bound) !== undefined;

const isThere = (book: WriteBook, person: unknown): boolean =>
  exists(book, 'select 1 from contact where id = ? and deleted_at is null', person);

/**
 * Puts a row back. Whoever it names may be part of somebody else by now: then it names that one, and what those merges
 * remember makes it go on when they are taken back. Nothing comes back where somebody is gone for good.
 */
export function bringBack(
  book: WriteBook,
  { tableName, rowId, before }: KeptChange,
  { mergeId }: { readonly mergeId: number },
): void {
  if (before === null) return;
  const row: Record<string, Row[string]> = { ...rowFromJson(before) };
  const people = Object.keys(row).filter((column) => namesPerson(tableName, column) && row[column] !== null);
  const steps = people
    .flatMap((column) => stepsFrom(book, Number(row[column]), mergeId).map((step) => ({ ...step, column })))
    .toSorted((a, b) => a.mergeId - b.mergeId);
  for (const { mergeId: by, column, to } of steps) {
    const from = row[column] ?? null;
    const moved = { ...row, [column]: to };
    if (people.length === 2 && moved[people[0]!] === moved[people[1]!])
      return remember(book, by, { tableName, rowId, before: inOrder(tableName, row), after: null });
    remember(book, by, { tableName, rowId, before: { [column]: from }, after: { [column]: to } });
    row[column] = to;
  }
  if (people.every((column) => isThere(book, row[column]))) insert(book, tableName, inOrder(tableName, row));
}

function insert(book: WriteBook, tableName: string, row: Row): void {
  const owner = row['introduction_id'];
  if (tableName === 'introduction_step' && book.rowOf('introduction', Number(owner)) === undefined) {
    const taken = takenOut(book, 'introduction', Number(owner));
    if (taken !== undefined)
      remember(book, taken.by, { tableName, rowId: Number(row['id']), before: row, after: null });
    return;
  }
  if (
    exists(book, `select 1 from import_batch where id = ? and state = 'reverted'`, row['batch_id'] ?? null) ||
    (tableName === 'kept_apart' &&
      exists(book, 'select 1 from kept_apart where a_id = ? and b_id = ?', row['a_id'], row['b_id']))
  )
    return;
  const isFree = book.rowOf(tableName, Number(row['id'])) === undefined;
  const rowId = isFree ? Number(row['id']) : freeId(book, tableName);
  book.undo([{ tableName, rowId, before: JSON.stringify({ ...row, id: rowId }), after: null }]);
}

const freeId = (book: WriteBook, tableName: string): number =>
  Number(book.statement(`select coalesce(max(id), 0) + 1 from "${tableName}"`).pluck().get());

/** The lower key of a pair first, where a table wants that. */
function inOrder(tableName: string, row: Row): Row {
  const { a_id: a = null, b_id: b = null } = row;
  return tableName === 'kept_apart' && Number(a) > Number(b) ? { ...row, a_id: b, b_id: a } : row;
}

interface Remembered {
  readonly tableName: string;
  readonly rowId: number;
  readonly before: Row;
  readonly after: Row | null;
}

/** Makes a later merge remember what it would have done to a row, had that been there. */
function remember(book: WriteBook, mergeId: number, { tableName, rowId, before, after }: Remembered): void {
  book.insert(mergeChange, {
    mergeId,
    tableName,
    rowId,
    before: JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  });
}

/** Whom a column names again: a person of before, or whoever they are part of by now, from whom it goes on to them. */
export function pointBack(
  book: WriteBook,
  { tableName, rowId }: KeptChange,
  column: string,
  { person, mergeId }: { readonly person: number; readonly mergeId: number },
): number | undefined {
  let at = person;
  for (const { mergeId: by, to } of stepsFrom(book, person, mergeId)) {
    remember(book, by, { tableName, rowId, before: { [column]: at }, after: { [column]: to } });
    at = to;
  }
  return isThere(book, at) ? at : undefined;
}

/** The merge that has taken a row out, and how it was then. */
const takenOut = (book: WriteBook, tableName: string, rowId: number) =>
  book
    .statement(
      `select id, merge_id as "by", before from merge_change
       where table_name = ? and row_id = ? and before is not null and after is null`,
    )
    .get(tableName, rowId) as { id: number; by: number; before: string } | undefined; // the columns named

/** A row that moved with somebody and was then taken out by a further merge comes back, some day, as theirs. */
export function correctRemembered(
  book: WriteBook,
  { tableName, rowId, before }: KeptChange,
  absorbedId: number,
): void {
  const taken = takenOut(book, tableName, rowId);
  if (taken === undefined || before === null) return;
  const row: Record<string, Row[string]> = { ...rowFromJson(taken.before) };
  const stoodFor = survivorsOf(book, absorbedId, taken.by);
  const people = tableName === 'kept_apart' ? ['a_id', 'b_id'] : Object.keys(rowFromJson(before));
  for (const column of people) {
    if (namesPerson(tableName, column) && stoodFor.has(Number(row[column]))) row[column] = absorbedId;
  }
  book.update(mergeChange, taken.id, { before: JSON.stringify(inOrder(tableName, row)) });
}
