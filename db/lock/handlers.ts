import type { lock as lockFeature } from '#api/lock.ts';
import { waitLeft } from '#core/shared/lock.ts';
import type { HandlersFor } from '#db/handler.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict } from '#db/problems.ts';
import type { LockFlag } from './flag.ts';
import { forgetLock, isRight, keepLock, keptLock, newLock } from './kept.ts';
import type { KeptLock } from './kept.ts';

export const lockHandlers: HandlersFor<typeof lockFeature> = {
  state({ book, lock, now }) {
    const kept = keptLock(book);
    return {
      isSet: kept !== undefined,
      isLocked: lock.isLocked,
      idleMinutes: kept?.idleMinutes ?? 0,
      atStart: kept?.atStart ?? false,
      waitMs: kept === undefined ? 0 : waitLeft(kept, Date.parse(now)),
    };
  },
  active: ({ lock, now }) => {
    // Who is locked out cannot put anything off.
    if (!lock.isLocked) lock.touch(Date.parse(now));
  },
  lock: ({ book, lock }) => lockBook(book, lock),
  unlock({ book, lock, input, now }) {
    const tried = tryPassphrase(book, input.passphrase, Date.parse(now));
    if (tried.isRight) {
      lock.touch(Date.parse(now));
      lock.set(false);
    }
    return tried;
  },
  choose({ book, lock, input, now }) {
    const kept = keptLock(book);
    const tried = tryPassphrase(book, input.current ?? '', Date.parse(now));
    if (!tried.isRight) return tried;
    const { idleMinutes, atStart } = kept ?? { idleMinutes: 0, atStart: true };
    keepLock(book, newLock(input.passphrase, { idleMinutes, atStart }));
    lock.touch(Date.parse(now));
    book.announce('lock');
    return tried;
  },
  configure({ book, lock, input, now }) {
    const kept = keptLock(book);
    if (kept === undefined) throw conflict('no_passphrase');
    keepLock(book, { ...kept, ...input });
    lock.touch(Date.parse(now));
    book.announce('lock');
  },
  remove({ book, input, now }) {
    const tried = tryPassphrase(book, input.passphrase, Date.parse(now));
    if (tried.isRight) forgetLock(book);
    book.announce('lock');
    return tried;
  },
};

/** Locks the book where it has a passphrase, and remembers it over a new start. */
export function lockBook(book: WriteBook, lock: LockFlag): void {
  const kept = keptLock(book);
  if (kept === undefined || lock.isLocked) return;
  lock.set(true);
  keepLock(book, { ...kept, wasLocked: true });
  book.announce('lock');
}

/**
 * SECURITY: while one has to wait nothing is looked at, right or wrong; every wrong try is counted in the book, so that
 * neither another window nor a new start forgets it. A book without a passphrase takes any.
 */
function tryPassphrase(
  book: WriteBook,
  passphrase: string,
  now: number,
): { readonly isRight: boolean; readonly waitMs: number } {
  const kept = keptLock(book);
  if (kept === undefined) return { isRight: true, waitMs: 0 };
  const before = waitLeft(kept, now);
  if (before > 0) return { isRight: false, waitMs: before };
  const right = isRight(kept, passphrase);
  const next: KeptLock = right
    ? { ...kept, wasLocked: false, failures: 0, failedAt: 0 }
    : { ...kept, failures: kept.failures + 1, failedAt: now };
  keepLock(book, next);
  book.announce('lock');
  return { isRight: right, waitMs: right ? 0 : waitLeft(next, now) };
}
