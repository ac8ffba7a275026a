import { createORPCClient, DynamicLink } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe } from 'vitest';
import { LANES } from '#api/lane-names.ts';
import type { Lane } from '#api/lane-names.ts';
import type { Client } from '#api/contract.ts';
import { laneOf } from '#api/lanes.ts';
import { pipe } from '#electron/door.ts';
import { serveLoopback } from '#loopback/server.ts';
import { openLane, openSession } from '#tests/loopback/client.ts';
import { testBook } from '#tests/db/harness.ts';
import { tempFolder } from '#tests/db/temp-folder.ts';
import { contractSuite } from './suite.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** As Electron's main process holds a page's port: events carry `{ data }`, `close` is an event of its own. */
class MainPort extends EventEmitter {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    port.on('close', () => this.emit('close'));
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  start(): void {
    this.#port.start();
  }

  close(): void {
    this.#port.close();
  }
}

async function throughElectronsDoor(): Promise<Client> {
  const { book } = await testBook();
  const ends = new Map<Lane, ClientLink<ClientContext>>(
    (['read', 'write', 'jobs'] as const).map((lane) => {
      const { port1, port2 } = new MessageChannel();
      pipe(new MainPort(port2), book.connect(lane));
      closers.push(() => port1.close());
      return [lane, new PortLink({ port: port1 })];
    }),
  );
  return createORPCClient(new DynamicLink((_options, at) => ends.get(laneOf(at))!));
}

async function throughTheBrowsersSockets(): Promise<Client> {
  const { book } = await testBook();
  const page = tempFolder();
  fs.writeFileSync(path.join(page, 'index.html'), '<!doctype html>');
  const host = await serveLoopback({ book, pageDirectory: page, version: '0' });
  closers.push(() => host.close());
  const session = await openSession(host);
  const links = new Map<Lane, ClientLink<ClientContext>>();
  for (const lane of LANES) {
    // The same events as the browser's WebSocket, which the link is typed for.
    const websocket = (await openLane(host, session, lane)) as unknown as WebSocket;
    links.set(lane, new SocketLink({ websocket }));
  }
  return createORPCClient(new DynamicLink((_options, at) => links.get(laneOf(at))!));
}

describe('the contract', () => {
  contractSuite('in process', async () => (await testBook()).client);
  contractSuite('Electron', throughElectronsDoor);
  contractSuite('browser', throughTheBrowsersSockets);
});
