// npm run check: everything that must be true before a change is taken, one step after the other, stopping at the first
// that is not.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');

interface Step {
  readonly what: string;
  readonly command: readonly [string, ...string[]];
}

const script = (name: string): [string, ...string[]] => [process.execPath, path.join('scripts', name)];

const ZONES = ['core', 'api', 'db', 'electron', 'loopback', 'renderer', 'scripts', 'tests'];

const STEPS: readonly Step[] = [
  { what: 'one Node everywhere', command: script('check-node.ts') },
  { what: 'types', command: ['tsc', '-b'] },
  { what: 'lint', command: ['oxlint', '--deny-warnings'] },
  { what: 'format', command: ['oxfmt', '--check'] },
  {
    what: 'borders',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err', ...ZONES],
  },
  { what: 'unused code', command: ['knip'] },
  { what: 'migrations', command: script('check-migrations.ts') },
  { what: 'build and tests', command: ['npm', 'test'] },
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

for (const { what, command } of STEPS) {
  const [name, ...words] = command;
  const began = performance.now();
  console.log(`\n── ${what}`);
  // On Windows the tools of node_modules/.bin are .cmd files, which only a shell starts.
  const shell = process.platform === 'win32' && name !== process.execPath;
  const { status, error } = spawnSync(name, words, { stdio: 'inherit', cwd: PROJECT, shell });
  if (error) console.error(error.message);
  if (status !== 0) {
    console.error(`\n✗ ${what} (${seconds(began)})`);
    process.exit(1);
  }
  console.log(`✓ ${what} (${seconds(began)})`);
}
