// The raw limit: the fastest parser from npm and prepared statements, nothing planned, matched, explained or undoable.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { runArm } from '../arm.ts';
import { storedIn } from '../import-counts.ts';
import { csvOf } from '../prepare.ts';

const SCHEMA = `
  create table contact (id integer primary key, fn text, org text, title text, deleted_at text);
  create table property (id integer primary key, contact_id integer not null, name text, value text);
  create index property_by_contact on property (contact_id);
  create table evidence (id integer primary key, contact_id integer not null, kind text, "on" text);
  create index evidence_by_contact on evidence (contact_id);
  create virtual table search using fts5 (fn, org, email, tokenize = 'unicode61 remove_diacritics 2');
`;

/** The columns of LinkedIn's file, in its order. */
type Cells = readonly [string, string, string, string, string, string, string];

function store(sqlite: Database.Database, rows: readonly Cells[]): void {
  const contact = sqlite.prepare('insert into contact (fn, org, title) values (?, ?, ?)');
  const property = sqlite.prepare('insert into property (contact_id, name, value) values (?, ?, ?)');
  const evidence = sqlite.prepare(
    `insert into evidence (contact_id, kind, "on") values (?, 'li_connected', ?)`,
  );
  const search = sqlite.prepare('insert into search (rowid, fn, org, email) values (?, ?, ?, ?)');
  for (const [given, family, url, email, org, title, on] of rows) {
    const fn = `${given} ${family}`;
    const id = contact.run(fn, org, title).lastInsertRowid;
    property.run(id, 'N', `${family};${given};;;`);
    property.run(id, 'FN', fn);
    if (url !== '') property.run(id, 'URL', url);
    if (email !== '') property.run(id, 'EMAIL', email);
    if (org !== '') property.run(id, 'ORG', org);
    if (title !== '') property.run(id, 'TITLE', title);
    if (on !== '') evidence.run(id, on);
    search.run(id, fn, org, email);
  }
}

await runArm('import-raw', async (task) => {
  const csv = await csvOf(task);
  const file = path.join(task.own, 'raw.db');
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = normal');
  sqlite.exec(SCHEMA);
  const start = performance.now();
  const text = readFileSync(csv, 'utf8');
  const header = text.indexOf('First Name,');
  const { data } = Papa.parse<Cells>(text.slice(header), { skipEmptyLines: true });
  const parsed = performance.now();
  sqlite.transaction(() => store(sqlite, data.slice(1)))();
  const stored = performance.now();
  const searchable = Number(sqlite.prepare('select count(*) from search').pluck().get());
  sqlite.close();
  return {
    rows: task.n,
    ms: stored - start,
    correct: { ...storedIn(file), searchable },
    figures: { parse: parsed - start, store: stored - parsed },
  };
});
