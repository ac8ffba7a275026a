// The look-up by keyboard: a company, a role, and a name that is not in the book, each to its letter.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Letter, NetworkPage } from '../pages/network.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';

test.use({ start: 'demo' });

/** Types into the field and goes down the list to what is offered. */
async function choose(page: Page, typed: string, offer: RegExp): Promise<void> {
  const { field } = new NetworkPage(page);
  await field.focus();
  await field.fill(typed);
  await expect(page.getByRole('option', { name: offer }).first()).toBeVisible();
  for (let step = 0; step < 20; step += 1) {
    const isThere = await page.getByRole('option', { name: offer, selected: true }).count();
    if (isThere > 0) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
    if (text === name) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

const inOrder = async (page: Page): Promise<void> => {
  expect(await violations(page)).toEqual([]);
  const { width = 1280, height = 800 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: 480, height: 800 });
  expect(await tooWide(page)).toEqual([]);
  await page.setViewportSize({ width, height });
};

test('a company: what to do, whom I know there, who knows somebody there, and the request', async ({
  page,
}) => {
  await new Shell(page).go('Network');
  await choose(page, 'Solar', /^Solar Kiosk.*Organisation$/);
  const advice = page.getByRole('article', { name: 'What to do' });
  await expect(advice.getByRole('heading')).toHaveText(
    'Ask Wanjirũ Kamau to introduce you to Kwame Boateng.',
  );
  await expect(page.getByRole('heading', { name: 'Whom you know at Solar Kiosk' })).toBeVisible();
  const through = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Who knows somebody at Solar Kiosk' }),
  });
  await expect(through.getByRole('listitem').first()).toContainText('Wanjirũ Kamau');
  await inOrder(page);
  await tabTo(page, 'Draft the request');
  await page.keyboard.press('Enter');
  const letter = new Letter(page, 'Ask for an introduction', advice);
  await expect(letter.body).toHaveValue(/introduce me to Kwame Boateng/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('I would like to hear how a kiosk pays for itself');
  await page.keyboard.press('Tab');
  await expect(letter.body).toHaveValue(/I would like to hear how a kiosk pays for itself\./);
  await inOrder(page);
  await test.step('and on from somebody there', async () => {
    await tabTo(page, 'Reach Oyelaran Adeyemi');
    await page.keyboard.press('Enter');
    await expect(new NetworkPage(page).field).toHaveValue('Oyelaran Adeyemi');
    await page.goBack();
    await expect(new NetworkPage(page).field).toHaveValue('Solar Kiosk');
  });
});

test('a role: whoever a query finds', async ({ page }) => {
  await new Shell(page).go('Network');
  await choose(page, 'engin', /^Engineer.*Role$/);
  await expect(page.getByRole('heading', { name: 'Who knows one of them' })).toBeVisible();
  await expect(page.getByText(/^\d people in your book; you have to do with 3 of them$/)).toBeVisible();
  await expect(page.getByRole('article', { name: 'What to do' })).toContainText(/^Ask /);
  await choose(page, 'role:engineer company:"Open Rails"', /^Everybody found by/);
  await expect(page.getByText('1 person in your book')).toBeVisible();
});

test('a name that is not in the book: ways by company and mutual contacts, and a brief note', async ({
  page,
}) => {
  await new Shell(page).go('Network');
  await choose(page, 'Amina Wanjala', /is not in my book/);
  const advice = page.getByRole('article', { name: 'What to do' });
  await expect(page.getByRole('heading', { name: 'Amina Wanjala is not in your book' })).toBeVisible();
  await expect(advice).toContainText('No verified path yet');
  await test.step('the note', async () => {
    await tabTo(page, 'Draft the note');
    await page.keyboard.press('Enter');
    const letter = new Letter(page, 'A brief note saying why', advice);
    await expect(letter.body).toHaveValue(/^Hi Amina,\nI am Mara Lindqvist/);
    await expect(advice.getByText(/characters left of 200$/)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Your notes on shade trees are the clearest I know');
    await page.keyboard.press('Enter');
    await expect(letter.body).toHaveValue(/Your notes on shade trees are the clearest I know\./);
    await inOrder(page);
  });
  await test.step('what is known of them opens ways', async () => {
    await page.getByLabel('Where they work').focus();
    await page.keyboard.type('Solar Kiosk');
    await page.keyboard.press('Enter');
    await expect(advice.getByRole('heading')).toHaveText(
      'Ask Wanjirũ Kamau whether they know Amina Wanjala: they lead to somebody at Solar Kiosk.',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tomás Rivera Quispe, Nobody Atall and 3 other mutual connections');
    await page.keyboard.press('Tab');
    await expect(advice.getByRole('heading')).toHaveText(
      'Ask Tomás Rivera Quispe whether they can introduce you to Amina Wanjala: you have them in common.',
    );
    await expect(page.getByText('Nobody Atall is not in your book.')).toBeVisible();
    await tabTo(page, 'Draft the request');
    await page.keyboard.press('Enter');
    const letter = new Letter(page, 'Ask for an introduction', advice);
    await expect(letter.body).toHaveValue(/^Hi Tomás,[^]*introduce me to Amina Wanjala \(Solar Kiosk\)/);
  });
  await test.step('who could be meant', async () => {
    await choose(page, 'Wanjiru Kamou', /is not in my book/);
    await expect(page.getByRole('link', { name: 'Reach Wanjirũ Kamau' })).toBeVisible();
    await inOrder(page);
  });
});
