// A book that says back what it is sent: real MessagePorts, no database.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { BookTrouble } from '#api/errors.ts';
import type { BookDoor } from '#loopback/server.ts';

export interface EchoBook extends BookDoor {
  /** The far ends of the ports given out so far, by lane. */
  readonly farEnds: readonly { readonly lane: string; readonly port: MessagePort }[];
  /** Pretends that the book's threads have died. */
  die(trouble: BookTrouble): void;
}

export function echoBook(): EchoBook {
  const farEnds: { lane: string; port: MessagePort }[] = [];
  const listeners: ((trouble: BookTrouble) => void)[] = [];
  return {
    farEnds,
    connect(lane) {
      const { port1, port2 } = new MessageChannel();
      port2.on('message', (frame: unknown) => port2.postMessage(frame));
      farEnds.push({ lane, port: port2 });
      return port1;
    },
    onExit: (listener) => void listeners.push(listener),
    die(trouble) {
      for (const listener of listeners) listener(trouble);
    },
  };
}
