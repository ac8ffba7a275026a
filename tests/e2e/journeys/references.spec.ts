// Asking those who know both: the question, the reminder, the answer, and what is remembered of it – by keys alone.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { tooWide, violations } from '../violations.ts';
import { tabTo } from './steps.ts';

test.use({ start: 'demo' });

const MINJUN = '김민준';

async function seen(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a question that waits is on Today, gets one reminder, and its answer is remembered', async ({
  page,
}) => {
  const [shell, invitations, people] = [new Shell(page), new InvitationsPage(page), new PeoplePage(page)];

  await test.step('Today says whom to remind', async () => {
    await shell.go('Today');
    await tabTo(page, /Ilse Vandermeer.*You asked .*6 days ago; one reminder is fair\./s, 'link');
    await page.keyboard.press('Enter');
  });
  const ilse = await invitations.invitation('Ilse Vandermeer');
  const minjun = ilse.mutual(MINJUN);

  await test.step('the reminder is a letter with a way out, and is noted once', async () => {
    await tabTo(page, MINJUN, 'listitem');
    await page.keyboard.press('w');
    await expect(minjun.getByLabel('Letter', { exact: true })).toHaveValue(
      /A gentle reminder of my question[^]*I will not ask again/,
    );
    await seen(page);
    await tabTo(page, 'I reminded them');
    await page.keyboard.press('Enter');
    await expect(minjun).toContainText('a second time would press');
    await expect(minjun.getByRole('button', { name: /^Remind them/ })).toHaveCount(0);
    await expect(minjun).toBeFocused();
  });

  await test.step('two keys are an answer; their own words come with it', async () => {
    await page.keyboard.press('a');
    await seen(page);
    await page.keyboard.press('4');
    await expect(minjun).toContainText('Not really');
    await expect(minjun).toContainText(
      'Said of 1 of 2 people shown as mutual that they do not really know them',
    );
    await expect(ilse.verdict).toHaveText('Decline kindly');
    await expect(minjun).toBeFocused();
  });

  await test.step('it stands on their card too, with the ledger, and thanks can be noted', async () => {
    await minjun.getByRole('link', { name: MINJUN }).press('Enter');
    const card = await people.person(MINJUN);
    const section = card.section(`Asking ${MINJUN}`);
    await expect(section).toContainText('1 of 3 left this year');
    await expect(section).toContainText('not yet thanked for 2 things');
    await expect(section.getByRole('link', { name: 'Ilse Vandermeer' })).toBeVisible();
    await expect(section).toContainText('Not really');
    await seen(page);
    await section.getByRole('button', { name: 'I have thanked them' }).press('Enter');
    await expect(section).toContainText('last thanked');
    await expect(section).not.toContainText('not yet thanked');
    await shell.undoByKey('Changed how a person is treated');
    await expect(section).toContainText('not yet thanked for 2 things');
  });
});

test('who was just asked is spared, unless there is a reason; a name in other letters is offered', async ({
  page,
}) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await shell.go('Invitations');
  const ngozi = await invitations.open('Ngozi Hartley');

  await test.step('a name in other letters is offered, never assumed', async () => {
    const row = ngozi.mutual('Min-jun Kim');
    await expect(row).toContainText('Is Min-jun Kim this person?');
    await row.getByRole('button', { name: /^김민준.* is Min-jun Kim$/ }).press('Enter');
    await expect(ngozi.mutual(MINJUN)).toContainText('asked 6 days ago');
  });

  const minjun = ngozi.mutual(MINJUN);
  await test.step('asking all the same wants a reason, which is kept', async () => {
    await minjun.focus();
    await page.keyboard.press('k');
    await expect(minjun).toContainText('1 of 3 left this year');
    await seen(page);
    await minjun.getByRole('button', { name: /^I asked them/ }).press('Enter');
    await expect(minjun).toContainText('Something speaks against asking');
    await minjun.getByLabel('Why you ask all the same').fill('We share a studio this week.');
    await page.keyboard.press('Enter');
    await expect(shell.toast(`Noted: you asked ${MINJUN} today`)).toBeVisible();
    await expect(minjun).toContainText('Asked ');
    await expect(ngozi.past()).toContainText('We share a studio this week.');
  });

  await test.step('and is one deed to take back', async () => {
    await shell.undoByKey('Noted a question asked');
    await expect(minjun).toContainText('asked 6 days ago');
    await expect(ngozi.past()).toHaveCount(0);
  });

  await test.step('whoever does not want to be asked is passed over', async () => {
    await expect(ngozi.verdict).toHaveText('Ask somebody who knows both');
    await ngozi.mutual('Jürgen Großmann').getByRole('link', { name: 'Jürgen Großmann' }).press('Enter');
    await page.getByRole('button', { name: 'Say how to treat them' }).press('Enter');
    await page.getByLabel('Does not want to be asked about others').press('Space');
    await expect(shell.toast('Jürgen Großmann is not asked about others')).toBeVisible();
    await page.goBack();
    await expect(ngozi.verdict).toHaveText('Ask where we met');
    await expect(ngozi.mutual('Jürgen Großmann')).toContainText('does not want to be asked');
    await expect(ngozi.card).toContainText('Nobody you share should be asked now');
  });
});
