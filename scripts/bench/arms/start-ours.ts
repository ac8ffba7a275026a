// The built browser host with the prepared book, until the list of people is painted.
import { fileURLToPath } from 'node:url';
import { copyOfBook, runArm } from '../arm.ts';
import { start } from '../start-arm.ts';

const HOST = fileURLToPath(new URL('../../../out/loopback/main.mjs', import.meta.url));
const ROW = '[data-list] [data-index]';
const NOBODY = 'section [data-search]';

await runArm('start-ours', async (task) => {
  const book = await copyOfBook(task);
  let rows = 0;
  const { ms, rssMb } = await start({
    words: [HOST, '--book', book],
    async ready(page) {
      // The first screen is Today; the list is one step further.
      await page.waitForSelector('nav');
      await page.evaluate(() => {
        location.hash = '#/people';
      });
      // A row that is still a skeleton has no words.
      const there = task.n === 0 ? page.locator(NOBODY) : page.locator(ROW).filter({ hasText: /\S/ });
      await there.first().waitFor();
      rows = await page.locator(ROW).count();
    },
  });
  return {
    rows,
    ms,
    ...(rssMb === undefined ? {} : { rssMb }),
    correct: { painted: rows > 0 === task.n > 0 ? 1 : 0 },
  };
});
