// A program and a browser started together, until something of the book is painted.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';

/** What is used of tests/browser/resolve.ts, whose types are out of reach here: tests build on scripts. */
interface BrowserFinder<Found extends { readonly executablePath: string }> {
  resolveBrowser(): Promise<Found>;
  environmentOf(browser: Found): Record<string, string>;
}

async function browserToStart() {
  const file = new URL('../../tests/browser/resolve.ts', import.meta.url);
  const finder = (await import(file.href)) as BrowserFinder<{ readonly executablePath: string }>; // as above
  const found = await finder.resolveBrowser();
  return { executablePath: found.executablePath, env: finder.environmentOf(found) };
}

/** What is started, and how to tell in the page that it is there. */
export interface Starting {
  /** Words after `node`; the program tells its address over the channel. */
  readonly words: readonly string[];
  readonly ready: (page: Page) => Promise<void>;
  /** What is done with it afterwards; not part of the time. */
  readonly afterwards?: (page: Page) => Promise<void>;
}

/** Resolves with the address the program says first; rejects when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('message', (message: { readonly url: string }) => resolve(message.url));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it was there`)));
  return promise;
}

/** Two frames: what is in the document by the first is on the screen by the second. */
const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

/** Most memory a process has held, in MiB; Linux only, else nothing. */
function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line === null ? undefined : Math.round(Number(line[1]) / 1024);
}

/** Milliseconds from starting both until the page is painted, and the program's memory. */
export async function start({ words, ready, afterwards }: Starting) {
  // Finding or unpacking a browser is no part of starting one.
  const launch = await browserToStart();
  const from = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let browser: Browser | undefined;
  try {
    const [address, launched] = await Promise.all([addressOf(child), chromium.launch(launch)]);
    browser = launched;
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    await ready(page);
    await painted(page);
    const ms = performance.now() - from;
    await afterwards?.(page);
    return { ms, rssMb: peakOf(child.pid) };
  } finally {
    await browser?.close();
    child.kill('SIGTERM');
    await ended;
  }
}
