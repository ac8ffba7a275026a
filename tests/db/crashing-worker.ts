// The book's own thread, with a way to make the reader die that only a test has.
import '#db/worker.ts';
import { BroadcastChannel, workerData } from 'node:worker_threads';
import type { ThreadOptions } from '#db/threads.ts';

const { role, file } = workerData as ThreadOptions; // what db/client.ts starts every thread with

if (role === 'reader') {
  const channel = new BroadcastChannel(`crash ${file}`);
  channel.addEventListener('message', () => {
    throw new Error('on purpose');
  });
  channel.unref();
}
