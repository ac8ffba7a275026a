// Files as a hundred products write them, each with what a careful reader makes of it (`NAME.says`) beside it. All made up
// from the standards and the products' ways; nobody in them exists.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '#tests/fixtures/reading.ts';
import { saidIn } from '#tests/fixtures/said-in.ts';

const FOLDER = new URL('../../fixtures/producers/', import.meta.url);
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.says'));
const content = (name: string) => readFileSync(new URL(encodeURIComponent(name), FOLDER));

const OWNER = { ownerEmails: new Set(['olive@example.org']), ownerNames: new Set(['olive owner']) };

describe('a file of another producer', () => {
  it('is there', () => expect(names.length).toBeGreaterThan(140));

  it.each(names)('%s is read as its expectation says', (name) => {
    expect(saidIn(read(content(name), name, OWNER))).toBe(content(`${name}.says`).toString());
  });

  it.each(names)('%s is read alike when a byte order mark stands before it', (name) => {
    const bytes = content(name);
    const isText = Buffer.from(bytes.toString('utf8')).equals(bytes) && bytes[0] !== 0xef;
    if (!isText) return;
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    expect(saidIn(read(marked, name, OWNER))).toBe(saidIn(read(bytes, name, OWNER)));
  });
});
