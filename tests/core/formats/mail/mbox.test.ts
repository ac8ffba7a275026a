// Letters out of an mbox, whatever the pieces it comes in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldText } from '#core/formats/mail/header-fields.ts';
import { mboxReader } from '#core/formats/mail/mbox.ts';
import { isSeparator } from '#core/formats/mail/separator.ts';
import { expectLinear } from '../../../linear.ts';

const encoder = new TextEncoder();
const FIELDS = new Set(['subject', 'from']);

function lettersIn(bytes: Uint8Array, sizes: readonly number[] = [], splits = true) {
  const letters: string[] = [];
  const reader = mboxReader<string>(
    { splits, fields: FIELDS },
    {
      opened: (fields, line) => ({
        letter: `${line} ${fieldText(fields, 'subject')}`,
        wantsBody: fieldText(fields, 'subject').startsWith('keep'),
      }),
      closed: (letter, body) => letters.push(body ? `${letter}: ${new TextDecoder().decode(body)}` : letter),
    },
  );
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes.length === 0 ? bytes.length : Math.max(1, sizes[turn % sizes.length] ?? 1);
    // The reader's caller may use the memory again; and a Buffer's slice is no copy.
    const piece = Buffer.from(bytes.slice(at, at + size));
    reader.push(piece);
    piece.fill(88);
    at += size;
  }
  const { isCutOff } = reader.end();
  return isCutOff ? [...letters, 'CUT'] : letters;
}

const read = (text: string, sizes?: readonly number[]) => lettersIn(encoder.encode(text), sizes);
const LINE = 'From ana@example.org Sat Jan  3 01:05:34 1996';

describe('separators', () => {
  it.each([
    LINE,
    'From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016',
    'From - Tue Mar 05 10:00:00 2024',
    'From ana at example.org  Sun Mar  3 14:06:46 2002',
    'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    'From ana@example.org Sat Jan  3 01:05:34 MET DST 1996',
    'From ana@example.org Sat Jan  3 01:05 1996 remote from host',
    'From ???@??? Sat Jan 03 01:05:34 1996',
    'From "ana ruiz"@example.org Sat Jan  3 01:05:34 1996',
    'From ana@example.org Sat, 3 Jan 1996 01:05:34 +0000',
    'From ana@example.org 2024-03-05T10:00:00Z',
    'From Sat Jan  3 01:05:34 1996',
  ])('%s', (line) => expect(isSeparator(line)).toBe(true));
  it.each([
    'From the beginning',
    'From Monday on we meet at 10:00 in 2024',
    'From what I heard it was Sat Jan  3 01:05:34 1996',
    'From: ana@example.org',
    'From ana@example.org',
    '>From ana@example.org Sat Jan  3 01:05:34 1996',
    `From ${'x'.repeat(600)} Sat Jan  3 01:05:34 1996`,
  ])('%s is none', (line) => expect(isSeparator(line)).toBe(false));
});

describe('letters', () => {
  it('begin behind a separator after a blank line only', () => {
    const text = `${LINE}\nSubject: one\n\nFrom the text\nno\n${LINE}\nstill one\n\n${LINE}\nSubject: two\n\nbody\n`;
    expect(read(text)).toEqual(['1 one', '9 two']);
    expect(read(text.replace(/\n/g, '\r\n'))).toEqual(['1 one', '9 two']);
  });
  it('are read without a separator, behind a BOM, blank lines, a count of bytes', () => {
    expect(read('Subject: alone\n\ntext')).toEqual(['1 alone']);
    expect(read(`\ufeff${LINE}\nSubject: one\n\n`)).toEqual(['1 one']);
    expect(read(`\n\n${LINE}\nSubject: one\n\n`)).toEqual(['3 one']);
    expect(read('1234\nSubject: emlx\n\ntext')).toEqual(['2 emlx']);
  });
  it('may end anywhere', () => {
    expect(read(`${LINE}\nSubject: one`)).toEqual(['1 one', 'CUT']);
    expect(read(`${LINE}\nSubject: one\n${LINE.replace('ana', 'bo')}\nSubject: two\n\n`)).toEqual([
      '1 one',
      '3 two',
    ]);
    expect(read('')).toEqual([]);
  });
  it('keep the body that is asked for', () => {
    expect(read(`${LINE}\nSubject: keep\n\na\n\nb\n${LINE}\n\n${LINE}\nSubject: x\n\nc`)).toEqual([
      `1 keep: a\n\nb\n${LINE}\n\n`,
      '9 x',
    ]);
  });
  it('of a file that is one letter are not split', () => {
    expect(lettersIn(encoder.encode(`Subject: one\n\n${LINE}\nSubject: two\n\n`), [], false)).toEqual([
      '1 one',
    ]);
  });
  it('end where a true Content-Length says, and a wrong one is not believed', () => {
    const inner = `text\n\n${LINE}\nSubject: quoted\n\nquoted text\n`;
    const letter = (length: number) =>
      `${LINE}\nSubject: one\nContent-Length: ${length}\n\n${inner}\n${LINE}\nSubject: two\n\nx\n`;
    expect(read(letter(inner.length))).toEqual(['1 one', '12 two']);
    expect(read(letter(inner.length + 5))).toEqual(['1 one', '7 quoted', '12 two']);
    expect(read(letter(3))).toHaveLength(3);
    expect(read(letter(999_999_999))).toHaveLength(3);
  });
  it('are the same however the file is cut into pieces', () => {
    const text = [
      `\ufeff${LINE}\r\nSubject: one\r\n folded\r\nX-Other: y\r\n z\r\nFrom: Ana\r\n\r\nFrom here\r\n\r\nFrom there\r\n\r\n`,
      `${LINE}\nSubject: keep =?utf-8?Q?=C3=BC?= ü\n\nbody\n\n${LINE}x\n\n`,
      `${LINE}\nSubject: two\nContent-Length: 4\n\nbody\n\n${LINE}\nSubject: last`,
    ].join('');
    const whole = read(text);
    expect(whole).toHaveLength(5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(read(text, sizes)).toEqual(whole);
      }),
    );
  });
  it('survive any change of bytes', () => {
    const bytes = encoder.encode(`${LINE}\nSubject: one\n x\n\nbody\n\n${LINE}\nSubject: keep\n\nbody\n`);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, byte] of changed.entries()) changed[at] = byte;
        for (const [at, byte] of changes) changed[at] = byte;
        expect(lettersIn(changed).length).toBeLessThan(5);
        expect(lettersIn(changed, [3])).toEqual(lettersIn(changed));
      }),
    );
  });
  it('have fields that are cut at a mebibyte', () => {
    const text = `${LINE}\nSubject: ${'x'.repeat(3_000_000)}\nFrom: a\n\n`;
    expect(read(text)[0]?.length).toBeLessThan(1_048_600);
    expect(read(text, [100_000])[0] === read(text)[0]).toBe(true);
  });
  it.each([
    ['folds', (times: number) => `Subject: x${'\n y'.repeat(times)}`],
    ['fields', (times: number) => 'Subject: x\n'.repeat(times)],
    ['separators', (times: number) => `${LINE}\nSubject: x\n\n`.repeat(times)],
    ['lengths', (times: number) => `${LINE}\nContent-Length: 99999999\n\n\n`.repeat(times)],
  ])('take linear time: %s', (_, text) => expectLinear((times) => read(text(times)), 300));
  it('take linear time byte by byte', () => {
    expectLinear((times) => read(`Subject: ${'x'.repeat(times)}`, [1]), 500);
  });
});
