// Two people who worked together once: their jobs are typed by keyboard, the tie follows, and the owner's word ends it.
import { expect, test } from '../app.ts';
import { PeoplePage } from '../pages/people.ts';
import type { PersonPage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

/** Types a job into somebody's list, which was empty. */
async function workedThere({ page, pane }: PersonPage, org: string, from: string, to: string): Promise<void> {
  await pane.getByRole('button', { name: 'Add a job' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Where .* has worked/ });
  const job = dialog.getByRole('group', { name: 'Job 1' });
  await job.getByRole('textbox', { name: 'Organisation' }).focus();
  await page.keyboard.type(org);
  for (const [end, year] of [
    ['From', from],
    ['To', to],
  ] as const) {
    await job.getByRole('textbox', { name: end }).focus();
    await page.keyboard.type(year);
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('who worked together in the same years is likely acquainted, until the owner says otherwise', async ({
  page,
}) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('People');
  await people.search.fill('omar');
  const omar = await people.open('Omar El-Khatib');
  await workedThere(omar, 'Cedar Mill', '2017', '2021');
  await people.search.fill('priya');
  const other = await people.open('Priya Venkataraman');
  await workedThere(other, 'CEDAR MILL', '2019', '2023');

  const known = other.section(/^Who knows/);
  const row = known.getByRole('listitem').filter({ hasText: 'Omar El-Khatib' });
  await expect(row).toContainText('Both at CEDAR MILL, 2019–2021');
  await expect(row).toContainText('Likely');
  expect(await violations(page)).toEqual([]);

  await test.step('the job is taken back, and with it the tie', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(row).toBeHidden();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(row).toBeVisible();
  });

  await test.step('the owner says that the two do not know each other', async () => {
    await known.getByRole('button', { name: 'Say who knows Priya Venkataraman' }).press('Enter');
    const form = other.pane.getByRole('form', { name: 'Somebody knows Priya Venkataraman' });
    await form.getByRole('combobox', { name: 'Who knows Priya Venkataraman?' }).fill('omar');
    await page.getByRole('option', { name: 'Omar El-Khatib' }).click();
    await form
      .getByRole('combobox', { name: 'How well', exact: true })
      .selectOption('They do not know each other');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(row).toBeHidden();
  });
});
