// The quirks of real exports, by the names they have in the specification: each has a made-up file with what must come of
// it, in whichever test knows its format. A name that no test bears any more is a quirk nobody looks after.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
/** How many there are of each letter. */
const QUIRKS = { L: 30, V: 14, G: 3, O: 5, T: 2, F: 1, I: 1, M: 1, W: 2 } as const;

const ids = Object.entries(QUIRKS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`),
);

const sources = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(TESTS, file), 'utf8'));
/** Names of tests and of their rows, not comments. */
const named = new Set(
  sources.flatMap((source) => [...source.matchAll(/['"`(/ ]([LVGOTFIMW]\d\d)\b/g)].map(([, id]) => id)),
);

describe('the checklist of fixtures', () => {
  it.each(ids)('%s has a test that bears its name', (id) => {
    expect(named).toContain(id);
  });
});
