// A picture of a badge beside the line: its code is read, looked over and saved; nothing is taken unasked, nothing leaves.
import type { Page } from '@playwright/test';
import { pngOf, qrPicture } from '#tests/fixtures/qr-picture.ts';
import { expect, test } from '../app.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { byPalette } from './steps.ts';

const CARD =
  'BEGIN:VCARD\nVERSION:3.0\nN:Haddad;Noor;;;\nFN:Noor Haddad\nORG:Letter & Sons\nTITLE:Head of Type\nEMAIL:noor@letter.test\nEND:VCARD';
const PROFILE = 'https://uk.linkedin.com/in/noor-haddad/?trk=qr';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Met someone' });
const picture = (name: string, texts: readonly string[], taking = {}) => ({
  name,
  mimeType: 'image/png',
  buffer: pngOf(qrPicture(texts, taking)),
});

/** Chooses a file by keys: Tab to the press, Enter, and the system's dialog is answered. */
async function choose(page: Page, file: ReturnType<typeof picture>): Promise<void> {
  const press = dialogOf(page).getByRole('button', { name: 'From a picture…' });
  await press.focus();
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await asked).setFiles(file);
}

test('a badge’s code becomes the line, and its picture the photo', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  const dialog = dialogOf(page);
  const line = dialog.getByRole('textbox', { name: /line/ });

  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.keyboard.type('#ink – keeps bees');
  await choose(page, picture('badge.png', [CARD], { degrees: 20, skew: 0.1, blur: 1 }));
  const chips = dialog.getByRole('list', { name: 'What the line says' });
  await expect(chips).toContainText('Noor Haddad');
  await expect(chips).toContainText('from the QR code of badge.png');
  await expect(dialog.getByRole('img', { name: 'The picture badge.png' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: 'Keep it as their photo' }).check();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await byPalette(shell, 'noor', 'Noor Haddad');
  const noor = await people.person('Noor Haddad');
  for (const said of ['Letter & Sons', 'Head of Type', 'noor@letter.test', 'badge.png'])
    await expect(noor.pane).toContainText(said);
  await expect(noor.pane.getByRole('img').first()).toBeVisible();

  await test.step('the profile on the back is offered to the same person, never taken', async () => {
    await shell.go('People');
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await choose(page, picture('two.png', [PROFILE, 'WIFI:T:WPA;S:guests;P:secret;;'], { width: 1200 }));
    const codes = dialog.getByRole('group', { name: /several codes/ });
    await expect(codes.getByRole('button')).toHaveCount(2);
    await expect(line).toHaveValue('');
    await codes.getByRole('button', { name: /noor-haddad/ }).press('Enter');
    await expect(line).toHaveValue(/www\.linkedin\.com\/in\/noor-haddad/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('words are not read, and the picture stays beside the line', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await choose(page, picture('words.png', []));
    await expect(dialog.getByText(/Words on a badge are not read/)).toBeVisible();
    await expect(dialog.getByRole('img', { name: 'The picture words.png' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Take the picture away' }).press('Enter');
    await expect(dialog.getByRole('img')).toHaveCount(0);
    await expect(line).toBeFocused();
  });

  await test.step('a picture that would fill the memory is refused before it is unpacked', async () => {
    const bomb = pngOf(qrPicture([]));
    bomb.writeUInt32BE(100_000, 16);
    bomb.writeUInt32BE(100_000, 20);
    await choose(page, { name: 'bomb.png', mimeType: 'image/png', buffer: bomb });
    await expect(dialog.getByRole('alert')).toContainText('too large');
  });
});
