// After an archive: whom I accepted without a note, why each is only a name, and gentle ways on.
import {
  aConnection,
  anInvitation,
  connectionsCsv,
  invitationsCsv,
  profileCsv,
  zipOf,
} from '#tests/fixtures/linkedin.ts';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';

const NAMES = ['Ada Falk', 'Bo Novak', 'Cleo Sato', 'Dan Moreau', 'Eve Byron'] as const;
const slug = (fn: string) => fn.toLowerCase().replace(' ', '-');

const ARCHIVE = zipOf({
  'Profile.csv': profileCsv('Olive', 'Owner'),
  'Connections.csv': connectionsCsv(
    ...NAMES.map((fn, at) => {
      const [first = '', last = ''] = fn.split(' ');
      return aConnection({
        first,
        last,
        slug: slug(fn),
        company: at < 3 ? 'Acme' : 'Globex',
        on: `0${at + 1} Mar 2019`,
      });
    }),
  ),
  'Invitations.csv': invitationsCsv(
    ...NAMES.slice(0, 4).map((fn) => anInvitation({ fn, slug: slug(fn) })),
    anInvitation({ fn: 'Petra Lindqvist', slug: 'petra-lindqvist' }),
  ),
});

test('after an archive I look through names on a list by keyboard: know, keep, part, write, take back', async ({
  page,
}) => {
  const shell = new Shell(page);
  const imports = new ImportsPage(page);
  await imports.drop({ name: 'archive.zip', content: Buffer.from(ARCHIVE) });
  await (await imports.batch('archive.zip')).apply();
  await page.getByRole('button', { name: '4 people you accepted without a note' }).press('Enter');

  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Names on a list' })).toBeVisible();
  await expect(main).toContainText('4 people you accepted without a note');
  await expect(main.getByRole('link', { name: '1 pending invitation to vet' })).toBeVisible();
  await expect(main).toContainText('Of your 5 connections, 5 are names on a list');
  expect(await violations(page)).toEqual([]);

  const list = page.getByRole('listbox', { name: 'Accepted without a note' });
  const which = page.getByLabel('Which connections');
  await test.step('narrowed to an organisation, and wide again', async () => {
    await expect(list.getByRole('option')).toHaveCount(4);
    await page.getByLabel('At', { exact: true }).selectOption({ label: 'Globex · 1' });
    await expect(list.getByRole('option')).toHaveCount(1);
    await page.getByLabel('At', { exact: true }).selectOption({ label: 'Anywhere' });
  });

  await test.step('one after the other, by number', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    const one = page.getByRole('article', { name: 'Dan Moreau' });
    await expect(one).toContainText(/connected on LinkedIn since (?:4 Mar|Mar 4,) 2019/);
    await expect(one).toContainText('They invited you without a note on');
    await expect(one).toContainText('No meeting, no letter and no message is on record.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('1');
    await expect(shell.toast('Noted: you know Dan Moreau')).toBeVisible();
    await expect(page.getByRole('article', { name: 'Cleo Sato' })).toBeVisible();
    await page.keyboard.press('2');
    await expect(shell.toast('Kept Cleo Sato by name')).toBeVisible();
    await expect(page.getByRole('article', { name: 'Bo Novak' })).toBeVisible();
    await page.keyboard.press('3');
    await expect(shell.toast('Marked Bo Novak to part with')).toBeVisible();
    await expect(list.getByRole('option')).toHaveCount(1);
    await shell.clearToasts();
  });

  await test.step('whom I part with is a list of its own, with the page to open and the mark to take away', async () => {
    await which.selectOption({ label: 'To part with · 1' });
    await page.getByRole('listbox', { name: 'To part with' }).getByRole('option').click();
    const bo = page.getByRole('article', { name: 'Bo Novak' });
    await expect(bo).toContainText('Nothing has happened on LinkedIn');
    await expect(bo.getByRole('link', { name: 'https://www.linkedin.com/in/bo-novak/' })).toBeVisible();
    await shell.undoByKey('Marked whom to part with, or no longer');
    await expect(bo.getByRole('button', { name: 'Mark to part' })).toBeVisible();
    await shell.clearToasts();
  });

  await test.step('a gentle letter', async () => {
    const bo = page.getByRole('article', { name: 'Bo Novak' });
    await bo.getByRole('button', { name: 'Introduce myself anew' }).press('Enter');
    await expect(bo.getByLabel('Letter', { exact: true })).toHaveValue(/We are connected on LinkedIn/);
    await expect(bo.getByLabel('Letter', { exact: true })).not.toHaveValue(/\[/);
  });
});
