// SQLite's own index, ranked, with its prefix tables.
import path from 'node:path';
import Database from 'better-sqlite3';
import { runArm, timed } from '../arm.ts';
import { storedPeople, wordsOf } from '../keystrokes.ts';
import { pressAll, searchTask } from '../search-arm.ts';

const ROWS = 50;
const SCHEMA = `create virtual table search using
  fts5 (fn, org, email, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')`;

await runArm('search-fts5', async (task) => {
  const { file, asked } = await searchTask(task);
  const stored = storedPeople(file);
  const sqlite = new Database(path.join(task.own, 'fts5.db'));
  sqlite.exec(SCHEMA);
  const insert = sqlite.prepare('insert into search (rowid, fn, org, email) values (?, ?, ?, ?)');
  const { ms: build } = await timed(() =>
    sqlite.transaction(() => {
      for (const { id, fn, org, emails } of stored) insert.run(id, fn, org, emails);
    })(),
  );
  const ranked = sqlite
    .prepare('select rowid from search where search match ? order by rank limit ?')
    .pluck();
  const all = sqlite.prepare('select rowid from search where search match ?').pluck();
  const match = (text: string) =>
    wordsOf(text)
      .map((word) => `"${word}"*`)
      .join(' ');
  const measured = await pressAll(asked, {
    press: (text) => ranked.all(match(text), ROWS),
    found: (text) => all.all(match(text)) as number[], // row ids
  });
  sqlite.close();
  return { ...measured, figures: { ...measured.figures, build } };
});
