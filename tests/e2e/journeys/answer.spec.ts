// A letter that was imported is answered in its thread, by keyboard: imported, read of, answered, saved, and to nobody else.
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { Letter } from '../pages/network.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';
import { tabTo } from './steps.ts';

const LETTER = [
  'From: Ana Ruiz <ana@example.org>',
  'To: Olive Owner <olive@example.com>',
  'Date: Tue, 3 Mar 2026 10:00:00 +0000',
  'Message-ID: <maps.2@example.org>',
  'References: <maps.1@example.com>',
  'Subject: AW: Old maps',
  '',
  'Do you still look for them?',
  '',
].join('\r\n');
const CARD = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Ruiz\r\nEMAIL:ana@example.org\r\nEND:VCARD\r\n';

test('an answer to an imported letter names it, and goes to its writer alone', async ({ page, app }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  for (const [name, content] of [
    ['ana.vcf', CARD],
    ['old-maps.eml', LETTER],
  ] as const) {
    await imports.drop({ name, content });
    const batch = await imports.batch(name);
    await batch.expectCounts({ New: 1 });
    if (content === LETTER) await expect(batch.pane).toContainText('Written on');
    await tabTo(page, 'Import');
    await page.keyboard.press('Enter');
    await expect(batch.pane.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  }
  await shell.go('People');
  await people.open('Ana Ruiz');
  await tabTo(page, 'Write to them');
  await page.keyboard.press('Enter');
  const letter = new Letter(page, 'Get back in touch');
  const option = letter.region.getByRole('checkbox', { name: /^Answer their letter of .*2026$/ });

  await test.step('it is offered, and off: the letter begins something of its own', async () => {
    await expect(option).not.toBeChecked();
    await expect(letter.subject).not.toHaveValue(/^Re:/);
    const { text } = await app.saves(() => letter.button('Save as .eml').press('Enter'));
    expect(text).not.toMatch(/^(?:In-Reply-To|References):/im);
  });

  await test.step('a key makes it an answer, under the subject it had', async () => {
    await option.focus();
    await page.keyboard.press('Space');
    await expect(option).toBeChecked();
    await expect(letter.subject).toHaveValue('Re: Old maps');
    await expect(letter.region).toContainText('The link starts a new conversation');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
    }
    const { text } = await app.saves(() => letter.button('Save as .eml').press('Enter'));
    expect(text).toMatch(/^Subject: Re: Old maps\r$/m);
    expect(text).toMatch(/^In-Reply-To: <maps\.2@example\.org>\r$/m);
    expect(text).toMatch(/^References: <maps\.1@example\.com> <maps\.2@example\.org>\r$/m);
  });

  await test.step('to another address it is none any more, and says why', async () => {
    await letter.region.getByLabel('To Ana Ruiz').fill('ben@example.net');
    await expect(option).toBeDisabled();
    await expect(letter.region).toContainText('Only a letter to them alone');
    const { text } = await app.saves(() => letter.button('Save as .eml').press('Enter'));
    expect(text).not.toMatch(/maps\.\d@|In-Reply-To|References/i);
  });
});
