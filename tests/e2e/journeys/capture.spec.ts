// Ten people met at one event, a line each, by keys alone; offers, corrections, and what everybody can use.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { EventsPage } from '../pages/events.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { byPalette, importArchive } from './steps.ts';

const TEN = [
  'Noor Haddad, Head of Type @"Letter & Sons", noor@letter.test #speaker',
  'tamsin ode – keeps bees',
  'Ruiz, Ana, CTO @Acme',
  'Dr. Jan van den Berg, drukker @Papier via Tom',
  '李明, engineer @公司 #ink',
  'Zoë Ångström +44 20 7946 0958 – wants the catalogue',
  'Mei Lin @Northwind, mei@northwind.test',
  'Bo; likes ferries',
  'Priya Natarajan, baker, Crumb Ltd, Leeds',
  'name:"Q, R" note:"said; nothing"',
] as const;

const NAMES = [
  'Noor Haddad',
  'tamsin ode',
  'Ana Ruiz',
  'Dr. Jan van den Berg',
  '李明',
  'Zoë Ångström',
  'Mei Lin',
  'Bo',
  'Priya Natarajan',
] as const;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Met someone' });

test('ten people at one event are ten lines, by keys alone, in well under five minutes', async ({ page }) => {
  const [shell, events, people] = [new Shell(page), new EventsPage(page), new PeoplePage(page)];
  const dialog = dialogOf(page);
  const line = dialog.getByRole('textbox', { name: /line/ });
  const begun = Date.now();

  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(line).toBeFocused();
  await page.keyboard.type(`${TEN[0]} met Harbour Supper today`);
  await expect(dialog.getByRole('button', { name: /^New event Harbour Supper/ })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(dialog.getByRole('group', { name: 'Stays for the next person' })).toContainText(
    'Harbour Supper',
  );
  const log = dialog.getByRole('region', { name: 'Just added' });
  for (const [at, text] of TEN.entries()) {
    if (at > 0) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await expect(log.getByRole('listitem')).toHaveCount(at + 1);
    await expect(line).toHaveValue('');
    await expect(line).toBeFocused();
  }
  expect(Date.now() - begun).toBeLessThan(5 * 60_000);

  await test.step('one of them is taken back and written again', async () => {
    await expect(log.getByRole('listitem').first()).toContainText('Q, R');
    await dialog.getByRole('button', { name: 'Take back Q, R' }).focus();
    await page.keyboard.press('Enter');
    await expect(log.getByRole('listitem')).toHaveCount(9);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await shell.expectCount('People', 9);
  });

  await test.step('all of them stand on the event’s page', async () => {
    await shell.go('Events');
    await events.row('Harbour Supper').click();
    const event = await events.event('Harbour Supper');
    for (const fn of NAMES) await expect(event.met(fn)).toBeVisible();
    await expect(event.met('tamsin ode')).toContainText('keeps bees');
    await expect(event.met('Dr. Jan van den Berg')).toContainText('Introduced by Tom');
    await event.pane.getByRole('button', { name: 'One line a person' }).press('Enter');
    await expect(dialog.getByRole('group', { name: 'Stays for the next person' })).toContainText(
      'Harbour Supper',
    );
    await page.keyboard.type('Cy Ito');
    await page.keyboard.press('Enter');
    await expect(log.getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(event.met('Cy Ito')).toBeVisible();
  });

  await test.step('a person has what their line said', async () => {
    await byPalette(shell, 'noor', 'Noor Haddad');
    const noor = await people.person('Noor Haddad');
    await expect(noor.pane).toContainText('Letter & Sons');
    await expect(noor.pane).toContainText('Head of Type');
    await expect(noor.pane).toContainText('noor@letter.test');
    await expect(noor.pane).toContainText('speaker');
  });
});

test('somebody who is in the book is offered, and never taken unasked', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await importArchive(page);
  await shell.expectCount('People', 5);
  const dialog = dialogOf(page);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('Bruno Falk, bruno@falk.test #ferry – on the quay');
  await expect(dialog.getByRole('button', { name: /^Is this Bruno Falk/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Alt+Enter');
  await expect(dialog).toHaveCount(0);
  await shell.expectCount('People', 5);
  await byPalette(shell, 'Bruno Falk', 'Bruno Falk');
  const bruno = await people.person('Bruno Falk');
  await expect(bruno.section('Timeline')).toContainText('on the quay');
  await expect(bruno.pane).toContainText('bruno@falk.test');

  await shell.go('Today');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('Bruno Falk – another one');
  await expect(dialog.getByRole('button', { name: /^Is this Bruno Falk/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await shell.expectCount('People', 6);
});

test('a piece that was read wrongly is corrected by keys, in any theme', async ({ page }) => {
  const dialog = dialogOf(page);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('Ana Ruiz, Acme');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Comp');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: /line/ })).toHaveValue('Ana Ruiz, @Acme');
  await expect(dialog.getByRole('button', { name: /^Company Acme/ })).toBeVisible();
});
