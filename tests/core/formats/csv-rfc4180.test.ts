import { expectLinear } from '#tests/linear.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Delimiter,
  LONGEST_RECORD,
  csvPieces,
  parseCsv,
  sniffDelimiter,
} from '#core/formats/csv-rfc4180.ts';

const fields = (text: string, delimiter?: Delimiter) =>
  parseCsv(text, delimiter).records.map((record) => record.fields);

describe('parseCsv', () => {
  it('gives back what was written, with any delimiter and line break', () => {
    const anyCell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r', ' ', '🚀'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const text = rows
            .map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter))
            .join(end);
          const { records, troubles } = parseCsv(text, delimiter);
          expect(records.map((record) => record.fields)).toEqual(rows);
          expect(troubles).toEqual([]);
        },
      ),
    );
  });
  it('L14: counts physical lines through quoted line breaks, CRLF and blank lines', () => {
    const { records } = parseCsv('a,b\r\n"one\r\ntwo\nthree",c\r\n\r\n"say ""hi"", x",d\r\n');
    expect(records).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['one\r\ntwo\nthree', 'c'] },
      { line: 6, fields: ['say "hi", x', 'd'] },
    ]);
  });
  it('keeps a quote in the middle of a cell', () => {
    expect(fields('5" disk,b\n"a" tail,c')).toEqual([
      ['5" disk', 'b'],
      ['a tail', 'c'],
    ]);
  });
  it('an unclosed quote costs its own line, not the rest of the file', () => {
    const { records, troubles } = parseCsv('a,b\n"open,c\nd,e\nf,g\n');
    expect(troubles).toEqual([{ line: 2, code: 'UNCLOSED_QUOTE' }]);
    expect(records.map((record) => record.fields)).toEqual([
      ['a', 'b'],
      ['open', 'c'],
      ['d', 'e'],
      ['f', 'g'],
    ]);
  });
  it('a stray quote does not pair with the next record’s opening quote', () => {
    const { records, troubles } = parseCsv('"Acme, Inc.","open,c\nd,e\nf,"x, y"\n');
    expect(troubles).toEqual([{ line: 1, code: 'UNCLOSED_QUOTE' }]);
    expect(records.map(({ line, fields: cells }) => [line, ...cells])).toEqual([
      [1, 'Acme, Inc.', 'open', 'c'],
      [2, 'd', 'e'],
      [3, 'f', 'x, y'],
    ]);
  });
  it('leaves out a record longer than a mebibyte and goes on', () => {
    const { records, troubles } = parseCsv(`a,b\n${'x'.repeat(10 * LONGEST_RECORD)},y\nc,d\n`);
    expect(troubles).toEqual([{ line: 2, code: 'LINE_TOO_LONG' }]);
    expect(records.map(({ line }) => line)).toEqual([1, 3]);
  });
  it('a quoted field that never ends within a mebibyte is an unclosed quote', () => {
    const { records, troubles } = parseCsv(`a,b\n"x,\n${'y\n'.repeat(LONGEST_RECORD)}c,d",e\n`);
    expect(troubles[0]).toEqual({ line: 2, code: 'UNCLOSED_QUOTE' });
    expect(records.length).toBeGreaterThan(LONGEST_RECORD);
  });
  it.each([
    ['quotes that chain', '"","x\n'],
    ['quotes only', '"\n'],
    ['two quotes and a letter', '"a"b"\n'],
    ['alternating', 'a,"\n'],
    ['delimiter inside', '","\n",\n'],
    ['blanks and quotes', ', "a""'],
    ['blanks and open quotes', ', "'],
  ])('reads a megabyte of %s in linear time', (_, line) => {
    expectLinear((times) => parseCsv(line.repeat(times)), Math.ceil(30_000 / line.length));
  });
  it.each<[string, readonly string[]]>([
    ['"a", "b, c", "d"', ['a', 'b, c', 'd']],
    ['a,  "b ""c"" d"', ['a', 'b "c" d']],
    ['a, "b" c,d', ['a', ' "b" c', 'd']],
    ['a, "b', ['a', ' "b']],
    ['a, ,b', ['a', ' ', 'b']],
    [',,a,,', ['', '', 'a', '', '']],
  ])('reads blanks before quotes: %s', (text, cells) => {
    expect(parseCsv(text).records[0]?.fields).toEqual(cells);
  });
  it('counts lines behind a quote that never closes', () => {
    const { records } = parseCsv('a,"b\nc\n"d\ne","f"\n"g\r\nh",i\nj,k\n');
    const text = 'a,"b\nc\n"d\ne","f"\n"g\r\nh",i\nj,k\n'.split(/\r\n|\n/);
    for (const record of records)
      expect(text[record.line - 1]).toContain(record.fields[0]!.split(/\r?\n/)[0]!);
    expect(records.at(-1)).toEqual({ line: 7, fields: ['j', 'k'] });
  });
  it('reads the same in pieces', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 3 }), (text, most) => {
        const pieces = [...csvPieces(text, ',', { at: 0, line: 1 }, most)];
        expect({
          records: pieces.flatMap(({ records }) => records),
          troubles: pieces.flatMap(({ troubles }) => troubles),
        }).toEqual(parseCsv(text));
      }),
    );
  });
  it('never throws and never loses its line count', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\ufeff') });
    fc.assert(
      fc.property(anyText, (text) => {
        const { records, troubles } = parseCsv(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...records, ...troubles]) expect(line).toBeLessThanOrEqual(lines);
        const order = records.map(({ line }) => line);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
  it('reads 100 000 rows without copying them about', () => {
    const row = 'Ada,"Byron, PhD",https://www.linkedin.com/in/ada,,Analytical Engines,Countess,28 Sep 2024\n';
    expect(parseCsv(row.repeat(100_000)).records).toHaveLength(100_000);
    expectLinear((times) => parseCsv(row.repeat(times)), 1000);
  });
});

describe('sniffDelimiter', () => {
  it.each<[string, Delimiter]>([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n"1,5";"2,5";3', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['sep=;\na,b;c', ';'],
    ['one column\nonly', ','],
    ['', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
