// Today by keyboard: what is due is answered, put off and let go, and everything comes back; then how people are treated.
import { expect, test } from '../app.ts';
import { pick } from '../pages/events.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';

test.use({ start: 'demo' });

test('what is due today is answered by keyboard, and every answer is taken back', async ({ page }) => {
  const shell = new Shell(page);
  const section = (title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  await shell.go('Today');
  const followUps = section('Follow up').getByRole('listitem');
  await expect(followUps).toHaveCount(2);
  await shell.expectCount('Today', 9);

  await test.step('j moves to the first row, D says it is done, and the focus goes on to the next', async () => {
    await page.keyboard.press('j');
    await expect(followUps.first().getByRole('link')).toBeFocused();
    await page.keyboard.press('d');
    await expect(shell.toast('Followed up with Søren Bødker')).toBeVisible();
    await expect(followUps).toHaveCount(1);
    await expect(followUps.first().getByRole('link')).toBeFocused();
    await shell.expectCount('Today', 8);
    await shell.undoByKey('Answered a reminder');
    await expect(followUps).toHaveCount(2);
  });

  await test.step('S puts off until a day as people write it, which then stands under what is coming', async () => {
    const promise = section('Promised')
      .getByRole('listitem')
      .filter({ hasText: 'Read the first three chapters' });
    await promise.getByRole('link').focus();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Come back to Linh' });
    await expect(dialog.getByLabel('Or on')).toBeFocused();
    await page.keyboard.type('soonish');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Write a day to come');
    await dialog.getByLabel('Or on').fill('in 9 days');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(promise).toHaveCount(0);
    const coming = section('Coming up');
    await coming.getByText('within four weeks').press('Enter');
    await expect(
      coming.getByRole('listitem').filter({ hasText: 'Read the first three chapters' }),
    ).toBeVisible();
    await shell.undoByToast(/comes back on/);
    await expect(promise).toHaveCount(1);
  });

  await test.step('L lets go, k goes back, Enter opens the person', async () => {
    const birthdays = section('Birthdays').getByRole('listitem');
    await birthdays.first().getByRole('link').focus();
    await page.keyboard.press('l');
    await expect(shell.toast(/Let the birthday of Priya .* pass/)).toBeVisible();
    await expect(birthdays).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await expect(birthdays.first().getByRole('link')).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Omar El-Khatib' })).toBeVisible();
  });
});

test('how often to hear of somebody, a promise, and good manners are kept on their page', async ({
  page,
}) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('People');
  await people.search.fill('Priya');
  const { pane } = await people.open('Priya Venkataraman');
  const touch = pane.locator('section').filter({ hasText: 'I want to hear of them' });

  await test.step('a cadence and a promise', async () => {
    await touch.getByLabel('I want to hear of them').selectOption('P1M');
    await expect(touch).toContainText('the next time by');
    await touch.getByRole('button', { name: 'I promised something' }).press('Enter');
    await expect(touch.getByLabel('What I promised')).toBeFocused();
    await page.keyboard.type('the last chapter');
    await page.keyboard.press('Enter');
    await expect(touch.getByRole('alert')).toContainText('Write a day');
    await touch.getByLabel('By', { exact: true }).fill('tomorrow');
    await page.keyboard.press('Enter');
    await expect(touch.getByRole('list', { name: 'Promised' })).toContainText('the last chapter');
    await touch.getByRole('button', { name: 'Done: the last chapter' }).press('Enter');
    await expect(touch.getByRole('list', { name: 'Promised' })).toHaveCount(0);
    await shell.undoByKey('Answered a reminder');
    await expect(touch.getByRole('list', { name: 'Promised' })).toContainText('tomorrow');
  });

  const manners = pane.locator('section').filter({ hasText: 'Before they are introduced' });
  await test.step('confidential: a mark on the page and in the list', async () => {
    await pane.getByRole('button', { name: 'Say how to treat them' }).press('Enter');
    await expect(manners.getByLabel('Before they are introduced')).toBeFocused();
    await manners.getByLabel('Confidential').press('Space');
    await expect(pane.getByRole('heading', { level: 1 })).toContainText('Confidential');
    await expect(people.list.getByRole('option').getByRole('img', { name: 'Confidential' })).toBeVisible();
    await manners.getByLabel('Offers').fill('Translations of rain');
    await manners.getByLabel('Looks for').focus();
    await expect(shell.toast(/Changed what .* offers/)).toBeVisible();
  });

  await test.step('a pair that is kept apart cannot be introduced, and the refusal says why', async () => {
    await manners.getByRole('button', { name: 'Do not introduce to…' }).press('Enter');
    await pick(page, page.getByRole('combobox', { name: /^Do not introduce/ }), 'Luca', /Luca/);
    await manners.getByLabel('Why').fill('One is enough');
    await page.keyboard.press('Enter');
    await expect(manners.getByRole('listitem')).toContainText('One is enough');
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.evaluate(() => {
      window.location.hash = '#/introductions/new';
    });
    await pick(page, page.getByRole('combobox', { name: 'Whom you ask first' }), 'Luca', /Luca/);
    await pick(page, page.getByRole('combobox', { name: 'Whom you ask second' }), 'Priya', /Priya/);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(shell.toast('You said that these two are not to be introduced')).toBeVisible();
  });
});

test('a tag has a cadence of its own, which Settings lists and takes back', async ({ page }) => {
  const shell = new Shell(page);
  await shell.go('Settings');
  const tags = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Keeping in touch' }) });
  await tags.getByLabel('Tag').fill('Advisers');
  await tags.getByLabel('How often').selectOption('P1M');
  await tags.getByRole('button', { name: 'Add' }).press('Enter');
  await expect(tags.getByRole('listitem')).toContainText('every 30 days');
  await tags.getByRole('button', { name: 'No longer: advisers' }).press('Enter');
  await expect(tags.getByRole('listitem')).toHaveCount(0);
  await shell.undoByKey('Changed how often to keep in touch with a tag');
  await expect(tags.getByRole('listitem')).toHaveCount(1);
});
