// Steps that many journeys begin with.
import type { Page } from '@playwright/test';
import { expect } from '../app.ts';
import { archive, ARCHIVE_NAME } from '../archive.ts';
import { ImportsPage } from '../pages/imports.ts';
import type { BatchPage } from '../pages/imports.ts';
import type { Shell } from '../pages/shell.ts';

/** Brings the made-up archive into the book, by dropping it. */
export async function importArchive(page: Page): Promise<BatchPage> {
  const imports = new ImportsPage(page);
  await imports.drop({ name: ARCHIVE_NAME, content: archive() });
  const batch = await imports.batch(ARCHIVE_NAME);
  await batch.apply();
  return batch;
}

/** Runs an action by its name in the palette. */
export async function byPalette(shell: Shell, typed: string, offer: string | RegExp = typed): Promise<void> {
  const { page } = shell;
  await page.keyboard.press('ControlOrMeta+k');
  await expect(shell.palette).toBeVisible();
  await page.keyboard.type(typed);
  await expect(shell.palette.getByRole('option', { name: offer }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(shell.palette).toHaveCount(0);
}

/** Presses Tab until the wanted control has the focus. */
export async function tabTo(
  page: Page,
  name: RegExp | string,
  role: 'button' | 'textbox' | 'combobox' | 'listbox' | 'tab' | 'listitem' | 'link' = 'button',
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(name)}`);
}
