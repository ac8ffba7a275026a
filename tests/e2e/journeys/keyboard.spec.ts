// The same journeys without a pointer.
import { expect, test } from '../app.ts';
import { EventsPage } from '../pages/events.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { byPalette, importArchive, tabTo } from './steps.ts';

test('an event and the people met there are logged, looked at and undone by keys alone', async ({ page }) => {
  const [shell, events, people] = [new Shell(page), new EventsPage(page), new PeoplePage(page)];
  await importArchive(page);

  await byPalette(shell, 'Add an event');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Harbour Supper');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quay 9');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3 Oct 2026');
  await page.keyboard.press('ControlOrMeta+Enter');
  const event = await events.event('Harbour Supper');

  await tabTo(page, 'Whom', 'combobox');
  await page.keyboard.type('Noor Haddad');
  await expect(page.getByRole('option', { name: 'Add “Noor Haddad” as a new person' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sails, and mends nets');
  await page.keyboard.press('Enter');
  await expect(event.met('Noor Haddad')).toContainText('Sails, and mends nets');
  await expect(event.who).toBeFocused();
  await page.keyboard.type('bruno');
  await expect(page.getByRole('option', { name: 'Bruno Falk' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(event.met('Bruno Falk')).toBeVisible();

  await byPalette(shell, 'noor', 'Noor Haddad');
  const noor = await people.person('Noor Haddad');
  await expect(noor.section('Timeline')).toContainText('Harbour Supper');
  await tabTo(page, /^Remove this meeting/);
  await page.keyboard.press('Enter');
  await expect(noor.section('Timeline')).toContainText('No meeting on record.');
  await shell.undoByKey('Removed a meeting');
  await expect(noor.section('Timeline')).toContainText('Harbour Supper');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(noor.section('Timeline')).toContainText('No meeting on record.');
});

test('“Met someone” is one line from anywhere', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await page.keyboard.press('ControlOrMeta+Shift+m');
  const dialog = page.getByRole('dialog', { name: 'Met someone' });
  await expect(dialog.getByRole('textbox', { name: /line/ })).toBeFocused();
  await page.keyboard.type('Tamsin Ode – On the ferry, about bees');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(shell.toast('Logged Tamsin Ode')).toBeVisible();
  await byPalette(shell, 'tamsin', 'Tamsin Ode');
  const tamsin = await people.person('Tamsin Ode');
  await expect(tamsin.section('Timeline')).toContainText('On the ferry, about bees');
  await shell.undoByKey('Logged somebody met');
  await shell.expectCount('People', 0);
});

test('the queue of invitations is worked by its five keys', async ({ page }) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await importArchive(page);
  await page.keyboard.press('ControlOrMeta+4');
  await expect(shell.link('Invitations')).toHaveAttribute('aria-current', 'page');
  // Nobody presses a key for a row before it is there.
  await expect(invitations.row('Petra Lindqvist')).toBeVisible();
  await tabTo(page, 'Invitations', 'listbox');
  await page.keyboard.press('j');
  const petra = await invitations.invitation('Petra Lindqvist');
  await expect(petra.verdict).toHaveText('Ask who introduced us');
  await page.keyboard.press('j');
  const milo = await invitations.invitation('Milo Sandoval');
  await expect(milo.verdict).toHaveText('Let it rest');
  await page.keyboard.press('4');
  await expect(shell.toast('Let Milo Sandoval rest')).toBeVisible();
  await shell.expectCount('Invitations', 1);
  await shell.undoByKey('Decided about an invitation');
  await shell.expectCount('Invitations', 2);
});

test('an invitation is pasted, its missing line filled, its reference asked and answered by keys alone', async ({
  page,
}) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await importArchive(page);
  await byPalette(shell, 'Bruno Falk', 'Bruno Falk');
  await expect(page.getByRole('heading', { level: 1, name: 'Bruno Falk' })).toBeVisible();
  await tabTo(page, 'How well do you know Bruno Falk?', 'combobox');
  await page.keyboard.type('Know');
  await expect(shell.toast('Noted how well you know Bruno Falk').first()).toBeVisible();

  await byPalette(shell, 'Add an invitation');
  await tabTo(page, 'Paste it here', 'textbox');
  await page.keyboard.insertText(
    'Kenji Watanabe\nBookbinder at Washi House\nhttps://www.linkedin.com/in/kenji-watanabe-washi/',
  );
  await tabTo(page, 'Fill in the fields');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kenji Watanabe');
  await tabTo(page, 'Add');
  await page.keyboard.press('Enter');
  const kenji = await invitations.invitation('Kenji Watanabe');
  await expect(kenji.verdict).not.toHaveText('Ask somebody who knows both');
  await tabTo(page, 'Mutual connections', 'textbox');
  await page.keyboard.insertText('Bruno Falk and 2 other mutual connections');
  await page.keyboard.press('Enter');
  await expect(kenji.verdict).toHaveText('Ask somebody who knows both');
  await tabTo(page, 'Bruno Falk', 'listitem');
  await page.keyboard.press('k');
  await expect(kenji.mutual('Bruno Falk')).toContainText('Asked ');
  await page.keyboard.press('a');
  await page.keyboard.press('1');
  await expect(kenji.verdict).toHaveText('Accept – vouched for');
  await expect(kenji.mutual('Bruno Falk')).toBeFocused();
  await page.keyboard.press('1');
  await expect(shell.toast('Accepted Kenji Watanabe')).toBeVisible();
  await shell.undoByKey('Decided about an invitation');
});

test('the sheet of shortcuts opens with “?” and closes with Escape', async ({ page }) => {
  const shell = new Shell(page);
  await page.keyboard.press('?');
  await expect(shell.shortcutSheet).toContainText('Met someone');
  await expect(shell.shortcutSheet).toContainText('In a list');
  await page.keyboard.press('Escape');
  await expect(shell.shortcutSheet).toHaveCount(0);
  for (const [digit, section] of [
    ['2', 'People'],
    ['3', 'Events'],
    ['5', 'Network'],
    ['6', 'Introductions'],
    ['7', 'Imports'],
    ['1', 'Today'],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${digit}`);
    await expect(shell.link(section)).toHaveAttribute('aria-current', 'page');
  }
});
