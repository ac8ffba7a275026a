import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowText, TableFile } from '#db/imports/table-file.ts';
import { tempFolder } from './temp-folder.ts';

interface Row {
  readonly key: number;
  readonly numbers: readonly number[];
  readonly texts: readonly (string | null)[];
}

/** Writes the rows into one of two tables, and has SQLite read both. */
function readBack(rows: readonly Row[], [numbers, texts]: readonly [number, number], children?: number) {
  const file = path.join(tempFolder(), 'tables');
  const open = fs.openSync(file, 'wx+', 0o600);
  const columns = [
    ...Array.from({ length: numbers }, (_, at) => `n${at}`),
    ...Array.from({ length: texts }, (_, at) => `t${at}`),
  ];
  const made = new TableFile(
    file,
    { full: columns, empty: ['n0'] },
    (at, bytes) => fs.writeSync(open, bytes, 0, bytes.length, at),
    children,
  );
  for (const row of rows) {
    const text = rowText(row.texts);
    if (text !== undefined) made.tables.full.add(row.key, row.numbers, text);
  }
  made.end();
  fs.closeSync(open);
  const sqlite = new Database(file, { readonly: true });
  const answer = {
    integrity: sqlite.pragma('integrity_check', { simple: true }),
    rows: sqlite.prepare('select rowid, * from full order by rowid').raw().all(),
    last: sqlite.prepare('select max(rowid) from full').pluck().get(),
    found: rows
      .slice(0, 50)
      .map(({ key }) => sqlite.prepare('select rowid from full where rowid = ?').pluck().get(key)),
    empty: sqlite.prepare('select count(*) from empty').pluck().get(),
  };
  sqlite.close();
  return answer;
}

const asRead = ({ key, numbers, texts }: Row) => [key, ...numbers, ...texts];

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(null, '', '\u0000', 'ñ', '李明', '👩‍🚀', 'x'.repeat(3000), 'é'.repeat(6000)),
);
const number = fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));

const table = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 8 }))
  .chain(([numbers, texts]) =>
    fc.record({
      shape: fc.constant([numbers, texts] as const),
      rows: fc.uniqueArray(
        fc.record({
          key: fc.oneof(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 400 })),
          numbers: fc.array(number, { minLength: numbers, maxLength: numbers }),
          texts: fc.array(text, { minLength: texts, maxLength: texts }),
        }),
        { maxLength: 60, selector: ({ key }) => key },
      ),
    }),
  );

describe('a file of tables', () => {
  it('is read by SQLite to the letter', () => {
    fc.assert(
      fc.property(table, ({ shape, rows }) => {
        const sorted = rows
          .filter((row) => rowText(row.texts) !== undefined)
          .toSorted((a, b) => a.key - b.key);
        const read = readBack(sorted, shape);
        expect(read).toEqual({
          integrity: 'ok',
          rows: sorted.map(asRead),
          last: sorted.at(-1)?.key ?? null,
          found: sorted.slice(0, 50).map(({ key }) => key),
          empty: 0,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('holds more rows than a page has children, and those more again', () => {
    // The longest rows there are: four to a page.
    const rows = Array.from({ length: 210 }, (_, at) => ({
      key: at + 1,
      numbers: [at],
      texts: [`${at} `.padEnd(15_000, '.')],
    }));
    const read = readBack(rows, [1, 1], 3);
    expect([read.integrity, read.rows.length, read.last]).toEqual(['ok', 210, 210]);
    expect(read.found).toEqual(rows.slice(0, 50).map(({ key }) => key));
    expect(read.rows.at(-1)).toEqual(asRead(rows.at(-1)!));
  });

  it('takes no text that would not come back as it was', () => {
    expect(rowText(['half a pair \ud83d'])).toBeUndefined();
    expect(rowText(['x'.repeat(15_001)])).toBeUndefined();
    // The longest there is has four bytes a letter.
    const longest = { key: 1, numbers: [], texts: ['𝒜'.repeat(7500)] };
    expect(readBack([longest], [0, 1]).rows).toEqual([asRead(longest)]);
    const wide = { key: 1, numbers: [], texts: ['ℌ'.repeat(15_000)] };
    expect(readBack([wide], [0, 1]).rows).toEqual([asRead(wide)]);
  });
});
