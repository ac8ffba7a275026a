// A thread of the book that does nothing but tell on a channel what it hears, and says what it is told to say.
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import type { HostMessage, ThreadMessage, ThreadOptions } from '#db/threads.ts';

const { role, file } = workerData as ThreadOptions; // what db/crew.ts starts every thread with
const channel = new BroadcastChannel(`told ${file}`);
const tell = (what: string) => channel.postMessage(`${role} ${what}`);

channel.addEventListener('message', (event) => {
  const { data } = event as MessageEvent<unknown>; // a channel has no other
  if (data === `${role} says settled`) parentPort?.postMessage({ kind: 'settled' } satisfies ThreadMessage);
});
parentPort?.on('message', (message: HostMessage) => {
  tell(message.kind);
  if (message.kind === 'open') parentPort?.postMessage({ kind: 'opened' } satisfies ThreadMessage);
  if (message.kind === 'close') process.exit(0);
  if (message.kind !== 'connect') return;
  if (typeof message.first === 'string') tell(`hears ${message.first}`);
  message.port.on('message', (frame: unknown) => tell(`hears ${String(frame)}`));
});
tell('starts');
