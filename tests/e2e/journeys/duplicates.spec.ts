// The same person twice is one person, two people of one name stay two, and every decision can be taken back.
import type { Page } from '@playwright/test';
import { aConnection, connectionsCsv, profile } from '#tests/fixtures/linkedin.ts';
import { expect, test } from '../app.ts';
import { DuplicatesPage } from '../pages/duplicates.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { stateHash } from '../state-hash.ts';
import { tooWide, violations } from '../violations.ts';
import { byPalette, importArchive } from './steps.ts';

/** Adds somebody by hand, with the keyboard. */
async function addByHand(
  page: Page,
  { given, family, email }: { readonly given: string; readonly family: string; readonly email: string },
): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByLabel('Given name').fill(given);
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Company', { exact: true }).fill('Porto Maps');
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${given} ${family}` })).toBeVisible();
}

async function importCsv(page: Page, name: string, ...rows: string[]): Promise<void> {
  const imports = new ImportsPage(page);
  await imports.drop({ name, content: connectionsCsv(...rows) });
  const batch = await imports.batch(name);
  await batch.apply();
}

test('two people of one name stay two, one page under two spellings is one', async ({ page }) => {
  const [shell, duplicates] = [new Shell(page), new DuplicatesPage(page)];
  await importCsv(
    page,
    'Connections.csv',
    aConnection({ first: 'Anna', last: 'Schmidt', slug: 'anna-schmidt-hh', company: 'Elbe Druck' }),
    aConnection({ first: 'Anna', last: 'Schmidt', slug: 'anna-schmidt-4b7', company: 'Isar Verlag' }),
    aConnection({ first: '', last: '博文 李', slug: 'bowen-li', company: 'Kawa Press' }),
    aConnection({ first: 'Bowen', last: 'Li', slug: 'bowen-li-x2', company: 'Harbour Labs' }),
    aConnection({ first: 'Bruno', last: 'Falk', slug: 'bruno-falk', company: 'Falk & Daughters' }),
  );
  await shell.expectCount('People', 5);

  await test.step('the same page with another spelling brings nobody new', async () => {
    await importCsv(
      page,
      'Later.csv',
      aConnection({
        first: 'Bruno',
        last: 'Falk',
        url: `${profile('Bruno-Falk').replace('www.', '')}/?originalSubdomain=de`,
        company: 'Folio House',
      }),
    );
    await shell.expectCount('People', 5);
  });

  await test.step('and nobody is surely the same', async () => {
    await byPalette(shell, 'Review dup', 'Review duplicates');
    await duplicates.expectCompared();
    if (await duplicates.tab('Surely').isVisible()) await duplicates.expectCount('Surely', 0);
    await shell.expectCount('People', 5);
  });
});

test('a duplicate is reviewed by keys alone, merged, and taken out again without a trace', async ({
  page,
  app,
}) => {
  const [shell, duplicates, people] = [new Shell(page), new DuplicatesPage(page), new PeoplePage(page)];
  const book = app.book ?? '';
  await importArchive(page);
  await addByHand(page, { given: 'Inês', family: 'Carvalho', email: 'Ines@Example.org' });
  await shell.expectCount('People', 6);
  await expect(duplicates.badge).toHaveText('1 may be in the book twice');
  const before = stateHash(book);

  await test.step('← and → say whose values stand, M merges', async () => {
    await byPalette(shell, 'Review dup', 'Review duplicates');
    await expect(
      duplicates
        .title('Ines Carvalho and Inês Carvalho')
        .or(duplicates.title('Inês Carvalho and Ines Carvalho')),
    ).toBeFocused();
    await expect(duplicates.reason('The same e-mail address')).toBeVisible();
    await expect(page.getByText('Surely the same').first()).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    const names = duplicates.table.getByRole('radio', { name: /^Name:/ });
    await expect(names.first()).toBeChecked();
    await page.keyboard.press('ArrowRight');
    await expect(names.last()).toBeChecked();
    expect(stateHash(book)).toBe(before);
    await page.keyboard.press('m');
    await expect(shell.toast(/^Made one card of 2: In[eê]s Carvalho/)).toBeVisible();
    await expect(duplicates.nobody).toBeVisible();
    await shell.expectCount('People', 5);
    expect(stateHash(book)).not.toBe(before);
  });

  await test.step('the card says who became part of it, and lets them out again', async () => {
    await shell.go('People');
    await expect(people.row('Carvalho')).toHaveCount(1);
    await people.row('Carvalho').click();
    const section = page
      .getByRole('main')
      .locator('section')
      .filter({
        has: page.getByRole('heading', { level: 2, name: 'Merged into this card' }),
      });
    await section.getByRole('button', { name: /^Take out again… In[eê]s Carvalho$/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Take In[eê]s Carvalho out again$/ });
    await dialog.getByRole('checkbox', { name: 'Do not suggest them again' }).uncheck();
    await dialog.getByRole('button', { name: 'Take out' }).click();
    await expect(shell.toast(/^Took In[eê]s Carvalho out again/)).toBeVisible();
    await shell.expectCount('People', 6);
    expect(stateHash(book)).toBe(before);
    await expect(duplicates.badge).toBeVisible();
  });

  await test.step('Ctrl+Z takes a merge back as well', async () => {
    await duplicates.badge.click();
    await expect(duplicates.table).toBeVisible();
    await page.keyboard.press('m');
    await shell.expectCount('People', 5);
    await shell.undoByKey('Made one person of several cards');
    await shell.expectCount('People', 6);
    expect(stateHash(book)).toBe(before);
  });
});

test('different people are never suggested again, also after a restart', async ({ page, app }) => {
  const [shell, duplicates] = [new Shell(page), new DuplicatesPage(page)];
  await importArchive(page);
  await addByHand(page, { given: 'Inês', family: 'Carvalho', email: 'ines@example.org' });
  await duplicates.badge.click();
  await expect(duplicates.table).toBeVisible();
  await page.keyboard.press('n');
  await expect(shell.toast(/^Kept apart: /)).toBeVisible();
  await expect(duplicates.nobody).toBeVisible();

  const again = await app.restart();
  const later = new DuplicatesPage(again);
  await byPalette(new Shell(again), 'Review dup', 'Review duplicates');
  await expect(later.nobody).toBeVisible({ timeout: 20_000 });
  await new Shell(again).expectCount('People', 6);
});

test('all who are surely the same are merged in one deed, except those left out', async ({ page, app }) => {
  const [shell, duplicates, people] = [new Shell(page), new DuplicatesPage(page), new PeoplePage(page)];
  await importCsv(
    page,
    'Connections.csv',
    aConnection({ first: 'Ines', last: 'Carvalho', slug: 'ines-c', email: 'ines@example.org' }),
    aConnection({ first: 'Bruno', last: 'Falk', slug: 'bruno-f', email: 'bruno@example.org' }),
  );
  await addByHand(page, { given: 'Inês', family: 'Carvalho', email: 'ines@example.org' });
  await addByHand(page, { given: 'Bruno', family: 'Falk', email: 'bruno@example.org' });
  await shell.go('People');
  await expect(duplicates.badge).toHaveText('2 may be in the book twice');
  const before = stateHash(app.book ?? '');
  await duplicates.badge.click();
  await duplicates.expectCount('Surely', 2);

  await test.step('the review and its dialog are for everybody, in both themes and narrow windows', async () => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(duplicates.table).toBeVisible();
      found.push(...(await violations(page)));
      await page.getByRole('button', { name: 'Merge all 2' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      found.push(...(await violations(page)));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const [width, height] of [
      [900, 700],
      [640, 400],
      [480, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      found.push(...(await tooWide(page)).map((pane) => `too wide at ${width}: ${pane}`));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(found).toEqual([]);
  });

  await page.getByRole('button', { name: 'Merge all 2' }).click();
  const list = page.getByRole('list', { name: 'Cards that become one' });
  await expect(list.getByRole('checkbox')).toHaveCount(2);
  await list.getByRole('checkbox', { name: /Falk/ }).uncheck();
  await page.getByRole('button', { name: 'Merge 1', exact: true }).click();
  await expect(shell.toast('Made one person of 1 group of cards')).toBeVisible();
  await shell.expectCount('People', 3);
  await duplicates.expectCount('Surely', 1);

  await test.step('the card and its dialog are for everybody too', async () => {
    await shell.go('People');
    await expect(people.row('Carvalho')).toHaveCount(1);
    await people.row('Carvalho').click();
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: /^Take out again…/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      found.push(...(await violations(page)));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      found.push(...(await violations(page)));
    }
    expect(found).toEqual([]);
  });

  await shell.undoByKey('Made one person of several cards');
  await shell.expectCount('People', 4);
  expect(stateHash(app.book ?? '')).toBe(before);
});
