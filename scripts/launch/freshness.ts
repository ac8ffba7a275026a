// Whether what is built is still what the sources say.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Everything the build reads, relative to the project. */
export const SOURCES = [
  'api',
  'assets',
  'core',
  'db',
  'electron',
  'loopback',
  'package-lock.json',
  'package.json',
  'renderer',
  'scripts/build.ts',
  'vite.config.ts',
] as const;

/** Written by the build when all of it has worked, with the time at which it began. */
export const STAMP = path.join('out', '.built');

const modified = (file: string): number => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 0;
  // A folder's own time tells of files that were added or taken away.
  return stats.isDirectory()
    ? Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => modified(path.join(file, name))))
    : stats.mtimeMs;
};

/** Whether what is built is older than any of `sources`; all of them decide whether the project is built before it starts. */
export function isStale(project: string, sources: readonly string[] = SOURCES): boolean {
  const built = statSync(path.join(project, STAMP), { throwIfNoEntry: false });
  if (!built) return true;
  return sources.some((source) => modified(path.join(project, source)) > built.mtimeMs);
}
