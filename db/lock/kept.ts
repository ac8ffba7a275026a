// The lock as the book keeps it: a salted hash and how often somebody guessed wrong. Past the journal: undo never opens it.
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { IdleMinutes } from '#core/shared/lock.ts';
import { IDLE_MINUTES } from '#core/shared/lock.ts';
import type { ReadBook } from '#db/book.ts';

const KEY = 'lock';

const KeptLock = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  idleMinutes: z.literal(IDLE_MINUTES),
  atStart: z.boolean(),
  /** Closed while locked: a new start must not open it. */
  wasLocked: z.boolean(),
  /** Wrong tries since the last right one, and when the last of them was, in milliseconds since 1970. */
  failures: z.int().nonnegative(),
  failedAt: z.number(),
});
export type KeptLock = z.infer<typeof KeptLock>;

/** The lock of the book; undefined where no passphrase has been chosen. */
export function keptLock(book: ReadBook): KeptLock | undefined {
  const text = book.statement('select value from setting where key = ?').pluck().get(KEY);
  return typeof text === 'string' ? KeptLock.parse(JSON.parse(text)) : undefined;
}

export function keepLock(book: ReadBook, lock: KeptLock): void {
  book
    .statement(
      'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    )
    .run(KEY, JSON.stringify(lock));
}

export function forgetLock(book: ReadBook): void {
  book.statement('delete from setting where key = ?').run(KEY);
}

/** RFC 7914; 32 MiB and about a tenth of a second each. */
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const LENGTH = 32;

const hashed = (passphrase: string, salt: string): Buffer =>
  // Two keyboards may write one letter in two ways.
  scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), LENGTH, COST);

/** SECURITY: a salt of its own for every choice, a slow hash, compared in constant time. */
export function newLock(passphrase: string, when: { idleMinutes: IdleMinutes; atStart: boolean }): KeptLock {
  const salt = randomBytes(16).toString('base64');
  const hash = hashed(passphrase, salt).toString('base64');
  return { salt, hash, ...when, wasLocked: false, failures: 0, failedAt: 0 };
}

export const isRight = ({ salt, hash }: KeptLock, passphrase: string): boolean =>
  timingSafeEqual(hashed(passphrase, salt), Buffer.from(hash, 'base64'));
