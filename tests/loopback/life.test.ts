// How a session lives and ends: reload, lanes that close, a book that dies, the last page going away.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { hostContract } from '#api/contract.ts';
import { ownBook, readArguments } from '#loopback/arguments.ts';
import { type Loopback, serveLoopback } from '#loopback/server.ts';
import { ask, closed, nextFrame, openLane, openSession } from './client.ts';
import { type EchoBook, echoBook } from './echo-book.ts';

let folder: string;
let host: Loopback;
let book: EchoBook;
const onAbandoned = vi.fn<() => void>();

beforeEach(async () => {
  onAbandoned.mockReset();
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-loopback-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  book = echoBook();
  host = await serveLoopback({ book, pageDirectory: folder, version: '1.2.3', lingerMs: 150, onAbandoned });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a session', () => {
  it('outlives a reload: the same cookie and key open the lanes again', async () => {
    const session = await openSession(host);
    const first = await openLane(host, session);
    const end = closed(first);
    first.close();
    await end;
    const second = await openLane(host, session);
    const answer = nextFrame(second);
    second.send('still here');
    expect((await answer).data.toString()).toBe('still here');
  });

  it('gives each tab ports of its own', async () => {
    const session = await openSession(host);
    const one = await openLane(host, session);
    await openLane(host, session);
    expect(book.farEnds).toHaveLength(2);
    const answer = nextFrame(one);
    book.farEnds[0]?.port.postMessage('only for the first');
    expect((await answer).data.toString()).toBe('only for the first');
  });

  it('closes the port when the page goes, so that work in progress is given up', async () => {
    const socket = await openLane(host, await openSession(host));
    const gone = new Promise((resolve) => {
      book.farEnds[0]?.port.once('close', () => resolve('closed'));
    });
    socket.terminate();
    expect(await gone).toBe('closed');
  });
});

describe('the host lane', () => {
  it('answers what it is, opens no link itself, and counts what it has refused', async () => {
    const session = await openSession(host);
    const socket = await openLane(host, session, 'host');
    const client: ContractRouterClient<typeof hostContract> = createORPCClient(
      // `ws` speaks the WebSocket interface of the browser; only its type differs.
      new RPCLink({ websocket: socket as unknown as WebSocket }),
    );
    expect(await client.host.info()).toEqual({
      kind: 'browser',
      version: '1.2.3',
      platform: process.platform,
    });
    expect(await client.host.openLink({ href: 'https://example.org/' })).toEqual({ opened: false });
    expect(await client.host.refusedRequests()).toEqual({ count: 0 });
    await ask(host, { headers: { host: 'evil.example.com' } });
    expect(await client.host.refusedRequests()).toEqual({ count: 1 });
  });
});

describe('an end', () => {
  it('of a thread closes its lane with 4500', async () => {
    const socket = await openLane(host, await openSession(host));
    const end = closed(socket);
    book.farEnds[0]?.port.close();
    expect(await end).toEqual({ code: 4500, reason: 'lane closed' });
  });

  it('of the book tells the pages that are open, and those that come later, why', async () => {
    const session = await openSession(host);
    const open = closed(await openLane(host, session));
    book.die('gone');
    expect(await open).toEqual({ code: 4503, reason: 'gone' });
    expect(await closed(await openLane(host, session, 'write'))).toEqual({ code: 4503, reason: 'gone' });
  });

  it('of the host is said to the pages, and the port is free afterwards', async () => {
    const end = closed(await openLane(host, await openSession(host)));
    await host.close();
    expect(await end).toEqual({ code: 1001, reason: 'stopping' });
    await expect(ask(host, {})).rejects.toThrow('ECONNREFUSED');
  });
});

describe('the last page', () => {
  it('is waited for at the start, however long it takes', async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onAbandoned).not.toHaveBeenCalled();
  });

  it('being gone for a while ends the host; a reload in between does not', async () => {
    const session = await openSession(host);
    const first = await openLane(host, session);
    first.close();
    await closed(first);
    const second = await openLane(host, session);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onAbandoned).not.toHaveBeenCalled();
    second.close();
    await vi.waitFor(() => expect(onAbandoned).toHaveBeenCalledOnce());
  });
});

describe('the command line', () => {
  it('opens the owner’s book, a named one, or the demo', () => {
    expect(readArguments([])).toEqual({ demo: false });
    expect(readArguments(['--demo'])).toEqual({ demo: true });
    expect(readArguments(['--book', 'x.db'])).toEqual({ demo: false, book: path.resolve('x.db') });
  });

  it.each([[['--demo', '--book', 'x.db']], [['--book', '']], [['--book']], [['--port', '80']], [['x.db']]])(
    'refuses %j',
    (words) => {
      expect(() => readArguments(words)).toThrow();
    },
  );

  it.each([
    ['linux', {}, path.join('/home/zoe', '.config', 'Acquaint', 'book', 'book.acquaint')],
    ['linux', { XDG_CONFIG_HOME: '/data' }, path.join('/data', 'Acquaint', 'book', 'book.acquaint')],
    [
      'linux',
      { XDG_CONFIG_HOME: 'relative' },
      path.join('/home/zoe', '.config', 'Acquaint', 'book', 'book.acquaint'),
    ],
    [
      'darwin',
      {},
      path.join('/home/zoe', 'Library', 'Application Support', 'Acquaint', 'book', 'book.acquaint'),
    ],
    ['win32', { APPDATA: '/roaming' }, path.join('/roaming', 'Acquaint', 'book', 'book.acquaint')],
  ] as const)('finds the book on %s with %j', (platform, env, file) => {
    expect(ownBook({ platform, home: '/home/zoe', env })).toBe(file);
  });
});
