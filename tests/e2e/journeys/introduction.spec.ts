// Bringing two people together, each asked before the other hears of it.
import { expect, test } from '../app.ts';
import { IntroductionsPage } from '../pages/introductions.ts';
import { Letter } from '../pages/network.ts';
import { Shell } from '../pages/shell.ts';

test.use({ start: 'demo' });

const [A, B] = ['Omar El-Khatib', 'Luca Bianchetti'] as const;

test('an introduction goes from an idea to introduced, one consent after the other', async ({ page }) => {
  const [shell, introductions] = [new Shell(page), new IntroductionsPage(page)];
  await shell.go('Introductions');
  const one = await introductions.create({
    a: A,
    b: B,
    purpose: 'A bookshop on a night train.',
    benefitA: 'Luca knows who rents the carriages.',
    benefitB: 'Omar has the books and the readers.',
  });
  await shell.expectCount('Introductions', 2);

  await test.step('the first is asked, and reads only what is in it for him', async () => {
    const letter = new Letter(page, 'Ask the first of the two', one.pane);
    await expect(letter.body).toHaveValue(/Luca knows who rents the carriages/);
    await expect(letter.body).not.toHaveValue(/luca@rails|Omar has the books/);
    await one.step(`I have asked ${A}`).click();
    await one.step(`${A} said yes`).click();
  });

  await test.step('then the second, whose address the first has not seen', async () => {
    const letter = new Letter(page, 'Ask the second of the two', one.pane);
    await expect(letter.body).toHaveValue(/Omar has the books and the readers/);
    await one.step(`I have asked ${B}`).click();
    await one.step(`${B} said yes`).click();
  });

  await test.step('only then both are written to', async () => {
    await expect(one.pane).toContainText('Both have said yes. The letter shows each the other’s address.');
    const letter = new Letter(page, 'Introduce them', one.pane);
    await expect(letter.region.getByLabel(`To ${A}`)).not.toHaveValue('');
    await expect(letter.region.getByLabel(`To ${B}`)).not.toHaveValue('');
    await one.step('I have introduced them').click();
    await expect(one.log()).toHaveCount(5);
    await expect(one.log().first()).toContainText(`You introduced ${A} and ${B}`);
  });

  await test.step('a step is taken back', async () => {
    await shell.undoByToast(`You introduced ${A} and ${B}`);
    await expect(one.log()).toHaveCount(4);
    await expect(one.step('I have introduced them')).toBeVisible();
  });
});

test('a no ends it without telling anybody why', async ({ page }) => {
  const [shell, introductions] = [new Shell(page), new IntroductionsPage(page)];
  await shell.go('Introductions');
  const one = await introductions.create({
    a: A,
    b: B,
    purpose: 'A bookshop on a night train.',
    benefitA: 'Luca knows who rents the carriages.',
    benefitB: 'Omar has the books and the readers.',
  });
  await one.step(`I have asked ${A}`).click();
  await one.step(`${A} would rather not`).click();
  await expect(one.pane).toContainText('Nobody is told why.');
  await expect(one.pane.getByRole('button', { name: `I have asked ${B}` })).toHaveCount(0);
  await shell.expectCount('Introductions', 1);
});
