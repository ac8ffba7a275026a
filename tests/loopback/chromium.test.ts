// The handshake in a real browser, with a page that does what README.md says, and a hostile page on another port.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, serveLoopback } from '#loopback/server.ts';
import { environmentOf, resolveBrowser } from '#tests/browser/resolve.ts';
import { echoBook } from './echo-book.ts';

const PAGE = '<!doctype html><title>starting</title><script type="module" src="./main.js"></script>';
const SCRIPT = `
  const token = /^#token=([\\w-]{43})$/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, '', '/');
    const answer = await fetch('/door/session', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }),
    });
    if (answer.ok) sessionStorage.setItem('door-key', (await answer.json()).key);
  }
  const key = sessionStorage.getItem('door-key');
  const socket = new WebSocket('ws://' + location.host + '/door/read', ['acquaint', key]);
  socket.onopen = () => socket.send('hello');
  socket.onmessage = ({ data }) => { document.title = 'heard ' + data; };
  socket.onclose = () => { if (document.title === 'starting') document.title = 'turned away'; };
`;

let folder: string;
let browser: Browser;
let context: BrowserContext;
let host: Loopback;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-chromium-page-'));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  writeFileSync(path.join(folder, 'main.js'), SCRIPT);
  const found = await resolveBrowser();
  browser = await chromium.launch({ executablePath: found.executablePath, env: environmentOf(found) });
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  host = await serveLoopback({ book: echoBook(), pageDirectory: folder, version: '1.2.3' });
  context = await browser.newContext();
});

afterEach(async () => {
  await context.close();
  await host.close();
});

const settled = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => document.title !== 'starting');
  return page.title();
};

const opened = async (url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(url);
  return page;
};

describe('a page in Chromium', () => {
  it('gets its session from the address, hides the token, and cannot read the cookie', async () => {
    const page = await opened(host.url);
    expect(await settled(page)).toBe('heard hello');
    expect(page.url()).toBe(`http://127.0.0.1:${host.port}/`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('keeps its session when it is reloaded', async () => {
    const page = await opened(host.url);
    await settled(page);
    await page.reload();
    expect(await settled(page)).toBe('heard hello');
  });

  it('has no session when its address is used a second time, even in the same browser', async () => {
    await settled(await opened(host.url));
    expect(await settled(await opened(host.url))).toBe('turned away');
    expect(await settled(await opened(`http://127.0.0.1:${host.port}/`))).toBe('turned away');
  });

  it('is not shown inside another page, runs nothing inline, and loads nothing from elsewhere', async () => {
    const page = await opened(host.url);
    await settled(page);
    const outcome = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'document.body.dataset.inline = "ran"';
      document.body.append(inline);
      const reached = await fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        () => 'blocked',
      );
      return { inline: document.body.dataset['inline'] ?? 'blocked', reached };
    });
    expect(outcome).toEqual({ inline: 'blocked', reached: 'blocked' });
  });
});

describe('a hostile page on another port of this computer', () => {
  let server: Server;
  let seen: IncomingMessage[];
  let port: number;

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(request);
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>evil</title>');
    });
    port = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('may be sent the cookie by the browser, and still cannot open a lane with it', async () => {
    await settled(await opened(host.url));
    const evil = await opened(`http://127.0.0.1:${port}/door/`);
    // The browser does not tell ports apart: this is why the cookie alone is worth nothing.
    expect(seen[0]?.headers.cookie).toContain(`acquaint-${host.port}=`);
    const outcome = await evil.evaluate(
      (target) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://127.0.0.1:${target}/door/read`, ['acquaint', 'A'.repeat(43)]);
          socket.addEventListener('open', () => resolve('opened'));
          socket.addEventListener('close', () => resolve('turned away'));
        }),
      host.port,
    );
    expect(outcome).toBe('turned away');
  });

  it('can neither read the page nor show it in a frame', async () => {
    const evil = await opened(`http://127.0.0.1:${port}/`);
    const outcome = await evil.evaluate(async (target) => {
      const read = await fetch(`http://127.0.0.1:${target}/`).then(
        () => 'read',
        () => 'blocked',
      );
      const frame = document.createElement('iframe');
      frame.src = `http://127.0.0.1:${target}/`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return read;
    }, host.port);
    expect(outcome).toBe('blocked');
    const framed = evil.frames().find((frame) => frame !== evil.mainFrame());
    expect(await framed?.title()).not.toMatch(/heard|turned away|starting/);
  });
});
