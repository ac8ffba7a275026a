// Electron's own program: npm brings the package without it, so it is fetched the first time it is wanted.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FETCH_LIMIT_MS = 180_000;
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Where Electron's program is; `undefined` when the package is here without it. */
export function electronBinary(project: string): string | undefined {
  const folder = path.join(project, 'node_modules', 'electron');
  try {
    const file = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(file) ? file : undefined;
  } catch {
    // No path.txt: it has never been fetched.
    return undefined;
  }
}

/**
 * Electron's program, fetched with Electron's own installer when it is missing: one try a day, at most three minutes,
 * so that a computer without a network is not kept waiting at every start.
 */
export function fetchedElectron(project: string): string | undefined {
  const present = electronBinary(project);
  const installer = path.join(project, 'node_modules', 'electron', 'install.js');
  if (present !== undefined || !existsSync(installer)) return present;
  const failure = path.join(project, 'node_modules', '.cache', 'electron-could-not-be-fetched');
  const failedAt = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - failedAt < TRY_AGAIN_AFTER_MS) return undefined;
  console.log('Fetching Electron, once…');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  const fetched = electronBinary(project);
  if (fetched === undefined) {
    mkdirSync(path.dirname(failure), { recursive: true });
    writeFileSync(failure, '');
  }
  return fetched;
}
