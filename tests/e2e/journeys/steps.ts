// Steps that many journeys begin with.
import type { Page } from '@playwright/test';
import { archive, ARCHIVE_NAME } from '../archive.ts';
import { ImportsPage } from '../pages/imports.ts';
import type { BatchPage } from '../pages/imports.ts';

/** Brings the made-up archive into the book, by dropping it. */
export async function importArchive(page: Page): Promise<BatchPage> {
  const imports = new ImportsPage(page);
  await imports.drop({ name: ARCHIVE_NAME, content: archive() });
  const batch = await imports.batch(ARCHIVE_NAME);
  await batch.apply();
  return batch;
}
