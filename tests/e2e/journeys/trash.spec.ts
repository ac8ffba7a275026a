// Whoever is deleted comes back as they were; whoever is forgotten never does, not even with the same file.
import { readFileSync } from 'node:fs';
import { aConnection, connectionsCsv } from '#tests/fixtures/linkedin.ts';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { TrashPage } from '../pages/trash.ts';
import { stateHash } from '../state-hash.ts';
import { tooWide, violations } from '../violations.ts';
import { byPalette } from './steps.ts';

const rows = [
  aConnection({ first: 'Ana', last: 'Ruizmora', slug: 'ana-ruizmora', company: 'Kite Works' }),
  aConnection({ first: 'Ben', last: 'Okafor', slug: 'ben-okafor', company: 'Kite Works' }),
];
const CSV = { name: 'Connections.csv', content: connectionsCsv(...rows) };

test('a deleted person waits in the trash and comes back as they were', async ({ page, app }) => {
  const [shell, people, trash, imports] = [
    new Shell(page),
    new PeoplePage(page),
    new TrashPage(page),
    new ImportsPage(page),
  ];
  const book = app.book ?? '';
  await imports.drop(CSV);
  await (await imports.batch(CSV.name)).apply();
  await shell.go('People');
  const before = stateHash(book);
  await (await people.open('Ana Ruizmora')).delete();
  await shell.expectCount('People', 1);

  await test.step('by the palette, with arrow keys and Enter', async () => {
    await byPalette(shell, 'Open the tr', 'Open the trash');
    await trash.list.focus();
    await page.keyboard.press('ArrowDown');
    await expect(trash.row('Ana Ruizmora')).toContainText('30 days left');
    await expect(page.getByText('They are erased in 30 days.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await trash.bringBack.focus();
    await page.keyboard.press('Enter');
    await expect(shell.toast('Brought 1 person back')).toBeVisible();
    await people.person('Ana Ruizmora');
    expect(stateHash(book)).toBe(before);
  });

  await test.step('and once emptied, for good', async () => {
    await (await people.open('Ana Ruizmora')).delete();
    await byPalette(shell, 'Open the tr', 'Open the trash');
    await page.getByRole('button', { name: 'Empty the trash…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase for good?' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(shell.toast('Erased 1 person')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('The trash is empty')).toBeVisible();
    expect(readFileSync(book).includes('uizmora')).toBe(false);
  });
});

test('a forgotten person is gone from search, history and file, and the same file leaves them out', async ({
  page,
  app,
}) => {
  test.slow();
  const [shell, people, trash, imports] = [
    new Shell(page),
    new PeoplePage(page),
    new TrashPage(page),
    new ImportsPage(page),
  ];
  const book = app.book ?? '';
  await imports.drop(CSV);
  await (await imports.batch(CSV.name)).apply();
  await shell.go('People');
  await people.open('Ana Ruizmora');

  await test.step('what is held is a page and two files', async () => {
    await byPalette(shell, 'Everything h', 'Everything held about this person');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Everything held about Ana Ruizmora' }),
    ).toBeVisible();
    await expect(page.getByText(/From Connections\.csv, line \d/).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const markdown = await app.saves(() => page.getByRole('button', { name: 'Save as Markdown' }).click());
    expect(markdown.fileName).toBe('Everything about Ana Ruizmora.md');
    expect(markdown.text).toContain('# Everything held about Ana Ruizmora');
    expect(markdown.text).toContain('Kite Works');
    const json = await app.saves(() => page.getByRole('button', { name: 'Save as JSON' }).click());
    expect(JSON.parse(json.text)).toMatchObject({ fn: 'Ana Ruizmora', imports: [{ fileName: CSV.name }] });
    await page.getByRole('button', { name: 'Back to Ana Ruizmora' }).click();
  });

  await test.step('forgetting takes the typed name, by keyboard alone', async () => {
    await byPalette(shell, 'Forget th', 'Forget this person for good…');
    await expect(trash.forgetting.getByText('No copy of the book lies beside it')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await expect(trash.forgetting.getByRole('button', { name: 'Forget for good' })).toBeDisabled();
    const last = await trash.confirmForgetting('Ana Ruizmora');
    expect(await violations(page)).toEqual([]);
    await expect(last.getByRole('button', { name: 'Close' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await shell.expectCount('People', 1);
  });

  await test.step('they are nowhere', async () => {
    await people.search.fill('ruizmora');
    await expect(page.getByText('Nobody matches “ruizmora”')).toBeVisible();
    await shell.go('Settings');
    await page.getByRole('searchbox', { name: 'Find in what you did' }).fill('ruizmora');
    await expect(page.getByText('Nothing you did is about “ruizmora”.')).toBeVisible();
    expect(readFileSync(book).includes('uizmora')).toBe(false);
  });

  await test.step('the same file again leaves them out and says why', async () => {
    await imports.drop({ ...CSV, name: 'Again.csv' });
    const batch = await imports.batch('Again.csv');
    await batch.showTab('Conflicts');
    await expect(page.getByText('You have had this person forgotten, so they are left out.')).toBeVisible();
    await batch.apply();
    await shell.expectCount('People', 1);
  });
});
