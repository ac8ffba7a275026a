import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, listOf, objectsOf, readJson, textOf } from '#core/formats/json-lenient.ts';
import { expectLinear } from '#tests/linear.ts';

/** As plain objects, to compare. */
const plain = (text: string): unknown => JSON.parse(JSON.stringify(readJson(text).value ?? null));
const troubles = (text: string) => readJson(text).troubles.map(({ line, code }) => `${line} ${code}`);

describe('readJson', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '-1.5e3',
    '"a\\"b\\\\c\\n\\u00e9\\ud83d\\ude00"',
    '{"a":[1,2,{"b":null,"c":true}],"d":"x"}',
    ' \n\t[ 1 , "2" , false ] ',
  ])('reads %s as JSON.parse does', (text) => {
    expect(plain(text)).toEqual(JSON.parse(text));
    expect(troubles(text)).toEqual([]);
  });
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(text)).toEqual(JSON.parse(text));
        expect(troubles(text)).toEqual([]);
      }),
    );
  });
  it('says on which line an object starts', () => {
    const { value, lineOf } = readJson('[\n{"a":1},\r\n\n  {"b":\n2}]');
    expect(objectsOf(value).map(lineOf)).toEqual([2, 4]);
  });
  it.each([
    ['[{"a":1},{"b":', [{ a: 1 }, {}], ['1 CUT_OFF']],
    ['[{"a":1},{"b":"half a na', [{ a: 1 }, {}], ['1 CUT_OFF']],
    ['{"a":[1,2,{"b":3', { a: [1, 2, { b: 3 }] }, ['1 CUT_OFF']],
    ['', null, []],
    ['[1,2,]', [1, 2], []],
    ['[1 2]', [1, 2], []],
    ['[1,oops,{"a":2}]', [1, { a: 2 }], ['1 BAD_LINE']],
    ['{"a":1,b:2,"c":3}', { a: 1, c: 3 }, ['1 BAD_LINE']],
    ['{"a" 1,"c":3}', { c: 3 }, ['1 BAD_LINE']],
    ['[{"a":"lost\n},{"b":1}]', [{}, { b: 1 }], ['1 BAD_LINE']],
    ['{"a":[1,2}', { a: [1, 2] }, []],
    ['[{"a":1],2', [{ a: 1 }], []],
  ])('reads around what is broken in %j', (text, value, expected) => {
    expect(plain(text)).toEqual(value);
    expect(troubles(text)).toEqual(expected);
  });
  it('takes __proto__ for a key', () => {
    const { value } = readJson('{"__proto__":{"isOwner":true},"constructor":1}');
    expect(isJsonObject(value) && value['isOwner']).toBeUndefined();
    expect(textOf(value, 'constructor')).toBe('1');
    expect(textOf(readJson('{}').value, 'constructor')).toBe('');
  });
  it('passes over what is nested too deep', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"b":1}`;
    const { value, troubles: found } = readJson(deep);
    expect([textOf(value, 'b'), found.length]).toEqual(['1', 1]);
    expect(readJson('{"a":'.repeat(100_000)).value).toBeDefined();
  });
  // Counting lines searched a file of one line to its end for every object in it.
  it('takes time in proportion to the objects of one long line', () => {
    const one = `{"a":"${'x'.repeat(400)}"},`;
    expectLinear((times) => readJson(`[${one.repeat(times)}]`), 200);
  });
  it('reads the lists PHP writes as objects', () => {
    expect(listOf(readJson('{"0":"a","2":"b"}').value)).toEqual(['a', 'b']);
    expect(listOf(readJson('{"a":"b"}').value)).toEqual([]);
  });
  it('never throws and always ends', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      'u12',
      '1',
      '-',
      'true',
      '\n',
      'a',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(readJson(pieces.join('')).troubles.length).toBeLessThanOrEqual(1000);
      }),
      { numRuns: 1000 },
    );
  });
  it('keeps what was said when damage says it again, of lists and objects both', () => {
    const said = (text: string) => readJson(text).value as unknown;
    expect(said('{"data":[{"a":1}],"data":[]}')).toEqual({ data: [{ a: 1 }] });
    expect(said('{"data":[{"a":1}],"data":[{"b":2}]}')).toEqual({ data: [{ a: 1 }, { b: 2 }] });
    expect(said('{"x":{"list":[1],"n":1},"x":{"list":[2],"n":2}}')).toEqual({ x: { list: [1, 2], n: 2 } });
    expect(said('{"x":[1],"x":2}')).toEqual({ x: 2 });
  });

  it.each(['{"a":', '[', '"\\', '[{"a":1},', '{"a" ', 'x,', '[oops,'])(
    'takes time in proportion to many %s',
    (piece) => {
      expectLinear((times) => readJson(piece.repeat(times)), 300);
    },
  );

  it('takes time in proportion to how often a key is said again', () => {
    expectLinear((times) => readJson(`{${'"a":[1],"b":{"c":[1]},'.repeat(times)}}`), 300);
  });
});
