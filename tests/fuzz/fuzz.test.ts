// Sound files of every kind, damaged in every way: reading never throws, never takes long, and what stood before the
// damage is read as if nothing had happened. `npm run fuzz` is the long run, with a watchdog.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '#core/imports/formats.ts';
import { bytesOf, missingOf, namesIn, plain, read, soundNames, startOf, timed } from './checks.ts';
import { damage, damaged, SAVED_ANEW } from './damage.ts';
import { FUZZ_FILES, textOf } from './files.ts';

const RUNS = 60;
const kinds = new Set(FORMATS.flatMap((format) => format.kinds));
const all = FUZZ_FILES.map(bytesOf);
const readInTime = (name: string, bytes: Uint8Array) => timed(name, () => read(name, bytes));

describe('the long run', () => {
  it('tells what it tried, and refuses what it does not know', () => {
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...words], {
        encoding: 'utf8',
      });
    const short = run('--cases', '3', '--format', 'archive/plain.tar');
    expect([short.status, short.stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ archive\/plain\.tar: 3 cases/),
    ]);
    expect(run('--format', 'nothing').stderr).toContain('Nothing is called nothing.');
  });
});

describe('damaged files', () => {
  it('are made of sound ones of every kind that is read', () => {
    const covered = new Set(FUZZ_FILES.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !covered.has(kind))).toEqual([]);
    const recognised = FUZZ_FILES.map((file) => [file.name, read(file.name, bytesOf(file)).report.kind]);
    expect(recognised).toEqual(FUZZ_FILES.map(({ name, kind }) => [name, kind]));
  });

  describe.each(FUZZ_FILES)('$kind: $name', (file) => {
    const whole = bytesOf(file);
    // Whole headers of other tables would make it another file.
    const alike = [whole];

    it('never stop the reading, nor hold it up', () => {
      fc.assert(
        fc.property(damage, (what) => void readInTime(file.name, damaged(whole, 0, what, all))),
        { numRuns: RUNS },
      );
    });

    it.skipIf(file.isSummedUp)('keep what stands before the damage', () => {
      const counts = file.records.map((_, at) => at).filter((at) => at > 0);
      const sound = counts.map((count) => soundNames(file, count));
      expect(sound.map(({ length }) => length)).toEqual(counts);
      fc.assert(
        fc.property(fc.constantFrom(...counts), damage, (count, what) => {
          const got = namesIn(readInTime(file.name, damaged(whole, startOf(file, count), what, alike)));
          expect(missingOf(plain(sound[count - 1] ?? []), got)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    });

    it.skipIf(file.kind === 'mailbox' || file.kind === 'mail-message')(
      'are the same people however they were saved',
      () => {
        const wanted = plain(namesIn(read(file.name, whole)));
        for (const [how, save] of Object.entries(SAVED_ANEW))
          expect(missingOf(wanted, namesIn(read(file.name, save(textOf(file))))), how).toEqual([]);
      },
    );
  });
});
