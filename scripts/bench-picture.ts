// npm run bench:picture -- [--people N …] [--seed N]
// How long it takes until the picture of the whole network stands, and how long a frame takes while it is dragged and
// once it rests. In the project's own browser, which paints without a graphics card.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { percentile } from './bench/arm.ts';
import { bookOf, BUILT_WORKER } from './bench/prepare.ts';
import { launchBrowser, startHost } from './pictures/host.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', multiple: true, default: ['5000', '100000'] },
    seed: { type: 'string', default: '20260' },
  },
});
const FRAMES = 60;
/** The layout of a hundred thousand on a busy machine. */
const PATIENCE = 60_000;

const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-picture-'));
const browser = await launchBrowser();
try {
  for (const people of values.people) await measure(browser, Number(people));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(within: Browser, n: number): Promise<void> {
  const prepared = { n, seed: Number(values.seed), shared: folder, workerUrl: BUILT_WORKER };
  const file = path.join(folder, `picture-${n}.acquaint`);
  copyFileSync(await bookOf(prepared, 'network'), file);
  const host = await startHost(['--book', file]);
  const page = await within.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  try {
    await page.goto(host.url);
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
    // The book reads its network in the background after it is opened; that is not what is measured here.
    await page.goto(`${new URL(host.url).origin}/#/network?org=nobody`);
    await page.waitForTimeout(8000);
    const from = performance.now();
    await page.evaluate(() => (location.hash = '#/network/picture'));
    await page.getByRole('application').waitFor();
    const stands = performance.now() - from;
    await page
      .getByRole('status')
      .filter({ hasText: /[\d,]+ ties?$/ })
      .waitFor();
    const settled = performance.now() - from;
    const dragged = await framesWhile(page);
    console.log(
      `${n} people: stands after ${stands.toFixed(0)} ms, settled after ${settled.toFixed(0)} ms; dragged a frame takes ` +
        `p50 ${percentile(dragged, 0.5).toFixed(1)} ms, p95 ${percentile(dragged, 0.95).toFixed(1)} ms`,
    );
  } finally {
    await page.close();
    await host.close();
  }
}

/** Milliseconds between frames while the picture is dragged about, as the page itself sees them. */
async function framesWhile(page: Page): Promise<number[]> {
  const picture = page.getByRole('application');
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await page.mouse.down();
  const frames = page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const next = (now: number): void => {
          times.push(now);
          if (times.length <= count) requestAnimationFrame(next);
          else resolve(times.slice(1).map((time, at) => time - times[at]!));
        };
        requestAnimationFrame(next);
      }),
    FRAMES,
  );
  const done = frames.then(() => true);
  for (let step = 0; !(await Promise.race([done, moved(page, x, y, step)])); step += 1);
  await page.mouse.up();
  return frames;
}

/** A step of a round about the middle; answers that there is more to do. */
async function moved(page: Page, x: number, y: number, step: number): Promise<boolean> {
  await page.mouse.move(x + 120 * Math.sin(step / 8), y + 80 * Math.cos(step / 8));
  return false;
}
