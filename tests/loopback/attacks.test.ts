// Every way in that the browser host must not have, tried against the real server.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, serveLoopback } from '#loopback/server.ts';
import { MAX_FRAME_BYTES } from '#loopback/sockets.ts';
import { CONTENT_SECURITY_POLICY } from '#renderer/content-security-policy.ts';
import {
  ask,
  closed,
  exchange,
  knock,
  nextFrame,
  openLane,
  openSession,
  originOf,
  ownHeaders,
  raw,
  tokenOf,
} from './client.ts';
import { type EchoBook, echoBook } from './echo-book.ts';

let folder: string;
let host: Loopback;
let book: EchoBook;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-loopback-'));
  mkdirSync(path.join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'page', 'index.html'), '<!doctype html><title>Acquaint</title>');
  writeFileSync(path.join(folder, 'page', 'assets', 'main.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'nobody may read this');
  book = echoBook();
  host = await serveLoopback({
    book,
    pageDirectory: path.join(folder, 'page'),
    version: '1.2.3',
    patienceMs: 400,
  });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const reach = (address: string) =>
  new Promise<string>((resolve) => {
    const socket = net.connect({ host: address, port: host.port, timeout: 1000 }, () => {
      socket.destroy();
      resolve('reached');
    });
    socket.on('error', () => resolve('refused'));
    socket.on('timeout', () => {
      socket.destroy();
      resolve('refused');
    });
  });

describe('the address', () => {
  it('names 127.0.0.1 and keeps 256 bits of token in the fragment', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
  });

  it('is not reachable on any other address of this computer', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address }) => address !== '127.0.0.1')
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
    const outcomes = await Promise.all(['127.0.0.2', ...others].map(reach));
    expect(new Set(outcomes)).toEqual(new Set(['refused']));
  });
});

describe('the token', () => {
  it('buys one session: an HttpOnly, SameSite=Strict cookie named after the port, and a key', async () => {
    const answer = await exchange(host, tokenOf(host));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/) });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^acquaint-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/door/$`),
      ),
    ]);
    expect(answer.body).not.toContain(tokenOf(host));
  });

  it('is refused the second time', async () => {
    await exchange(host, tokenOf(host));
    const again = await exchange(host, tokenOf(host));
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is given to one of many who use it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(host, tokenOf(host))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each([
    ['a guess', 'A'.repeat(43)],
    ['nothing', ''],
    ['a prefix', 'prefix'],
    ['something long', 'x'.repeat(900)],
  ])('is refused when it is %s, and the real one still works', async (_, guess) => {
    const shown = guess === 'prefix' ? tokenOf(host).slice(0, 42) : guess;
    expect((await exchange(host, shown)).status).toBe(403);
    expect((await exchange(host, tokenOf(host))).status).toBe(200);
  });

  it.each(['null', '[]', '{}', '{"token":1}', '{"token":["x"]}', '{"__proto__":{"token":"x"}}', 'token', ''])(
    'is not found in the body %s',
    async (body) => {
      const answer = await ask(host, {
        method: 'POST',
        path: '/door/session',
        headers: ownHeaders(host),
        body,
      });
      expect(answer.status).toBe(400);
    },
  );

  it('opens nothing in a query, where it would be logged', async () => {
    const answer = await ask(host, { path: `/?token=${tokenOf(host)}` });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await ask(host, { path: `/door/session?token=${tokenOf(host)}` })).status).toBe(404);
  });
});

describe('who may exchange it', () => {
  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example.com' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['the same port by another name', { origin: 'http://localhost:PORT' }],
    ['https', { origin: 'https://127.0.0.1:PORT' }],
    ['an opaque page', { origin: 'null' }],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1:PORT.example.com' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('not %s', async (_, headers) => {
    const forged = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(host.port))]),
    );
    const answer = await exchange(host, tokenOf(host), forged);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each(['origin', 'sec-fetch-site'])('not one who does not say %s', async (missing) => {
    const headers = Object.fromEntries(Object.entries(ownHeaders(host)).filter(([name]) => name !== missing));
    const answer = await ask(host, {
      method: 'POST',
      path: '/door/session',
      headers,
      body: JSON.stringify({ token: tokenOf(host) }),
    });
    expect(answer.status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'not a form that needs no preflight (%s)',
    async (type) => {
      expect((await exchange(host, tokenOf(host), { 'content-type': type })).status).toBe(415);
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('not by %s', async (method) => {
    const answer = await ask(host, { method, path: '/door/session', headers: ownHeaders(host) });
    expect(answer.status).toBe(405);
  });
});

describe('the name it answers to', () => {
  const names = [
    'localhost:PORT',
    '127.0.0.1',
    'localhost',
    'evil.example.com',
    'evil.example.com:PORT',
    '[::1]:PORT',
    '127.0.0.1:PORT.',
    '127.0.0.1:1',
    '0.0.0.0:PORT',
  ];

  it.each(names)('is not %s: 421 for the page and for the session', async (name) => {
    const forged = name.replace('PORT', String(host.port));
    expect((await ask(host, { headers: { host: forged } })).status).toBe(421);
    expect((await exchange(host, tokenOf(host), { host: forged })).status).toBe(421);
  });

  it.each(names)('is not %s: 421 for a socket that has a session', async (name) => {
    const session = await openSession(host);
    const outcome = await knock(host, {
      headers: {
        host: name.replace('PORT', String(host.port)),
        origin: originOf(host),
        cookie: session.cookie,
      },
      protocols: ['acquaint', session.key],
    });
    expect(outcome).toBe(421);
  });

  it('is not two names at once', async () => {
    const own = `127.0.0.1:${host.port}`;
    const said = await raw(host, `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example.com\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 4(00|21) /);
  });

  it('is not an address inside the request line', async () => {
    const said = await raw(
      host,
      `GET http://evil.example.com/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('a socket', () => {
  it.each(['read', 'write', 'jobs'])(
    'of the lane %s carries text and bytes both ways, unread',
    async (lane) => {
      const socket = await openLane(host, await openSession(host), lane);
      expect(socket.protocol).toBe('acquaint');
      const bytes = Buffer.from([0, 255, 128]);
      for (const sent of ['{"id":1}', 'Zoë ☕', bytes]) {
        const answered = nextFrame(socket);
        socket.send(sent);
        const { data, isBinary } = await answered;
        expect(isBinary ? data : data.toString()).toEqual(sent);
      }
      expect(book.farEnds.map((end) => end.lane)).toEqual([lane]);
    },
  );

  it('is turned away without a session', async () => {
    expect(await knock(host, { headers: { origin: originOf(host) } })).toBe(403);
    expect(
      await knock(host, { headers: { origin: originOf(host) }, protocols: ['acquaint', 'A'.repeat(43)] }),
    ).toBe(403);
    expect(book.farEnds).toEqual([]);
  });

  it('is turned away with half a session: the cookie or the key alone, or the token in place of either', async () => {
    const { cookie, key } = await openSession(host);
    const origin = originOf(host);
    const [name = ''] = cookie.split('=');
    const outcomes = await Promise.all([
      knock(host, { headers: { origin, cookie }, protocols: ['acquaint'] }),
      knock(host, { headers: { origin, cookie } }),
      knock(host, { headers: { origin }, protocols: ['acquaint', key] }),
      knock(host, { headers: { origin, cookie: `${name}=${key}` }, protocols: ['acquaint', key] }),
      knock(host, { headers: { origin, cookie: `other=1; x${cookie}` }, protocols: ['acquaint', key] }),
      knock(host, { headers: { origin, cookie }, protocols: ['acquaint', tokenOf(host)] }),
      knock(host, { headers: { origin, cookie }, protocols: ['acquaint', key, 'more'] }),
    ]);
    expect(outcomes).toEqual([403, 403, 403, 403, 403, 403, 403]);
  });

  it('is let in when the cookie is one of several', async () => {
    const { cookie, key } = await openSession(host);
    const headers = { origin: originOf(host), cookie: `a=1; ${cookie}; acquaint-1=x` };
    expect(await knock(host, { headers, protocols: ['acquaint', key] })).not.toBe(403);
  });

  it.each([
    ['no origin', {}],
    ['a foreign origin', { origin: 'https://evil.example.com' }],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['a page of another site', { origin: 'OWN', 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { origin: 'OWN', 'sec-fetch-site': 'same-site' }],
  ])('with a session is turned away for %s', async (_, headers: Record<string, string>) => {
    const { cookie, key } = await openSession(host);
    const forged = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === 'OWN' ? originOf(host) : value]),
    );
    expect(await knock(host, { headers: { ...forged, cookie }, protocols: ['acquaint', key] })).toBe(403);
    expect(book.farEnds).toEqual([]);
  });

  it.each(['nowhere', 'read/', 'READ', '__proto__', 'read?x=1', ''])(
    'of the lane %j does not exist',
    async (lane) => {
      const { cookie, key } = await openSession(host);
      const headers = { origin: originOf(host), cookie };
      expect(await knock(host, { lane, headers, protocols: ['acquaint', key] })).toBe(404);
    },
  );

  it('is closed for a frame that is too large, and the book never sees it', async () => {
    const socket = await openLane(host, await openSession(host));
    const end = closed(socket);
    socket.send(Buffer.alloc(MAX_FRAME_BYTES + 1));
    expect((await end).code).toBe(1009);
  });

  it('is one of at most 64', async () => {
    const session = await openSession(host);
    for (let open = 0; open < 64; open += 1) await openLane(host, session);
    const headers = { origin: originOf(host), cookie: session.cookie };
    expect(await knock(host, { headers, protocols: ['acquaint', session.key] })).toBe(403);
  });
});

/** The request line and headers of the exchange, without the length of the body. */
const head = () =>
  `POST /door/session HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${originOf(host)}\r\n` +
  'Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n';

describe('slow and oversized requests', () => {
  it('a body over the cap is refused with 413, announced or not', async () => {
    const body = `{"token":"${'x'.repeat(5000)}"}`;
    const announced = await raw(host, `${head()}Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const chunk = `${body.length.toString(16)}\r\n${body}\r\n`;
    const chunked = await raw(host, `${head()}Transfer-Encoding: chunked\r\n\r\n${chunk}`);
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a body that never comes is hung up on', async () => {
    const said = await raw(host, `${head()}Content-Length: 20\r\n\r\n{"tok`);
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('headers that never end are hung up on', async () => {
    const said = await raw(host, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Slow: `);
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('headers over the cap are refused', async () => {
    const said = await raw(host, `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
  ])('%s is sent as %s', async (file, type) => {
    const answer = await ask(host, { path: file });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '/....//secret.txt',
    '/index.html%00.js',
    '/index.html/',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/c%3a/Windows/win.ini',
    '/file:///etc/passwd',
    '/assets',
    '/assets/',
    '/__proto__',
    '/constructor',
    '/.',
    '/%',
    '/%E0%A4%A',
    '*',
  ])('has nothing at %s', async (target) => {
    const said = await raw(
      host,
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(said).not.toContain('nobody may read this');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is not there for %s', async (method) => {
    expect((await ask(host, { method })).status).toBe(405);
  });

  it.each([['cross-site'], ['same-site']])('is not a sub-resource of a %s page', async (site) => {
    const load = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
    expect((await ask(host, { path: '/assets/main.js', headers: load })).status).toBe(403);
    const visit = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' };
    expect((await ask(host, { headers: visit })).status).toBe(200);
  });

  it('carries every security header on every answer, and never a CORS header', async () => {
    const answers = await Promise.all([
      ask(host, { headers: { origin: 'https://evil.example.com' } }),
      ask(host, { path: '/nothing' }),
      ask(host, { headers: { host: 'localhost' } }),
      ask(host, {
        method: 'OPTIONS',
        path: '/door/session',
        headers: { origin: 'https://evil.example.com', 'access-control-request-method': 'POST' },
      }),
      exchange(host, 'wrong'),
      exchange(host, tokenOf(host)),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
