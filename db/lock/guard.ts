// What a locked book still answers.
import { ORPCError } from '@orpc/server';
import type { LockFlag } from './flag.ts';

/** Everything else is refused, whatever will be added to the contract. `book.changes` names topics, never content. */
const ANSWERED: ReadonlySet<string> = new Set([
  'lock.state',
  'lock.active',
  'lock.lock',
  'lock.unlock',
  'book.changes',
]);

/** Long work begun before the lock fell, which says how far it is and nothing else: it is not thrown away. */
const GOES_ON: ReadonlySet<string> = new Set(['imports.stage', 'imports.apply', 'book.changes']);

const locked = () => new ORPCError('LOCKED', { status: 423, data: {} });

/**
 * SECURITY: asked on the book's own threads before and after every answer and before every piece of a stream, so that no
 * window, no console in it and no second tab gets around the lock.
 */
export function refuseWhileLocked(code: string, lock: LockFlag): void {
  if (lock.isLocked && !ANSWERED.has(code)) throw locked();
}

/** A stream that ends with LOCKED when the lock falls. */
export function guardedStream(
  code: string,
  lock: LockFlag,
  stream: AsyncIterable<unknown>,
): AsyncIterable<unknown> {
  return GOES_ON.has(code) ? stream : untilLocked(stream, lock);
}

async function* untilLocked(
  stream: AsyncIterable<unknown>,
  lock: LockFlag,
): AsyncGenerator<unknown, unknown> {
  const steps = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await steps.next();
      if (lock.isLocked) throw locked();
      if (step.done === true) return step.value;
      yield step.value;
    }
  } finally {
    await steps.return?.();
  }
}
