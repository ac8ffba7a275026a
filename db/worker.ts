// One of the book's three threads: opens the file in its role, then serves its lane on every port it is given.
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#core/shared/assert.ts';
import { openReadOnly, openWritable } from './book.ts';
import type { OpenBook } from './book.ts';
import type { JobsThread } from './jobs-thread.ts';
import { PeopleFinder } from './people-finder.ts';
import { LockFlag } from './lock/flag.ts';
import { watchLock } from './lock/watch.ts';
import { server } from './serve.ts';
import type { Thread } from './serve.ts';
import type { HostMessage, Peers, ThreadMessage, ThreadOptions } from './threads.ts';
import { eraseExpired } from './trash/expiry.ts';
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

async function open(peers: Peers): Promise<void> {
  book = role === 'writer' ? openWritable(file, MIGRATIONS) : openReadOnly(file);
  const thread = await threadFor(book, peers);
  serving = server(thread, lock, log);
  say({ kind: 'opened' });
  if (thread.lane === 'jobs') {
    jobsThread = thread.jobs;
    jobsThread.readAll();
    if (await jobsThread.isDamaged()) say({ kind: 'unavailable', why: 'corrupt' });
  }
}

/** Each thread loads what it is about, and not what the others are. */
async function threadFor(opened: OpenBook, { writer, reader, jobs }: Peers): Promise<Thread> {
  switch (role) {
    case 'writer': {
      invariant(reader && jobs, 'the writer has lines to the reader and to jobs');
      const { WriterThread } = await import('./writer-thread.ts');
      const { keepStagedFor } = await import('./imports/staging.ts');
      const thread = new WriterThread(opened, isDemo, [reader, jobs], new PeopleFinder(reader));
      keepStagedFor(thread, jobs);
      lockNow = watchLock(thread, lock, { isStart: options.isStart, removes: options.removesLock });
      eraseExpired(thread, new Date().toISOString());
      if (isDemo) {
        const { seedDemo } = await import('./demo/seed.ts');
        seedDemo(thread, new Date().toISOString());
      }
      return { lane: 'write', writer: thread };
    }
    case 'reader': {
      invariant(writer && jobs, 'the reader has lines to the writer and to jobs');
      const { ReaderThread } = await import('./reader-thread.ts');
      const { idsFound } = await import('./contacts/search-people.ts');
      return {
        lane: 'read',
        reader: new ReaderThread({ book: opened, isDemo }, { writer, jobs }, idsFound),
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
      if (serving === undefined) message.port.close();
      else serving.serve(message.port);
      return;
    case 'lock':
      lockNow?.();
      return;
    case 'close':
      jobsThread?.uploads.close();
      book?.close();
      // Ports that windows still hold would keep the thread alive; everything is committed by now.
      process.exit(0);
  }
});
