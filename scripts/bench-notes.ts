// npm run bench:notes -- [--dir DIR]: reads labelled notes (`label<TAB>text`, *.tsv) and prints what they were taken for.
// Without a directory, the notes of tests/fixtures: those the cue lists were written with, and those held out.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { confusionOf, labelledNotes } from './notes/confusion.ts';

const FIXTURES = path.resolve(import.meta.dirname, '..', 'tests', 'fixtures');
const MOST_SHOWN = 40;

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
const folders =
  values.dir === undefined
    ? [path.join(FIXTURES, 'notes'), path.join(FIXTURES, 'notes-held-out')]
    : [values.dir];

for (const folder of folders) {
  const notes = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => labelledNotes(readFileSync(path.join(folder, name), 'utf8')));
  const { table, mistakes, falseAlarms } = confusionOf(notes);
  console.log(
    `${path.basename(folder)}: ${notes.length} notes, ${mistakes.length} read otherwise than labelled`,
  );
  console.table(table);
  console.log(`False alarms (a wanted note read as pitch or scam): ${falseAlarms.length}`);
  for (const { label, read, text } of falseAlarms.slice(0, MOST_SHOWN))
    console.log(`  ${label} → ${read}: ${text.slice(0, 160)}`);
}
