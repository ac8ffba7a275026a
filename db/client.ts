// The host's side of the book: starts its threads, hands out ports to them, and notices when one is gone.
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { BookTrouble } from '#api/errors.ts';
import { newLockMemory } from './lock/flag.ts';
import { ROLES } from './threads.ts';
import type { HostMessage, Peers, Role, ThreadMessage, ThreadOptions } from './threads.ts';
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

type Crew = Readonly<Record<Role, Worker>>;

/** Opens a book, making it where there is none. Rejects with `BookUnavailable`; the file is then as it was. */
export async function openBook(options: BookOptions): Promise<Book> {
  const exitListeners: ((why: BookTrouble) => void)[] = [];
  const tell = (why: BookTrouble) => exitListeners.forEach((listener) => listener(why));
  // Undefined while there is no crew to connect to: between a crash and the second start, and after the end.
  const lockMemory = newLockMemory();
  let crew: Crew | undefined = await startCrew(options, { lockMemory, isStart: true });
  let restarts = 0;

  const watch = (watched: Crew) => {
    for (const worker of Object.values(watched)) {
      worker.once('exit', () => void recover(watched));
      worker.on('message', (message: ThreadMessage) => {
        if (message.kind === 'unavailable') void giveUp(watched, message.why);
      });
    }
  };
  // The file turned out to be damaged while it was in use: starting again would not mend it.
  const giveUp = async (damaged: Crew, why: BookTrouble) => {
    if (crew !== damaged) return;
    crew = undefined;
    await stop(damaged);
    tell(why);
  };
  // The threads hold lines to each other, so they stop and start together: once, then we say so.
  const recover = async (dead: Crew) => {
    if (crew !== dead) return;
    crew = undefined;
    await stop(dead);
    if (restarts++ > 0) return tell('gone');
    try {
      // Threads that crash do not open what was locked.
      const next = await startCrew(options, { lockMemory, isStart: false });
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
      if (crew === undefined) {
        // A port that closes at once tells the window to try again.
        port2.close();
      } else {
        const message: HostMessage = { kind: 'connect', port: port2 };
        crew[ROLE_OF[lane]].postMessage(message, [port2]);
      }
      return port1;
    },
    lock() {
      const message: HostMessage = { kind: 'lock' };
      crew?.writer.postMessage(message);
    },
    async close() {
      const last = crew;
      crew = undefined;
      if (last !== undefined) await Promise.all(Object.values(last).map(closed));
    },
    onExit(listener) {
      exitListeners.push(listener);
    },
  };
}

type Shared = Pick<ThreadOptions, 'lockMemory' | 'isStart'>;

async function startCrew(options: BookOptions, shared: Shared): Promise<Crew> {
  const crew = Object.fromEntries(ROLES.map((role) => [role, start(role, options, shared)])) as Record<
    Role,
    Worker
  >; // one a role
  const lines = peers();
  try {
    // The writer first: it locks, checks and migrates the file that the others then open for reading.
    await opened(crew.writer, lines.writer);
    await Promise.all([opened(crew.reader, lines.reader), opened(crew.jobs, lines.jobs)]);
    return crew;
  } catch (error) {
    await stop(crew);
    throw error;
  }
}

/**
 * Three heaps live in one process. V8 lets the part for new objects grow to 48 MiB each and never gives it back; half of
 * that takes no longer and saves 100 MiB when 100 000 people are imported.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

function start(role: Role, options: BookOptions, shared: Shared): Worker {
  const { file, workerUrl, demo = false, removesLock = false, log } = options;
  const workerData: ThreadOptions = { role, file, isDemo: demo, removesLock, ...shared };
  const worker = new Worker(workerUrl, { workerData, name: `book-${role}`, resourceLimits });
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'log') log?.(message.line);
  });
  worker.on('error', (error) => log?.(`${role}: crashed ${error instanceof Error ? error.message : ''}`));
  return worker;
}

function peers(): Readonly<Record<Role, Peers>> {
  const writerReader = new MessageChannel();
  const writerJobs = new MessageChannel();
  const readerJobs = new MessageChannel();
  return {
    writer: { reader: writerReader.port1, jobs: writerJobs.port1 },
    reader: { writer: writerReader.port2, jobs: readerJobs.port1 },
    jobs: { writer: writerJobs.port2, reader: readerJobs.port2 },
  };
}

function opened(worker: Worker, lines: Peers): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'opened') resolve();
    if (message.kind === 'unavailable') reject(new BookUnavailable(message.why));
  });
  worker.once('error', reject);
  worker.once('exit', () => reject(new BookUnavailable('gone')));
  const message: HostMessage = { kind: 'open', peers: lines };
  worker.postMessage(message, Object.values(lines));
  return promise;
}

async function closed(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once('exit', () => resolve());
  const message: HostMessage = { kind: 'close' };
  worker.postMessage(message);
  await promise;
}

const stop = async (crew: Crew) => {
  await Promise.all(Object.values(crew).map((worker) => worker.terminate()));
};
