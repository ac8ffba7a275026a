// Cards copied from somewhere: pasted, read differently, one value left out, imported, seen, taken back.
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

const PASTED = 'Pasted text';

/** Eight by eight points of one blue. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNkaPjPgA0wYRUdtBIAO/8Bn565mEEAAAAASUVORK5CYII=';

const CARDS = [
  [
    'N:Ruiz;Ana;;;',
    'FN:Ana Ruiz',
    'ORG:Example Mill;Paper',
    'TITLE:Dyer',
    'EMAIL;TYPE=work:ana@example.org',
    'TEL;TYPE=cell:+351 555 0100',
    'ADR;TYPE=home:;;Quay 4;Porto;;4050;Portugal',
    'BDAY:--0517',
    'CATEGORIES:Rowing,Paper',
    'RELATED;TYPE=spouse;VALUE=text:Bo Falk',
    'X-HOBBY:rowing',
    `PHOTO:data:image/png;base64,${PICTURE}`,
  ],
  ['N:Falk;Bo;;;', 'FN:Bo Falk', 'EMAIL:bo@example.org'],
  ['N:Ångström;Zoë;;;', 'FN:Zoë Ångström', 'EMAIL:zoe@example.org'],
]
  .map((lines) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n'))
  .join('');

test('pasted cards are read differently, imported without one value, and taken back', async ({ page }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];

  await test.step('what is pasted is looked at like a file', async () => {
    await shell.go('Imports');
    await page.getByRole('button', { name: /^Paste text/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste text' });
    await dialog.getByRole('textbox', { name: 'Text' }).fill(CARDS);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Look at it' }).click();
    const batch = await imports.batch(PASTED);
    await expect(batch.pane.getByText('vCard address book')).toBeVisible();
    await expect(batch.pane.getByRole('tab', { name: /^New/ })).not.toHaveText('New0');
    await shell.expectCount('People', 0);
  });

  const encodings = async (choice: string, shown: RegExp): Promise<void> => {
    const batch = await imports.batch(PASTED);
    await batch.pane.getByRole('button', { name: `Read it differently… ${PASTED}` }).click();
    const dialog = page.getByRole('dialog', { name: `Read ${PASTED} differently` });
    await dialog.getByRole('combobox', { name: 'Encoding' }).selectOption({ label: choice });
    await expect(dialog.getByRole('listitem').filter({ hasText: shown }).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Read it like this' }).click();
    await expect(dialog).toHaveCount(0);
  };

  await test.step('another encoding shows at once what it would do, and can be taken back', async () => {
    await encodings('Windows-1252 (Western European)', /Ã…ngstrÃ¶m/);
    const wrong = await imports.batch(PASTED);
    await expect(wrong.pane.getByText('Written in Windows-1252')).toBeVisible();
    await expect(wrong.pane.getByRole('option').filter({ hasText: 'ZoÃ«' })).toBeVisible();
    await encodings('UTF-8', /Ångström/);
    const right = await imports.batch(PASTED);
    await expect(right.pane.getByRole('option').filter({ hasText: 'Zoë Ångström' })).toBeVisible();
    // Each reading took the place of the one before.
    await shell.expectCount('Imports', 1);
  });

  await test.step('one value of one card is left out', async () => {
    const batch = await imports.batch(PASTED);
    await batch.pane.getByRole('searchbox', { name: 'Search these records' }).fill('ana ruiz');
    await batch.pane.getByRole('option').filter({ hasText: 'Ana Ruiz' }).first().click();
    const table = batch.pane.getByRole('table', { name: 'What the file says' });
    await table.getByRole('checkbox', { name: 'Bring in Role: Dyer' }).uncheck();
    await expect(batch.pane.getByRole('option').filter({ hasText: '1 left out' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await batch.apply();
    await shell.expectCount('People', 3);
  });

  await test.step('the page of a person shows all the rest, in words', async () => {
    await shell.go('People');
    const ana = await people.open('Ana Ruiz');
    const details = ana.section('Details');
    for (const text of ['Example Mill, Paper', '4050 Porto', 'Rowing', 'Bo Falk', 'spouse', 'mobile']) {
      await expect(details.getByText(text).first()).toBeVisible();
    }
    await expect(details).toContainText(/17 May|May 17/);
    // It is drawn, and the policy has let it through: a picture that is refused has no width.
    const picture = details.getByRole('img', { name: 'Photo of Ana Ruiz' });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    await expect(details).not.toContainText('Dyer');
    await details.getByText('More from imports').click();
    await expect(details.getByText('rowing', { exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the import is taken back as a whole', async () => {
    await shell.go('Imports');
    await page.getByRole('listbox', { name: 'Imports, newest first' }).getByRole('option').click();
    const batch = await imports.batch(PASTED);
    await batch.undo();
    await shell.expectCount('People', 0);
  });

  await test.step('pasting with the keyboard goes the same way', async () => {
    await shell.go('Imports');
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    }, CARDS);
    const batch = await imports.batch(PASTED);
    await expect(batch.pane.getByRole('option').filter({ hasText: 'Bo Falk' }).first()).toBeVisible();
  });
});

test('a table nobody knows is read as its owner says, column by column', async ({ page }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  await shell.go('Imports');
  await imports.drop({ name: 'club.txt', content: 'q1;q2;q3\nAna Ruiz;Porto;rower\nBo Falk;Bergen;cox\n' });
  await page.getByRole('alert').getByRole('button', { name: 'Say what it is…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read club.txt differently' });
  await dialog.getByRole('combobox', { name: 'What it is' }).selectOption({ label: 'Table of people' });
  await dialog.getByRole('combobox', { name: 'Column 1: q1' }).selectOption({ label: 'Whole name' });
  await dialog.getByRole('combobox', { name: 'Column 2: q2' }).selectOption({ label: 'City' });
  await dialog.getByRole('combobox', { name: 'Column 3: q3' }).selectOption({ label: 'Tag' });
  await expect(dialog.getByRole('cell', { name: 'Bergen' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Read it like this' }).click();
  const batch = await imports.batch('club.txt');
  await batch.expectCounts({ New: 2, Unusable: 0 });
  await batch.apply();
  await shell.go('People');
  const bo = await people.open('Bo Falk');
  await expect(bo.section('Details')).toContainText('Bergen');
  await expect(bo.section('Details')).toContainText('cox');
});
