// Guard, page, session and sockets together: one HTTP server on 127.0.0.1 and a port the system picks.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import type { WebSocket } from 'ws';
import type { BookTrouble } from '#api/errors.ts';
import { createGuard, type Guard, type Refusal } from './guard.ts';
import { acceptSockets, type BookLane } from './sockets.ts';
import { fileAt, type PageFiles, readPage, SECURITY_HEADERS } from './static.ts';

/** What this host needs of the book: a port per lane, and word when its threads are gone. */
export interface BookDoor {
  connect(lane: BookLane): MessagePort;
  onExit(listener: (trouble: BookTrouble) => void): void;
}

export interface LoopbackOptions {
  readonly book: BookDoor;
  /** Where the built page is. */
  readonly pageDirectory: string;
  readonly version: string;
  /** Called once, when the last page has been gone for `lingerMs`. */
  readonly onAbandoned?: () => void;
  readonly lingerMs?: number;
  /** How long a client may take for the headers, and again for a body. */
  readonly patienceMs?: number;
}

/** A running host. */
export interface Loopback {
  /** The address to open, with the one-time token in its fragment. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1024;
const NOT_FOUND: Refusal = { status: 404, why: 'Not found.' };
const NOT_ALLOWED: Refusal = { status: 405, why: 'Not allowed.' };

const refuse = (response: ServerResponse, refusal: Refusal) => {
  response.writeHead(refusal.status, {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    // What is left of a body that nobody wants is not read.
    connection: 'close',
  });
  response.end(refusal.why);
};

/** The request's body as text, or why it is not taken. Stops reading at the cap, whatever the headers promised. */
async function bodyOf(request: IncomingMessage): Promise<string | Refusal> {
  if (request.headers['content-type'] !== 'application/json') return { status: 415, why: 'JSON only.' };
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving early must not tear the connection down: the refusal still has to be sent on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // Without `setEncoding` an IncomingMessage yields Buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MAX_BODY_BYTES) return { status: 413, why: 'Too large.' };
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tokenIn = (body: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'token')) return undefined;
    const { token } = value as { token: unknown }; // hasOwn has just shown it is there
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
};

/** `POST /door/session`: the token of the address, once, for a session. */
async function openSession(request: IncomingMessage, response: ServerResponse, guard: Guard): Promise<void> {
  const foreign = guard.refuseForeign(request.headersDistinct, 'post');
  if (foreign) return refuse(response, foreign);
  const body = await bodyOf(request);
  if (typeof body !== 'string') return refuse(response, body);
  const token = tokenIn(body);
  if (token === undefined) return refuse(response, { status: 400, why: 'No token.' });
  const grant = guard.exchange(token);
  if (!grant) return refuse(response, { status: 403, why: 'This address has been used already.' });
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json',
    'set-cookie': grant.setCookie,
  });
  response.end(JSON.stringify({ key: grant.key }));
}

async function answer(request: IncomingMessage, response: ServerResponse, guard: Guard, files: PageFiles) {
  const refusal = guard.refuse(request.headersDistinct);
  if (refusal) return refuse(response, refusal);
  const { method, url = '' } = request;
  if (url === '/door/session') {
    return method === 'POST' ? openSession(request, response, guard) : refuse(response, NOT_ALLOWED);
  }
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, NOT_ALLOWED);
  const file = fileAt(files, url);
  if (!file) return refuse(response, NOT_FOUND);
  const body = await file.body();
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': file.type,
    'content-length': body.length,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Serves the host's own lane on a socket that has been paused until its handlers are there. */
async function serveHost(serving: Promise<(socket: WebSocket) => void>, socket: WebSocket): Promise<void> {
  const serve = await serving;
  serve(socket);
  socket.resume();
}

/** Calls `gone` once when the count has been zero for `lingerMs`, after it has been above zero. */
function watchPages(lingerMs: number, gone: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    count(open: number) {
      clearTimeout(timer);
      if (open === 0) timer = setTimeout(gone, lingerMs);
    },
    stop: () => clearTimeout(timer),
  };
}

const listen = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    // SECURITY: 127.0.0.1 and nothing else, so no other computer reaches it; a random port, so no page can know it.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)); // a TCP server has one
  });

/**
 * Starts the browser host.
 *
 * @throws when the page has not been built or the system gives no port.
 */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { book, version, patienceMs = 10_000 } = options;
  const files = await readPage(options.pageDirectory);
  const server = createServer({
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: Math.min(1000, patienceMs),
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = 256;
  const port = await listen(server);
  const guard = createGuard(port);
  // Its schemas are loaded once the address has been told, while the browser asks for the page.
  const serving = setImmediate()
    .then(() => import('./host-handlers.ts'))
    .then(({ hostLane }) => hostLane({ version, platform: process.platform, refusals: guard.refusals }));
  const pages = watchPages(options.lingerMs ?? 60_000, () => options.onAbandoned?.());
  server.on('request', (request, response) => {
    // A client that goes away in the middle of its body has nobody left to answer.
    answer(request, response, guard, files).catch(() => response.destroy());
  });
  const sockets = acceptSockets(server, {
    guard,
    connect: (lane) => book.connect(lane),
    serveHost: (socket) => {
      socket.pause();
      void serveHost(serving, socket);
    },
    onCount: (open) => pages.count(open),
  });
  book.onExit((trouble) => sockets.fail(trouble));

  return {
    url: `http://127.0.0.1:${port}/#token=${guard.token}`,
    port,
    async close() {
      pages.stop();
      await sockets.close();
      pages.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
