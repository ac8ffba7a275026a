import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfDn, readLdif } from '#core/formats/ldif.ts';
import { expectLinear } from '#tests/linear.ts';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');
const attributes = (text: string) =>
  readLdif(text).records.map((record) => record.attributes.map(({ name, value }) => `${name}: ${value}`));

describe('readLdif', () => {
  it('reads records, several values of one attribute, options and lines', () => {
    expect(
      readLdif(
        'version: 1\n\ndn: cn=Ana\nCN: Ana\ncn;lang-ES: Anita\njpegPhoto;binary:: AAAA\n\n# a comment\ndn: cn=Eva\nsn: Vega\n',
      ),
    ).toEqual({
      records: [
        {
          line: 3,
          dn: 'cn=Ana',
          changetype: 'add',
          attributes: [
            { line: 4, name: 'cn', options: [], value: 'Ana', form: 'text' },
            { line: 5, name: 'cn', options: ['lang-es'], value: 'Anita', form: 'text' },
            { line: 6, name: 'jpegphoto', options: ['binary'], value: 'AAAA', form: 'base64' },
          ],
        },
        {
          line: 9,
          dn: 'cn=Eva',
          changetype: 'add',
          attributes: [{ line: 10, name: 'sn', options: [], value: 'Vega', form: 'text' }],
        },
      ],
      badLines: [],
    });
  });
  it.each([
    [
      'a fold in the middle of a word',
      'dn: x\ndescription: one\n  two\n\tthree\n',
      [['description: one twothree']],
      [],
    ],
    ['a folded name of an attribute', 'dn: x\ndescri\n ption: one\n', [['description: one']], []],
    ['a folded comment', '# one\n two: three\ndn: x\nsn: A\n', [['sn: A']], []],
    ['CRLF', 'dn: x\r\nsn: A\r\n B\r\n\r\ndn: y\r\nsn: C\r\n', [['sn: AB'], ['sn: C']], []],
    ['CR', 'dn: x\rsn: A\r\rdn: y\rsn: C', [['sn: A'], ['sn: C']], []],
    ['a byte order mark', '\ufeffdn: x\nsn: A\n', [['sn: A']], []],
    ['no blank line between records', 'dn: x\nsn: A\ndn: y\nsn: B\n', [['sn: A'], ['sn: B']], []],
    ['no space behind the colon', 'dn:x\nsn:A\n', [['sn: A']], []],
    ['base64', `dn: x\nsn:: ${base64('Müßig')}\n`, [['sn: Müßig']], []],
    ['base64 of Latin letters', `dn: x\nsn:: ${base64('Müßig', 'latin1')}\n`, [['sn: Müßig']], []],
    ['base64 that is none', 'dn: x\nsn:: %%%\ncn: A\n', [['cn: A']], ['sn:: %%%']],
    [
      'an address, which nobody opens',
      'dn: x\nphoto:< file:///etc/passwd\n',
      [['photo: file:///etc/passwd']],
      [],
    ],
    [
      'the lines of ldapsearch',
      'dn: x\nsn: A\n\n# search result\nsearch: 2\nresult: 0 Success\n',
      [['sn: A']],
      [],
    ],
    ['a value with colons', 'dn: x\nurl: http://a.test:8080/::b\n', [['url: http://a.test:8080/::b']], []],
    ['a line that is none', 'dn: x\n???\nsn: A\n', [['sn: A']], ['???']],
  ])('reads %s', (_, text, expected, bad) => {
    expect(attributes(text)).toEqual(expected);
    expect(readLdif(text).badLines.map((line) => line.text)).toEqual(bad);
  });
  it('tells changes from people', () => {
    expect(
      readLdif('dn: x\nchangetype: modify\nreplace: mail\nmail: a@example.org\n-\n').records[0]?.changetype,
    ).toBe('modify');
  });
  it('reads back what a writer of any width folds and encodes', () => {
    const value = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 5, max: 76 }),
        (values, width) => {
          const fold = (line: string) => line.match(new RegExp(`[^]{1,${width}}`, 'g'))!.join('\n ');
          const safe = (text: string) => /^[\x21-\x39\x3b\x3d-\x7e][\x20-\x7e]*$/.test(text);
          const lines = values.map((text) =>
            fold(safe(text) ? `description: ${text}` : `description:: ${base64(text.toWellFormed())}`),
          );
          const found = attributes(`dn: x\n${lines.join('\n')}\n`);
          expect(found).toEqual([values.map((text) => `description: ${text.toWellFormed()}`)]);
        },
      ),
    );
  });
  it('never throws, and takes time in proportion', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readLdif(text)));
    expectLinear((times) => readLdif(`dn: x\n${' a\n'.repeat(times)}`), 2000);
    expectLinear((times) => readLdif('dn: cn=x\nsn: A\n\n'.repeat(times)), 500);
    expectLinear((times) => partsOfDn(`${'\\'.repeat(times)}cn=x`), 500);
  });
});

describe('partsOfDn', () => {
  it.each([
    [
      'cn=Ana Ruiz,mail=ana@example.org',
      [
        ['cn', 'Ana Ruiz'],
        ['mail', 'ana@example.org'],
      ],
    ],
    [
      'CN=Ruiz\\, Ana,OU=People',
      [
        ['cn', 'Ruiz, Ana'],
        ['ou', 'People'],
      ],
    ],
    ['cn=M\\C3\\BC\\C3\\9Fig\\2C A', [['cn', 'Müßig, A']]],
    [
      'cn = Ana + uid = 1 , dc = test',
      [
        ['cn', 'Ana'],
        ['uid', '1'],
        ['dc', 'test'],
      ],
    ],
    ['', []],
  ])('parts %s', (dn, parts) => {
    expect(partsOfDn(dn)).toEqual(parts);
  });
});
