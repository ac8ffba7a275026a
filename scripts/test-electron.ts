// npm run test:electron: the desktop tests on true Electron, where its program is; one line why not elsewhere.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { electronBinary } from './launch/electron-binary.ts';
import { hasDisplay } from './launch/options.ts';

const PROJECT = resolve(import.meta.dirname, '..');

/** Answers the exit code. */
function testElectron(words: readonly string[]): number {
  if (electronBinary(PROJECT) === undefined) {
    console.log(
      "Not run: Electron's program is not in node_modules/electron/dist (npx install-electron fetches it).",
    );
    return 0;
  }
  if (!hasDisplay(process.platform, process.env)) {
    console.log('Not run: Electron needs a display here (xvfb-run npm run test:electron).');
    return 0;
  }
  const run = (program: readonly string[]) =>
    spawnSync(process.execPath, program, { cwd: PROJECT, stdio: 'inherit' }).status ?? 1;
  const built = run(['scripts/build.ts', '--quiet']);
  if (built !== 0) return built;
  return run([
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project',
    'electron',
    '--workers',
    '1',
    ...words,
  ]);
}

process.exitCode = testElectron(process.argv.slice(2));
