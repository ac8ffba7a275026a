// Who knows whom: mutual contacts, ways to a person or a company, and the letters that follow.
import { expect, test } from '../app.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { Letter, NetworkPage } from '../pages/network.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';

test.use({ start: 'demo' });

test('the best way to a person is a sentence, and its letter is edited, copied, saved and mailed', async ({
  page,
  app,
}) => {
  const [shell, network] = [new Shell(page), new NetworkPage(page)];
  await shell.go('Network');
  await network.ask('ليلى', /^ليلى الهاشمي/);
  const best = network.way(/^Omar El-Khatib can introduce you to .*ليلى/);
  await expect(best).toContainText('Weakest link:');
  await expect(
    best.getByRole('list', { name: 'The links of this way' }).getByRole('listitem').first(),
  ).toContainText('You and Omar El-Khatib');
  await best.getByRole('button', { name: 'Draft the request to Omar El-Khatib' }).click();
  const letter = new Letter(page, 'Ask for an introduction', best);
  await expect(letter.body).toHaveValue(/ليلى/);

  await test.step('edited and copied', async () => {
    await letter.body.fill('Dear Omar, would you ask Layla whether she would like to talk?');
    await letter.button('Copy').click();
    await expect(shell.toast('Copied. Paste it where you write.')).toBeVisible();
    await letter.subject.fill('');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(letter.subject).toHaveValue(
      'Dear Omar, would you ask Layla whether she would like to talk?',
    );
    await letter.subject.fill('A question about Łódź & paper');
  });

  await test.step('saved as a message that a mail program opens unsent', async () => {
    const { fileName, text: message } = await app.saves(() => letter.button('Save as .eml').click());
    expect(fileName).toMatch(/\.eml$/);
    expect(message).toMatch(/^X-Unsent: 1\r?$/m);
    expect(message).toMatch(/^To: .*<[^<>@\s]+@[^<>@\s]+>\r?$/m);
    expect(message).toMatch(/^Subject: =\?UTF-8\?/im);
    expect(message).toContain('would you ask Layla');
  });

  await test.step('handed to the mail program as a link', async () => {
    await letter.button('Open in mail program').click();
    // The whole of it can be read first; nothing has been opened by asking.
    await expect(letter.region.getByText(/^mailto:[^?]+@[^?]+\?subject=A%20question/)).toBeVisible();
    expect(await app.openedLinks()).toEqual([]);
    await letter.region.getByRole('button', { name: 'Open it' }).click();
    await expect
      .poll(app.openedLinks)
      .toEqual([expect.stringMatching(/^mailto:[^?]+@[^?]+\?subject=A%20question/)]);
  });

  await test.step('the draft comes back', async () => {
    await letter.region.getByRole('button', { name: 'Back to the draft' }).click();
    await expect(letter.subject).not.toHaveValue('A question about Łódź & paper');
  });
});

test('a company is reached through whoever knows somebody there', async ({ page }) => {
  const [shell, network] = [new Shell(page), new NetworkPage(page)];
  await shell.go('Network');
  await network.ask('Solar', /^Solar Kiosk/);
  await expect(page.getByRole('region', { name: 'Ways to somebody at Solar Kiosk' })).toBeVisible();
  await expect(network.ways.getByRole('article')).not.toHaveCount(0);
  await expect(network.way(/Kwame Boateng/).first()).toBeVisible();
});

test('the page of a person names who knows them, and takes the owner’s word for another', async ({
  page,
}) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('People');
  await people.search.fill('fatou');
  await people.list.getByRole('option').filter({ hasText: 'Fatou' }).first().click();
  const heading = page.getByRole('heading', { level: 2, name: /^Who knows Fatou/ });
  const mutuals = page.locator('section').filter({ has: heading });
  await expect(mutuals.getByRole('link', { name: 'Wanjirũ Kamau' })).toBeVisible();
  await mutuals.getByRole('button', { name: /^Say who knows/ }).click();
  await mutuals.getByRole('combobox', { name: /^Who knows/ }).fill('omar');
  await page.getByRole('option', { name: 'Omar El-Khatib' }).click();
  await mutuals.getByRole('button', { name: 'Save' }).click();
  await expect(mutuals.getByRole('link', { name: 'Omar El-Khatib' })).toBeVisible();
  await shell.undoByToast(/^Noted: Omar El-Khatib and Fatou/);
  await expect(mutuals.getByRole('link', { name: 'Omar El-Khatib' })).toHaveCount(0);
});

test('a kind no, a yes and a question to a reference are drafted in the right words', async ({ page }) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await shell.go('Invitations');
  const benedikt = await invitations.open('Benedikt Ostermann');
  const reference = new Letter(page, 'Ask how well they know each other', benedikt.card);
  await expect(reference.body).toHaveValue(/^Hi Tomás,[^]*How well do you know Benedikt/);
  await benedikt.card.getByRole('tab', { name: 'Ana Ruiz Calderón' }).click();
  await expect(reference.body).toHaveValue(/^Hi Ana/);

  const curtis = await invitations.open('Curtis Vane');
  await expect(curtis.verdict).toHaveText('Decline kindly');
  const no = new Letter(page, 'Decline kindly', curtis.card);
  await expect(no.body).toHaveValue(/Curtis/);
  // Nobody who was asked is named to the one who is declined.
  await expect(no.body).not.toHaveValue(/Priya|Wanjir/);

  const tui = await invitations.open('Tui Ngata');
  const yes = new Letter(page, 'Say hello', tui.card);
  await expect(yes.body).toHaveValue(/Tui/);
});
