// Sound files of every kind, damaged in every way: reading never throws, never takes long, and what stood before the
// damage is read as if nothing had happened. FUZZ_RUNS=20000 for the long run; a failure names the seed to repeat it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '#core/imports/formats.ts';
import { readEntry } from '#core/imports/read-entry.ts';
import type { ReadingContext } from '#core/imports/source-format.ts';
import { FUZZ_FILES, type FuzzFile, textOf } from './fuzz-files.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const MOST_MS = 1000;
/** Copies of a piece make no file longer than this. */
const LONGEST = 200_000;

const CONTEXT: ReadingContext = {
  now: '2026-01-01T00:00',
  ownerEmails: new Set(['olive@example.org']),
  ownerNames: new Set(['olive owner']),
  defaultRegion: 'GB',
  reading: {},
};

const encoder = new TextEncoder();
const read = (name: string, bytes: Uint8Array) => readEntry(name, bytes, CONTEXT);

/** Who and what was read, by name, as often as it was. */
function namesIn({ parsed }: ReturnType<typeof read>): string[] {
  if (parsed === undefined) return [];
  const people = [...parsed.contacts, ...parsed.invitations].map(({ fn }) => fn);
  return [...people, ...(parsed.events ?? []).map(({ summary }) => summary)];
}

/** Those of `wanted` that are not among `got`. */
function missingOf(wanted: readonly string[], got: readonly string[]): string[] {
  const left = [...got];
  return wanted.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function timed(file: FuzzFile, bytes: Uint8Array) {
  const start = performance.now();
  const answer = read(file.name, bytes);
  const ms = performance.now() - start;
  expect(ms, `${file.name}: ${bytes.length} bytes took ${ms.toFixed(0)} ms`).toBeLessThan(MOST_MS);
  return answer;
}

/** One kind of damage, as places between 0 and 1 so that it fits every file. */
type Damage =
  | { readonly how: 'bytes'; readonly changes: readonly (readonly [at: number, byte: number])[] }
  | { readonly how: 'cut'; readonly at: number }
  | { readonly how: 'gap'; readonly from: number; readonly length: number }
  | { readonly how: 'copies'; readonly from: number; readonly length: number; readonly times: number };

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0, 10, 13, 34, 44, 58, 59, 61, 92, 123, 125, 255),
);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    how: fc.constant('bytes' as const),
    changes: fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
  fc.record({ how: fc.constant('gap' as const), from: place, length: fc.integer({ min: 1, max: 80 }) }),
  fc.record({
    how: fc.constant('copies' as const),
    from: place,
    length: fc.integer({ min: 1, max: 200 }),
    times: fc.constantFrom(1, 2, 30, 3000),
  }),
);

/** The bytes with damage done to them from `start` on; nothing before is touched. */
function damaged(bytes: Uint8Array, start: number, what: Damage): Uint8Array {
  const at = (where: number) => start + Math.floor(where * (bytes.length - start));
  switch (what.how) {
    case 'bytes': {
      const copy = bytes.slice();
      for (const [where, value] of what.changes) copy[at(where)] = value;
      return copy;
    }
    case 'cut':
      return bytes.slice(0, at(what.at));
    case 'gap':
      return joined(bytes.slice(0, at(what.from)), bytes.slice(at(what.from) + what.length));
    case 'copies': {
      const from = at(what.from);
      const piece = bytes.slice(from, from + what.length);
      const times = Math.min(what.times, Math.floor(LONGEST / Math.max(1, piece.length)));
      return joined(bytes.slice(0, from), ...Array.from({ length: times }, () => piece), bytes.slice(from));
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const kinds = new Set(FORMATS.flatMap((format) => format.kinds));
const files = FUZZ_FILES.filter(({ kind }) => kinds.has(kind));

describe('damaged files', () => {
  it('are made of sound ones of every kind that is read', () => {
    const covered = new Set(FUZZ_FILES.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !covered.has(kind))).toEqual([]);
    const recognised = files.map((file) => [
      file.name,
      read(file.name, encoder.encode(textOf(file))).report.kind,
    ]);
    expect(recognised).toEqual(files.map(({ name, kind }) => [name, kind]));
  });

  describe.each(files)('$kind: $name', (file) => {
    const whole = encoder.encode(textOf(file));

    it('never stop the reading, nor hold it up', () => {
      fc.assert(
        fc.property(damage, (what) => void timed(file, damaged(whole, 0, what))),
        { numRuns: RUNS },
      );
    });

    it.skipIf(file.isSummedUp)('keep what stands before the damage', () => {
      const counts = file.records.map((_, at) => at).filter((at) => at > 0);
      const sound = counts.map((count) => namesIn(read(file.name, encoder.encode(textOf(file, count)))));
      expect(sound.map(({ length }) => length)).toEqual(counts);
      fc.assert(
        fc.property(fc.constantFrom(...counts), damage, (count, what) => {
          const start = encoder.encode(file.head + file.records.slice(0, count).join('')).length;
          const got = namesIn(timed(file, damaged(whole, start, what)));
          // One wrong byte can tip the guess of the encoding in so small a file: letters may change, records not.
          const plain = sound[count - 1]?.filter((name) => /^\p{ASCII}*$/u.test(name)) ?? [];
          expect(missingOf(plain, got)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    });
  });
});
