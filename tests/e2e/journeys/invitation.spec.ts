// Invitations to connect: from the archive and by hand, judged, asked about, decided, undone.
import { expect, test } from '../app.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { importArchive } from './steps.ts';

const PASTED = [
  'Kenji Watanabe',
  'Bookbinder at Washi House',
  'Bruno Falk, Ines Carvalho and 3 other mutual connections',
  'Accept',
  'Ignore',
  'https://www.linkedin.com/in/kenji-watanabe-washi/',
].join('\n');

test('an invitation is judged, asked about, decided with its evidence, and the decision undone', async ({
  page,
}) => {
  const [shell, invitations, people] = [new Shell(page), new InvitationsPage(page), new PeoplePage(page)];
  await importArchive(page);

  await test.step('the owner knows Bruno, and says so', async () => {
    await shell.go('People');
    const bruno = await people.open('Bruno Falk');
    await bruno.pane.getByLabel('How well do you know Bruno Falk?').selectOption('know');
    await expect(bruno.section('How well I know them')).toContainText('You said so');
  });

  await test.step('pasted text fills the form', async () => {
    await shell.go('Invitations');
    await invitations.addPasted(PASTED);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kenji Watanabe');
    await expect(page.getByLabel('Headline')).toHaveValue('Bookbinder at Washi House');
    await expect(page.getByLabel('How many in all')).toHaveValue('5');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  });

  const kenji = await invitations.invitation('Kenji Watanabe');
  await test.step('the verdict names whom to ask', async () => {
    await expect(kenji.verdict).toHaveText('Ask somebody who knows both');
    await expect(kenji.evidence('for')).toContainText('You share Bruno Falk, whom you know');
    await expect(kenji.card.getByRole('heading', { name: 'If you accept' })).toBeVisible();
    await expect(kenji.card.getByLabel('Letter', { exact: true })).toHaveValue(/Kenji Watanabe/);
  });

  await test.step('asked, answered: the verdict follows', async () => {
    await kenji.markAsked('Bruno Falk');
    await expect(kenji.mutual('Bruno Falk')).toContainText('Asked ');
    await kenji.answer('Bruno Falk', 'Knows them well');
    await expect(kenji.verdict).toHaveText('Accept – vouched for');
    await expect(kenji.evidence('for')).toContainText('Bruno Falk knows them well');
  });

  await test.step('the decision is kept with what was on the screen', async () => {
    await kenji.card.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(shell.toast('Accepted Kenji Watanabe')).toBeVisible();
    await expect(kenji.past()).toContainText('Accepted');
    await shell.clearToasts();
    await kenji.past().getByText('The evidence you decided on').click();
    await expect(kenji.past()).toContainText('As the book said: Accept – vouched for');
    await expect(kenji.past()).toContainText('Bruno Falk knows them well');
    await shell.expectCount('Invitations', 2);
  });

  await test.step('and can be undone', async () => {
    await shell.undoByKey('Decided about an invitation');
    await shell.expectCount('Invitations', 3);
    await expect(kenji.past()).toHaveCount(0);
    await expect(kenji.card.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  });
});

test('what is missing is filled in on the card, and the verdict follows', async ({ page }) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await importArchive(page);
  await shell.go('Invitations');

  const petra = await invitations.open('Petra Lindqvist');
  await test.step('a claim of an introduction is a question to the introducer', async () => {
    await expect(petra.verdict).toHaveText('Ask who introduced us');
    await expect(petra.card).toContainText('Names Bruno Falk as the one who brought you together');
  });

  await test.step('a meeting remembered is a yes, until it is taken back', async () => {
    await petra.card.getByRole('button', { name: 'Yes, I remember' }).click();
    await petra.card.getByRole('combobox', { name: 'Event or place' }).fill('Night train to Trieste');
    await page.keyboard.press('Enter');
    await petra.card.getByLabel('When', { exact: true }).fill('March 2026');
    await petra.card.getByRole('button', { name: 'Log it' }).click();
    await expect(petra.verdict).toHaveText('Accept – we have met');
    await expect(petra.evidence('for')).toContainText('Night train to Trieste');
    await shell.undoByToast('Logged where you met Petra Lindqvist');
    await expect(petra.verdict).toHaveText('Ask who introduced us');
  });

  await test.step('so is the line of mutual connections', async () => {
    const milo = await invitations.open('Milo Sandoval');
    await expect(milo.verdict).toHaveText('Let it rest');
    const line = milo.card.getByLabel('Mutual connections');
    await line.fill('Bruno Falk, Ines Carvalho and 1 other mutual connection');
    await line.press('Enter');
    await expect(milo.verdict).toHaveText('Ask where we met');
    await expect(milo.mutual('Bruno Falk')).toBeVisible();
    await expect(milo.pane).toContainText('3 mutual connections in all');
    await expect(line).toHaveCount(0);
  });
});

test('deciding against the verdict asks why and keeps the reason', async ({ page }) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await importArchive(page);
  await shell.go('Invitations');
  const petra = await invitations.open('Petra Lindqvist');
  await petra.card.getByRole('button', { name: 'Decide otherwise' }).click();
  await page.getByRole('menuitem', { name: /^Decline/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline – although the book says otherwise?' });
  await dialog.getByLabel('Why you decide this way').fill('Bruno says he never did.');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(petra.past()).toContainText('Declined');
  await expect(petra.past()).toContainText('Bruno says he never did.');
  await shell.clearToasts();
  await petra.past().getByText('The evidence you decided on').click();
  await expect(petra.past()).toContainText('The book said: Ask who introduced us');
  await page.getByRole('tab', { name: 'Decided' }).click();
  await expect(invitations.row('Petra Lindqvist')).toBeVisible();
});
