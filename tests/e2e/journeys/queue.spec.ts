// Fifty invitations worked through by keyboard: decided, put off, several at once, each kind undone.
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { InvitationsPage } from '../pages/invitations.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { anInvitation, invitationsCsv } from '#tests/fixtures/linkedin.ts';

const COUNT = 50;
const NAMES = Array.from({ length: COUNT }, (_, at) => `Sender${String(at).padStart(2, '0')} Example`);
const FILE = 'Invitations.csv';

const fifty = () =>
  invitationsCsv(
    ...NAMES.map((fn, at) =>
      anInvitation({
        fn,
        slug: `sender-${at}`,
        // One minute earlier for each: the first of the list is the newest.
        sentAt: `9/7/26, 11:${String(59 - at).padStart(2, '0')} AM`,
        message: at % 3 === 0 ? `We met at LoomConf, Olive. ${fn}` : '',
      }),
    ),
  );

test('fifty invitations are worked through by keyboard, and each kind of decision is taken back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  const imports = new ImportsPage(page);
  await imports.drop({ name: FILE, content: fifty() });
  const batch = await imports.batch(FILE);
  await batch.apply();
  await shell.go('Invitations');
  const tab = (name: string) => page.getByRole('tab', { name });
  await expect(tab('For you')).toContainText(String(COUNT));
  await invitations.list.focus();
  await page.keyboard.press('Home');
  await invitations.invitation(NAMES[0]!);

  await test.step('each key decides and goes on to the next, and Undo brings it back', async () => {
    const kinds = [
      ['1', 'Accepted', 'Decided'],
      ['2', 'Noted: you asked', 'Asked'],
      ['3', 'Declined', 'Decided'],
      ['4', 'Let ', 'Decided'],
    ] as const;
    for (const [key, said, where] of kinds) {
      await page.keyboard.press(key);
      await expect(shell.toast(said).first()).toBeVisible();
      await expect(tab('For you')).toContainText(String(COUNT - 1));
      await expect(tab(where)).toContainText('1');
      await expect(page.getByRole('article', { name: `Invitation from ${NAMES[1]!}` })).toBeVisible();
      await shell.undoByKey('Decided about an invitation');
      await expect(tab('For you')).toContainText(String(COUNT));
      await shell.clearToasts();
      await invitations.list.focus();
      await page.keyboard.press('Home');
      await invitations.invitation(NAMES[0]!);
    }
  });

  await test.step('later puts it at the end, and Undo at its place', async () => {
    await page.keyboard.press('0');
    await expect(shell.toast(`${NAMES[0]!} comes last now`)).toBeVisible();
    await expect(invitations.list.getByRole('option').first()).toContainText(NAMES[1]!);
    await shell.undoByKey('Decided about an invitation');
    await expect(invitations.list.getByRole('option').first()).toContainText(NAMES[0]!);
    await shell.clearToasts();
    await invitations.list.focus();
    await page.keyboard.press('Home');
    await invitations.invitation(NAMES[0]!);
  });

  await test.step('several are chosen with Shift and decided by one key, and undone as one', async () => {
    for (let rows = 0; rows < 4; rows += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('group', { name: 'The chosen invitations' })).toContainText('5 chosen');
    await page.keyboard.press('3');
    await expect(shell.toast('Decided about 5 invitations')).toBeVisible();
    await expect(tab('For you')).toContainText(String(COUNT - 5));
    await shell.undoByKey('Decided about several invitations');
    await expect(tab('For you')).toContainText(String(COUNT));
    await shell.clearToasts();
  });

  await test.step('only one verdict at a time, if wanted', async () => {
    await page.getByLabel('Verdict', { exact: true }).selectOption('ASK_INVITER');
    await expect(invitations.list.getByRole('option')).toHaveCount(17, { timeout: 10_000 });
    await page.getByLabel('Verdict', { exact: true }).selectOption('');
  });

  await test.step('the rest goes by, key by key', async () => {
    await invitations.list.focus();
    await page.keyboard.press('Home');
    for (const [at, fn] of NAMES.entries()) {
      await expect(page.getByRole('article', { name: `Invitation from ${fn}` })).toBeVisible();
      await page.keyboard.press(String((at % 4) + 1));
      await expect(tab('For you')).toContainText(String(COUNT - 1 - at));
    }
    await expect(page.getByText('No invitation waits for you')).toBeVisible();
    await expect(tab('Asked')).toContainText('13');
    await expect(tab('Decided')).toContainText('37');
    await shell.expectCount('Invitations', 0);
  });

  await test.step('those accepted are in the book with how it came about', async () => {
    await shell.go('People');
    await page.getByRole('option', { name: NAMES[0]! }).click();
    await expect(page.getByText(/You accepted their invitation/).first()).toBeVisible();
  });

  await test.step('Today says whom one waits for', async () => {
    await shell.go('Today');
    await expect(page.getByRole('heading', { name: 'You asked them and wait' })).toBeVisible();
    await expect(page.getByText(/^asked /).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

test('several pasted at once are looked over and added together; a picture is refused with the reason', async ({
  page,
}) => {
  const [shell, invitations] = [new Shell(page), new InvitationsPage(page)];
  await shell.go('Invitations');
  const cards = ['Ada Example', 'Bo Example', 'Cyd Example'].flatMap((fn) => [
    fn,
    'Weaver',
    'Ignore',
    'Accept',
  ]);
  await invitations.addPasted(cards.join('\n'));
  const list = page.getByRole('list', { name: 'Invitations read' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await list.getByRole('checkbox', { name: 'Add the invitation from Bo Example' }).press('Space');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add 2 invitations' }).press('Enter');
  await expect(shell.toast('Added 2 invitations')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'For you' })).toContainText('2');
  const ada = await invitations.invitation('Ada Example');
  await ada.card.getByRole('button', { name: 'Show the rules' }).press('Enter');
  await expect(ada.card.getByRole('list', { name: 'Rules that match, the first decides' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await shell.undoByToast('Added 2 invitations');
  await expect(page.getByText('No invitation waits for you')).toBeVisible();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'shot.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }),
    );
  });
  await expect(shell.toast('A picture of an invitation is not read')).toBeVisible();
  await expect(shell.link('Invitations')).toHaveAttribute('aria-current', 'page');
});
