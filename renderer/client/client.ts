// The one client of the page: every call finds its lane by the contract, whichever host is behind it.
import { createORPCClient, DynamicLink } from '@orpc/client';
import type { Client } from '#api/contract.ts';
import { useStore } from '#renderer/store/store.ts';
import { connectByPorts } from './electron-link.ts';
import { gated } from './gate.ts';
import { hostBridge } from './host-bridge.ts';
import { laneOf } from '#api/lanes.ts';
import { ConnectionRefused } from './lanes.ts';
import type { CloseReason, Connection } from './lanes.ts';
import { connectBySockets } from './socket-link.ts';
import { takeToken } from './sockets.ts';

let current: Promise<Connection> = Promise.reject(new ConnectionRefused('dropped'));
current.catch(() => undefined); // Nothing has connected yet; a call made now fails with this.

/** Calls the book or its host: `client.contacts.get({ id })`. Errors are those of api/errors.ts, or a lost connection. */
export const client: Client = createORPCClient(
  gated(new DynamicLink(async (_options, path) => (await current).links[laneOf(path)])),
);

/** How often in a row a dropped connection is made anew without asking the owner. */
const QUIET_TRIES = 3;
let tries = 0;

/**
 * Connects, or connects anew after the door has closed, and keeps the store's `connection` true.
 * `make` is the host's way in; tests pass their own.
 */
export async function connect(make: () => Promise<Connection> = makeConnection): Promise<void> {
  const { connectionChanged } = useStore.getState();
  connectionChanged({ state: 'connecting' });
  current = make();
  try {
    const { closed } = await current;
    connectionChanged({ state: 'open' });
    void closed.then((reason) => lost(reason, make));
  } catch (error) {
    connectionChanged({
      state: 'lost',
      why: error instanceof ConnectionRefused ? error.reason : 'dropped',
    });
  }
}

function makeConnection(): Promise<Connection> {
  if (hostBridge()?.kind === 'electron') return connectByPorts();
  return connectBySockets(takeToken());
}

function lost(why: CloseReason, make: () => Promise<Connection>): void {
  // The preload hands ports over once a page: in Electron only a reload connects anew.
  if (why === 'dropped' && hostBridge() === undefined && tries < QUIET_TRIES) {
    tries += 1;
    setTimeout(() => void connect(make), 200 * tries);
    return;
  }
  useStore.getState().connectionChanged({ state: 'lost', why });
}

/** The book has answered: the next dropped connection is again worth trying quietly. */
export function connectionProved(): void {
  tries = 0;
}
