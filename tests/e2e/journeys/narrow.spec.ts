// A narrow window tells as much as a wide one: whole names, whole verdicts, what colours mean; and a page that is read from
// the right has names in line with their labels, cut at their ends.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';
import { byPalette } from './steps.ts';

test.use({ start: 'demo' });

const NARROW = { width: 480, height: 880 };

/** The words on the page that end in dots. */
const cut = (page: Page) =>
  page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('*')].flatMap((element) => {
      const isCut =
        getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
      return isCut ? [element.textContent] : [];
    }),
  );

test('nothing on Today ends in dots, and the picture of the network says what its colours mean', async ({
  page,
}) => {
  const shell = new Shell(page);
  await page.setViewportSize(NARROW);
  await shell.go('Today');
  await expect(page.getByText('Ask somebody who knows both').first()).toBeVisible();
  expect(await cut(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);

  await page.evaluate(() => {
    window.location.hash = '#/network/picture';
  });
  await expect(page.getByRole('list', { name: 'What it means' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('from the right, a name stands where the words around it stand', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await new Shell(page).go('Today');
  const line = page.getByRole('link').filter({ hasText: 'Annegret Schwarzenberger-Oberhauser' }).first();
  // The edges of the words themselves, not of the boxes they stand in.
  const edges = await line.evaluate((element) =>
    [...element.querySelectorAll('[dir="auto"]')].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(edges).toHaveLength(2);
  expect(Math.abs(edges[0]! - edges[1]!)).toBeLessThanOrEqual(1);
});

test('the sheet of shortcuts has the keys of every screen, and an export says whom it is of', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const group of ['On an invitation', 'On a name on the list', 'In the picture of the network'])
    await expect(sheet.getByRole('heading', { name: group })).toBeVisible();
  await page.keyboard.press('Escape');
  await byPalette(new Shell(page), 'export people', /^Export people/);
  await expect(page.getByRole('dialog').getByText('Everybody (74 people)')).toBeVisible();
});
