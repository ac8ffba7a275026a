import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const ZONES = ['core', 'api', 'db', 'electron', 'loopback', 'renderer', 'scripts'];
const SECURITY = fs.readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');

const rows = [...SECURITY.matchAll(/^\| `([^`]+)` +\| .*? \| ((?:`[^`]+`(?:, )?)+) +\|$/gm)].map(
  ([, file, tests]) => ({
    file: file!,
    tests: [...tests!.matchAll(/`([^`]+)`/g)].map(([, test]) => test!),
  }),
);

function tagged(): string[] {
  const files = ZONES.flatMap((zone) =>
    fs
      .readdirSync(path.join(ROOT, zone), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(zone, file.replaceAll('\\', '/'))),
  );
  return [...files, 'electron-builder.yml']
    .filter((file) => /\.(?:tsx?|mjs|yml)$/.test(file))
    .filter((file) => /(?:\/\/|\*|#) SECURITY:/.test(fs.readFileSync(path.join(ROOT, file), 'utf8')))
    .toSorted();
}

describe('lines that security rests on', () => {
  it('are all listed in SECURITY.md, and nothing is listed that is not there', () => {
    expect(rows.map(({ file }) => file).toSorted()).toEqual(tagged());
  });

  it('each name tests that exist', () => {
    const missing = rows
      .flatMap(({ tests }) => tests)
      .filter((test) => !fs.existsSync(path.join(ROOT, test)));
    expect(missing).toEqual([]);
  });
});
