// The browser host's way in, below what is said there: a session for the one-time token, and one WebSocket per lane. Small,
// because it is under way while the rest of the page is still being read (start.ts).
import { LANES } from '#api/lane-names.ts';
import type { Lane } from '#api/lane-names.ts';
import type { BookTrouble } from '#api/errors.ts';
import { ConnectionRefused } from './lanes.ts';
import type { CloseReason } from './lanes.ts';

/** An open socket and the lane it leads to. */
export interface LaneSocket {
  readonly lane: Lane;
  readonly socket: WebSocket;
}

const KEY = 'door-key';
const TOKEN = /^#token=([\w-]{43})$/;
/** A socket that does not open is tried again this often, after these pauses in milliseconds. */
const PAUSES = [250, 1000];

/** Close codes of the browser host: `loopback/README.md`, "How a socket ends". */
const STOPPING = 1001;
const BOOK_TROUBLE = 4503;

/** The token in the address, taken out of it at once so that it is in no history, bookmark or picture. */
export function takeToken(): string | undefined {
  const token = TOKEN.exec(window.location.hash)?.[1];
  if (token !== undefined) window.history.replaceState(null, '', '/');
  return token;
}

/** Exchanges a token for the session's key; the key of an earlier load is used where the token is refused. */
async function sessionKey(token: string | undefined): Promise<string> {
  if (token !== undefined) {
    const answer = await fetch('/door/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ token }),
    });
    if (answer.ok) {
      const body: unknown = await answer.json();
      if (typeof body === 'object' && body !== null && 'key' in body && typeof body.key === 'string') {
        window.sessionStorage.setItem(KEY, body.key);
      }
    }
  }
  const key = window.sessionStorage.getItem(KEY);
  if (key === null) throw new ConnectionRefused('no_session');
  return key;
}

function open(lane: Lane, key: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${window.location.host}/door/${lane}`, ['acquaint', key]);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('close', (event) => reject(new ConnectionRefused(reasonOf(event))), {
      once: true,
    });
  });
}

async function openPatiently(lane: Lane, key: string): Promise<WebSocket> {
  for (const pause of PAUSES) {
    try {
      return await open(lane, key);
    } catch (error) {
      if (!(error instanceof ConnectionRefused) || error.reason !== 'dropped') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return open(lane, key).catch((error: unknown) => {
    throw error instanceof ConnectionRefused && error.reason === 'dropped'
      ? new ConnectionRefused('stopped')
      : error;
  });
}

/** What a socket's end means. */
export function reasonOf(event: Pick<CloseEvent, 'code' | 'reason'>): CloseReason {
  if (event.code === STOPPING) return 'stopped';
  // The host sends nothing but a `BookTrouble` with this code.
  if (event.code === BOOK_TROUBLE) return event.reason as BookTrouble;
  return 'dropped';
}

/** Opens all four; rejects with `ConnectionRefused`. */
export async function openSockets(token: string | undefined): Promise<readonly LaneSocket[]> {
  const key = await sessionKey(token).catch((error: unknown) => {
    throw error instanceof ConnectionRefused ? error : new ConnectionRefused('stopped');
  });
  return Promise.all(LANES.map(async (lane) => ({ lane, socket: await openPatiently(lane, key) })));
}

let early: Promise<readonly LaneSocket[]> | undefined;

/** Begins to open them, with the token that is in the address: whoever connects first is given them. */
export function knock(): void {
  early = openSockets(takeToken());
  // Whoever connects hears of it.
  early.catch(() => undefined);
}

/** What `knock` has begun, once. */
export function knocked(): Promise<readonly LaneSocket[]> | undefined {
  const begun = early;
  early = undefined;
  return begun;
}
