// Two programs on one book: the second says so and leaves it alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { launchElectron } from '../launch-electron.ts';
import { runHost } from '../launch-loopback.ts';
import { Shell } from '../pages/shell.ts';
import { importArchive } from './steps.ts';

test('a browser host refuses a book that is open, and says why', async ({ page, app }) => {
  await importArchive(page);
  const { code, said } = await runHost(['--book', app.book ?? '']);
  expect(code).toBe(1);
  expect(said.trim()).toBe('This book is already open in another Acquaint. Close that one first.');
  await new Shell(page).expectCount('People', 5);
});

test('a desktop app shows why it cannot open the book and leaves it alone', async ({ page, app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-second-'));
  await importArchive(page);
  const second = await launchElectron({ args: ['--book', app.book ?? ''], userData: folder });
  await expect(second.page.getByRole('heading').first()).toHaveText('Your book is open somewhere else');
  await new Shell(page).expectCount('People', 5);
  expect(await second.close()).toBe(0);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
