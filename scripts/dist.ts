// npm run dist: builds, then packs installers for this platform with electron-builder into release/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { electronBinary } from './launch/electron-binary.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const BUILDER = join(PROJECT, 'node_modules/electron-builder/cli.js');
const PLATFORM_WORD: Partial<Record<NodeJS.Platform, string>> = {
  linux: '--linux',
  darwin: '--mac',
  win32: '--win',
};

/** What electron-builder prints when it wanted something from the network. */
const NEEDED_NETWORK =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|status code [45]\d\d|cannot (?:resolve|download)|getaddrinfo|socket hang up/i;

function run(words: readonly string[]): { status: number; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // An installer of a private program is not signed unless its owner set that up.
    env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env },
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return { status: status ?? 1, output: stdout + stderr };
}

/** Answers the exit code. Words after `npm run dist --` go to electron-builder (`--dir`, `--arm64`). */
function dist(words: readonly string[]): number {
  const platform = PLATFORM_WORD[process.platform];
  if (platform === undefined) {
    console.error(`Acquaint is packed on Linux, macOS or Windows; this is ${process.platform}.`);
    return 1;
  }
  if (!existsSync(BUILDER)) {
    console.error('electron-builder is not installed. Run: npm ci');
    return 1;
  }
  const built = run([join(PROJECT, 'scripts/build.ts')]);
  if (built.status !== 0) return built.status;
  const packed = run([BUILDER, platform, '--publish', 'never', ...words]);
  if (packed.status === 0) {
    console.log('Packed: the installers are in release/.');
    return 0;
  }
  if (NEEDED_NETWORK.test(packed.output)) {
    const missing =
      electronBinary(PROJECT) === undefined
        ? "Electron's program and the installer's tools"
        : "the installer's tools";
    console.error(
      `\nNot packed: ${missing} have to be fetched once, and there is no network here that allows it.\n` +
        'Run this again with a network; everything is kept in a cache afterwards. ' +
        'The packed app itself is checked without one: vitest run tests/electron/packaging.test.ts',
    );
  }
  return packed.status;
}

process.exitCode = dist(process.argv.slice(2));
