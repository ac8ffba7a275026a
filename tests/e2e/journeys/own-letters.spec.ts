// A letter in the owner's own words, by keyboard: begun from the shipped one, tried out, and written to somebody.
import { expect, test } from '../app.ts';
import { Letter } from '../pages/network.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

const READER = 'Rhys ap Gwilym';

test('a letter is put into own words, tried out, and is the one that is written', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('Settings');
  await page.getByRole('button', { name: 'Write your own' }).focus();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('form', { name: 'Get back in touch' });
  const [body, reads] = [editor.getByLabel('Letter'), editor.getByRole('region', { name: 'How it reads' })];

  await test.step('it begins as the letter that comes with Acquaint', async () => {
    await expect(editor.getByLabel('Language')).toBeFocused();
    await expect(body).toHaveValue(/^\{\{ greeting \}\}/);
    await expect(reads).toContainText('Hi Ada,');
  });

  await test.step('what can be filled in is offered while it is typed', async () => {
    await body.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Ahoy {{na');
    await expect(page.getByRole('option', { name: /^name/ })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type(', tell me more of ');
    await expect(body).toHaveValue('Ahoy {{ name }}, tell me more of ');
  });

  await test.step('and in a list, by what it means', async () => {
    await editor.getByRole('combobox', { name: 'Put in at the cursor' }).focus();
    await page.keyboard.type('whole name');
    await expect(page.getByRole('option', { name: /^reader/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(body).toBeFocused();
    await page.keyboard.type('!');
    await expect(body).toHaveValue('Ahoy {{ name }}, tell me more of {{ reader }}!');
    await expect(reads).toContainText('Ahoy Ada, tell me more of Ada Moreno!');
  });

  await test.step('half written, it is still there after looking at something else', async () => {
    await shell.go('People');
    await shell.go('Settings');
    await expect(page.getByText('You were writing this when you left.')).toBeVisible();
    await expect(body).toHaveValue('Ahoy {{ name }}, tell me more of {{ reader }}!');
    expect(await violations(page)).toEqual([]);
    await body.focus();
    await page.keyboard.press('ControlOrMeta+End');
  });

  await test.step('a mistake is told with its line, and is not saved', async () => {
    await page.keyboard.type(' {{ vorname }}');
    await expect(editor).toContainText('Line 1: there is nothing called “vorname” to fill in.');
    await editor.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await expect(shell.toast('The letter has a mistake in it')).toBeVisible();
    await body.focus();
    await page.keyboard.press('ControlOrMeta+End');
    for (const _ of ' {{ vorname }}') await page.keyboard.press('Backspace');
    await expect(editor).not.toContainText('Line 1');
    expect(await violations(page)).toEqual([]);
  });

  await test.step('saved, it is listed and the cursor is where one began', async () => {
    await editor.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Write your own' })).toBeFocused();
    await expect(page.getByRole('list', { name: 'Letters in your own words' })).toContainText(
      'Get back in touch: English, Warm in place of the one that comes with Acquaint',
    );
    expect(await violations(page)).toEqual([]);
  });

  await test.step('and is what is written to somebody, with the shipped words a choice away', async () => {
    await shell.go('People');
    await people.open(READER);
    await page.getByRole('button', { name: 'Write to them' }).focus();
    await page.keyboard.press('Enter');
    const letter = new Letter(page, 'Get back in touch');
    await expect(letter.body).toHaveValue(`Ahoy Rhys, tell me more of ${READER}!`);
    await letter.region.getByLabel('Words').selectOption('As they come with Acquaint');
    await expect(letter.body).toHaveValue(/^Hi Rhys,/);
    expect(await violations(page)).toEqual([]);
  });

  await test.step('taking it back gives the shipped letter back', async () => {
    // Not in a field, whose own typing the keys would take back.
    await page.getByRole('button', { name: 'Close', exact: true }).first().focus();
    await shell.undoByKey('Saved a letter in own words');
    await expect(new Letter(page, 'Get back in touch').region.getByLabel('Words')).toHaveCount(0);
  });
});
