// The built browser host with a clock that always begins at the same moment, and a browser to look at it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');

/** When every picture is taken: a Tuesday morning, so that a picture changes only when the app does. */
export const NOW = Date.UTC(2026, 5, 16, 9, 30);

/** Put before the program and, by inheritance, before each of its threads. */
const CLOCK = `
  const began = Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...words) { words.length === 0 ? super(Real.now() - began + ${NOW}) : super(...words); }
    static now() { return Real.now() - began + ${NOW}; }
  };`;

/** What is used of tests/browser/resolve.ts, whose types are out of reach here: tests build on scripts. */
interface BrowserFinder<Found extends { readonly executablePath: string }> {
  resolveBrowser(): Promise<Found>;
  environmentOf(browser: Found): Record<string, string>;
}

/** A browser as the tests use it. */
export async function launchBrowser(): Promise<Browser> {
  const file = new URL('../../tests/browser/resolve.ts', import.meta.url);
  const finder = (await import(file.href)) as BrowserFinder<{ readonly executablePath: string }>; // as above
  const { executablePath, ...found } = await finder.resolveBrowser();
  const env = finder.environmentOf({ executablePath, ...found });
  return chromium.launch({ executablePath, env, chromiumSandbox: false });
}

export interface Host {
  readonly url: string;
  close(): Promise<unknown>;
}

/** Starts the built host; the program tells its address over the channel. */
export async function startHost(words: readonly string[]): Promise<Host> {
  const clock = `data:text/javascript,${encodeURIComponent(CLOCK)}`;
  const program = path.join(PROJECT, 'out', 'loopback', 'main.mjs');
  const child = spawn(process.execPath, ['--import', clock, program, ...words], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, TZ: 'UTC' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { readonly url: string }) => resolve(message.url));
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  return {
    url,
    close: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Opens the host's page once; pages share the session, so further looks are changes of this one. */
export async function openPage(
  browser: Browser,
  url: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.setFixedTime(NOW);
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
  return { page, context };
}

/** Gives the window its size and colours. */
export async function lookAt(page: Page, { width, height, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

const MOST_LOOKS = 8;

/** Waits until nothing is on its way any more, and takes the picture once two looks are the same. */
export async function shoot(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], [data-skeleton]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const look = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let last = await look();
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    const next = await look();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`the page does not come to rest: ${page.url()}`);
}
