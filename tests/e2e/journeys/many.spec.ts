// Many people at once, by keys alone: chosen, tagged, met, exported; tags made one; all of it taken back.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import type { App } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { stateHash } from '../state-hash.ts';
import { tooWide, violations } from '../violations.ts';
import { byPalette } from './steps.ts';

const NAMES = ['Ada Okafor', 'Bo Falk', 'Cleo Marsh', 'Dee Lund', 'Emre Kaya'];

const card = (fn: string, at: number): string => {
  const [given = '', family = ''] = fn.split(' ');
  const email = at === 3 ? '' : `EMAIL:${given.toLowerCase()}@example.org\r\n`;
  const org = at < 3 ? 'ORG:Kawa Press\r\n' : '';
  return `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${fn}\r\nN:${family};${given};;;\r\n${org}${email}END:VCARD\r\n`;
};

async function bringFive(page: Page): Promise<void> {
  const imports = new ImportsPage(page);
  await imports.drop({ name: 'five.vcf', content: Buffer.from(NAMES.map(card).join('')) });
  await (await imports.batch('five.vcf')).apply();
  await page.keyboard.press('ControlOrMeta+2');
  await new PeoplePage(page).expectTotal(5);
}

const bar = (page: Page): Locator => page.getByRole('group', { name: 'Selected people' });
const chosen = (page: Page): Locator =>
  new PeoplePage(page).list.getByRole('option', { selected: true }).locator('[dir="auto"]').first();

async function tagChosen(page: Page, tag: string): Promise<void> {
  await byPalette(new Shell(page), 'Tag the sel', /Tag the selected people/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(tag);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Tags' }).getByText(tag)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: /Notifications/ }).getByText(text);

/** From the search box into the list, to its first row. */
async function intoList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
}

test('three are chosen by keys, tagged in one deed, and it is taken back after a restart', async ({
  page,
  app,
}) => {
  const people = new PeoplePage(page);
  await bringFive(page);
  const before = stateHash(app.book ?? '');
  await intoList(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('3 selected');
  await expect(people.list).toHaveAttribute('aria-multiselectable', 'true');
  await expect(people.list.getByRole('option', { selected: true })).toHaveCount(3);
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);

  await test.step('one less and one more', async () => {
    await page.keyboard.press('Shift+ArrowUp');
    await expect(bar(page)).toContainText('2 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page)).toContainText('3 selected');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toHaveCount(0);
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(bar(page)).toContainText('3 selected');
  });

  await tagChosen(page, 'speaker');
  await expect(toast(page, 'Tagged 3 people: speaker')).toBeVisible();
  await page.getByRole('searchbox').fill('tag:speaker');
  await people.expectTotal(3);
  // Another search lets go of those chosen, and says so.
  await expect(toast(page, /the selection was let go/)).toBeVisible();
  await expect(bar(page)).toHaveCount(0);

  await test.step('the history knows it as one deed, also after a restart', async () => {
    const again = await app.restart();
    await expect(again.getByRole('navigation')).toBeVisible();
    await again.keyboard.press('ControlOrMeta+,');
    await expect(again.getByText('Tagged 3 people: speaker')).toBeVisible();
    await again.keyboard.press('ControlOrMeta+z');
    await expect(toast(again, 'Taken back: Tagged 3 people: speaker')).toBeVisible();
    expect(stateHash(app.book ?? '')).toEqual(before);
    await again.keyboard.press('ControlOrMeta+Shift+z');
    await expect(toast(again, 'Done again: Tagged 3 people: speaker')).toBeVisible();
  });
});

test('everybody whom a search finds is met at an event, but one', async ({ page }) => {
  const people = new PeoplePage(page);
  await bringFive(page);
  await page.keyboard.press('/');
  await page.keyboard.type('kawa');
  await people.expectTotal(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('2 selected');
  await byPalette(new Shell(page), 'Say where', /Say where the selected people were met/);
  const dialog = page.getByRole('dialog', { name: 'Where 2 people were met' });
  await expect(dialog).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('Paper Fair');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Log as met' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Logged 2 people as met at Paper Fair')).toBeVisible();
  await page.getByRole('searchbox').fill('event:"Paper Fair"');
  await people.expectTotal(2);
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(toast(page, 'Taken back: Logged 2 people as met at Paper Fair')).toBeVisible();
  await expect(people.list).toHaveCount(0);
});

async function exportChosen(page: Page, app: App): Promise<string> {
  const { text } = await app.saves(async () => {
    await byPalette(new Shell(page), 'Export', /Export people/);
    await expect(page.getByRole('combobox', { name: 'Who' })).toHaveValue('selection');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save file' }).press('Enter');
  });
  return text;
}

test('those chosen are exported, copied and made one tag richer', async ({ page, app }) => {
  const shell = new Shell(page);
  await bringFive(page);
  await intoList(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('2 selected');
  const text = await exportChosen(page, app);
  expect([...text.matchAll(/^BEGIN:VCARD/gm)]).toHaveLength(2);
  await byPalette(shell, 'Copy e-mail', /Copy e-mail addresses/);
  await expect(toast(page, /on the clipboard/)).toBeVisible();
  await tagChosen(page, 'Speaker');
  await intoList(page);
  await page.keyboard.press('ControlOrMeta+a');
  await tagChosen(page, 'speakers');

  await test.step('two tags become one', async () => {
    await byPalette(shell, 'Tags', 'Tags…');
    const dialog = page.getByRole('dialog', { name: 'Tags' });
    await expect(dialog.getByText('These may be one tag')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: /^Speaker\b/ }).press('Space');
    await dialog.getByRole('checkbox', { name: /^speakers\b/ }).press('Space');
    await dialog.getByRole('button', { name: 'Merge 2 tags…' }).press('Enter');
    await page.getByLabel('Written as').fill('speaker');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    await expect(dialog.getByRole('checkbox', { name: 'speaker 5 people' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  });
  await expect(chosen(page)).toBeVisible();
});
