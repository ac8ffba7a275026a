// npm run pictures: the README's pictures from the made-up network. With `-- --review FOLDER`: every screen, in both
// themes and two window sizes, of an empty book, the made-up network and a book of 10 000 people.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { openBook } from '#db/client.ts';
import { connectionsCsv, people } from './bench/generate.ts';
import { connectInProcess, drain, stageFiles } from './in-process-client.ts';
import { launchBrowser, lookAt, openPage, shoot, startHost } from './pictures/host.ts';
import { SCREENS, SHOWN, VERDICT_SCREENS } from './pictures/screens.ts';
import type { Screen } from './pictures/screens.ts';
import { smallPng } from './pictures/small-png.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const LARGEST_BYTES = 250 * 1024;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
] as const;

/** Opens a host for as long as `look` needs it. */
async function withPage(
  browser: Browser,
  words: readonly string[],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const host = await startHost(words);
  const { page, context } = await openPage(browser, host.url);
  try {
    await look(page);
  } finally {
    await context.close();
    await host.close();
  }
}

/** Shows one screen and takes its picture; answers its file, or nothing where there is nothing to show. */
async function picture(page: Page, { name, open }: Screen, file: string): Promise<string | undefined> {
  if (!(await open(page))) {
    console.log(`${name}: nothing to show`);
    return undefined;
  }
  const png = smallPng(await shoot(page));
  writeFileSync(file, png);
  await page.keyboard.press('Escape');
  if (png.length > LARGEST_BYTES) console.warn(`${file}: ${Math.ceil(png.length / 1024)} KiB is a lot`);
  return file;
}

async function takeShown(browser: Browser, folder: string): Promise<void> {
  await withPage(browser, ['--demo'], async (page) => {
    for (const colorScheme of THEMES) {
      await lookAt(page, { width: 1440, height: 900, colorScheme });
      for (const screen of SHOWN) {
        const end = colorScheme === 'dark' ? '-dark.png' : '.png';
        await picture(page, screen, path.join(folder, `${screen.name}${end}`));
      }
    }
    await lookAt(page, { width: 480, height: 800, colorScheme: 'light' });
    const person = SHOWN.find(({ name }) => name === 'person')!;
    await picture(page, person, path.join(folder, 'narrow.png'));
  });
}

/** A book of many made-up people. */
async function fill(file: string, count: number): Promise<void> {
  const book = await openBook({ file, workerUrl: new URL('../db/worker.ts', import.meta.url) });
  const { client, disconnect } = connectInProcess(book);
  const bytes = new TextEncoder().encode(connectionsCsv(people(count, 1)));
  const { result } = await stageFiles(client, [{ name: 'Everybody.csv', bytes }]);
  await drain(await client.imports.apply({ id: result.batchId }));
  disconnect();
  await book.close();
}

async function takeAll(browser: Browser, folder: string): Promise<void> {
  const books = mkdtempSync(path.join(tmpdir(), 'acquaint-pictures-'));
  const many = path.join(books, 'many.acquaint');
  await fill(many, 10_000);
  const states = {
    empty: ['--book', path.join(books, 'empty.acquaint')],
    demo: ['--demo'],
    many: ['--book', many],
  };
  for (const [state, words] of Object.entries(states)) {
    await withPage(browser, words, async (page) => {
      for (const size of SIZES) {
        for (const colorScheme of THEMES) {
          await lookAt(page, { ...size, colorScheme });
          const screens = state === 'demo' ? [...SCREENS, ...VERDICT_SCREENS] : SCREENS;
          for (const screen of screens) {
            const name = `${state}-${screen.name}-${colorScheme}-${size.width}.png`;
            await picture(page, screen, path.join(folder, name));
          }
        }
      }
    });
  }
  rmSync(books, { recursive: true, force: true });
}

const { values } = parseArgs({ options: { review: { type: 'string' } } });
const folder =
  values.review === undefined ? path.join(PROJECT, 'docs', 'pictures') : path.resolve(values.review);
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await (values.review === undefined ? takeShown(browser, folder) : takeAll(browser, folder));
} finally {
  await browser.close();
}
