// The one fixture of the journeys: the app with a book of its own, in the host the project names.
import { mkdtempSync, rmSync } from 'node:fs';
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

export interface App {
  readonly page: Page;
  /** The book's file; absent for the demo, which is thrown away. */
  readonly book: string | undefined;
  /** Which links were handed to the system; nothing is really opened. */
  readonly openedLinks: () => Promise<string[]>;
  /** Console errors the test itself provokes. */
  readonly expectConsole: (text: RegExp) => void;
}

interface Started {
  readonly page: Page;
  readonly watched: string[];
  readonly openedLinks: () => Promise<string[]>;
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
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (href) => {
      opened.push(href);
      return Promise.resolve();
    };
  });
  return {
    page: app.page,
    watched,
    openedLinks: () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened),
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
  app: async ({ host, start, viewport, ownBrowser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'acquaint-e2e-'));
    const book = start === 'demo' ? undefined : join(folder, 'journey.acquaint');
    const args = book === undefined ? ['--demo'] : ['--book', book];
    const size = viewport ?? { width: 1280, height: 800 };
    const started =
      host === 'electron'
        ? await onElectron(args, folder, size)
        : await onLoopback(await ownBrowser(), args, size);
    const { page, watched, openedLinks } = started;
    const faults = faultsOf(page);
    const expected: RegExp[] = [];
    page.setDefaultTimeout(10_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    // The book's name at the foot of the sidebar: the page is connected and listens to drops and keys.
    await expect(page.getByRole('navigation').getByText(/^(journey|Demo book)$/)).toBeVisible({
      timeout: 15_000,
    });
    await use({ page, book, openedLinks, expectConsole: (text) => expected.push(text) });
    expect(faults.filter((fault) => !expected.some((text) => text.test(fault)))).toEqual([]);
    const home = page.url();
    expect(watched.filter((address) => !isOwn(address, home))).toEqual([]);
    expect(await started.close()).toBe(0);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  page: async ({ app }, use) => use(app.page),
});

/** A day as either host writes it: the desktop app takes the computer's own order. */
export const onDay = (day: number, month: string, year: number): RegExp =>
  new RegExp(`${day} ${month} ${year}|${month} ${day}, ${year}`);

export { expect };
