// The list of everybody, scrolled by the wheel in a real browser: how long each frame took.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { copyOfBook, percentile, runArm, spread, total } from '../arm.ts';
import { start } from '../start-arm.ts';

const HOST = fileURLToPath(new URL('../../../out/loopback/main.mjs', import.meta.url));
const ROW = '[data-list] [data-index]';
const TURNS = 120;
/** Pixels a turn of the wheel; every tenth is a fling. */
const STEP = 400;
const FLING = 4000;
/** A frame at 60 a second, and what a clock may be wrong by. */
const FRAME_MS = 17.5;

/** Counts every frame from now on. */
const countFrames = () => {
  const frames: number[] = [];
  Object.assign(globalThis, { frames });
  let last = performance.now();
  const count = (now: number) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
};

async function scroll(page: Page) {
  const list = page.locator('[data-list]').first();
  await list.hover();
  await page.evaluate(countFrames);
  for (let turn = 1; turn <= TURNS; turn += 1) await page.mouse.wheel(0, turn % 10 === 0 ? FLING : STEP);
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  const moved = await list.evaluate((element) => element.scrollTop);
  return { frames: frames.slice(2), moved };
}

await runArm('list-scroll', async (task) => {
  const book = await copyOfBook(task);
  let scrolled: Awaited<ReturnType<typeof scroll>> = { frames: [], moved: 0 };
  await start({
    words: [HOST, '--book', book],
    async ready(page) {
      await page.waitForSelector('nav');
      await page.evaluate(() => {
        location.hash = '#/people';
      });
      await page.locator(ROW).filter({ hasText: /\S/ }).first().waitFor();
    },
    afterwards: async (page) => {
      scrolled = await scroll(page);
    },
  });
  const { frames, moved } = scrolled;
  const late = frames.filter((ms) => ms > FRAME_MS).length;
  return {
    rows: frames.length,
    ms: total(frames),
    correct: { moved: moved > 10_000 ? 1 : 0 },
    figures: { ...spread(frames), worst: percentile(frames, 1), latePercent: (100 * late) / frames.length },
  };
});
