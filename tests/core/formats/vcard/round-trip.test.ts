import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, parted, unescaped } from '#core/formats/vcard/escapes.ts';
import { readVCards } from '#core/formats/vcard/reader.ts';
import { joined, latin1, utf8 } from './written.ts';

const LETTERS = fc.constantFrom(
  'a',
  'Z',
  ' ',
  'é',
  'ß',
  '李',
  '😀',
  ',',
  ';',
  ':',
  '\\',
  '"',
  '\n',
  '=',
  '^',
  '0',
);
const text = fc.string({ unit: LETTERS, maxLength: 120 });
const name = fc.constantFrom('FN', 'NOTE', 'X-A', 'ADR', 'TITLE', 'X-Long-Name');
const group = fc.constantFrom('', 'item1', 'a-b');
const property = fc.record({
  name,
  group,
  value: text,
  parameter: fc.string({ unit: LETTERS, maxLength: 20 }),
});
const properties = fc.array(property, { minLength: 1, maxLength: 8 });
const version = fc.constantFrom('2.1', '3.0', '4.0');
const lineBreak = fc.constantFrom('\r\n', '\n', '\r');
type Written = (typeof properties)['generate'] extends (...words: never[]) => { value: infer Value }
  ? Value
  : never;

/** Folds at any byte, as the RFCs allow: also in the middle of a letter. */
function folded(line: string, width: number, end: string): Uint8Array {
  const bytes = utf8(line);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    if (at > 0) parts.push(utf8(`${end} `));
    parts.push(bytes.subarray(at, at + width));
  }
  return joined(...parts, utf8(end));
}

const quoted = (value: string) =>
  `"${value.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'").replaceAll('\\', '/')}"`;

function modern(written: Written, of: string, width: number, end: string): Uint8Array {
  const lines = written.map(({ name: of_, group: in_, value, parameter }) =>
    folded(`${in_ === '' ? '' : `${in_}.`}${of_};X-P=${quoted(parameter)}:${escaped(value)}`, width, end),
  );
  return joined(utf8(`BEGIN:VCARD${end}VERSION:${of}${end}`), ...lines, utf8(`END:VCARD${end}`));
}

/** vCard 2.1: quoted-printable, broken softly every `width` characters or so. */
function old(written: Written, width: number, end: string): Uint8Array {
  const lines = written.map(({ name: of, group: in_, value }) => {
    const encoded = [...utf8(escaped(value).replaceAll('\\n', '\n'))].map((byte) =>
      byte < 33 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    );
    let line = `${in_ === '' ? '' : `${in_}.`}${of};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`;
    for (const [at, sign] of encoded.entries()) line += at > 0 && at % width === 0 ? `=${end}${sign}` : sign;
    return utf8(line + end);
  });
  return joined(utf8(`BEGIN:VCARD${end}VERSION:2.1${end}`), ...lines, utf8(`END:VCARD${end}`));
}

describe('a card that is written and read back', () => {
  it('is the same, in every version, folded anywhere', () => {
    fc.assert(
      fc.property(
        properties,
        version,
        fc.integer({ min: 30, max: 90 }),
        lineBreak,
        (written, of, width, end) => {
          const bytes = of === '2.1' ? old(written, width, end) : modern(written, of, width, end);
          const { cards, issues } = readVCards(bytes);
          expect(issues).toEqual([]);
          expect(cards).toHaveLength(1);
          const [card] = cards;
          expect([card?.version, card?.issues]).toEqual([of, []]);
          expect(card?.properties.map((read) => [read.name, read.group, unescaped(read.value)])).toEqual(
            written.map((one) => [one.name.toUpperCase(), one.group, unescaped(escaped(one.value))]),
          );
          if (of !== '2.1')
            expect(card?.properties.map(({ parameters }) => parameters['X-P'])).toEqual(
              written.map(({ parameter }) => [parameter.replaceAll('\\', '/')]),
            );
        },
      ),
      { numRuns: 400 },
    );
  });
  it('takes escapes back', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(unescaped(escaped(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        expect(parted(values.map(escaped).join(';'), ';').map(unescaped)).toEqual(values);
        expect(parted(values.map(escaped).join(','), ',;').map(unescaped)).toEqual(values);
      }),
    );
  });
});

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 3000);

const WHOLE = [
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\nitem1.EMAIL;TYPE=work:ana@example.org\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=B6=\r\ndil\r\nPHOTO;PNG;ENCODING=BASE64:\r\n AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Łucja\r\nADR;LABEL="a\\nb":;;c;d;;e;f\r\nBDAY:--0412\r\nEND:VCARD\r\n',
].map(utf8);

describe('a damaged file', () => {
  it('gives something, always, and never touches the cards before the damage', () => {
    const before = joined(WHOLE[0]!, WHOLE[1]!);
    const intact = readVCards(before).cards;
    const damage = fc.array(
      fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'cut', 'insert')),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(damage, fc.constantFrom(...WHOLE), (changes, last) => {
        const bytes = [...last];
        for (const [where, byte, how] of changes) {
          const at = where % (bytes.length + 1);
          if (how === 'set') bytes[at] = byte;
          else if (how === 'insert') bytes.splice(at, 0, byte);
          else bytes.splice(at, byte);
        }
        const { cards } = readVCards(joined(before, Uint8Array.from(bytes)));
        expect(cards.slice(0, 2)).toEqual(intact);
      }),
      { numRuns: RUNS },
    );
  });
  it('never costs the card behind it', () => {
    const last = readVCards(WHOLE[2]!).cards[0];
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom(...WHOLE),
        (where, byte, first) => {
          const bytes = Uint8Array.from(first);
          bytes[where % bytes.length] = byte;
          const { cards } = readVCards(joined(bytes, WHOLE[2]!));
          // Only the end of the damaged card may be lost with its own last line break.
          expect(cards.at(-1)?.properties.map(({ name: of, value }) => [of, value])).toEqual(
            last?.properties.map(({ name: of, value }) => [of, value]),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
  it('reads any bytes at all', () => {
    const words = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      '\r\n',
      '\n',
      ' ',
      ':',
      ';',
      '=',
      '"',
      'AGENT:',
      'N',
      'ENCODING=',
      'QUOTED-PRINTABLE',
      'b',
      '\u00ff',
      '\\',
      '.',
      'VERSION:2.1',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => void readVCards(latin1(parts.join('')))),
      { numRuns: RUNS },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readVCards(bytes)));
  });
});
