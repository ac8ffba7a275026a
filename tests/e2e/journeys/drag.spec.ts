// People dragged out of the window and cards dragged in, without a file in between.
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';

const CARDS = ['Ada Okafor', 'Bo Falk']
  .map(
    (fn) =>
      `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${fn}\r\nEMAIL:${fn.slice(0, 2).trim().toLowerCase()}@example.org\r\nNOTE:private\r\nEND:VCARD\r\n`,
  )
  .join('');

/** Drags data of these types over the window and lets go of it on `target`. */
const dropData = (page: Page, data: Record<string, string>, target = 'body'): Promise<void> =>
  page.evaluate(
    ([types, selector]) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(types)) transfer.setData(type, text);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.querySelector(selector)?.dispatchEvent(event);
      }
    },
    [data, target] as const,
  );

/** Grabs what `selector` shows, holds it so long and drags it; answers what the drag holds and whether it goes on. */
const draggedAfter = (page: Page, selector: string, held: number) =>
  page.evaluate(
    async ([which, ms]) => {
      window.dispatchEvent(new DragEvent('dragend'));
      const grabbed = document.querySelector(which);
      grabbed?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
      await new Promise((resolve) => setTimeout(resolve, ms));
      const transfer = new DataTransfer();
      const event = new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: transfer });
      const goesOn = grabbed?.dispatchEvent(event) === true;
      const data = Object.fromEntries(transfer.types.map((type) => [type, transfer.getData(type)]));
      return { goesOn, data };
    },
    [selector, held] as const,
  );

/** The same, held until the cards are there: a small machine with other work takes a while. */
async function dragged(page: Page, selector: string) {
  for (const held of [500, 2000, 6000]) {
    const drag = await draggedAfter(page, selector, held);
    if (!drag.goesOn || 'text/vcard' in drag.data) return drag;
  }
  return draggedAfter(page, selector, 12_000);
}

test('cards are dragged in as text, and people out as cards without what is private', async ({
  page,
  host,
}) => {
  const [people, shell, imports] = [new PeoplePage(page), new Shell(page), new ImportsPage(page)];
  await test.step('plain text that is no card is left alone', async () => {
    await dropData(page, { 'text/plain': 'BEGIN at the beginning' });
    await expect(page.getByRole('main')).not.toContainText('BEGIN');
  });
  await dropData(page, { 'text/plain': CARDS });
  const batch = await imports.batch('Pasted text');
  await batch.apply();
  await shell.expectCount('People', 2);
  await page.keyboard.press('ControlOrMeta+2');
  await people.expectTotal(2);
  await expect(people.list.getByRole('option').first()).toHaveAttribute('draggable', 'true');

  const { goesOn, data } = await dragged(page, '[role=option]');
  if (host === 'electron') {
    // The system drags the file instead.
    expect(goesOn).toBe(false);
    return;
  }
  expect(goesOn).toBe(true);
  expect(data['text/plain']).toMatch(/^(Ada Okafor <ad@example.org>|Bo Falk <bo@example.org>)$/);
  expect(data['text/vcard']).toMatch(/^BEGIN:VCARD\r\nVERSION:4.0\r\n/);
  expect(data['text/vcard']).not.toContain('private');
  expect(data['downloadurl']).toMatch(/^text\/vcard:(Ada Okafor|Bo Falk)\.vcf:data:text\/vcard/);

  await test.step('and not in again by the same drag', async () => {
    await dropData(page, { 'text/vcard': CARDS });
    await expect(page).toHaveURL(/#\/people/);
  });

  await test.step('everybody selected goes along, and the picture of one person is one card', async () => {
    await people.list.focus();
    await page.keyboard.press('ControlOrMeta+a');
    const both = await dragged(page, '[role=option]');
    expect(both.data['text/vcard']?.match(/BEGIN:VCARD/g)).toHaveLength(2);
    await people.open('Bo Falk');
    const one = await dragged(page, 'article [draggable]');
    expect(one.data['text/plain']).toBe('Bo Falk <bo@example.org>');
  });
});
