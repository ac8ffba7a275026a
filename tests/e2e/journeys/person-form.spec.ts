// One calm form for everything a card holds: typed by hand, brought by an import, changed, undone.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { PersonFormPage } from '../pages/person-form.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';

const CARD = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Ana Ruiz',
  'N:Ruiz;Ana;;Dr.;',
  'ORG:Example Mill;Paper;Night shift',
  'EMAIL;TYPE=work;PREF=1:ana@mill.example',
  'TEL;TYPE=cell:+351 555 0100',
  'item1.URL:https://example.org/ana',
  'item1.X-ABLabel:Boat',
  'ADR;TYPE=home:;;Quay 4\\nDoor B;Porto;;4050;Portugal',
  'IMPP;SERVICE-TYPE=Skype:skype:ana',
  'BDAY:--0517',
  'CATEGORIES:Rowing,Paper',
  'RELATED;TYPE=spouse;VALUE=text:Bo Falk',
  'LANG:pt',
  'X-UNHEARD:of',
  'END:VCARD',
].join('\r\n');

async function importCard(page: Page): Promise<void> {
  const imports = new ImportsPage(page);
  await imports.drop({ name: 'ana.vcf', content: CARD });
  const batch = await imports.batch('ana.vcf');
  await batch.apply();
}

/** A picture of 900 × 600, as the browser itself writes one. */
const aPicture = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const brush = canvas.getContext('2d');
    if (brush !== null) {
      brush.fillStyle = 'teal';
      brush.fillRect(0, 0, 900, 600);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
};

test('a new person is written down with the keyboard, part by part', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+n');
  const form = new PersonFormPage(page, 'Add a person');
  await expect(form.field('Given name')).toBeFocused();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ruiz');
  await form.field('E-mail').focus();
  await page.keyboard.type('ana@example.org');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ana@mill.example');
  await form.add('Birthday');
  await expect(form.field('Birthday')).toBeFocused();
  await page.keyboard.type('17 May');
  await form.add('Address');
  await page.keyboard.type('Quay 4');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Door B');
  await form.field('Town').fill('Porto');
  await form.add('Field of my own');
  await page.keyboard.type('Hobby');
  await page.keyboard.press('Tab');
  await page.keyboard.type('rowing');
  await form.save('Ana Ruiz');
  const person = await new PeoplePage(page).person('Ana Ruiz');
  // How a day is written is the host's language's business.
  for (const text of ['ana@example.org', 'ana@mill.example', /^(?:17 May|May 17)$/, 'rowing'])
    await expect(person.pane.getByText(text, { exact: true })).toBeVisible();
  await expect(person.pane.getByText('Quay 4')).toContainText('Door B');
  await new Shell(page).undoByKey('Added a person: Ana Ruiz');
  await new PeoplePage(page).expectTotal(0);
});

test('an imported card is shown whole, changed, and put back by undo', async ({ page }) => {
  const shell = new Shell(page);
  await importCard(page);
  await shell.go('People');
  const person = await new PeoplePage(page).open('Ana Ruiz');
  await person.pane.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = new PersonFormPage(page, 'Edit Ana Ruiz');
  await expect(form.field('Title before the name')).toHaveValue('Dr.');
  await expect(form.field('Street')).toHaveValue('Quay 4\nDoor B');
  await expect(form.field('Messenger')).toHaveValue('ana');
  await expect(form.field('Language')).toHaveValue('Portuguese');
  await expect(form.part('E-mail').getByLabel('Kind')).toHaveValue('work');
  await expect(form.part('Web').getByLabel('Own word')).toHaveValue('Boat');
  await expect(form.part('E-mail').getByRole('button', { name: 'Preferred' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // Saved as it is, everything still comes from the file.
  await form.save('Ana Ruiz');
  await expect(person.pane.getByRole('button', { name: /You wrote this/ })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+e');
  await form.part('E-mail').getByLabel('Kind').selectOption({ label: 'home' });
  await form.pane.getByRole('button', { name: /^Remove .*Rowing/ }).click();
  await form.save('Ana Ruiz');
  await expect(person.pane.getByText('Rowing', { exact: true })).toHaveCount(0);
  await expect(person.pane.getByRole('button', { name: /You wrote this/ })).toHaveCount(1);
  await shell.undoByKey('Changed a person: Ana Ruiz');
  await expect(person.pane.getByText('Rowing', { exact: true })).toBeVisible();
  await expect(person.pane.getByRole('button', { name: /You wrote this/ })).toHaveCount(0);
});

test('a tag other people have is offered, and taken with the keyboard', async ({ page }) => {
  await importCard(page);
  await page.keyboard.press('ControlOrMeta+n');
  const form = new PersonFormPage(page, 'Add a person');
  await form.field('Given name').fill('Cy');
  await form.add('Tags');
  await page.keyboard.type('row');
  await expect(page.getByRole('option', { name: 'Rowing', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await form.save('Cy');
  const person = await new PeoplePage(page).person('Cy');
  await expect(person.pane.getByText('Rowing', { exact: true })).toBeVisible();
});

test('a photo is made small, shown in place of the initials, and removed again', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+n');
  let form = new PersonFormPage(page, 'Add a person');
  await form.field('Given name').fill('Ana');
  await form.add('Photo');
  const file = form.part('Photo').locator('input[type="file"]');
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect(form.part('Photo').getByRole('alert')).toBeVisible();
  await file.setInputFiles({ name: 'ana.png', mimeType: 'image/png', buffer: await aPicture(page) });
  await expect(form.part('Photo').getByRole('img')).toBeVisible();
  await form.save('Ana');
  const portrait = page.locator('article header img');
  await expect(portrait).toHaveAttribute('src', /^blob:/);
  expect(await portrait.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([
    512, 341,
  ]);
  await page.keyboard.press('ControlOrMeta+e');
  form = new PersonFormPage(page, 'Edit Ana');
  await form.part('Photo').getByRole('button', { name: 'Remove the photo' }).click();
  await form.save('Ana');
  await expect(portrait).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the whole form meets WCAG 2.1 AA in the ${colorScheme} theme, and fits a narrow window`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await importCard(page);
    await new Shell(page).go('People');
    const person = await new PeoplePage(page).open('Ana Ruiz');
    await person.pane.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = new PersonFormPage(page, 'Edit Ana Ruiz');
    await new Shell(page).clearToasts();
    for (const part of ['Photo', 'Anniversary', 'Phonetic name', 'Field of my own', 'Time zone'])
      await form.add(part);
    await form.part('E-mail').getByLabel('Kind').selectOption('Own word…');
    expect(await violations(page)).toEqual([]);
    for (const width of [1280, 900, 640, 480]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await tooWide(page)).toEqual([]);
    }
  });
}
