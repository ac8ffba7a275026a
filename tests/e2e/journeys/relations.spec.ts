// What two people are to each other, said by keyboard, read from both pages, taken back and put back.
import { expect, test } from '../app.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

test('a relation is said by keyboard, read from both ends, and taken back', async ({ page }) => {
  const [shell, people] = [new Shell(page), new PeoplePage(page)];
  await shell.go('People');
  await people.search.fill('omar');
  const omar = await people.open('Omar El-Khatib');
  const add = omar.pane.getByRole('button', { name: 'Say how they are related' });
  await add.focus();
  await page.keyboard.press('Enter');
  const form = omar.pane.getByRole('form', { name: 'How Omar El-Khatib is related' });
  await expect(form.getByRole('combobox', { name: 'Who' })).toBeFocused();

  await test.step('with whom is asked for', async () => {
    await page.keyboard.press('Enter');
    await expect(form.getByText('Choose somebody from your book.')).toBeVisible();
  });

  await test.step('said: the sentence has the direction', async () => {
    await page.keyboard.type('lay');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const what = form.getByRole('combobox', { name: 'Omar El-Khatib …' });
    await expect(what).toBeFocused();
    // Typing into a list depends on how fast one types; which is chosen is not this list's doing.
    await what.selectOption('mentee');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await expect(omar.section('Relations').getByRole('link', { name: /^Mentored / })).toBeVisible();
  });

  await test.step('something the owner is to them, in words of their own', async () => {
    await omar.section('Relations').getByRole('button', { name: 'Add a relation' }).press('Enter');
    const second = omar.pane.getByRole('form', { name: 'How Omar El-Khatib is related' });
    await second.getByRole('radio', { name: 'Me', exact: true }).check();
    await second.getByRole('combobox', { name: 'Omar El-Khatib …' }).selectOption('In other words');
    const words = second.getByRole('textbox', { name: 'What they are to each other' });
    await words.fill('mentor');
    await words.press('Enter');
    await expect(second.getByText('The list above has a sentence for that')).toBeVisible();
    await words.fill('climbing partners');
    await words.press('Enter');
    await expect(omar.section('Relations').getByText('Climbing partners – you')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the other page reads it from the other end', async () => {
    await omar
      .section('Relations')
      .getByRole('link', { name: /^Mentored / })
      .press('Enter');
    const link = page.getByRole('link', { name: 'Was mentored by Omar El-Khatib' });
    await expect(link).toBeVisible();
    await page.getByRole('button', { name: 'Remove “Was mentored by Omar El-Khatib”' }).press('Enter');
    await expect(link).toBeHidden();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(link).toBeVisible();
  });
});
