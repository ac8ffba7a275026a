// The lock: set, fallen, guessed at, opened – and what was being written is still there.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

const PASSPHRASE = 'open sesame';

const field = (page: Page) => page.getByLabel('Passphrase or PIN');
const heading = (page: Page) => page.getByRole('heading', { name: 'Acquaint is locked' });

async function setTheLock(page: Page): Promise<void> {
  await new Shell(page).go('Settings');
  await field(page).focus();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
}

async function unlock(page: Page): Promise<void> {
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveCount(0);
}

async function addPerson(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('Noor Haddad, noor@letter.test');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a locked book shows nothing, opens with its passphrase alone, and keeps the place', async ({
  app,
  page,
}) => {
  const shell = new Shell(page);
  await addPerson(page);
  await setTheLock(page);
  await shell.go('People');
  await page.getByRole('option', { name: /Noor Haddad/ }).click();
  await expect(page.getByRole('article', { name: 'Noor Haddad' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(heading(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const html = await page.content();
  expect(html).not.toContain('Noor');
  expect(html).not.toContain('letter.test');
  expect(await page.title()).toBe('Acquaint');
  expect(page.url()).not.toContain('people');

  await test.step('no key and no file gets past it', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a wrong passphrase opens nothing', async () => {
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('close sesame');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('That is not it.');
    await expect(field(page)).toHaveValue('');
  });

  await test.step('the right one leads back to where one was', async () => {
    await unlock(page);
    await expect(page.getByRole('article', { name: 'Noor Haddad' })).toBeVisible();
    expect(page.url()).toContain('#/people/');
  });

  await test.step('a new start is locked', async () => {
    const again = await app.restartLocked();
    await expect(heading(again)).toBeVisible();
    expect(await again.content()).not.toContain('Noor');
    await unlock(again);
    await new Shell(again).go('People');
    await expect(again.getByRole('option', { name: /Noor Haddad/ })).toBeVisible();
  });
});

test('what is being written when the lock falls is there again afterwards', async ({ page }) => {
  await setTheLock(page);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  const dialog = page.getByRole('dialog', { name: 'Met someone' });
  const line = dialog.getByRole('textbox', { name: /line/ });
  await expect(line).toBeFocused();
  await page.keyboard.type('Noor Haddad, half a line about');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(heading(page)).toBeVisible();
  expect(await page.content()).not.toContain('Noor');
  expect(await page.locator('dialog').count()).toBe(0);
  await unlock(page);
  await expect(line).toHaveValue('Noor Haddad, half a line about');
  await expect(line).toBeFocused();
  // Still modal: the rest is out of reach.
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
  await page.keyboard.type(' type');
  await expect(line).toHaveValue('Noor Haddad, half a line about type');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
