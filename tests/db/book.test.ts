import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { ImportBatchId } from '#core/imports/model.ts';
import type { ItemAction } from '#core/imports/model.ts';
import { IntroductionId } from '#core/introductions/model.ts';
import { isDamaged, openReadOnly, openWritable } from '#db/book.ts';
import { newestLetterOf } from '#db/correspondence/queries.ts';
import { listItems } from '#db/imports/items.ts';
import { itemFinder } from '#db/imports/plan-rows.ts';
import { batchById } from '#db/imports/queries.ts';
import { introductionById } from '#db/introductions/queries.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { BookUnavailable, troubleOf } from '#db/trouble.ts';
import { damage } from './damage.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** How many migrations there are now. */
const MIGRATION_COUNT = fs.readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql')).length;

const newBook = () => path.join(tempFolder(), 'mine.acquaint');

function whyNot(file: string, migrations = MIGRATIONS): string {
  try {
    openWritable(file, migrations).close();
  } catch (error) {
    if (error instanceof BookUnavailable) return error.why;
    throw error;
  }
  return 'opened';
}

/** The book as a newer Acquaint would have left it. */
function migrationsOfANewerVersion(): string {
  const folder = path.join(tempFolder(), 'migrations');
  fs.cpSync(MIGRATIONS, folder, { recursive: true });
  const journalFile = path.join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8'));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_more' });
  fs.writeFileSync(journalFile, JSON.stringify(journal));
  fs.writeFileSync(path.join(folder, '9999_more.sql'), 'CREATE TABLE `more` (`id` integer PRIMARY KEY)');
  return folder;
}

/** The migrations as the version had them that wrote `count` of them. */
function migrationsOfAnOlderVersion(count: number): string {
  const folder = path.join(tempFolder(), 'migrations');
  fs.cpSync(MIGRATIONS, folder, { recursive: true });
  const journalFile = path.join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8'));
  journal.entries = journal.entries.slice(0, count);
  fs.writeFileSync(journalFile, JSON.stringify(journal));
  return folder;
}

describe('opening a book', () => {
  it('makes a new one that only its owner can read', () => {
    const file = path.join(tempFolder(), 'folder of its own', 'mine.acquaint');
    const book = openWritable(file, MIGRATIONS);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    book.close();
  });

  it('refuses a second writer with a word, and lets it in once the first is gone', () => {
    const file = newBook();
    const first = openWritable(file, MIGRATIONS);
    expect(whyNot(file)).toBe('locked');
    first.close();
    expect(whyNot(file)).toBe('opened');
  });

  it('answers a reader while it is open for writing, and refuses the reader a write', () => {
    const file = newBook();
    const writer = openWritable(file, MIGRATIONS);
    const reader = openReadOnly(file);
    writer.statement("insert into setting (key, value) values ('a', '1')").run();
    expect(reader.statement('select value from setting').pluck().get()).toBe('1');
    expect(() => reader.statement("insert into setting (key, value) values ('b', '2')").run()).toThrow(
      /readonly/,
    );
    reader.close();
    writer.close();
  });

  it.each([
    ['text that is not a database', 'Dear diary, this is not SQLite.'.repeat(100), 'not_a_book'],
    ['a few bytes', 'x', 'not_a_book'],
  ])('refuses %s and leaves it as it was', (_, content, why) => {
    const file = newBook();
    fs.writeFileSync(file, content);
    expect(whyNot(file)).toBe(why);
    expect(fs.readFileSync(file, 'utf8')).toBe(content);
  });

  it('refuses another program’s database', () => {
    const file = newBook();
    const other = new Database(file);
    other.exec('create table theirs (x)');
    other.close();
    expect(whyNot(file)).toBe('not_a_book');
    const again = new Database(file, { readonly: true });
    expect(again.prepare('select name from sqlite_schema').pluck().all()).toEqual(['theirs']);
    again.close();
  });

  it('refuses a folder in its place', () => {
    const file = newBook();
    fs.mkdirSync(file);
    expect(whyNot(file)).toBe('not_a_book');
  });

  it('says so when its folder cannot be made', () => {
    const blocked = path.join(tempFolder(), 'a-file');
    fs.writeFileSync(blocked, '');
    expect(whyNot(path.join(blocked, 'below', 'mine.acquaint'))).toBe('no_folder');
  });

  it('refuses a damaged book that was not closed as it should be, and leaves it as it was', () => {
    const file = newBook();
    const bytes = damage(file);
    // What a program that was killed leaves behind.
    fs.writeFileSync(`${file}-wal`, 'anything');
    expect(whyNot(file)).toBe('corrupt');
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is found to be damaged when it is looked through', () => {
    const file = newBook();
    openWritable(file, MIGRATIONS).close();
    const sound = openReadOnly(file);
    expect(isDamaged(sound.sqlite)).toBe(false);
    sound.close();
    damage(file);
    const damaged = openReadOnly(file);
    expect(isDamaged(damaged.sqlite)).toBe(true);
    damaged.close();
  });

  it('refuses a book written by a newer version, untouched', () => {
    const file = newBook();
    openWritable(file, migrationsOfANewerVersion()).close();
    const before = fs.readFileSync(file);
    expect(whyNot(file)).toBe('newer');
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('copies an older book aside before it migrates it', () => {
    const file = newBook();
    const old = openWritable(file, MIGRATIONS);
    old.statement("insert into setting (key, value) values ('kept', '1')").run();
    old.close();
    const book = openWritable(file, migrationsOfANewerVersion());
    expect(book.statement('select count(*) from more').pluck().get()).toBe(0);
    book.close();
    const folder = path.join(path.dirname(file), 'backups');
    const [copy, ...others] = fs.readdirSync(folder);
    expect(others).toEqual([]);
    expect(fs.statSync(path.join(folder, copy!)).mode & 0o777).toBe(0o600);
    const backup = new Database(path.join(folder, copy!), { readonly: true });
    expect(backup.prepare("select value from setting where key = 'kept'").pluck().get()).toBe('1');
    expect(backup.prepare("select count(*) from sqlite_schema where name = 'more'").pluck().get()).toBe(0);
    backup.close();
  });

  it('brings a book from before merging up to date, with every row as it was', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(1));
    const rows = [
      `insert into contact (fn, sort_key, name_key, created_at) values ('Ana Ruiz', 'ruiz ana', 'ana ruiz', '2026-01-01T00:00:00Z')`,
      `insert into contact (fn, sort_key, name_key, created_at, deleted_at) values ('Bo Falk', 'falk bo', 'bo falk', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')`,
      `insert into property (contact_id, name, value, recorded_at) values (1, 'FN', 'Ana Ruiz', '2026-01-01T00:00:00Z')`,
      `insert into evidence (kind, contact_id, "on", created_at) values ('li_connected', 1, '2024-05-01', '2026-01-01T00:00:00Z')`,
    ];
    for (const row of rows) old.sqlite.exec(row);
    const tables = ['contact', 'property', 'evidence'];
    const before = tables.map((table) => old.sqlite.prepare(`select * from ${table}`).all());
    expect(Object.keys(before[0]![0] as object)).not.toContain('merged_into_id');
    old.close();
    const book = openWritable(file, MIGRATIONS);
    expect(tables.map((table) => book.sqlite.prepare(`select * from ${table}`).all())).toMatchObject(before);
    expect(book.statement('select merged_into_id from contact').pluck().all()).toEqual([null, null]);
    for (const table of ['merge', 'merge_change', 'kept_apart'])
      expect(book.sqlite.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
    book.close();
    expect(fs.readdirSync(path.join(path.dirname(file), 'backups'))).toEqual([
      `mine-before-version-${MIGRATION_COUNT}.acquaint`,
    ]);
  });

  it('lays plans from before they were kept in pieces out anew, as they were shown and chosen', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(2));
    const staged = '2026-01-01T00:00:00Z';
    const counts = JSON.stringify({ create: 601, update: 1, same: 1, review: 0, unusable: 1 });
    for (const id of [1, 2])
      old.sqlite
        .prepare(
          `insert into import_batch (id, file_name, state, staged_at, entries, counts) values (?, 'a.csv', 'staged', ?, '[]', ?)`,
        )
        .run(id, staged, counts);
    const insert = old.sqlite.prepare(
      `insert into import_item (batch_id, entry_name, line, subject, action, fn, detail, contact_id, choice, plan)
       values (1, 'Connections.csv', ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const n = { family: 'Ruiz; Vega', given: 'Ana', additional: '', prefix: '', suffix: 'PhD, MBA' };
    const properties = [
      { name: 'URL', value: 'https://www.linkedin.com/in/ana-ruiz', type: 'linkedin' },
      { name: 'ORG', value: 'Acme', type: '' },
    ];
    const contact = { line: 5, fn: 'Ana Ruiz', n, properties, connectedOn: '2024-05-01', issues: [] };
    const created = JSON.stringify({
      changes: [],
      issues: [{ line: 5, code: 'BAD_URL', params: {} }],
      contact,
    });
    for (let line = 5; line < 606; line++)
      insert.run(line, 'contact', 'create', 'Ana Ruiz', 'Acme', null, line === 7 ? 'skip' : 'take', created);
    const changes = [{ name: 'ORG', before: 'Acme', after: 'Harbour' }];
    insert.run(
      606,
      'contact',
      'update',
      'Bo Falk',
      '',
      9,
      'take',
      JSON.stringify({ changes, issues: [], contact }),
    );
    const owner = {
      fn: 'Me Myself',
      n: { ...n, family: 'Myself', suffix: '' },
      url: 'https://e.test/me',
      headline: 'Hi',
    };
    insert.run(
      0,
      'owner',
      'create',
      'Me Myself',
      '',
      null,
      'take',
      JSON.stringify({ changes: [], issues: [], owner }),
    );
    const invitation = {
      line: 2,
      direction: 'incoming',
      fn: 'Cy',
      url: '',
      message: '',
      issues: [],
      key: 'k',
      state: 'pending',
    };
    insert.run(
      2,
      'invitation',
      'create',
      'Cy',
      '',
      null,
      'take',
      JSON.stringify({ changes: [], issues: [], invitation }),
    );
    old.close();

    const book = openWritable(file, MIGRATIONS);
    const id = ImportBatchId.parse(1);
    const listed = (action: ItemAction, offset = 0) =>
      listItems(book, { id, action, search: '', page: { offset, limit: 500 } });
    const { total, rows } = listed('create');
    expect(total).toBe(603);
    expect(rows[0]).toEqual({
      id: 1,
      entryName: 'Connections.csv',
      line: 5,
      subject: 'contact',
      action: 'create',
      fn: 'Ana Ruiz',
      detail: 'Acme',
      changes: [
        { name: 'FN', before: '', after: 'Ana Ruiz', type: '' },
        { name: 'N', before: '', after: String.raw`Ruiz\; Vega;Ana;;;PhD\, MBA`, type: '' },
        { name: 'URL', before: '', after: 'https://www.linkedin.com/in/ana-ruiz', type: 'linkedin' },
        { name: 'ORG', before: '', after: 'Acme', type: '' },
      ],
      leftOut: [],
      issues: [{ line: 5, code: 'BAD_URL', params: {} }],
      choice: 'take',
    });
    expect(rows.map(({ choice }) => choice).indexOf('skip')).toBe(2);
    expect(listed('create', 500).rows.map((row) => row.id)).toEqual([
      ...Array.from({ length: 101 }, (_, at) => 501 + at),
      603,
      604,
    ]);
    expect(
      listed('create', 601).rows.map(({ subject, changes: said }) => [
        subject,
        said.map(({ after }) => after),
      ]),
    ).toEqual([
      ['owner', ['Me Myself', 'Myself;Ana;;;', 'https://e.test/me', 'Hi']],
      ['invitation', []],
    ]);
    expect(listed('update').rows).toMatchObject([
      { id: 602, contactId: 9, changes: [{ name: 'ORG', before: 'Acme', after: 'Harbour', type: '' }] },
    ]);
    expect(batchById(book, 1)).toMatchObject({ hash: '', counts: { create: 601, left: 0 } });
    expect(itemFinder(book, 1)(602)).toMatchObject({ subject: 'owner', item: { fn: 'Me Myself' } });
    expect(itemFinder(book, 1)(603)?.item.invitation).toEqual(invitation);
    expect(itemFinder(book, 1)(0)?.item.on).toBe('2024-05-01');
    book.close();
  });

  it('takes a book from before events had lists and series, with everything in it', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(5));
    old.sqlite.exec(
      `insert into contact (id, fn, sort_key, name_key, created_at) values (1, 'Ana Ruiz', 'ruiz ana', 'ana ruiz', '2026-01-01T00:00:00Z');
       insert into event (id, summary, summary_key, created_at) values (1, 'Map Fair', 'map fair', '2026-01-01T00:00:00Z');
       insert into encounter (contact_id, event_id, met_on, channel, created_at) values (1, 1, '2026-01-01', 'in_person', '2026-01-01T00:00:00Z');`,
    );
    old.close();
    const book = openWritable(file, MIGRATIONS);
    expect(book.sqlite.prepare('select summary, kind, organizer, series from event').all()).toEqual([
      { summary: 'Map Fair', kind: '', organizer: '', series: '' },
    ]);
    expect(book.sqlite.prepare('select contact_id, event_id from encounter').raw().all()).toEqual([[1, 1]]);
    for (const table of ['attendee', 'reminder', 'tag_cadence', 'do_not_introduce', 'tombstone'])
      expect(book.sqlite.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
    book.close();
  });

  it('takes introductions from when they ended with being made, and goes on with them', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(7));
    old.sqlite.exec(
      `insert into contact (id, fn, sort_key, name_key, created_at) values
         (1, 'Ana Ruiz', 'ruiz ana', 'ana ruiz', '2026-01-01T00:00:00Z'), (2, 'Ben Zak', 'zak ben', 'ben zak', '2026-01-01T00:00:00Z');
       insert into introduction (id, a_id, b_id, state, created_at) values (1, 1, 2, 'asked_b', '2026-01-01T00:00:00Z');
       insert into introduction_step (introduction_id, step, at) values (1, 'ask_a', '2026-01-02T00:00:00Z'),
         (1, 'a_says_yes', '2026-01-03T00:00:00Z'), (1, 'ask_b', '2026-01-04T00:00:00Z');`,
    );
    old.close();
    const book = openWritable(file, MIGRATIONS);
    const id = IntroductionId.parse(1);
    expect(introductionById(book, id, '2026-01-05')).toMatchObject({
      direction: 'outgoing',
      state: 'asked_b',
      steps: ['b_says_yes', 'b_says_later', 'b_says_no', 'skip_b', 'close'],
      log: [{ step: 'ask_a', note: '' }, { step: 'a_says_yes' }, { step: 'ask_b' }],
    });
    expect(introductionById(book, id, '2026-01-14').steps).toContain('nudge_b');
    book.close();
  });

  it('takes a book from before letters had own words, with everything in it', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(9));
    old.sqlite.exec(
      `insert into saved_view (summary, query, created_at) values ('Acme', 'company:acme', '2026-01-01T00:00:00Z')`,
    );
    old.close();
    const book = openWritable(file, MIGRATIONS);
    expect(book.sqlite.prepare('select summary from saved_view').pluck().all()).toEqual(['Acme']);
    expect(book.sqlite.prepare('select count(*) from letter_template').pluck().get()).toBe(0);
    expect(ownLetters(book)).toEqual([]);
    book.close();
  });

  it('takes a book from before letters were answered in their thread, whose letters cannot be', () => {
    const file = newBook();
    const old = openWritable(file, migrationsOfAnOlderVersion(10));
    old.sqlite.exec(
      `insert into contact (fn, sort_key, name_key, created_at) values ('Ana Ruiz', 'ruiz ana', 'ana ruiz', '2026-01-01T00:00:00Z')`,
    );
    const before = old.sqlite.prepare('select * from contact').all();
    old.close();
    const book = openWritable(file, MIGRATIONS);
    expect(book.sqlite.prepare('select * from contact').all()).toEqual(before);
    expect(newestLetterOf(book, ContactId.parse(1))).toBeUndefined();
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
    book.close();
  });

  it('keeps the book as it was when a migration fails', () => {
    const file = newBook();
    openWritable(file, MIGRATIONS).close();
    const broken = migrationsOfANewerVersion();
    fs.writeFileSync(
      path.join(broken, '9999_more.sql'),
      'CREATE TABLE `more` (`id` integer);\n--> statement-breakpoint\nnot sql',
    );
    expect(() => openWritable(file, broken)).toThrow();
    expect(whyNot(file)).toBe('opened');
  });
});

describe('what SQLite says', () => {
  it.each([
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_NOTADB', 'not_a_book'],
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'read_only'],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['SQLITE_BUSYBODY', undefined],
  ])('%s means %s', (code, why) => {
    expect(troubleOf(Object.assign(new Error('x'), { code }))).toBe(why);
  });

  it('knows a full disk when it meets one', () => {
    const book = openWritable(newBook(), MIGRATIONS);
    book.sqlite.pragma(`max_page_count = ${String(book.sqlite.pragma('page_count', { simple: true }))}`);
    const fill = () =>
      book.statement('insert into setting (key, value) values (?, ?)').run('big', 'x'.repeat(100_000));
    let error: unknown;
    try {
      fill();
    } catch (thrown) {
      error = thrown;
    }
    expect(troubleOf(error)).toBe('disk_full');
    book.close();
  });
});
