// The owner's rules: read, tried out on every invitation, saved, taken back; what an old decision was made by.
import { expect, test } from '../app.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { byPalette, importArchive } from './steps.ts';

test('rules are tried out before they are saved, by keyboard alone, and an old decision says what it was made by', async ({
  page,
}) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await importArchive(page);
  await shell.go('Invitations');

  const milo = await invitations.open('Milo Sandoval');
  await expect(milo.verdict).toHaveText('Let it rest');
  await page.keyboard.press('4');
  await shell.clearToasts();

  await byPalette(shell, 'My rules for inv', 'My rules for invitations');
  const rules = page.getByRole('article', { name: 'My rules' });
  const silent = rules.getByLabel('What I do about a silent stranger');
  await test.step('a word is chosen, and every verdict it would change is shown', async () => {
    await expect(silent).toHaveValue('IGNORE');
    await silent.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(silent).toHaveValue('ASK_INVITER');
    await expect(rules.getByRole('status')).toHaveText(
      '1 of 2 verdicts would change; 1 of them you have decided already.',
    );
    const row = rules.getByRole('region', { name: 'Verdicts that would change' }).getByRole('link');
    await expect(row).toContainText('Milo Sandoval');
    await expect(row).toContainText('Let it rest');
    await expect(row).toContainText('Ask where we met');
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the change waits while an invitation is looked at', async () => {
    await rules.getByRole('link', { name: /Milo Sandoval/ }).focus();
    await page.keyboard.press('Enter');
    await expect(milo.card).toBeVisible();
    await page.goBack();
    await expect(silent).toHaveValue('ASK_INVITER');
  });

  await test.step('saved, and the verdict is the one that was shown', async () => {
    await rules.getByRole('button', { name: 'Save my rules' }).press('Enter');
    await expect(shell.toast('Saved your rules')).toBeVisible();
    await expect(rules.getByText('Version 2')).toBeVisible();
    await expect(rules.getByRole('button', { name: 'Save my rules' })).toBeDisabled();
    await shell.clearToasts();
    await page.getByRole('tab', { name: /Decided/ }).click();
    await invitations.open('Milo Sandoval');
    await expect(milo.verdict).toHaveText('Ask where we met');
  });

  await test.step('what was decided then says by which rules', async () => {
    await milo.past().getByText('The evidence you decided on').press('Enter');
    await expect(milo.past()).toContainText('Judged by version 1 of your rules. One sentence was different:');
    await expect(milo.past()).toContainText('When a stranger writes nothing I can go by, I let it rest.');
    await expect(milo.past()).toContainText('Today: When a stranger writes nothing I can go by, I ask them');
  });

  await shell.undoByKey('Changed how invitations are judged');
  await expect(milo.verdict).toHaveText('Let it rest');
  await expect(milo.past()).toContainText('which say the same today');
});
