// Moving to another computer with the JSON alone: looked at, brought in, taken out again as it was, taken back. By keys.
import { WHOLE_BOOK } from '#tests/fixtures/whole-book.ts';
import type { AcquaintDocument } from '#core/imports/sources/acquaint-schema.ts';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { violations } from '../violations.ts';
import { byPalette } from './steps.ts';

const FILE = 'book.json';

test('a whole book comes in, goes out as it was, and is taken back', async ({ page, app }) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];

  await test.step('the preview says of everything what it is', async () => {
    await imports.drop({ name: FILE, content: WHOLE_BOOK });
    const batch = await imports.batch(FILE);
    await batch.expectCounts({ New: 11, Changed: 0, Same: 0, Conflicts: 0, Unusable: 0 });
    for (const words of [
      'Saved view · maps',
      'Own letter · Say hello: English, Warm · in place of the one that comes with Acquaint',
      'Whom you accept · 2 sentences in your own choice of words · 1 set of rules before',
      'Introduction · With Bo Falk · Ada Okafor has been asked · a book of maps',
      'Invitation · Received · You asked others · 1 mutual connection · 1 decision',
      'Kept apart · Not the same as Cleo Marsh',
    ])
      await expect(batch.pane.getByRole('option').filter({ hasText: plain(words) })).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
    await batch.apply();
  });

  await test.step('it stands where it stood', async () => {
    await shell.expectCount('People', 3);
    await shell.expectCount('Introductions', 1);
    await page.keyboard.press('ControlOrMeta+2');
    await people.expectTotal(3);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Map people');
    await expect(shell.palette.getByRole('option', { name: /Map people/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  let text = '';
  await test.step('and goes out again', async () => {
    ({ text } = await app.saves(async () => {
      await byPalette(shell, 'Export', /Export people/);
      await page.getByRole('combobox', { name: 'For' }).selectOption('json');
      await expect(page.getByText('it is the whole book')).toBeVisible();
      await page.getByRole('checkbox', { name: /With my private notes/ }).press('Space');
      await page.getByRole('button', { name: 'Save file' }).press('Enter');
    }));
    const [out, was] = [JSON.parse(text), JSON.parse(WHOLE_BOOK)] as AcquaintDocument[];
    expect(out?.savedViews).toEqual(was?.savedViews);
    expect(out?.letterTemplates).toEqual(was?.letterTemplates);
    expect(out?.introductions).toMatchObject([{ purpose: 'a book of maps', state: 'asked_a' }]);
    expect(out?.invitations).toMatchObject([
      { fn: 'Ida Stranger', mutuals: [{ answer: 'knows' }], decisions: [{ decision: 'ask_mutuals' }] },
    ]);
    await imports.drop({ name: 'again.json', content: text });
    await (await imports.batch('again.json')).expectCounts({ New: 0, Changed: 0, Same: 11, Conflicts: 0 });
  });

  await test.step('and is taken back', async () => {
    await shell.go('Imports');
    await page
      .getByRole('listbox', { name: 'Imports, newest first' })
      .getByRole('option')
      .filter({ hasText: FILE })
      .click();
    await (await imports.batch(FILE)).undo();
    for (const section of ['People', 'Invitations', 'Introductions'] as const)
      await shell.expectCount(section, 0);
  });
});

/** As a list has it, whatever isolates the names. */
const plain = (words: string): RegExp =>
  new RegExp(
    words
      .split(/(?<=\s)|(?=\s)/)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\u2066-\u2069]*'),
  );
