// An event as people keep it: its list, what it was, who was met, a word to each, a calendar file, one event of two.
import { expect, test } from '../app.ts';
import { EventsPage, pick } from '../pages/events.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';

test.use({ start: 'demo' });

test('an event of the list becomes meetings, letters and a calendar file', async ({ page, app }) => {
  const [shell, events] = [new Shell(page), new EventsPage(page)];
  await shell.go('Events');

  await test.step('a series is one row, and tells who was met how often', async () => {
    await events.row('Buchmesse Talstadt').click();
    const series = page.getByRole('article', { name: 'Buchmesse Talstadt' });
    await expect(series.getByText('met 2 times')).toHaveCount(2);
    await expect(events.row('Buchmesse Talstadt')).toHaveAttribute('aria-selected', 'true');
    await series
      .getByRole('listitem')
      .getByRole('link', { name: 'Buchmesse Talstadt' })
      .first()
      .press('Enter');
  });
  const fair = await events.event('Buchmesse Talstadt');
  await expect(events.row('Buchmesse Talstadt')).toHaveAttribute('aria-selected', 'true');
  await expect(fair.pane).toContainText('2 coming');

  await test.step('who is on the list was not met; who was met is so by one key', async () => {
    await expect(fair.pane).toContainText('Nobody yet');
    const answer = fair.pane.getByLabel('What Omar El-Khatib answered');
    await answer.selectOption('TENTATIVE');
    await expect(shell.toast('Changed what Omar El-Khatib answered')).toBeVisible();
    await fair.pane.getByRole('button', { name: 'Log that you met Omar El-Khatib' }).press('Enter');
    await expect(fair.met('Omar El-Khatib')).toBeVisible();
    await pick(
      page,
      fair.pane.getByRole('combobox', { name: 'Put somebody on the list' }),
      'Nia Bello',
      'Add “Nia Bello”',
    );
    await expect(fair.pane.getByLabel('What Nia Bello answered')).toHaveValue('NEEDS-ACTION');
    await shell.undoByToast('Put Nia Bello on the list');
    await expect(fair.pane.getByLabel('What Nia Bello answered')).toHaveCount(0);
  });

  await test.step('the meeting is corrected', async () => {
    await fair
      .met('Omar El-Khatib')
      .getByRole('button', { name: /^Correct the meeting/ })
      .press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The meeting with Omar El-Khatib' });
    await dialog.getByLabel('What about').fill('SECRET plans for a reading room');
    await dialog.getByLabel('What about').press('ControlOrMeta+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(fair.met('Omar El-Khatib')).toContainText('SECRET plans');
  });

  await test.step('one letter a person, without the note in it, done by key', async () => {
    await fair.pane.getByRole('button', { name: 'Follow up' }).press('Enter');
    const after = page.getByRole('article', { name: 'After Buchmesse Talstadt' });
    await expect(after.getByRole('region', { name: 'What you wrote down' })).toContainText('SECRET');
    const letter = after.getByLabel('Letter');
    await expect(letter).toHaveValue(/It was good to meet you at Buchmesse Talstadt/);
    await expect(letter).not.toHaveValue(/SECRET/);
    await letter.press('Alt+Enter');
    await expect(after.getByRole('status').first()).toContainText('Everybody has had a word');
    await shell.undoByToast('Followed up with Omar El-Khatib');
    await expect(after.getByRole('status').first()).toContainText('1 person');
    await after.getByLabel('Letter').press('Alt+Enter');
    await expect(after.getByRole('status').first()).toContainText('Everybody has had a word');
    await after.getByRole('button', { name: 'Back to the event' }).press('Enter');
  });

  await test.step('a sheet for paper has no note', async () => {
    await page.keyboard.press('ControlOrMeta+p');
    const sheet = page.getByRole('article', { name: 'Buchmesse Talstadt', exact: true });
    await expect(sheet.getByRole('row').filter({ hasText: 'Omar El-Khatib' })).toBeVisible();
    await expect(sheet).not.toContainText('SECRET');
    await expect(sheet).not.toContainText('Nadeesha');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(sheet).toBeVisible();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Back' }).press('Enter');
  });

  await test.step('the calendar file names nobody unless asked', async () => {
    await fair.pane.getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Save as a calendar file' }).press('Enter');
    const { fileName, text } = await app.saves(() =>
      page.getByRole('dialog').getByRole('button', { name: 'Save file' }).press('Enter'),
    );
    expect(fileName).toBe('Buchmesse Talstadt.ics');
    expect(text).toContain('SUMMARY:Buchmesse Talstadt');
    expect(text).not.toMatch(/Omar|ATTENDEE|SECRET/);
  });
});

test('two events become one, and undo brings both back exactly', async ({ page }) => {
  const [shell, events, people] = [new Shell(page), new EventsPage(page), new PeoplePage(page)];
  await shell.go('Events');
  const other = await events.create({ summary: 'DevConf', location: 'Harbour Hall', from: '2 August 2026' });
  await other.log({ who: 'Priya Venkataraman', note: 'Asked about the index' });
  const merge = other.pane.getByRole('button', { name: 'More' });
  await merge.press('Enter');
  await page.getByRole('menuitem', { name: 'Make one event with another' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const which = dialog.getByRole('combobox', { name: 'The other event' });
  await which.fill('Type Walk');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await which.press('Enter');
  await dialog.getByRole('button', { name: 'Make them one' }).press('Enter');
  await expect(other.met('Priya Venkataraman')).toContainText('Asked about the index');
  await expect(events.row('Type Walk')).toHaveCount(0);
  await shell.undoByToast('Made one event: DevConf');
  await expect(events.row('Type Walk')).toContainText('3 people');

  await other.met('Priya Venkataraman').getByRole('link').first().press('Enter');
  const priya = await people.person('Priya Venkataraman');
  await expect(priya.section('Timeline')).toContainText('Asked about the index');
});

test('a sheet of people whom a query finds leaves out who is confidential, and says so off the paper', async ({
  page,
}) => {
  await new Shell(page).go('People');
  await page.evaluate(() => {
    window.location.hash = '#/people/print';
  });
  const sheet = page.getByRole('article', { name: 'People', exact: true });
  await expect(sheet.getByRole('row').filter({ hasText: 'Annegret' })).toBeVisible();
  await expect(sheet).not.toContainText('Maximilian');
  const leftOut = page.getByText('One confidential person is not on it.');
  await expect(leftOut).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(leftOut).toBeHidden();
});
