// Every change to the book goes through here: written, remembered with its before and after, and taken back on demand.
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { InferInsertModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Topic } from '#api/book.ts';
import { ContactId } from '#core/contacts/model.ts';
import { invariant } from '#core/shared/assert.ts';
import type { OpenBook, ReadBook } from '#db/book.ts';

type Sql = string | number | null;
/** One row by SQLite's own column names. */
export type Row = Readonly<Record<string, Sql>>;
type Patch<Table extends SQLiteTable> = Partial<InferInsertModel<Table>>;

/** What a command may do with the book: read, and change rows so that the change can be undone. */
export interface WriteBook extends ReadBook {
  /** Adds a row and answers its key. */
  insert<Table extends SQLiteTable>(table: Table, values: InferInsertModel<Table>): number;
  /** Changes the columns given; a row that is not there is a broken invariant. */
  update<Table extends SQLiteTable>(table: Table, id: number, patch: Patch<Table>): void;
  remove(table: SQLiteTable, id: number): void;
  /** A row as SQLite has it, for work that treats all tables alike. */
  rowOf(tableName: string, id: number): Row | undefined;
  /** As `update`, by SQLite's names: for what the book itself has remembered of a row. */
  patch(tableName: string, id: number, columns: Row): void;
  /** What has been changed so far, in order. */
  readonly changes: readonly RowChange[];
  /** Marks a table as changed by statements of one's own, which are not remembered for undo. */
  touch(table: SQLiteTable): void;
  /** Tells of something that no row changed by this says. */
  announce(topic: Topic): void;
  /** Marks everything as changed, after work in bulk. */
  touchAll(): void;
  /** Puts rows back as they were before `changes`, newest first; answers the first row that has changed since. */
  undo(changes: readonly RowChange[]): RowChange | undefined;
  /** Does `changes` again, oldest first; answers the first row that is not as it was. */
  redo(changes: readonly RowChange[]): RowChange | undefined;
}

/** What one transaction changed, for those who must be told. */
export interface Changes {
  readonly topics: readonly Topic[];
  /** People whose list row or search entry may differ now; `all` after bulk work. */
  readonly contacts: readonly ContactId[] | 'all';
  /** People whose facets may differ now: those, and whose tags have changed; `all` after bulk work. */
  readonly facets: readonly ContactId[] | 'all';
  /** Organisations and events that now have other people than before: whether any two of them are tied may differ. */
  readonly orgs: readonly string[];
  readonly events: readonly number[];
  /** Somebody has been erased: what is kept outside the book, such as files on their way in, is not to outlive them. */
  readonly isErasure?: boolean;
}

const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  contact: ['contacts', 'network', 'events', 'invitations', 'introductions', 'book'],
  property: ['contacts', 'invitations'],
  event: ['events', 'contacts', 'book'],
  encounter: ['events', 'contacts', 'network', 'invitations'],
  evidence: ['network', 'contacts', 'invitations'],
  invitation: ['invitations', 'contacts', 'network', 'book'],
  mutual: ['invitations', 'network'],
  decision: ['invitations', 'contacts'],
  introduction: ['introductions', 'invitations', 'contacts', 'book'],
  introduction_step: ['introductions', 'invitations', 'contacts'],
  attendee: ['events', 'contacts'],
  do_not_introduce: ['introductions', 'contacts'],
  reminder: ['reminders'],
  tag_cadence: ['reminders'],
  tombstone: ['contacts', 'imports'],
  merge: ['contacts', 'duplicates'],
  kept_apart: ['duplicates'],
  received_letter: ['contacts', 'introductions'],
  import_batch: ['imports', 'book'],
  import_plan: ['imports'],
  import_choice: ['imports'],
  column_profile: ['imports'],
  saved_view: ['book'],
  letter_template: ['book'],
  setting: ['book', 'invitations', 'contacts', 'events', 'network', 'introductions'],
};

/** Properties that only the facets know: not the search, not the network, not who may be one person. */
const FACETS_ONLY: ReadonlySet<unknown> = new Set(['CATEGORIES', 'CLASS']);

/** Of more people than this everything is read anew: that is faster than one by one. */
const MOST_NAMED = 3000;

/** Rows put back between two words about how far that has come: often enough to move, rarely enough to cost nothing. */
const REPLAYED_AT_ONCE = 2000;

/** One change as it is kept: JSON of the whole row before and after. */
export interface RowChange {
  readonly tableName: string;
  readonly rowId: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Records what a transaction does, so that it can be kept in the journal and told to the other threads. */
export class Recorder implements WriteBook {
  readonly select: ReadBook['select'];
  readonly statement: ReadBook['statement'];
  readonly changes: RowChange[] = [];
  readonly #topics = new Set<Topic>();
  readonly #contacts = new Set<ContactId>();
  readonly #tagged = new Set<ContactId>();
  readonly #orgs = new Set<string>();
  readonly #events = new Set<number>();
  #all = false;
  readonly #onReplayed: ((done: number, total: number) => void) | undefined;

  /** `onReplayed` hears how many of how many changes have been undone or done again, where there are many. */
  constructor(book: OpenBook, onReplayed?: (done: number, total: number) => void) {
    this.#onReplayed = onReplayed;
    this.select = book.select;
    this.statement = book.statement.bind(book);
  }

  insert<Table extends SQLiteTable>(table: Table, values: InferInsertModel<Table>): number {
    const name = getTableName(table);
    const row = insertedRow(this, name, sqlRow(table, values));
    const id = Number(row['id']);
    this.#record(name, id, undefined, row);
    return id;
  }

  update<Table extends SQLiteTable>(table: Table, id: number, patch: Patch<Table>): void {
    this.patch(getTableName(table), id, sqlRow(table, patch));
  }

  patch(name: string, id: number, columns: Row): void {
    const before = this.rowOf(name, id);
    invariant(before !== undefined, `row ${id} of ${name} is there to be changed`);
    if (Object.entries(columns).every(([column, value]) => before[column] === value)) return;
    updateRow(this, name, id, columns);
    this.#record(name, id, before, { ...before, ...columns });
  }

  remove(table: SQLiteTable, id: number): void {
    const name = getTableName(table);
    const before = this.rowOf(name, id);
    if (before === undefined) return;
    this.statement(`delete from "${name}" where id = ?`).run(id);
    this.#record(name, id, before, undefined);
  }

  touch(table: SQLiteTable): void {
    for (const topic of TOPICS[getTableName(table)] ?? []) this.#topics.add(topic);
  }

  announce(topic: Topic): void {
    this.#topics.add(topic);
  }

  touchAll(): void {
    this.#all = true;
    for (const topics of Object.values(TOPICS)) for (const topic of topics) this.#topics.add(topic);
  }

  undo(changes: readonly RowChange[]): RowChange | undefined {
    return this.#replay(changes.toReversed(), (change) => [change.after, change.before]);
  }

  redo(changes: readonly RowChange[]): RowChange | undefined {
    return this.#replay(changes, (change) => [change.before, change.after]);
  }

  /** What to tell the other threads; undefined when nothing changed. */
  summary(): Changes | undefined {
    if (this.#topics.size === 0) return undefined;
    return {
      topics: [...this.#topics],
      contacts: this.#named(this.#contacts),
      facets: this.#named(new Set([...this.#contacts, ...this.#tagged])),
      orgs: [...this.#orgs],
      events: [...this.#events],
    };
  }

  #named(people: ReadonlySet<ContactId>): Changes['contacts'] {
    return this.#all || people.size > MOST_NAMED ? 'all' : [...people];
  }

  #replay(
    changes: readonly RowChange[],
    direction: (change: RowChange) => readonly [expected: string | null, wanted: string | null],
  ): RowChange | undefined {
    for (const [at, change] of changes.entries()) {
      if (at > 0 && at % REPLAYED_AT_ONCE === 0) this.#onReplayed?.(at, changes.length);
      const [expected, wanted] = direction(change);
      const current = this.rowOf(change.tableName, change.rowId);
      if (!isAs(current, expected)) return change;
      this.#put(change, wanted === null ? undefined : rowFromJson(wanted), current);
    }
    return undefined;
  }

  #put(change: RowChange, wanted: Row | undefined, current: Row | undefined): void {
    const { tableName, rowId } = change;
    if (wanted === undefined) this.statement(`delete from "${tableName}" where id = ?`).run(rowId);
    else if (current === undefined) insertRow(this, tableName, wanted);
    else updateRow(this, tableName, rowId, wanted);
    this.#record(tableName, rowId, current, wanted);
  }

  rowOf(tableName: string, id: number): Row | undefined {
    // better-sqlite3 answers one row as a plain object of SQLite values, which is what Row says.
    return this.statement(`select * from "${tableName}" where id = ?`).get(id) as Row | undefined;
  }

  #record(tableName: string, rowId: number, before: Row | undefined, after: Row | undefined): void {
    this.changes.push({
      tableName,
      rowId,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    });
    for (const topic of TOPICS[tableName] ?? []) this.#topics.add(topic);
    for (const row of [before, after]) this.#touch(tableName, rowId, row);
    this.#touchGroups(tableName, before, after);
  }

  #touchGroups(tableName: string, before: Row | undefined, after: Row | undefined): void {
    const differs = (...columns: readonly string[]): boolean =>
      columns.some((column) => before?.[column] !== after?.[column]);
    for (const row of [before, after]) {
      const [org, event] = [row?.['org_key'], row?.['event_id']];
      if (tableName === 'contact' && typeof org === 'string' && differs('org_key', 'deleted_at'))
        this.#orgs.add(org);
      if (tableName === 'encounter' && typeof event === 'number' && differs('event_id', 'contact_id'))
        this.#events.add(event);
    }
  }

  #touchPerson(row: Row | undefined): void {
    const contactId = row?.['contact_id'];
    if (typeof contactId !== 'number') return;
    const people = FACETS_ONLY.has(row?.['name']) ? this.#tagged : this.#contacts;
    people.add(contactId as ContactId); // the table's own key
  }

  #touch(tableName: string, rowId: number, row: Row | undefined): void {
    if (tableName === 'contact') this.#contacts.add(ContactId.parse(rowId));
    // Who the owner is decides who is looked at as somebody else's second card.
    if (tableName === 'setting' && row?.['key'] === 'owner')
      this.#contacts.add(ContactId.parse(Number(row['value'])));
    this.#touchPerson(row);
    // An event's name is part of the search entry of everybody met there.
    if (tableName === 'event') {
      const met = this.statement('select contact_id from encounter where event_id = ?').pluck().all(rowId);
      for (const id of met) this.#contacts.add(ContactId.parse(id));
    }
    // Whom an invitation calls a mutual contact depends on whose it is.
    if (tableName === 'invitation') {
      const named = this.statement(
        'select contact_id from mutual where invitation_id = ? and contact_id is not null',
      );
      for (const id of named.pluck().all(rowId)) this.#contacts.add(ContactId.parse(id));
      this.#touchInviter(row);
    }
  }

  /** How a connection began is what is said about whoever has the page an invitation came from. */
  #touchInviter(row: Row | undefined): void {
    const key = row?.['url_key'];
    if (typeof key !== 'string' || key === '') return;
    const whose = this.statement(
      `select contact_id from property where key = ? and key <> '' and name = 'URL'`,
    );
    for (const id of whose.pluck().all(key)) this.#contacts.add(ContactId.parse(id));
  }
}

/** Compares the columns that were recorded only: a later version of the book may have more. */
function isAs(current: Row | undefined, expected: string | null): boolean {
  if (current === undefined || expected === null) return current === undefined && expected === null;
  return Object.entries(rowFromJson(expected)).every(([column, value]) => current[column] === value);
}

const insertText = (tableName: string, columns: readonly string[]): string =>
  `insert into "${tableName}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`;

function insertRow(book: ReadBook, tableName: string, row: Row): void {
  book.statement(insertText(tableName, Object.keys(row))).run(...Object.values(row));
}

/** Adds a row and answers it whole, with what the table says where nothing else was said. */
function insertedRow(book: ReadBook, tableName: string, row: Row): Row {
  // One row of a table is a plain object of SQLite values, which is what Row says.
  return book
    .statement(`${insertText(tableName, Object.keys(row))} returning *`)
    .get(...Object.values(row)) as Row;
}

function updateRow(book: ReadBook, tableName: string, id: number, row: Row): void {
  const columns = Object.keys(row);
  const text = `update "${tableName}" set ${columns.map((column) => `"${column}" = ?`).join(', ')} where id = ?`;
  book.statement(text).run(...Object.values(row), id);
}

const known = new WeakMap<SQLiteTable, readonly (readonly [key: string, column: SQLiteColumn])[]>();

/** The columns of a table by their keys; asked for with every row. */
function columnsOf(table: SQLiteTable) {
  const columns = known.get(table) ?? Object.entries<SQLiteColumn>(getTableColumns(table));
  known.set(table, columns);
  return columns;
}

/** Domain values to SQLite's: column names, 0/1 for flags, JSON as text, undefined left to the default. */
function sqlRow(table: SQLiteTable, values: object): Row {
  const row: Record<string, Sql> = {};
  const given = new Map(Object.entries(values));
  for (const [key, column] of columnsOf(table)) {
    const value: unknown = given.get(key);
    if (value === undefined) continue;
    // drizzle's own mapping to a driver value: string, number or null for every column type we use.
    row[column.name] = value === null ? null : (column.mapToDriverValue(value) as Sql);
  }
  return row;
}

// SECURITY: table and column names come from our own journal rows, never from a window.
export function rowFromJson(text: string): Row {
  return JSON.parse(text) as Row; // written by #record above from a Row
}
