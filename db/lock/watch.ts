// Locks the book by itself when nobody has been there for long enough, and when the host says so.
import { isIdle } from '#core/shared/lock.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import type { LockFlag } from './flag.ts';
import { lockBook } from './handlers.ts';
import { forgetLock, keptLock } from './kept.ts';

const LOOK_EVERY_MS = 5000;

/** What of a clock is needed. */
export interface Clock {
  readonly now: () => number;
  readonly every: (ms: number, look: () => void) => void;
}

const realClock: Clock = {
  now: () => Date.now(),
  every: (ms, look) => void setInterval(look, ms).unref(),
};

/**
 * Watches for as long as the thread lives; a computer that slept is looked at when it wakes. Answers the way to lock at
 * once. `isStart`: the program has just been started, and is not a thread that came back after a crash.
 */
export function watchLock(
  writer: WriterThread,
  lock: LockFlag,
  { isStart, removes = false }: { readonly isStart: boolean; readonly removes?: boolean },
  clock: Clock = realClock,
): () => void {
  const { book } = writer;
  if (removes) forgetLock(book);
  const kept = keptLock(book);
  lock.touch(clock.now());
  if (isStart) lock.set(kept !== undefined && (kept.atStart || kept.wasLocked));
  const deed = { code: 'lock.lock', undoable: false } as const;
  const lockNow = () => {
    if (keptLock(book) === undefined || lock.isLocked) return;
    // A command under way, such as an import, may take a while: until it is done nothing is answered all the same.
    const at = new Date(clock.now()).toISOString();
    void writer.command(deed, at, (recorder) => lockBook(recorder, lock));
  };
  clock.every(LOOK_EVERY_MS, () => {
    if (!lock.isLocked && isIdle(keptLock(book)?.idleMinutes ?? 0, lock.lastActive, clock.now())) lockNow();
  });
  return lockNow;
}
