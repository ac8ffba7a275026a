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
