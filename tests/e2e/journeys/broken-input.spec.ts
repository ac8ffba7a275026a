// What is not an archive: the clear sentence, and a book that has not changed.
import { Buffer } from 'node:buffer';
import { expect, test } from '../app.ts';
import { archive } from '../archive.ts';
import { ImportsPage } from '../pages/imports.ts';
import { PeoplePage } from '../pages/people.ts';
import { Shell } from '../pages/shell.ts';
import { zipOf } from '#tests/fixtures/linkedin.ts';

const whole = archive();

/** 64 MiB of one letter in a few kilobytes. */
const bomb = () => zipOf({ 'Connections.csv': new Uint8Array(67_108_864).fill(97) });

const CASES: readonly (readonly [string, string, () => Uint8Array | string, string])[] = [
  [
    'a text that is called .zip',
    'letter.zip',
    () => 'Dear Olive, here are my people.\n',
    'None of this is a file that can be read yet',
  ],
  [
    'a zip that was cut short',
    'cut.zip',
    () => whole.slice(0, whole.length / 2),
    'The .zip is damaged or not complete',
  ],
  ['a zip bomb', 'bomb.zip', bomb, 'The .zip unpacks to far more than it should'],
  [
    'columns nobody knows',
    'Connections.csv',
    () => 'Colour,Taste\nred,sweet\n',
    'None of this is a file that can be read yet',
  ],
  ['an empty file', 'Connections.csv', () => '', 'There is nothing in this'],
  [
    'columns without a record',
    'Connections.csv',
    () => 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
    'The columns are there, but no records',
  ],
  [
    'bytes that mean nothing',
    'noise.bin',
    () => Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 197 + 31) % 256)),
    'None of this is a file that can be read yet',
  ],
];

test('what cannot be read is refused with a clear sentence and the book stays as it was', async ({
  page,
}) => {
  const [shell, imports, people] = [new Shell(page), new ImportsPage(page), new PeoplePage(page)];
  await shell.go('Imports');
  for (const [what, name, content, sentence] of CASES) {
    await test.step(what, async () => {
      await imports.drop({ name, content: content() });
      const problem = imports.problem(sentence);
      await expect(problem).toBeVisible();
      await expect(problem).toContainText('Nothing in your book has changed.');
      await expect(problem).toContainText(`File: ${name}`);
      await problem.getByRole('button', { name: 'Dismiss' }).click();
      await expect(problem).toHaveCount(0);
    });
  }
  await shell.expectCount('Imports', 0);
  await expect(page.getByText('Nothing imported yet')).toBeVisible();
  await shell.go('People');
  await people.expectTotal(0);
});
