// One of the book's three threads: opens the file in its role, then serves its lane on every port it is given.
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#core/shared/assert.ts';
import { openReadOnly, openWritable } from './book.ts';
import type { OpenBook } from './book.ts';
import type { JobsThread } from './jobs-thread.ts';
import { LockFlag } from './lock/flag.ts';
import { server } from './serve.ts';
import type { Thread } from './serve.ts';
import { FEATURES } from './served.ts';
import { Settling } from './settling.ts';
import type { HostMessage, Peers, ThreadMessage, ThreadOptions } from './threads.ts';
import { IN_TRASH } from './trash/in-trash.ts';
import { troubleOf } from './trouble.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

invariant(parentPort, 'the book runs on threads of its host');
const host = parentPort;
const options = workerData as ThreadOptions; // what client.ts starts every thread with
const { role, file, isDemo } = options;
const lock = new LockFlag(options.lockMemory);

const say = (message: ThreadMessage) => host.postMessage(message);
const log = (line: string) => say({ kind: 'log', line: `${role}: ${line}` });

let book: OpenBook | undefined;
let jobsThread: JobsThread | undefined;
let lockNow: (() => void) | undefined;
let serving: ReturnType<typeof server> | undefined;
/** Somebody will write. */
const begun = Promise.withResolvers<void>();
/** Everything is there. */
const ready = Promise.withResolvers<void>();
/** Windows that have come before the book was open. */
const early: Extract<HostMessage, { kind: 'connect' }>[] = [];
/** Only the reader is asked by a window that has just opened; it says when that is over. */
const settling = role === 'reader' ? new Settling(() => say({ kind: 'settled' })) : undefined;
// While the writer still looks at the file, the reader loads what every window asks first.
const ahead = role === 'reader' ? loadFirst() : undefined;

async function loadFirst() {
  const thread = await import('./reader-thread.ts');
  const { idsFound } = await import('./contacts/search-people.ts');
  await FEATURES.book();
  await FEATURES.contacts();
  return { ...thread, idsFound };
}

async function open(peers: Peers): Promise<void> {
  book = role === 'writer' ? openWritable(file, MIGRATIONS) : openReadOnly(file);
  // What writing needs is loaded when somebody writes, or nobody waits for anything else.
  const mayWait = role === 'writer' && !isDemo && !hasDuties(book);
  if (mayWait) {
    say({ kind: 'opened' });
    await begun.promise;
  }
  const thread = await threadFor(book, peers);
  serving = server(thread, { lock, log, settling });
  for (const { port, first } of early.splice(0)) serving.serve(port, first);
  ready.resolve();
  if (!mayWait) say({ kind: 'opened' });
  if (thread.lane === 'jobs') {
    jobsThread = thread.jobs;
    jobsThread.readAll();
    if (await jobsThread.isDamaged()) say({ kind: 'unavailable', why: 'corrupt' });
  }
}

/** Whether the writer has something to do before anybody may look into the book: a lock to fall, people whose time is over. */
function hasDuties(opened: OpenBook): boolean {
  const found = opened
    .statement(
      `select exists (select 1 from setting where key = 'lock') or exists (select 1 from contact where ${IN_TRASH})`,
    )
    .pluck()
    .get();
  return found === 1;
}

/** Each thread loads what it is about, and not what the others are. */
async function threadFor(opened: OpenBook, { writer, reader, jobs }: Peers): Promise<Thread> {
  switch (role) {
    case 'writer': {
      invariant(reader && jobs, 'the writer has lines to the reader and to jobs');
      const { WriterThread } = await import('./writer-thread.ts');
      const { PeopleFinder } = await import('./people-finder.ts');
      const { keepStagedFor } = await import('./imports/staging.ts');
      const { watchLock } = await import('./lock/watch.ts');
      const { eraseExpired } = await import('./trash/expiry.ts');
      const thread = new WriterThread(opened, isDemo, [reader, jobs], new PeopleFinder(reader));
      keepStagedFor(thread, jobs);
      lockNow = watchLock(thread, lock, { isStart: options.isStart, removes: options.removesLock });
      await eraseExpired(thread, new Date().toISOString());
      if (isDemo) {
        const { seedDemo } = await import('./demo/seed.ts');
        seedDemo(thread, new Date().toISOString());
      }
      return { lane: 'write', writer: thread };
    }
    case 'reader': {
      invariant(writer && jobs, 'the reader has lines to the writer and to jobs');
      const { ReaderThread, idsFound } = (await ahead) ?? (await loadFirst());
      const wake = () => settling?.settle();
      return {
        lane: 'read',
        reader: new ReaderThread({ book: opened, isDemo, wake }, { writer, jobs }, idsFound),
      };
    }
    case 'jobs': {
      invariant(writer && reader, 'jobs has lines to the writer and to the reader');
      const { JobsThread } = await import('./jobs-thread.ts');
      return { lane: 'jobs', jobs: new JobsThread(opened, { writer, reader }, log) };
    }
  }
}

host.on('message', (message: HostMessage) => {
  switch (message.kind) {
    case 'open':
      open(message.peers).catch((error: unknown) => {
        const why = troubleOf(error);
        if (why === undefined) throw error;
        say({ kind: 'unavailable', why });
      });
      return;
    case 'connect':
      if (serving === undefined) early.push(message);
      else serving.serve(message.port, message.first);
      return;
    case 'begin':
      begun.resolve();
      return;
    case 'lock':
      void ready.promise.then(() => lockNow?.());
      return;
    case 'close':
      jobsThread?.uploads.close();
      book?.close();
      // Ports that windows still hold would keep the thread alive; everything is committed by now.
      process.exit(0);
  }
});
