// One SQLite file, opened safely: locked, checked, backed up before it is migrated (https://sqlite.org/pragma.html).
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { USUAL_CACHE } from './bulk-writing.ts';
import { BookUnavailable, troubleOf } from './trouble.ts';

/** "ACQT": marks the file as one of ours, so that another program's database is refused, not migrated. */
const APPLICATION_ID = 0x41_43_51_54;

/** What answering a question may do with the book: read. The reader thread's connection is read-only as well. */
export interface ReadBook {
  readonly select: BetterSQLite3Database['select'];
  /** A prepared statement, cached by its text: for the hot lists. Bound parameters only. */
  statement(text: string): Database.Statement;
}

export interface OpenBook extends ReadBook {
  readonly file: string;
  readonly sqlite: Database.Database;
  close(): void;
}

/** Opens an existing book for reading only; a write on it fails in SQLite itself. */
export function openReadOnly(file: string): OpenBook {
  return openedFrom(file, new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 }));
}

/**
 * Opens or makes the book for its one writer: takes the lock, checks it, copies it aside and migrates it where
 * its schema is older. Throws `BookUnavailable` and leaves the file as it was when it cannot.
 */
export function openWritable(file: string, migrationsFolder: string): OpenBook {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (fs.existsSync(file) && !fs.statSync(file).isFile()) throw new BookUnavailable('not_a_book');
    const lock = takeLock(`${file}-lock`);
    try {
      const sqlite = openChecked(file);
      bringUpToDate(sqlite, file, migrationsFolder);
      const book = openedFrom(file, sqlite);
      return {
        ...book,
        close() {
          book.close();
          lock.close();
        },
      };
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    const why = troubleOf(error);
    if (why === undefined || error instanceof BookUnavailable) throw error;
    throw new BookUnavailable(why, error);
  }
}

/**
 * A lock the operating system lets go of when the process dies: an exclusive transaction on a tiny database of
 * its own, so that a crash never leaves a stale lock file to be explained to anybody.
 */
function takeLock(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0 });
  fs.chmodSync(file, 0o600);
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw error;
  }
  return lock;
}

function openChecked(file: string): Database.Database {
  const isNew = isEmpty(file);
  const wasLeftOpen = !isEmpty(`${file}-wal`);
  const sqlite = new Database(file, { timeout: 5000 });
  try {
    // SECURITY: nobody else on this machine may read the book, its log or its backups.
    fs.chmodSync(file, 0o600);
    sqlite.pragma('trusted_schema = off');
    // SECURITY: what is deleted is overwritten (https://sqlite.org/pragma.html#pragma_secure_delete).
    sqlite.pragma('secure_delete = on');
    if (isNew) sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    else refuseForeign(sqlite);
    // Fails here, not at the first save, when the file or its folder cannot be written.
    sqlite.exec('begin immediate; rollback');
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma('synchronous = normal');
    // 64 MiB: adding to a large book inserts all over its indexes.
    sqlite.pragma(`cache_size = -${USUAL_CACHE}`);
    if (!isNew && wasLeftOpen && isDamaged(sqlite)) throw new BookUnavailable('corrupt');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function refuseForeign(sqlite: Database.Database): void {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new BookUnavailable('not_a_book');
}

const isEmpty = (file: string): boolean => !fs.existsSync(file) || fs.statSync(file).size === 0;

/**
 * Whether the file is damaged; throws what SQLite throws where it cannot even be looked through. https://sqlite.org/pragma.html#pragma_quick_check: everything but the indexes'
 * content. It reads the whole file, so a book that was closed as it should be (its write-ahead log is gone then) is looked
 * through while its owner is reading already, and only one that was not before anything is written.
 */
export function isDamaged(sqlite: Database.Database): boolean {
  return sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok';
}

function bringUpToDate(sqlite: Database.Database, file: string, migrationsFolder: string): void {
  try {
    const known = countMigrations(migrationsFolder);
    // user_version counts the migrations a book has been through; a bigger count was written by a newer Acquaint.
    const applied = Number(sqlite.pragma('user_version', { simple: true }));
    if (applied > known) throw new BookUnavailable('newer');
    if (applied < known) {
      if (applied > 0) backUp(sqlite, file, `before-version-${known}`);
      sqlite.pragma('foreign_keys = off');
      migrate(drizzle({ client: sqlite }), { migrationsFolder });
      const orphans = sqlite.pragma('foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0) throw new BookUnavailable('corrupt');
      sqlite.pragma(`user_version = ${known}`);
    }
    sqlite.pragma('foreign_keys = on');
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function countMigrations(folder: string): number {
  const journal: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8'));
  if (
    typeof journal !== 'object' ||
    journal === null ||
    !('entries' in journal) ||
    !Array.isArray(journal.entries)
  ) {
    throw new Error('the migrations have no journal');
  }
  return journal.entries.length;
}

/**
 * Writes a whole, consistent copy to `backups/` beside the book and answers its path. VACUUM INTO rather than the
 * backup API, which refuses encrypted books.
 */
export function backUp(sqlite: Database.Database, file: string, reason: string): string {
  const folder = path.join(path.dirname(file), 'backups');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { name, ext } = path.parse(file);
  const free = (attempt: number): string => {
    const target = path.join(folder, `${name}-${reason}${attempt === 0 ? '' : `-${attempt}`}${ext}`);
    return fs.existsSync(target) ? free(attempt + 1) : target;
  };
  const target = free(0);
  sqlite.prepare('vacuum into ?').run(target);
  fs.chmodSync(target, 0o600);
  return target;
}

function openedFrom(file: string, sqlite: Database.Database): OpenBook {
  const cache = new Map<string, Database.Statement>();
  const orm = drizzle({ client: sqlite });
  return {
    file,
    sqlite,
    select: orm.select.bind(orm),
    statement(text) {
      let statement = cache.get(text);
      if (statement === undefined) {
        statement = sqlite.prepare(text);
        cache.set(text, statement);
      }
      return statement;
    },
    close() {
      cache.clear();
      sqlite.close();
    },
  };
}
