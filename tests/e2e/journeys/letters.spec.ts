// A letter by keyboard: written in another language, checked before it leaves, mended with a press.
import { expect, test } from '../app.ts';
import { Letter } from '../pages/network.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

const READER = 'Rhys ap Gwilym';

test('a letter is written in the reader’s language and looked through before it leaves', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('People');
  await people.open(READER);
  await page.getByRole('button', { name: 'Write to them' }).focus();
  await page.keyboard.press('Enter');
  const letter = new Letter(page, 'Get back in touch');

  await test.step('in German, and formally', async () => {
    await expect(letter.body).toHaveValue(/^Hi Rhys,/);
    await letter.region.getByLabel('Language').selectOption('de');
    await expect(letter.body).toHaveValue(/^Hallo Rhys,/);
    await letter.region.getByLabel('Tone').selectOption('formal');
    await expect(letter.body).toHaveValue(/^Guten Tag Rhys ap Gwilym,/);
    await expect(letter.region).toContainText('Nothing in it looks private.');
  });

  await test.step('what does not belong into it is told, and asked about before it is copied', async () => {
    await letter.body.fill(
      'Guten Tag Rhys ap Gwilym,\n\nschöne Grüße. Schreiben Sie an third@example.net.\n\nMara',
    );
    await expect(letter.region).toContainText('1 thing to look at before it leaves');
    expect(await violations(page)).toEqual([]);
    await letter.region.getByRole('button', { name: 'Copy', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(letter.region.getByRole('alert')).toContainText('Press again and the letter goes as it is.');
  });

  await test.step('one press takes it out, and the letter leaves without a question', async () => {
    await letter.region.getByRole('button', { name: 'Take it out: third@example.net' }).focus();
    await page.keyboard.press('Enter');
    await expect(letter.body).toHaveValue('Guten Tag Rhys ap Gwilym,\n\nschöne Grüße.\n\nMara');
    await expect(letter.region).toContainText('Nothing in it looks private.');
    await letter.region.getByRole('button', { name: 'Copy', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Copied. Paste it where you write.').first()).toBeVisible();
  });
});
