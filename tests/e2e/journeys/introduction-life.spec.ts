// The whole life of an introduction by keyboard alone: from a way through the network to thanks.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { IntroductionsPage } from '../pages/introductions.ts';
import { Letter, NetworkPage } from '../pages/network.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

test.use({ start: 'demo' });

/** Focuses and presses, as somebody without a mouse does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Enter');
}

test('from a way through the network to thanks, by keyboard', async ({ page }) => {
  const [shell, network] = [new Shell(page), new NetworkPage(page)];
  await shell.go('Network');
  await network.ask('ليلى', /^ليلى الهاشمي/);
  await press(page, 'Keep it under Introductions: asking Omar El-Khatib');
  await expect(page).toHaveURL(/#\/introductions\/\d+$/);
  const pane = page.getByRole('article', { name: /^Omar El-Khatib and / });
  await expect(pane).toContainText('The letter is ready.');
  await expect(pane.getByRole('region', { name: 'Ask for an introduction' })).toBeVisible();

  await test.step('asked, agreed, introduced', async () => {
    await press(page, /^I have asked /);
    await expect(pane).toContainText(/Waiting for .+ since /);
    await press(page, / will do it$/);
    await expect(pane).toContainText('It is in their hands.');
    await press(page, / has introduced us$/);
    await expect(pane).toContainText(/ introduced you on .+ Write to .+ first, with Omar El-Khatib in Bcc\./);
  });

  await test.step('the first letter goes to whom one was introduced to, with the introducer in Bcc', async () => {
    const letter = new Letter(page, 'Write to them, the introducer in Bcc', pane);
    await expect(letter.body).toHaveValue(/^Thank you for the introduction, Omar – /);
    await expect(letter.region.getByLabel('Bcc Omar El-Khatib')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await letter.button('Save as .eml').focus();
    await page.keyboard.press('Enter');
    await press(page, 'Mark as written');
    await expect(pane).toContainText('Say thank you.');
  });

  await test.step('thanks come first, then what came of it in words', async () => {
    await expect(pane.getByRole('region', { name: 'Thank them' })).toBeVisible();
    await press(page, /^I have thanked /);
    await press(page, / and I have met$/);
    await expect(pane.getByRole('region', { name: 'Tell them what came of it' })).toBeVisible();
    await press(page, /^I have told .+ what came of it$/);
    await page.keyboard.type('We write a book together.');
    await press(page, 'Write it down');
    await expect(pane).toContainText('We write a book together.');
    await press(page, /^I have thanked /);
    await expect(pane).toContainText('Nothing more to do here.');
  });

  await test.step('the step is taken back like anything else', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(pane).not.toContainText('Nothing more to do here.');
  });
});

test('somebody asks to be introduced, and the doubts are answered before anybody is', async ({ page }) => {
  const [shell, introductions] = [new Shell(page), new IntroductionsPage(page)];
  await shell.go('Introductions');
  await introductions.begin('Somebody asks me to');
  const one = await introductions.fillIn(
    { a: 'Who asks you', b: 'Whom they would like to meet' },
    { a: 'Omar El-Khatib', b: 'Luca Bianchetti' },
  );
  const doubts = one.pane.getByRole('list', { name: 'Is it worth it to both?' });
  await expect(doubts.getByRole('listitem')).toHaveCount(3);
  await expect(one.step('I have asked Luca Bianchetti')).toHaveCount(0);
  await expect(one.step('I would rather not')).toBeVisible();

  await press(page, 'Go on all the same…');
  await press(page, 'Write it down');
  await expect(page.getByText('Say why: it is what makes it fair.')).toBeVisible();
  await page.getByLabel('Why it is worth it all the same').focus();
  await page.keyboard.type('Both asked me for it last week.');
  await press(page, 'Write it down');
  await press(page, 'I have asked Luca Bianchetti');

  await test.step('not now comes back on its day', async () => {
    await press(page, 'Luca Bianchetti said: not now');
    await page.keyboard.type('in 3 weeks');
    await press(page, 'Write it down');
    await expect(one.pane).toContainText('Until then it rests.');
  });

  await test.step('a no ends it, and nothing of why is told', async () => {
    await press(page, 'Luca Bianchetti would rather not');
    await expect(one.pane).toContainText('Omar El-Khatib asked you and does not know yet');
    const letter = new Letter(page, 'Say kindly that it won’t come about', one.pane);
    await expect(letter.body).toHaveValue(/I won’t be making this one/);
    await expect(letter.body).not.toHaveValue(/maps/);
    expect(await violations(page)).toEqual([]);
    await one.pane.getByLabel('What you can do instead').focus();
    await page.keyboard.type('I can send you my list of maps.');
    await page.keyboard.press('Tab');
    await expect(letter.body).toHaveValue(/I can send you my list of maps\./);
    await press(page, 'I have told Omar El-Khatib');
    await expect(one.pane).toContainText('Nobody is told why.');
    await expect(one.pane.getByLabel('Letter', { exact: true })).toHaveCount(0);
  });
});

test('who offers what another seeks is suggested, with the words it rests on', async ({ page }) => {
  await new Shell(page).go('Introductions');
  const ideas = page.getByRole('region', { name: 'Who might gain from each other' });
  await expect(ideas).toContainText('seeks “Somebody who records rooms”');
  await press(page, /^Think about it: /);
  await expect(page.getByRole('list', { name: 'Is it worth it to both?' })).toBeVisible();
});
