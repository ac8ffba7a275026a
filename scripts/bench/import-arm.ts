// What every arm of an import does, whatever the file: ours through the door, a first and a second time, and the raw script.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { type ArmTask, copyOfBook, openedBook, runArm } from './arm.ts';
import { storedIn } from './import-counts.ts';
import { fileOf, IMPORTED_FILES, type ImportedFile } from './prepare.ts';

/** Sends, plans and applies the file, and waits until the search answers with everybody. */
async function imported(task: ArmTask, of: ImportedFile, book: string) {
  const file = await fileOf(task, of);
  const { client, close } = await openedBook(task, book);
  const start = performance.now();
  const { result } = await stageFiles(client, [{ name: IMPORTED_FILES[of].name, bytes: readFileSync(file) }]);
  const staged = performance.now();
  const { result: answer } = await drain(await client.imports.apply({ id: result.batchId }));
  const applied = performance.now();
  // The raw script ends with a search index, so this ends when the search answers.
  const { total } = await client.contacts.list({ text: '-', page: { limit: 1 } });
  const found = performance.now();
  await close();
  return {
    rows: task.n,
    ms: found - start,
    correct: { ...storedIn(book), searchable: total, same: answer.counts.same },
    figures: { stage: staged - start, apply: applied - staged, index: found - applied },
  };
}

/** The file into an empty book: sent, read, planned, stored, and found by the search. */
export const importFirst = (arm: string, of: ImportedFile): Promise<void> =>
  runArm(arm, (task) => imported(task, of, path.join(task.own, 'new.acquaint')));

/** The same file a second time: everybody is recognised and nothing changes. */
export const importAgain = (arm: string, of: ImportedFile): Promise<void> =>
  runArm(arm, async (task) => imported(task, of, await copyOfBook(task, of)));

/** One person as the raw script stores them. */
export interface RawPerson {
  readonly fn: string;
  readonly org: string;
  readonly title: string;
  readonly email: string;
  /** Name and value of everything that is known; empty values are not stored. */
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** When LinkedIn connected the two; '' elsewhere. */
  readonly connectedOn: string;
}

const SCHEMA = `
  create table contact (id integer primary key, fn text, org text, title text, deleted_at text);
  create table property (id integer primary key, contact_id integer not null, name text, value text);
  create index property_by_contact on property (contact_id);
  create table evidence (id integer primary key, contact_id integer not null, kind text, "on" text);
  create index evidence_by_contact on evidence (contact_id);
  create virtual table search using fts5 (fn, org, email, tokenize = 'unicode61 remove_diacritics 2');
`;

function store(sqlite: Database.Database, people: Iterable<RawPerson>): void {
  const contact = sqlite.prepare('insert into contact (fn, org, title) values (?, ?, ?)');
  const property = sqlite.prepare('insert into property (contact_id, name, value) values (?, ?, ?)');
  const evidence = sqlite.prepare(
    `insert into evidence (contact_id, kind, "on") values (?, 'li_connected', ?)`,
  );
  const search = sqlite.prepare('insert into search (rowid, fn, org, email) values (?, ?, ?, ?)');
  for (const { fn, org, title, email, properties, connectedOn } of people) {
    const id = contact.run(fn, org, title).lastInsertRowid;
    for (const [name, value] of properties) if (value !== '') property.run(id, name, value);
    if (connectedOn !== '') evidence.run(id, connectedOn);
    search.run(id, fn, org, email);
  }
}

/**
 * The raw limit: `parse` with the fastest parser there is, then prepared statements, nothing planned, matched, explained
 * or undoable. People are made one at a time out of what was parsed, so that they cost no memory of their own.
 */
export const importRaw = <Parsed>(
  arm: string,
  of: ImportedFile,
  parse: (text: string) => Parsed,
  people: (parsed: Parsed) => Iterable<RawPerson>,
): Promise<void> =>
  runArm(arm, async (task) => {
    const source = await fileOf(task, of);
    const file = path.join(task.own, 'raw.db');
    const sqlite = new Database(file);
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma('synchronous = normal');
    sqlite.exec(SCHEMA);
    const start = performance.now();
    const parsed = parse(readFileSync(source, 'utf8'));
    const read = performance.now();
    sqlite.transaction(() => store(sqlite, people(parsed)))();
    const stored = performance.now();
    const searchable = Number(sqlite.prepare('select count(*) from search').pluck().get());
    sqlite.close();
    return {
      rows: task.n,
      ms: stored - start,
      correct: { ...storedIn(file), searchable },
      figures: { parse: read - start, store: stored - read },
    };
  });
