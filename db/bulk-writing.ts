// Writing much at once: what SQLite does for every small write is done once, afterwards, when nobody waits.
import type { Database } from 'better-sqlite3';

/** Longer than it takes to look at what has just been imported. */
const QUIET_MS = 1500;
/** SQLite's own default, in pages. */
const AUTO_CHECKPOINT = 1000;
/** In KiB, as `cache_size` has it below zero: what a change needs that goes over all indexes, and one that only appends. */
export const USUAL_CACHE = 65_536;
const APPENDING_CACHE = 12_288;

const waiting = new WeakMap<Database, NodeJS.Timeout>();

/**
 * Until the answer is called, commits stay in the write-ahead log (https://sqlite.org/wal.html#ckpt), and with `ownKeys`
 * nobody checks that keys lead somewhere: for work that makes the keys itself. Work that only `appends` comes back to no
 * page it has written, so it is not given the memory to keep them; making indexes afterwards does come back. Call it
 * outside a transaction, and what it answers as well.
 */
export function beginBulk(
  sqlite: Database,
  { ownKeys, appends }: { readonly ownKeys: boolean; readonly appends: boolean },
): () => void {
  clearTimeout(waiting.get(sqlite));
  sqlite.pragma('wal_autocheckpoint = 0');
  if (ownKeys) sqlite.pragma('foreign_keys = off');
  if (appends) sqlite.pragma(`cache_size = -${APPENDING_CACHE}`);
  return () => {
    sqlite.pragma(`cache_size = -${USUAL_CACHE}`);
    sqlite.pragma('foreign_keys = on');
    const timer = setTimeout(() => {
      if (!sqlite.open) return;
      sqlite.pragma(`wal_autocheckpoint = ${AUTO_CHECKPOINT}`);
      if (!sqlite.inTransaction) sqlite.pragma('wal_checkpoint(passive)');
    }, QUIET_MS);
    // Closing the book does the same, so nothing has to wait for it.
    timer.unref();
    waiting.set(sqlite, timer);
  };
}
