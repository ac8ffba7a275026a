// The Node versions this project names must agree: .node-version, the copies npm installs, and the types.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(PROJECT, file), 'utf8');

interface Manifest {
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What does not agree, one sentence each. */
export function disagreements(pinned: string, manifest: Manifest, running: string): string[] {
  const [major] = pinned.split('.');
  const copies = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'));
  const wrongCopies = copies
    .filter(([, version]) => version !== pinned)
    .map(([name, version]) => `package.json installs ${name} ${version}, .node-version says ${pinned}.`);
  const types = manifest.devDependencies['@types/node'] ?? 'nothing';
  const wrongTypes =
    types.split('.')[0] === major ? [] : [`@types/node is ${types}, .node-version says ${pinned}.`];
  const tooOld = Number(running.replace(/^v/, '').split('.')[0]) < Number(major) - 2;
  const wrongRunning = tooOld ? [`This is Node ${running}; use scripts/run.mjs.`] : [];
  return [...wrongCopies, ...wrongTypes, ...wrongRunning];
}

if (import.meta.main) {
  const manifest = JSON.parse(read('package.json')) as Manifest; // our own package.json
  const found = disagreements(read('.node-version').trim(), manifest, process.version);
  for (const sentence of found) console.error(sentence);
  process.exitCode = found.length > 0 ? 1 : 0;
}
