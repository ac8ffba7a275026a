// Starts the built browser host for a test and opens its page in a browser of ours.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

const PROJECT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(PROJECT, 'out/loopback/main.mjs');

export interface RunningHost {
  /** The address with its one-time token. */
  readonly url: string;
  /** Ends it as a signal would and answers its exit code. */
  readonly close: () => Promise<number | null>;
}

/** Starts the host and waits until it says where it is. */
export async function startHost(args: readonly string[]): Promise<RunningHost> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: PROJECT,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolved) => {
    child.once('exit', resolved);
  });
  let output = '';
  const url = await new Promise<string>((found, failed) => {
    const read = (part: Buffer) => {
      output += part.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/.exec(output) ?? [];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => failed(new Error(`the host ended with ${code}\n${output}`)));
  });
  return {
    url,
    close: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs the host where it should refuse: answers how it ended and what it said. */
export async function runHost(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  // Node warns in so many words where a runner sets both of these.
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: PROJECT,
    env: { ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  }
  return new Promise((resolved) => {
    child.once('close', (code) => resolved({ code, said }));
  });
}

/** Opens the host's page in a context of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; watched: string[] }> {
  const context = await browser.newContext(options);
  const watched: string[] = [];
  // Of the whole context, so that a second page would be noticed too.
  context.on('request', (request) => watched.push(request.url()));
  const page = await context.newPage();
  page.on('websocket', (socket) => watched.push(socket.url()));
  await page.goto(url);
  return { page, watched };
}
