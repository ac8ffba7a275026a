// The book's three threads together: started in the order in which a window needs them, ended together.
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { BookTrouble } from '#api/errors.ts';
import type { HostMessage, Peers, Role, ThreadMessage, ThreadOptions } from './threads.ts';
import { BookUnavailable } from './trouble.ts';

export interface CrewOptions extends Omit<ThreadOptions, 'role'> {
  /** `db/worker.ts` from source, `out/book/worker.mjs` when built. */
  readonly workerUrl: URL;
  readonly log: ((line: string) => void) | undefined;
}

/** What can happen to threads at any time. */
export interface CrewWatch {
  /** One has ended by itself. */
  readonly gone: () => void;
  /** The file cannot be used after all. */
  readonly unavailable: (why: BookTrouble) => void;
}

/**
 * Three heaps live in one process. V8 lets the part for new objects grow to 48 MiB each and never gives it back; half of
 * that takes no longer and saves 100 MiB when 100 000 people are imported.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** What waits for a window's first questions waits no longer than that for a window. */
const AT_LEISURE_MS = 3000;

/** The lanes in which a window says nothing when it opens. */
type Sleeper = 'writer' | 'jobs';

/**
 * The writer comes first: it locks, checks and migrates the file, and only then is there something for a window to load.
 * While that loads, the reader starts. What else the writer needs for writing, and the jobs thread, which reads the whole
 * book, begin when the reader has answered a window's first questions, or waits for what the jobs thread knows, or
 * somebody asks them themselves.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #workers = new Map<Role, Worker>();
  readonly #lines = lines();
  /** Ports on which nothing has been said yet, and whom they lead to. */
  readonly #held = new Map<MessagePort, Sleeper>();
  readonly #awake = new Set<Sleeper>();
  #watch: CrewWatch | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  /** Answers when the file is open for writing; whoever asks the reader before it has opened it waits there. */
  async start(): Promise<void> {
    const writer = this.#start('writer');
    try {
      const opened = openedBy(writer);
      this.#open('writer');
      await opened;
    } catch (error) {
      await this.stop();
      throw error;
    }
    const reader = this.#start('reader');
    reader.on('message', (message: ThreadMessage) => {
      if (message.kind === 'settled') this.#wakeAll();
    });
    this.#open('reader');
    this.#timer = setTimeout(() => this.#wakeAll(), AT_LEISURE_MS).unref();
  }

  /** From now on tells what happens to threads, those that start later as well. */
  watch(watch: CrewWatch): void {
    this.#watch = watch;
    for (const worker of this.#workers.values()) this.#follow(worker);
  }

  /** Hands a window's port to the thread that answers it. */
  connect(role: Role, port: MessagePort): void {
    if (role !== 'reader' && !this.#awake.has(role)) this.#hold(port, role);
    else this.#handOver(role, { kind: 'connect', port });
  }

  /** The owner has left. */
  lock(): void {
    this.#wake('writer');
    this.#say('writer', { kind: 'lock' });
  }

  #say(role: Role, message: HostMessage): void {
    this.#workers.get(role)?.postMessage(message);
  }

  /** Every thread finishes what it is writing and lets go of the file. */
  async close(): Promise<void> {
    this.#end();
    await Promise.all([...this.#workers.values()].map(closed));
  }

  /** Ends the threads as they stand. */
  async stop(): Promise<void> {
    this.#end();
    await Promise.all([...this.#workers.values()].map((worker) => worker.terminate()));
  }

  #end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    for (const port of this.#held.keys()) port.close();
    this.#held.clear();
    if (!this.#workers.has('jobs')) for (const line of Object.values(this.#lines.jobs)) line.close();
  }

  #start(role: Role): Worker {
    const { workerUrl, log, ...rest } = this.#options;
    const workerData: ThreadOptions = { role, ...rest };
    const worker = new Worker(workerUrl, { workerData, name: `book-${role}`, resourceLimits });
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'log') log?.(message.line);
    });
    worker.on('error', (error) => log?.(`${role}: crashed ${error instanceof Error ? error.message : ''}`));
    this.#workers.set(role, worker);
    this.#follow(worker);
    return worker;
  }

  #follow(worker: Worker): void {
    const watch = this.#watch;
    if (watch === undefined) return;
    worker.once('exit', watch.gone);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'unavailable') watch.unavailable(message.why);
    });
  }

  #open(role: Role): void {
    const peers = this.#lines[role];
    this.#workers.get(role)?.postMessage({ kind: 'open', peers } satisfies HostMessage, Object.values(peers));
  }

  #wakeAll(): void {
    clearTimeout(this.#timer);
    this.#wake('writer');
    this.#wake('jobs');
  }

  #wake(role: Sleeper): void {
    if (this.#isEnded || this.#awake.has(role)) return;
    this.#awake.add(role);
    if (role === 'writer') this.#say('writer', { kind: 'begin' });
    else {
      this.#start('jobs');
      this.#open('jobs');
    }
    for (const [port, to] of this.#held) if (to === role) this.#release(port, role, {});
  }

  /** Every window has a port to each thread, and says nothing on some of them for long: its first frame wakes whom it is for. */
  #hold(port: MessagePort, role: Sleeper): void {
    this.#held.set(port, role);
    port.once('message', (first: unknown) => {
      this.#held.delete(port);
      this.#wake(role);
      this.#release(port, role, { first });
    });
    port.once('close', () => this.#held.delete(port));
    port.unref();
  }

  /** What has not been read of a port goes with it. */
  #release(port: MessagePort, role: Sleeper, said: { readonly first?: unknown }): void {
    this.#held.delete(port);
    port.removeAllListeners();
    this.#handOver(role, { kind: 'connect', port, ...said });
  }

  #handOver(role: Role, message: Extract<HostMessage, { kind: 'connect' }>): void {
    this.#workers.get(role)?.postMessage(message, [message.port]);
  }
}

function lines(): Readonly<Record<Role, Peers>> {
  const writerReader = new MessageChannel();
  const writerJobs = new MessageChannel();
  const readerJobs = new MessageChannel();
  return {
    writer: { reader: writerReader.port1, jobs: writerJobs.port1 },
    reader: { writer: writerReader.port2, jobs: readerJobs.port1 },
    jobs: { writer: writerJobs.port2, reader: readerJobs.port2 },
  };
}

function openedBy(worker: Worker): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'opened') resolve();
    if (message.kind === 'unavailable') reject(new BookUnavailable(message.why));
  });
  worker.once('error', reject);
  worker.once('exit', () => reject(new BookUnavailable('gone')));
  return promise;
}

async function closed(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once('exit', () => resolve());
  worker.postMessage({ kind: 'close' } satisfies HostMessage);
  await promise;
}
