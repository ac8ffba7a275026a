// The further pictures of the network: whom one met when, from whom people come, and one's circles, by keyboard.
import { expect, test } from '../app.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

test('a year leads to the people met in it, as many as its bar says', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('Network');
  await page.getByRole('link', { name: 'Over time' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Over time' })).toHaveAttribute('aria-current', 'page');
  const table = page.getByRole('table', { name: 'People met over time' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Month' }).check();
  const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: 'DevConf' }) });
  const count = Number(await row.getByRole('cell').first().innerText());
  expect(count).toBeGreaterThan(1);
  await row.getByRole('rowheader').getByRole('link').press('Enter');
  await expect(people.search).toHaveValue(/^met:\d{4}-\d\d$/);
  await people.expectTotal(count);
});

test('the tree of sources is gone through by keys and leads to a person', async ({ page }) => {
  const shell = new Shell(page);
  await shell.go('Network');
  await page.getByRole('link', { name: 'Sources' }).press('Enter');
  const tree = page.getByRole('tree', { name: 'Sources' });
  const first = tree.getByRole('treeitem').first();
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  expect(await violations(page)).toEqual([]);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const introducer = tree.getByRole('treeitem', { name: /^Omar El-Khatib/ });
  await expect(introducer).toBeFocused();
  await expect(introducer).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { level: 3 }).first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Omar El-Khatib' })).toBeVisible();
});

test('the circles say in words what they draw', async ({ page }) => {
  const shell = new Shell(page);
  await shell.go('Network');
  await page.getByRole('link', { name: 'Circles' }).press('Enter');
  const list = page.getByRole('group', { name: 'People by circle' });
  const trusted = list.getByRole('region', { name: 'Trust' });
  await expect(trusted.getByRole('link', { name: 'Omar El-Khatib' })).toBeVisible();
  await expect(trusted.getByText(/month/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await trusted.getByRole('link', { name: 'Omar El-Khatib' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Omar El-Khatib' })).toBeVisible();
});
