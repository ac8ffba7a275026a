// The history without somebody: what was done to their rows is gone, what was done to others' can still be taken back.
import type { HistoryEntry } from '#api/book.ts';
import type { ReadBook } from '#db/book.ts';
import { isSameRow } from '#db/duplicates/references.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import { entriesOf } from '#db/history/queries.ts';
import { everyChange, rewriteHistory } from '#db/history/rewriting.ts';
import type { KeptRowChange } from '#db/history/rewriting.ts';
import { vettingWithout } from './erase-decisions.ts';
import { namesOneOf } from './erase-merges.ts';
import { ABOUT, isCleared, isInvitationBy, PARTS } from './rows.ts';
import type { Rows } from './rows.ts';
import { isNamed, withoutNames } from './traces.ts';
import type { Traces } from './traces.ts';

interface Erasing extends Whose {
  /** Their names are taken out of what is said about others, too. */
  readonly clean: boolean;
}

/** Whose part of the history is meant. */
export interface Whose {
  readonly traces: Traces;
  /** The rows that are about them, or were until now. */
  readonly rows: Rows;
}

/** Takes everything about them out of the history. */
export function eraseFromJournal(book: WriteBook, erasing: Erasing): void {
  const judge = judgeOf(erasing);
  rewriteHistory(book, {
    look: judge.look,
    isGone: judge.isTheirs,
    // Half of a merge cannot be taken back.
    isWhole: (gone) => gone.tableName === 'merge',
    rewritten: (text, tableName) => rewritten(erasing, tableName, text),
    params: (text) => (erasing.clean ? withoutNames(erasing.traces, text) : text),
  });
}

/** The deeds that changed something about them, the newest first. Reads the whole history. */
export function deedsAbout(book: ReadBook, whose: Whose): HistoryEntry[] {
  const judge = judgeOf(whose);
  for (const change of everyChange(book)) judge.look(change);
  const ids = new Set<number>();
  for (const change of everyChange(book)) if (judge.isTheirs(change)) ids.add(change.entryId);
  return entriesOf(book, [...ids]);
}

/** Tells which changes are about them; has to `look` at all of them first. */
function judgeOf(whose: Whose) {
  const parents = goneParents(whose);
  const isTheirs = (change: KeptRowChange): boolean => isAbout(whose, parents, change);
  // Rows of which only the history knows are found before what hangs on them.
  const look = (change: KeptRowChange): void => {
    if (PARENTS.has(change.tableName) && isTheirs(change)) parents.get(change.tableName)!.add(change.rowId);
  };
  return { look, isTheirs };
}

type Parents = ReadonlyMap<string, Set<number>>;

const PARENTS: ReadonlySet<string> = new Set(PARTS.map(({ of }) => of));

const goneParents = ({ rows }: Whose): Parents =>
  new Map([...PARENTS].map((name) => [name, new Set(rows.get(name)?.keys())]));

const COLUMNS_ABOUT: ReadonlySet<string> = new Set(ABOUT.map(({ table, column }) => `${table}.${column}`));

function isAbout(erasing: Whose, parents: Parents, change: KeptRowChange): boolean {
  const { tableName, rowId } = change;
  const { people } = erasing.traces;
  if (tableName === 'contact' && people.has(rowId)) return true;
  const known = erasing.rows.get(tableName)?.get(rowId);
  const sides: Row[] = [];
  for (const text of [change.before, change.after]) if (text !== null) sides.push(rowFromJson(text));
  return sides.some(
    (row) =>
      // A key may have been another row's before.
      (known !== undefined && isSameRow(tableName, row, known)) ||
      hangsOn(tableName, row, people, parents) ||
      (tableName === 'invitation' && isInvitationBy(erasing.traces, row)) ||
      (tableName === 'setting' && row['key'] === 'owner' && people.has(Number(row['value']))),
  );
}

function hangsOn(tableName: string, row: Row, people: ReadonlySet<number>, parents: Parents): boolean {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'number') continue;
    if (people.has(value) && COLUMNS_ABOUT.has(`${tableName}.${column}`)) return true;
    const part = PARTS.find((one) => one.table === tableName && one.column === column);
    if (part !== undefined && parents.get(part.of)!.has(value)) return true;
  }
  return tableName === 'merge_change' && remembers(row, people);
}

/** A merge of others has remembered a relation with them. */
const remembers = (row: Row, people: ReadonlySet<number>): boolean =>
  [row['before'], row['after']].some(
    (text) => typeof text === 'string' && namesOneOf(String(row['table_name']), rowFromJson(text), people),
  );

/** A row about somebody else: it names them no more. */
function rewritten({ traces, clean }: Erasing, tableName: string, text: string): string {
  const row = rowFromJson(text);
  const changed: Record<string, Row[string]> = {};
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number' && traces.people.has(value) && isCleared(tableName, column))
      changed[column] = null;
    if (typeof value !== 'string') continue;
    const left = tableName === 'decision' && column === 'vetting' ? vettingWithout(value, traces) : value;
    const said = clean && isNamed(traces, left) ? withoutNames(traces, left) : left;
    if (said !== value) changed[column] = said;
  }
  return Object.keys(changed).length === 0 ? text : JSON.stringify({ ...row, ...changed });
}
