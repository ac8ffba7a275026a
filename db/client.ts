// The host's side of the book: starts its threads, hands out ports to them, and notices when one is gone.
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { BookTrouble } from '#api/errors.ts';
import { Crew } from './crew.ts';
import { newLockMemory } from './lock/flag.ts';
import type { Role } from './threads.ts';
import { BookUnavailable } from './trouble.ts';

export { BookUnavailable } from './trouble.ts';

/** The lanes the book itself answers; `host` is the host's own. */
export type BookLane = 'read' | 'write' | 'jobs';

const ROLE_OF: Readonly<Record<BookLane, Role>> = { read: 'reader', write: 'writer', jobs: 'jobs' };

export interface Book {
  /** A port to the thread that answers a lane; it speaks the door's opaque frames. Close it when its window goes. */
  connect(lane: BookLane): MessagePort;
  /** The owner has left, the system says: locks the book where it has a passphrase. */
  lock(): void;
  /** Commits and lets go of the file; calls still under way end. */
  close(): Promise<void>;
  /** Called when the book's threads died twice and there is nothing left to connect to. */
  onExit(listener: (why: BookTrouble) => void): void;
}

export interface BookOptions {
  readonly file: string;
  /** `db/worker.ts` from source, `out/book/worker.mjs` when built. */
  readonly workerUrl: URL;
  /** Fill an empty book with the synthetic demo network. */
  readonly demo?: boolean;
  /** The owner has forgotten the passphrase of the book's lock, which is no encryption: take the lock away. */
  readonly removesLock?: boolean;
  /** Slow calls and failures: procedure, code and duration, never a name. */
  readonly log?: (line: string) => void;
}

/** Opens a book, making it where there is none. Rejects with `BookUnavailable`; the file is then as it was. */
export async function openBook(options: BookOptions): Promise<Book> {
  const exitListeners: ((why: BookTrouble) => void)[] = [];
  const tell = (why: BookTrouble) => exitListeners.forEach((listener) => listener(why));
  const lockMemory = newLockMemory();
  const started = async (isStart: boolean): Promise<Crew> => {
    const { file, workerUrl, demo = false, removesLock = false, log } = options;
    const next = new Crew({ file, workerUrl, isDemo: demo, removesLock, log, lockMemory, isStart });
    await next.start();
    return next;
  };
  // Undefined while there is no crew to connect to: between a crash and the second start, and after the end.
  let crew: Crew | undefined = await started(true);
  let restarts = 0;

  const watch = (watched: Crew) =>
    watched.watch({
      gone: () => void recover(watched),
      unavailable: (why) => void giveUp(watched, why),
    });
  // The file turned out to be damaged while it was in use: starting again would not mend it.
  const giveUp = async (damaged: Crew, why: BookTrouble) => {
    if (crew !== damaged) return;
    crew = undefined;
    await damaged.stop();
    tell(why);
  };
  // The threads hold lines to each other, so they stop and start together: once, then we say so.
  const recover = async (dead: Crew) => {
    if (crew !== dead) return;
    crew = undefined;
    await dead.stop();
    if (restarts++ > 0) return tell('gone');
    try {
      // Threads that crash do not open what was locked.
      const next = await started(false);
      crew = next;
      watch(next);
    } catch (error) {
      tell(error instanceof BookUnavailable ? error.why : 'gone');
    }
  };
  watch(crew);

  return {
    connect(lane) {
      const { port1, port2 } = new MessageChannel();
      // A port that closes at once tells the window to try again.
      if (crew === undefined) port2.close();
      else crew.connect(ROLE_OF[lane], port2);
      return port1;
    },
    lock() {
      crew?.lock();
    },
    async close() {
      const last = crew;
      crew = undefined;
      await last?.close();
    },
    onExit(listener) {
      exitListeners.push(listener);
    },
  };
}
