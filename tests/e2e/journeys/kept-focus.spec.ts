// Whatever goes away under one's hands, the keyboard goes on near it, and a screen reader hears where.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { byPalette, tabTo } from './steps.ts';

test.use({ start: 'demo' });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('saved, left, made one and taken back: the heading of what is there has the focus', async ({ page }) => {
  const [shell, people, imports] = [new Shell(page), new PeoplePage(page), new ImportsPage(page)];

  await test.step('a form that is saved, and one that is left', async () => {
    await byPalette(shell, 'kwame', 'Kwame Boateng');
    await people.person('Kwame Boateng');
    for (const press of ['Save', 'Cancel']) {
      await page.keyboard.press('ControlOrMeta+e');
      await expect(page.getByRole('main').getByRole('textbox').first()).toBeFocused();
      await tabTo(page, new RegExp(`^${press}`));
      await page.keyboard.press('Enter');
      await expect(heading(page, 'Kwame Boateng')).toBeFocused();
    }
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the next press of Tab goes on from there', async () => {
    await page.keyboard.press('Tab');
    const isInside = await page
      .getByRole('main')
      .evaluate((main) => main.contains(document.activeElement) && document.activeElement !== main);
    expect(isInside).toBe(true);
  });

  await test.step('an import that is brought in, and taken back', async () => {
    await imports.drop({
      name: 'one.vcf',
      content: 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tamsin Ode\r\nEND:VCARD\r\n',
    });
    const batch = await imports.batch('one.vcf');
    await tabTo(page, 'Import');
    await page.keyboard.press('Enter');
    await expect(batch.pane.getByRole('heading', { name: 'Done' })).toBeVisible();
    await expect(heading(page, 'one.vcf')).toBeFocused();
    await tabTo(page, 'Undo this import');
    await page.keyboard.press('Enter');
    await expect(batch.pane.getByText('1 person was removed.')).toBeVisible();
    await expect(batch.pane.getByRole('button', { name: 'Import something else' })).toBeFocused();
  });
});

test('in a narrow window the page that takes the place of its list has the focus, and the list after Back', async ({
  page,
}) => {
  const shell = new Shell(page);
  await shell.go('People');
  await page.setViewportSize({ width: 480, height: 800 });
  const list = page.getByRole('listbox', { name: 'People' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeFocused();
  const back = page.getByRole('main').getByRole('button', { name: 'People' });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
});

test('what is being written in a dialog is not lost to the key of the palette', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+m');
  const line = page.getByRole('dialog', { name: 'Met someone' }).getByRole('textbox', { name: /line/ });
  await expect(line).toBeFocused();
  await page.keyboard.type('Tamsin Ode, about bees');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(line).toHaveValue('Tamsin Ode, about bees');
  await expect(line).toBeFocused();
});
