// The committed migrations must be exactly what the tables say: drizzle-kit's own check, then generated again in a copy
// and compared (drizzle-kit's `generate` alone exits 0 when there is something to write).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');
const CLI = path.join(PROJECT, 'node_modules', 'drizzle-kit', 'bin.cjs');

const drizzleKit = (words: readonly string[]) => {
  const result = spawnSync(process.execPath, [CLI, ...words], { cwd: PROJECT, encoding: 'utf8' });
  if (result.status !== 0) {
    console.error(result.stdout + result.stderr);
    process.exit(1);
  }
};

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

drizzleKit(['check']);

// Beside the project's own cache, because drizzle-kit only takes a folder relative to where it runs.
const copy = mkdtempSync(path.join(PROJECT, 'node_modules', '.cache-migrations-'));
try {
  const committed = path.join(PROJECT, 'db', 'migrations');
  cpSync(committed, copy, { recursive: true });
  const out = `./${path.relative(PROJECT, copy).split(path.sep).join('/')}`;
  drizzleKit(['generate', '--dialect', 'sqlite', '--schema', './db/schema.ts', '--out', out]);
  const before = new Set(files(committed));
  const added = files(copy).filter((file) => !before.has(file));
  if (added.length > 0) {
    console.error(`The tables have changed and the migrations have not: run "npm run migration".`);
    console.error(`It would write: ${added.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
