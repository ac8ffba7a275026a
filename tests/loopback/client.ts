// A client that can say anything: raw HTTP with headers a browser would never let a page set.
import { request } from 'node:http';
import net from 'node:net';
import { WebSocket } from 'ws';
import type { Loopback } from '#loopback/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP request exactly as given (no cookie jar, no redirects); `Host` is the server's own unless overridden. */
export function ask(
  host: Pick<Loopback, 'port'>,
  { method = 'GET', path = '/', headers, body }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: host.port, method, path, headers: { ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bytes as given on a bare TCP connection; answers everything the server said until it hung up. */
export function raw(host: Pick<Loopback, 'port'>, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(host.port, '127.0.0.1', () => socket.write(bytes));
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (said += text));
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
  });
}

export const originOf = (host: Pick<Loopback, 'port'>) => `http://127.0.0.1:${host.port}`;
export const tokenOf = (host: Pick<Loopback, 'url'>) => new URL(host.url).hash.replace('#token=', '');

/** What the page's own POST carries. */
export const ownHeaders = (host: Pick<Loopback, 'port'>) => ({
  'content-type': 'application/json',
  origin: originOf(host),
  'sec-fetch-site': 'same-origin',
});

/** The exchange as the page does it. */
export const exchange = (host: Pick<Loopback, 'port'>, token: string, headers: Record<string, string> = {}) =>
  ask(host, {
    method: 'POST',
    path: '/door/session',
    headers: { ...ownHeaders(host), ...headers },
    body: JSON.stringify({ token }),
  });

export interface Session {
  readonly cookie: string;
  readonly key: string;
}

/** Opens the session with the address's own token. */
export async function openSession(host: Loopback): Promise<Session> {
  const answer = await exchange(host, tokenOf(host));
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  const { key } = JSON.parse(answer.body) as { key: string }; // a shape this suite asserts elsewhere
  return { cookie: cookie.split(';')[0] ?? '', key };
}

export interface Knock {
  readonly lane?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocols?: readonly string[];
}

/** Tries to open a lane: the open socket, or the HTTP status it was turned away with. */
export function knock(host: Pick<Loopback, 'port'>, { lane = 'read', headers = {}, protocols = [] }: Knock) {
  return new Promise<WebSocket | number>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/door/${lane}`, [...protocols], { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (sent, response) => {
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    socket.on('error', (error) => {
      if (socket.readyState !== WebSocket.CLOSING) reject(error);
    });
  });
}

/** The same, as the page does it with an open session. */
export async function openLane(host: Loopback, session: Session, lane = 'read'): Promise<WebSocket> {
  const socket = await knock(host, {
    lane,
    headers: { origin: originOf(host), cookie: session.cookie },
    protocols: ['acquaint', session.key],
  });
  if (typeof socket === 'number') throw new Error(`the lane was refused with ${socket}`);
  return socket;
}

export const nextFrame = (socket: WebSocket) =>
  new Promise<{ data: Buffer; isBinary: boolean }>((resolve) => {
    socket.once('message', (data: Buffer, isBinary) => resolve({ data, isBinary }));
  });

export const closed = (socket: WebSocket) =>
  new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
