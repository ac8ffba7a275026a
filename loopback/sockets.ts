// One WebSocket per lane, piped unread to the port of the book's thread that answers it.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';
import { LANES, type Lane } from '#api/lane-names.ts';
import type { BookTrouble } from '#api/errors.ts';
import { type Guard, type Refusal, SUBPROTOCOL } from './guard.ts';

/** The lanes the book answers; the fourth, `host`, is answered here. */
export type BookLane = Exclude<Lane, 'host'>;

/** Close codes beyond the standard's own; the page's side is `renderer/client/socket-link.ts`. */
export const CLOSE = { stopping: 1001, laneClosed: 4500, trouble: 4503 } as const;

/** A frame larger than this closes the socket; the largest the page sends is a 1 MiB chunk of a file in base64. */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024;
const MAX_SOCKETS = 64;

export interface SocketOptions {
  readonly guard: Guard;
  readonly connect: (lane: BookLane) => MessagePort;
  readonly serveHost: (socket: WebSocket) => void;
  /** Told whenever the number of open sockets changes. */
  readonly onCount: (open: number) => void;
}

/** The sockets of one running host. */
export interface Sockets {
  /** The book can no longer be used: tells every page why, and every page that comes later. */
  fail(trouble: BookTrouble): void;
  close(): Promise<void>;
}

const turnAway = (stream: Duplex, refusal: Refusal) => {
  stream.on('error', () => stream.destroy());
  stream.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const laneOf = (target: string | undefined): Lane | undefined =>
  LANES.find((lane) => target === `/door/${lane}`);

/** Copies frames both ways without looking into them, and lets either end close the other. */
export function pipe(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data: Buffer, isBinary) => {
    // A Buffer may be a view into a shared pool, so a binary frame is copied into a buffer of its own.
    port.postMessage(isBinary ? new Uint8Array(data).buffer : data.toString());
  });
  port.on('message', (frame: string | ArrayBuffer | Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  });
  socket.on('close', () => port.close());
  port.on('close', () => socket.close(CLOSE.laneClosed, 'lane closed'));
}

/** Why an upgrade is turned away, or the lane it opens. */
function decide(request: IncomingMessage, guard: Guard, open: number): Refusal | Lane {
  const headers = request.headersDistinct;
  const refusal = guard.refuse(headers) ?? guard.refuseForeign(headers, 'upgrade');
  if (refusal) return refusal;
  if (!guard.hasSession(headers)) return { status: 403, why: 'No session.' };
  if (open >= MAX_SOCKETS) return { status: 403, why: 'Too many pages.' };
  return laneOf(request.url) ?? { status: 404, why: 'No such lane.' };
}

/** Lets the page's sockets in and keeps them. */
export function acceptSockets(server: Server, options: SocketOptions): Sockets {
  const { guard, connect, serveHost, onCount } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  let trouble: BookTrouble | undefined;

  const admit = (socket: WebSocket, lane: Lane) => {
    onCount(sockets.clients.size);
    socket.on('close', () => onCount(sockets.clients.size));
    // A broken frame ends this socket and nothing else; `close` follows and tells the book's thread.
    socket.on('error', () => socket.terminate());
    if (lane === 'host') serveHost(socket);
    else if (trouble) socket.close(CLOSE.trouble, trouble);
    else pipe(socket, connect(lane));
  };

  server.on('upgrade', (request, stream, head) => {
    const decision = decide(request, guard, sockets.clients.size);
    if (typeof decision !== 'string') turnAway(stream, decision);
    else sockets.handleUpgrade(request, stream, head, (socket) => admit(socket, decision));
  });

  return {
    fail(why) {
      trouble = why;
      for (const socket of sockets.clients) socket.close(CLOSE.trouble, why);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.close(CLOSE.stopping, 'stopping');
        // A page that does not answer the farewell must not keep the host alive.
        const impatience = setTimeout(() => {
          for (const socket of sockets.clients) socket.terminate();
        }, 500);
        const poll = setInterval(() => {
          if (sockets.clients.size > 0) return;
          clearTimeout(impatience);
          clearInterval(poll);
          resolve();
        }, 10);
      }),
  };
}
