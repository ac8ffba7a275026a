// A calendar, and the same a week later: a lunch is moved and renamed, which is seen before it is done, and taken back.
import { expect, onDay, test } from '../app.ts';
import { EventsPage } from '../pages/events.ts';
import { ImportsPage } from '../pages/imports.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

const calendar = (lines: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    'X-WR-CALNAME:olive@example.org',
    'BEGIN:VEVENT',
    'UID:lunch@example.org',
    ...lines,
    'ATTENDEE;CN=Olive Owner;PARTSTAT=ACCEPTED:mailto:olive@example.org',
    'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED:mailto:ana@example.org',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const OLDER = calendar(['SUMMARY:Lunch', 'LOCATION:Luna', 'DTSTART;VALUE=DATE:20250512', 'SEQUENCE:0']);
const NEWER = calendar(['SUMMARY:Long lunch', 'LOCATION:Luna', 'DTSTART;VALUE=DATE:20250514', 'SEQUENCE:1']);

test('a newer calendar moves an event, is seen first, and is taken back', async ({ page }) => {
  const [shell, imports, events] = [new Shell(page), new ImportsPage(page), new EventsPage(page)];
  await imports.drop({ name: 'older.ics', content: OLDER });
  await (await imports.batch('older.ics')).apply();
  await shell.go('Imports');
  await imports.drop({ name: 'newer.ics', content: NEWER });
  const batch = await imports.batch('newer.ics');

  await test.step('the preview says in words what changes', async () => {
    const list = await batch.showTab('Changed');
    await list.getByRole('option', { name: /Long lunch/ }).focus();
    await page.keyboard.press('Enter');
    const table = batch.pane.getByRole('table', { name: 'What changes' });
    await expect(table.getByRole('row', { name: /Name Lunch Long lunch/ })).toBeVisible();
    const days = [onDay(12, 'May', 2025), onDay(14, 'May', 2025)] as const;
    for (const day of days) await expect(table.getByRole('row', { name: /Begins/ })).toContainText(day);
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the event is the same one under its new name and on its new day', async () => {
    await batch.apply();
    await shell.go('Events');
    await events.row('Long lunch').click();
    const lunch = await events.event('Long lunch');
    await expect(lunch.pane.getByRole('link', { name: 'Ana Ruiz' }).first()).toBeVisible();
    await expect(lunch.pane.getByText(onDay(14, 'May', 2025)).first()).toBeVisible();
    await expect(lunch.pane.getByText(onDay(12, 'May', 2025))).toHaveCount(0);
  });

  await test.step('taken back, it is what it was', async () => {
    await shell.go('Imports');
    await page.getByRole('listbox', { name: 'Imports, newest first' }).getByRole('option').first().click();
    await (await imports.batch('newer.ics')).undo();
    await shell.go('Events');
    await events.row('Lunch').click();
    const lunch = await events.event('Lunch');
    await expect(lunch.pane.getByText(onDay(12, 'May', 2025)).first()).toBeVisible();
  });
});
