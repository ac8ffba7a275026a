import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync('package-lock.json', 'utf8');
const packages = (JSON.parse(text) as { packages: Record<string, Entry> }).packages;

describe('the lockfile', () => {
  // A package added with node_modules in place once pruned the other platforms' packages from it; a version whose
  // platform packages are not all published is left out of it in the same silence. `npm ci` then refuses it.
  it('names every package that another platform would install', () => {
    const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('names no registry, so that it installs from any', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
