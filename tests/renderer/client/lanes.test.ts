// @vitest-environment happy-dom
import { LANES } from '#api/lane-names.ts';
import type { Lane } from '#api/lane-names.ts';
import { contract } from '#api/contract.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { client, connect } from '#renderer/client/client.ts';
import { errorWords, troubleWords } from '#renderer/client/errors.ts';
import { laneOf } from '#api/lanes.ts';
import { ConnectionRefused } from '#renderer/client/lanes.ts';
import type { CloseReason, Connection } from '#renderer/client/lanes.ts';
import { isTouched, orpc } from '#renderer/client/queries.ts';
import { reasonOf } from '#renderer/client/sockets.ts';
import { useStore } from '#renderer/store/store.ts';
import { ORPCError } from '@orpc/client';

afterEach(() => {
  vi.useRealTimers();
});

/** Links that answer with their own lane and the path they were asked for. */
function echoConnection() {
  const { promise: closed, resolve: end } = Promise.withResolvers<CloseReason>();
  const link = (lane: Lane) => ({ call: (path: readonly string[]) => Promise.resolve({ lane, path }) });
  const links = { read: link('read'), write: link('write'), jobs: link('jobs'), host: link('host') };
  // The links answer anything; only what they are asked is of interest here.
  const connection = { links, closed, close: () => undefined } as unknown as Connection;
  return { connection, end };
}

describe('the lane of a call', () => {
  it.each([
    [['contacts', 'list'], 'read'],
    [['contacts', 'create'], 'write'],
    [['imports', 'stage'], 'jobs'],
    [['imports', 'apply'], 'write'],
    [['host', 'openLink'], 'host'],
    [['book', 'changes'], 'read'],
  ])('%j is %s', (path, lane) => {
    expect(laneOf(path)).toBe(lane);
  });

  it('is known for every procedure of the contract', () => {
    for (const [feature, procedures] of Object.entries(contract)) {
      for (const verb of Object.keys(procedures)) expect(LANES).toContain(laneOf([feature, verb]));
    }
  });

  it.each([
    [['contacts', 'nothing']],
    [['__proto__', 'list']],
    [['contacts', 'constructor']],
    [['contacts']],
  ])('throws for %j, which is no procedure', (path) => {
    expect(() => laneOf(path)).toThrow(/not/);
  });

  it('decides which link the client calls', async () => {
    const { connection } = echoConnection();
    await connect(() => Promise.resolve(connection));
    expect(await client.book.summary()).toEqual({ lane: 'read', path: ['book', 'summary'] });
    expect(await client.book.undo({})).toEqual({ lane: 'write', path: ['book', 'undo'] });
    expect(await client.host.info()).toEqual({ lane: 'host', path: ['host', 'info'] });
    expect(useStore.getState().connection.state).toBe('open');
  });
});

describe('a connection that ends', () => {
  it('is made anew quietly when it was only dropped', async () => {
    vi.useFakeTimers();
    const [first, second] = [echoConnection(), echoConnection()];
    const connections = [first, second];
    const make = vi.fn<() => Promise<Connection>>(() => Promise.resolve(connections.shift()!.connection));
    await connect(make);
    first.end('dropped');
    await vi.advanceTimersByTimeAsync(1000);
    expect(make).toHaveBeenCalledTimes(2);
    expect(useStore.getState().connection.state).toBe('open');
  });

  it('says why when trying again is no use', async () => {
    const { connection, end } = echoConnection();
    await connect(() => Promise.resolve(connection));
    end('stopped');
    await vi.waitFor(() => expect(useStore.getState().connection).toEqual({ state: 'lost', why: 'stopped' }));
    expect(troubleWords('stopped')).toContain('Start it again');
  });

  it('that was never made is a lost one, and calls on it fail instead of waiting', async () => {
    await connect(() => Promise.reject(new ConnectionRefused('no_session')));
    expect(useStore.getState().connection).toEqual({ state: 'lost', why: 'no_session' });
    await expect(client.book.summary()).rejects.toThrow('no_session');
  });

  it.each([
    [{ code: 1001, reason: 'stopping' }, 'stopped'],
    [{ code: 4503, reason: 'locked' }, 'locked'],
    [{ code: 4500, reason: 'lane closed' }, 'dropped'],
    [{ code: 1006, reason: '' }, 'dropped'],
  ])('with %j was %s', (event, reason) => {
    expect(reasonOf(event)).toBe(reason);
  });
});

describe('what a change drops', () => {
  const key = orpc.contacts.list.queryKey({ input: { text: 'ana', page: { offset: 0, limit: 100 } } });

  it('is every answer made from that topic, and no other', () => {
    expect(isTouched(key, ['contacts'])).toBe(true);
    expect(isTouched(key, ['events'])).toBe(true);
    expect(isTouched(key, ['imports'])).toBe(false);
    expect(isTouched(orpc.book.summary.queryKey(), ['imports'])).toBe(true);
    expect(isTouched(orpc.imports.list.queryKey(), ['contacts'])).toBe(false);
    expect(isTouched(orpc.host.info.queryKey(), ['book', 'contacts'])).toBe(false);
    expect(isTouched(['something else'], ['contacts'])).toBe(false);
  });
});

describe('errors in words', () => {
  it.each([
    ['NOT_FOUND', { what: 'contact' }, 'no longer in the book'],
    ['CONFLICT', { why: 'changed_since' }, 'builds on this'],
    ['CONFLICT', { why: 'anything' }, 'Nothing was changed'],
    ['BOOK_UNAVAILABLE', { why: 'disk_full' }, 'disk is full'],
    ['INTERNAL_SERVER_ERROR', undefined, 'Something went wrong'],
  ])('%s %j', (code, data, words) => {
    expect(errorWords(new ORPCError(code, { data }))).toContain(words);
  });

  it('a call that never arrived is about the connection', () => {
    expect(errorWords(new Error('closed'))).toContain('did not answer');
  });
});
