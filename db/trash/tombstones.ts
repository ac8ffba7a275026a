// Whom the owner has forgotten, as hashes that only this book can make: enough to leave them out of a later import.
import { createHmac, randomBytes } from 'node:crypto';
import { keysToRemember } from '#core/contacts/forgotten.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { setTombstoneSalt, tombstoneSalt } from '#db/settings/queries.ts';
import { tombstone } from './tables.ts';
import type { Traces } from './traces.ts';

// SECURITY: keyed with the book's own salt (RFC 2104): the hash of an address can neither be looked up in a list of known
// ones nor compared with another book's.
const hashOf = (salt: string, key: string): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(key).digest('base64url');

/** The keys by which a later file would be known to mean them; none where it could not be. Read before they are erased. */
export const keysBefore = (book: ReadBook, traces: Traces): readonly string[] =>
  keysToRemember(traces, (email) => isShared(book, email, traces.people));

/** Somebody else in the book answers the same mailbox. */
function isShared(book: ReadBook, email: string, people: ReadonlySet<number>): boolean {
  const holders = book
    .statement(`select contact_id from property where key = ? and name = 'EMAIL' and key <> ''`)
    .pluck()
    .all(email);
  return holders.some((id) => !people.has(Number(id)));
}

/** Remembers somebody by these keys. All tombstones of one person bear one instant. */
export function bury(book: WriteBook, keys: readonly string[], now: DateTime): void {
  if (keys.length === 0) return;
  let salt = tombstoneSalt(book);
  if (salt === undefined) {
    salt = randomBytes(32).toString('hex');
    setTombstoneSalt(book, salt);
  }
  const there = book.statement('select 1 from tombstone where hash = ?');
  for (const key of keys) {
    const hash = hashOf(salt, key);
    if (there.get(hash) === undefined) book.insert(tombstone, { hash, forgottenAt: now });
    // Taking an import back that had brought them back would put up the old one again.
    book
      .statement(`delete from journal_change where table_name = 'tombstone' and before ->> 'hash' = ?`)
      .run(hash);
  }
}

/** Whether one of the keys is a forgotten person's; undefined where nobody has been forgotten, so that it costs nothing. */
export function forgottenIn(book: ReadBook): ((keys: readonly string[]) => boolean) | undefined {
  const salt = tombstoneSalt(book);
  const hashes = new Set(book.statement('select hash from tombstone').pluck().all());
  if (salt === undefined || hashes.size === 0) return undefined;
  return (keys) => keys.some((key) => hashes.has(hashOf(salt, key)));
}

/** The owner wants somebody back: all tombstones of whoever one of the keys is of go. */
export function exhume(book: WriteBook, keys: readonly string[]): void {
  const salt = tombstoneSalt(book);
  if (salt === undefined) return;
  const hashes = JSON.stringify(keys.map((key) => hashOf(salt, key)));
  const theirs = book
    .statement(
      `select id from tombstone where forgotten_at in
         (select t.forgotten_at from tombstone t where t.hash in (select value from json_each(?)))`,
    )
    .pluck()
    .all(hashes);
  for (const id of theirs) book.remove(tombstone, Number(id));
}
