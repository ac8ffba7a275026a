// The one fixture of the journeys: the app with a book of its own, in the host the project names.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Browser, Page, ViewportSize } from '@playwright/test';
import type { HostOption } from '../../playwright.config.ts';
import { launchElectron } from './launch-electron.ts';
import { openPage, startHost } from './launch-loopback.ts';

/** What a test may choose; the host comes from the project. */
export interface AppOptions {
  /** An empty book, or the made-up network. */
  readonly start: 'empty' | 'demo';
}

export interface Saved {
  readonly fileName: string;
  readonly text: string;
}

export interface App {
  readonly page: Page;
  /** The book's file; absent for the demo, which is thrown away. */
  readonly book: string | undefined;
  /** Which links were handed to the system; nothing is really opened. */
  readonly openedLinks: () => Promise<string[]>;
  /** Does what saves a file; answers what was saved and under which name. */
  readonly saves: (press: () => Promise<void>) => Promise<Saved>;
  /** Ends the app and starts it on the same book; answers the new page. */
  readonly restart: () => Promise<Page>;
  /** The same for a book that will be locked: nothing of it is waited for. */
  readonly restartLocked: () => Promise<Page>;
}

interface Started {
  readonly page: Page;
  readonly watched: string[];
  readonly openedLinks: App['openedLinks'];
  readonly saves: App['saves'];
  readonly close: () => Promise<number | null>;
}

/** Leads what would open outside into a list of the page. */
const catchWindows = () => {
  const opened: string[] = [];
  Object.assign(globalThis, { opened });
  window.open = (href) => {
    opened.push(String(href));
    return null;
  };
};

async function onLoopback(
  browser: Browser,
  args: readonly string[],
  viewport: ViewportSize | null,
): Promise<Started> {
  const host = await startHost(args);
  const { page, watched } = await openPage(browser, host.url, {
    viewport,
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
  });
  await page.evaluate(catchWindows);
  return {
    page,
    watched,
    openedLinks: () => page.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    saves: async (press) => {
      const begun = page.waitForEvent('download');
      await press();
      const download = await begun;
      return {
        fileName: download.suggestedFilename(),
        text: readFileSync(await download.path(), 'utf8'),
      };
    },
    close: async () => {
      await page.context().close();
      return host.close();
    },
  };
}

async function onElectron(args: readonly string[], folder: string, viewport: ViewportSize): Promise<Started> {
  const app = await launchElectron({ args, userData: folder });
  const watched: string[] = [];
  app.page.context().on('request', (request) => watched.push(request.url()));
  await app.page.setViewportSize(viewport);
  const place = join(folder, 'saved');
  await app.evaluate(({ shell, session }, path) => {
    const opened: string[] = [];
    const saved: string[] = [];
    Object.assign(globalThis, { opened, saved });
    // Where the owner would be asked for a place, a second listener answers.
    session.defaultSession.on('will-download', (event, item) => {
      if (event.defaultPrevented) return;
      item.once('done', () => saved.push(item.getFilename()));
      item.setSavePath(path);
    });
    shell.openExternal = (href) => {
      opened.push(href);
      return Promise.resolve();
    };
  }, place);
  const saved = () => app.evaluate(() => (globalThis as unknown as { saved: string[] }).saved);
  return {
    page: app.page,
    watched,
    openedLinks: () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
    saves: async (press) => {
      const { length } = await saved();
      await press();
      await expect.poll(saved).toHaveLength(length + 1);
      return { fileName: (await saved()).at(-1) ?? '', text: readFileSync(place, 'utf8') };
    },
    close: app.close,
  };
}

/** Console errors and thrown errors of a page, as they come. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  return faults;
}

/** Where a page may get things from: its own origin (sockets too), and what it made itself. */
function isOwn(address: string, page: string): boolean {
  const [{ host }, url] = [new URL(page), new URL(address)];
  return url.host === host || url.protocol === 'blob:';
}

interface Ready extends Started {
  readonly faults: string[];
}

/** Waits until the page is connected and listens to drops and keys: the book's name is at the foot of the sidebar. */
async function ready(started: Started, isLocked = false): Promise<Ready> {
  const { page } = started;
  const faults = faultsOf(page);
  page.setDefaultTimeout(10_000);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const there = isLocked
    ? page.getByRole('heading', { name: 'Acquaint is locked' })
    : page.getByRole('navigation').getByText(/^(journey|Demo book)$/);
  await expect(there).toBeVisible({
    timeout: 15_000,
  });
  return { ...started, faults };
}

export const test = base.extend<
  HostOption & AppOptions & { app: App; page: Page },
  { ownBrowser: () => Promise<Browser> }
>({
  host: ['loopback', { option: true }],
  start: ['empty', { option: true }],
  // Launched only where it is used: the desktop app brings its own.
  ownBrowser: [
    async ({ playwright, launchOptions }, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= playwright.chromium.launch(launchOptions)));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ host, start: content, viewport, ownBrowser }, use, info) => {
    // A whole journey, on a computer that may be doing other things.
    info.setTimeout(90_000);
    const folder = mkdtempSync(join(tmpdir(), 'acquaint-e2e-'));
    const book = content === 'demo' ? undefined : join(folder, 'journey.acquaint');
    const args = book === undefined ? ['--demo'] : ['--book', book];
    const size = viewport ?? { width: 1280, height: 800 };
    const start = async (isLocked = false) =>
      ready(
        host === 'electron'
          ? await onElectron(args, folder, size)
          : await onLoopback(await ownBrowser(), args, size),
        isLocked,
      );
    const end = async ({ page, watched, faults, close }: Ready) => {
      expect(faults).toEqual([]);
      const home = page.url();
      expect(watched.filter((address) => !isOwn(address, home))).toEqual([]);
      expect(await close()).toBe(0);
    };
    let running = await start();
    const restart = async (isLocked: boolean) => {
      await end(running);
      running = await start(isLocked);
      return running.page;
    };
    await use({
      page: running.page,
      book,
      openedLinks: () => running.openedLinks(),
      saves: (press) => running.saves(press),
      restart: () => restart(false),
      restartLocked: () => restart(true),
    });
    await end(running);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  page: async ({ app }, use) => use(app.page),
});

/** A day as either host writes it: the desktop app takes the computer's own order. */
export const onDay = (day: number, month: string, year: number): RegExp =>
  new RegExp(`${day} ${month} ${year}|${month} ${day}, ${year}`);

export { expect };
