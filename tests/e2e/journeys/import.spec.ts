// From an empty book to people with a story, and back again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConnection, CONNECTIONS_HEADER, connectionsCsv } from '#tests/fixtures/linkedin.ts';
import { expect, onDay, test } from '../app.ts';
import { archive, ARCHIVE_NAME, CONNECTIONS, FILES } from '../archive.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { importArchive } from './steps.ts';

test('an archive is previewed, imported, found again, taken back and brought in once more', async ({
  page,
}) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  await expect(page.getByText('Whom did you meet last?')).toBeVisible();

  await test.step('the preview says what would change and changes nothing', async () => {
    await imports.drop({ name: ARCHIVE_NAME, content: archive() });
    const batch = await imports.batch(ARCHIVE_NAME);
    await batch.expectCounts({ New: 7, Changed: 0, Same: 0, Conflicts: 0, Unusable: 0 });
    await expect(batch.pane.getByText('This looks like your own archive, Olive Owner.')).toBeVisible();
    await expect(batch.pane.getByRole('listitem').filter({ hasText: 'Logins.csv' })).toContainText(
      'Sensitive, left out',
    );
    await shell.expectCount('People', 0);
    await shell.expectCount('Imports', 1);
  });

  await test.step('importing brings the people and the invitations', async () => {
    const batch = await imports.batch(ARCHIVE_NAME);
    await batch.apply();
    await expect(batch.pane.getByRole('button', { name: '2 invitations are waiting for you' })).toBeVisible();
    await shell.expectCount('People', 5);
    await shell.expectCount('Invitations', 2);
    await batch.pane.getByRole('button', { name: 'See your people' }).click();
    await people.expectTotal(5);
  });

  await test.step('a name is found without its accents, in any order, and in its own script', async () => {
    for (const [typed, fn] of [
      ['angstrom zoe', 'Zoë Ångström-Müller'],
      ['muller', 'Zoë Ångström-Müller'],
      ['佐藤', '佐藤明'],
    ] as const) {
      await people.search.fill(typed);
      await people.expectTotal(1);
      await expect(people.row(fn)).toBeVisible();
    }
    await people.search.fill('');
  });

  await test.step('the page of a person says first how we know each other', async () => {
    const zoe = await people.open('Zoë Ångström-Müller');
    await expect(zoe.how).toContainText('Connected on LinkedIn');
    await expect(zoe.how).toContainText(onDay(2, 'Mar', 2023));
    await expect(zoe.pane.getByRole('link', { name: 'linkedin.com/in/zoe-angstrom' })).toBeVisible();
    await expect(
      zoe.pane.getByRole('button', { name: new RegExp(`From ${ARCHIVE_NAME}, line 5`) }).first(),
    ).toBeVisible();
  });

  await test.step('the whole import can be taken back', async () => {
    await shell.go('Imports');
    await page.getByRole('listbox', { name: 'Imports, newest first' }).getByRole('option').click();
    const batch = await imports.batch(ARCHIVE_NAME);
    await batch.undo();
    await expect(batch.pane.getByText('5 people were removed.')).toBeVisible();
    await shell.expectCount('People', 0);
    await shell.expectCount('Invitations', 0);
    await shell.go('People');
    await people.expectTotal(0);
  });

  await test.step('importing again brings everything back, and a third time finds nothing new', async () => {
    await importArchive(page);
    await shell.expectCount('People', 5);
    await imports.drop({ name: ARCHIVE_NAME, content: archive() });
    await expect(
      page.getByText('Nothing new in it: everything it says is in your book already.'),
    ).toBeVisible();
    const batch = await imports.batch(ARCHIVE_NAME);
    await batch.expectCounts({ New: 0, Changed: 0, Same: 7, Conflicts: 0, Unusable: 0 });
    await expect(batch.pane.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await batch.pane.getByRole('button', { name: 'Throw away' }).click();
    await expect(shell.toast('Thrown away')).toBeVisible();
    await shell.expectCount('People', 5);
  });
});

test('an unpacked folder is read like the archive it came from', async ({ page }) => {
  const [shell, imports] = [new Shell(page), new ImportsPage(page)];
  const parent = mkdtempSync(join(tmpdir(), 'acquaint-folder-'));
  const folder = join(parent, 'Basic_LinkedInDataExport');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  await shell.go('Imports');
  await imports.chooseFolder(folder);
  const batch = await imports.batch('Basic_LinkedInDataExport');
  await batch.expectCounts({ New: 7, Unusable: 0 });
  await batch.apply();
  await shell.expectCount('People', 5);
  rmSync(parent, { recursive: true });
});

test('one CSV alone is enough, and a later archive completes it', async ({ page }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  await shell.go('Imports');
  await imports.choose({ name: 'Connections.csv', content: CONNECTIONS });
  const lone = await imports.batch('Connections.csv');
  await lone.expectCounts({ New: 4 });
  await lone.apply();
  await shell.expectCount('People', 4);
  const moved = connectionsCsv(
    aConnection({
      first: 'Bruno',
      last: 'Falk',
      slug: 'bruno-falk',
      company: 'Folio House',
      position: 'Bookbinder',
      on: '11 Jun 2024',
    }),
  );
  await imports.drop({ name: 'Later.csv', content: moved });
  const later = await imports.batch('Later.csv');
  await later.expectCounts({ New: 0, Changed: 1 });
  const changes = await later.showTab('Changed');
  await expect(changes.getByRole('row', { name: /Company/ })).toContainText('Folio House');
  await later.apply();
  await shell.go('People');
  const bruno = await people.open('Bruno Falk');
  await expect(bruno.section('Details')).toContainText('Folio House');
});

test('rows that cannot be used are listed with their reason, the rest is imported', async ({ page }) => {
  const [shell, imports] = [new Shell(page), new ImportsPage(page)];
  const partly = [
    CONNECTIONS_HEADER,
    aConnection({ first: 'Ines', last: 'Carvalho', slug: 'ines-carvalho', on: '30 Sep 2025' }),
    aConnection({ first: '', last: '', company: '', position: '', on: '01 Feb 2020' }),
    'Too,many,cells,for,this,header,line,by,three',
    '',
  ].join('\n');
  await shell.go('Imports');
  await imports.choose({ name: 'Connections.csv', content: partly });
  const batch = await imports.batch('Connections.csv');
  await batch.expectCounts({ New: 1, Unusable: 2 });
  const unusable = await batch.showTab('Unusable');
  await expect(
    unusable.getByRole('option').filter({ hasText: 'the account is closed or hidden' }),
  ).toBeVisible();
  await expect(
    unusable.getByRole('option').filter({ hasText: 'columns where the header has 7' }),
  ).toBeVisible();
  await batch.apply();
  await shell.expectCount('People', 1);
});
