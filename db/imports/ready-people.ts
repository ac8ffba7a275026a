// New people whose rows are ready beside the book (ready-rows.ts): SQLite copies them, without a value passing through here.
import fs from 'node:fs';
import type { Database } from 'better-sqlite3';
import { ContactId } from '#core/contacts/model.ts';
import type { ReadyFile } from '#db/writer-thread.ts';
import type { Shared } from './bulk.ts';
import type { Choice } from './choices.ts';
import { VALUE_BITS } from './ready-rows.ts';
import type { PlanRow } from './plan-rows.ts';

/** `@from`, `@to`: keys of people in the file; `@before` is what makes them keys of the book. */
const INSERT_PEOPLE = `insert into contact (id, fn, org, title, sort_key, name_key, org_key, created_at, batch_id)
  select rowid + @before, fn, org, title, sort_key, name_key, org_key, @now, @batch
  from ready.person where rowid between @from and @to`;
const INTO_VALUES =
  'insert into property (contact_id, name, value, type, parameters, key, recorded_at, batch_id, line)';
const insertName = (name: 'FN' | 'N') => `${INTO_VALUES}
  select rowid + @before, '${name}', ${name}, '', '', '', @now, @batch, line
  from ready.person where rowid between @from and @to`;
const INSERT_VALUES = `${INTO_VALUES}
  select (rowid >> ${VALUE_BITS}) + @before, name, value, type, parameters, key, @now, @batch, line
  from ready.said where rowid >= @from << ${VALUE_BITS} and rowid < (@to + 1) << ${VALUE_BITS}`;
const INSERT_CONNECTED = `insert into evidence (kind, contact_id, "on", created_at, batch_id, line)
  select 'li_connected', rowid + @before, connected_on, @now, @batch, line
  from ready.person where rowid between @from and @to and connected_on is not null`;

const INSERTS = [INSERT_PEOPLE, insertName('FN'), insertName('N'), INSERT_VALUES, INSERT_CONNECTED];

/** Often enough that progress moves and a cancel is heard, rarely enough that it costs nothing. */
const PEOPLE_A_TURN = 2000;

const isAsPlanned = ({ choice, leftOut }: Choice): boolean => choice === 'take' && leftOut.length === 0;

export class ReadyPeople {
  readonly #sqlite: Database;
  /** Where in the plan those who are ready stand, in order. */
  readonly #places: Int32Array;
  readonly #otherwise: ReadonlySet<number>;
  #before = 0;
  #isOpen = true;

  private constructor(sqlite: Database, places: Int32Array, otherwise: ReadonlySet<number>) {
    this.#sqlite = sqlite;
    this.#places = places;
    this.#otherwise = otherwise;
  }

  /**
   * Opens the file, outside a transaction; `close` it outside one as well. Undefined where it is not the plan's, or is
   * gone: an upload that is over takes it along. Nothing is said of a file that cannot be read.
   */
  static open(
    sqlite: Database,
    ready: ReadyFile | undefined,
    { batchId, choices }: { readonly batchId: number; readonly choices: ReadonlyMap<number, Choice> },
  ): ReadyPeople | undefined {
    // Attaching a file that is not there would make one.
    if (ready?.batchId !== batchId || !fs.existsSync(ready.file)) return undefined;
    try {
      sqlite.prepare('attach ? as ready').run(ready.file);
    } catch {
      return undefined;
    }
    try {
      const places = sqlite.prepare('select at from ready.person order by rowid').pluck().all() as number[]; // written by readyRows
      const otherwise = [...choices].filter(([, choice]) => !isAsPlanned(choice)).map(([at]) => at);
      return new ReadyPeople(sqlite, Int32Array.from(places), new Set(otherwise));
    } catch {
      sqlite.exec('detach ready');
      return undefined;
    }
  }

  get count(): number {
    return this.#places.length;
  }

  /** Who the record at this place has become; undefined where its row was not taken. */
  idAt(place: number): ContactId | undefined {
    const at = this.#firstFrom(place);
    return this.#places[at] === place && !this.#otherwise.has(place)
      ? ContactId.parse(this.#before + at + 1)
      : undefined;
  }

  /** How many of a row's records are added here. */
  countIn({ subject, action, first, last }: PlanRow): number {
    if (subject !== 'contact' || action !== 'create') return 0;
    let count = 0;
    for (let at = this.#firstFrom(first); at < this.count && this.#places[at]! <= last; at++)
      if (!this.#otherwise.has(this.#places[at]!)) count += 1;
    return count;
  }

  #firstFrom(place: number): number {
    let [from, to] = [0, this.count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#places[middle]! < place) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * Adds everybody whom the owner wants as planned, behind the people with keys up to `before`, and says after some of them
   * how many were added. As many keys are theirs as there are people in the file.
   */
  *add(before: number, shared: Shared): Generator<number> {
    this.#before = before;
    const statements = INSERTS.map((sql) => this.#sqlite.prepare(sql));
    for (const { from, to } of this.#runs()) {
      for (const statement of statements) statement.run({ before, from, to, ...shared });
      yield to - from + 1;
    }
  }

  /** People who follow each other in the file. */
  *#runs(): Generator<{ readonly from: number; readonly to: number }> {
    let from = 1;
    for (let id = 1; id <= this.count + 1; id++) {
      const isWanted = id <= this.count && !this.#otherwise.has(this.#places[id - 1]!);
      if (id > from && (!isWanted || id - from === PEOPLE_A_TURN)) {
        yield { from, to: id - 1 };
        from = id;
      }
      if (!isWanted) from = id + 1;
    }
  }

  /** A second time does nothing. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#sqlite.exec('detach ready');
  }
}
