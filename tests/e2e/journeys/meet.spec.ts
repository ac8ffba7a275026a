// Somebody met at an event: on the event's page, on the person's page, and taken back.
import { expect, onDay, test } from '../app.ts';
import { EventsPage } from '../pages/events.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { importArchive } from './steps.ts';

test('people met at an event stand on both pages until they are taken back', async ({ page }) => {
  const [shell, events, people] = [new Shell(page), new EventsPage(page), new PeoplePage(page)];
  await importArchive(page);
  await shell.go('Events');
  const event = await events.create({
    summary: 'Paper & Ink Days',
    location: 'Lyon',
    from: '12 May 2026',
    to: '14 May 2026',
  });
  await event.log({
    who: 'Noor Haddad',
    isNew: true,
    note: 'Looks for a press that still casts type',
    introducedBy: 'Bruno Falk',
  });
  await event.log({ who: 'Zoë Ångström-Müller', note: 'Gave the talk on pigments' });
  await expect(event.met('Noor Haddad')).toContainText('introduced by');
  await expect(event.met('Noor Haddad')).toContainText('Looks for a press that still casts type');
  await expect(events.row('Paper & Ink Days')).toContainText('2 people');

  await test.step('the new person’s page tells the story', async () => {
    await event.met('Noor Haddad').getByRole('link', { name: 'Noor Haddad' }).click();
    const noor = await people.person('Noor Haddad');
    await expect(noor.how).toContainText('Introduced by Bruno Falk at Paper & Ink Days, Lyon');
    await expect(noor.how).toContainText(onDay(12, 'May', 2026));
    const meetings = noor.section('Timeline');
    await expect(meetings.getByRole('link', { name: 'Paper & Ink Days' })).toBeVisible();
    await expect(meetings.getByRole('link', { name: 'Bruno Falk' })).toBeVisible();
    await expect(meetings).toContainText('Looks for a press that still casts type');
  });

  await test.step('a meeting is removed and comes back by the toast', async () => {
    await shell.go('People');
    const zoe = await people.open('Zoë Ångström-Müller');
    await zoe.pane.getByRole('button', { name: 'Remove this meeting' }).click();
    await expect(zoe.section('Timeline')).toContainText('No meeting on record.');
    await shell.undoByToast('Removed a meeting with Zoë Ångström-Müller');
    await expect(zoe.section('Timeline')).toContainText('Paper & Ink Days');
  });

  await test.step('a person is deleted with all that hangs on them, and undone by key', async () => {
    await people.row('Noor Haddad').click();
    const noor = await people.person('Noor Haddad');
    await noor.delete();
    await expect(shell.toast('Deleted Noor Haddad')).toBeVisible();
    await people.expectTotal(5);
    await shell.undoByKey('Deleted a person');
    await people.expectTotal(6);
    const back = await people.open('Noor Haddad');
    await expect(back.section('Timeline')).toContainText('Paper & Ink Days');
  });

  await test.step('an event is deleted and undone', async () => {
    await shell.go('Events');
    await events.row('Paper & Ink Days').click();
    const again = await events.event('Paper & Ink Days');
    await again.delete();
    await expect(page.getByText('No events yet')).toBeVisible();
    await shell.undoByToast('Deleted Paper & Ink Days');
    await expect(events.row('Paper & Ink Days')).toContainText('2 people');
  });
});
