import { describe, expect, it } from 'vitest';
import { readVCards } from '#core/formats/vcard/reader.ts';
import { card, joined, latin1, linesOf, utf8, utf16 } from './written.ts';

const UMLAUTS = card(['FN:Jörg Müßig', 'NOTE:žluťoučký kůň 李明 😀']);
const EXPECTED = ['FN=Jörg Müßig', 'NOTE=žluťoučký kůň 李明 😀'];
/** `Jörg` in ISO-8859-1 and in UTF-8 as bytes. */
const JOERG = 'J\u00f6rg';
const JOERG_UTF8 = 'J\u00c3\u00b6rg';

describe('readVCards: encodings', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(UMLAUTS), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${UMLAUTS}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16(`\ufeff${UMLAUTS}`, true), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(`\ufeff${UMLAUTS}`, false), 'utf-16be'],
    ['UTF-16LE without', utf16(UMLAUTS, true), 'utf-16le'],
    ['UTF-16BE without', utf16(UMLAUTS, false), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(linesOf(bytes)).toEqual(EXPECTED);
    expect(readVCards(bytes).encoding).toBe(encoding);
  });
  it.each<[string, string]>([
    [card([`FN:${JOERG}`]), 'Jörg'],
    [card([`FN;CHARSET=ISO-8859-1:${JOERG}`], '2.1'), 'Jörg'],
    [card([`FN;CHARSET=windows-1252:${JOERG}\u0099`], '2.1'), 'Jörg™'],
    [card(['FN;CHARSET=ISO-8859-2:\u00a3uk\u00f3w'], '2.1'), 'Łuków'],
    [card(['FN;CHARSET=windows-1251:\u00c8\u00e2\u00e0\u00ed'], '2.1'), 'Иван'],
    [card(['FN;CHARSET=KOI8-R:\u00e9\u00d7\u00c1\u00ce'], '2.1'), 'Иван'],
    [card(['FN;CHARSET=SHIFT_JIS:\u0089\u00aa\u0096\u007b'], '2.1'), '岡本'],
    [card(['FN;CHARSET=GB2312:\u00c1\u00aa\u00cd\u00a8\u00c0\u00ee'], '2.1'), '联通李'],
    [card(['FN;CHARSET=CP936:\u00c0\u00ee'], '2.1'), '李'],
    [card(['FN;CHARSET=ISO-2022-JP:\u001b$B2,K\\\u001b(B'], '2.1'), '岡本'],
    [card(['FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg'], '2.1'), 'Jörg'],
    [card(['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg'], '2.1'), 'Jörg'],
    [card(['FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg'], '2.1'), 'Jörg'],
    [card(['FN;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg'], '2.1'), 'Jörg'],
    [card(['FN;ENCODING=QUOTED-PRINTABLE:J=F6rg'], '2.1'), 'Jörg'],
    [card(['FN;QUOTED-PRINTABLE:J=c3=b6rg'], '2.1'), 'Jörg'],
    [card(['FN;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg']), 'Jörg'],
    [card([`FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${JOERG_UTF8} J=C3=B6rg`], '2.1'), 'Jörg Jörg'],
    [card(['FN;CHARSET=UTF-8;ENCODING=BASE64:5byg5LiJ'], '2.1'), '张三'],
    [card(['FN;CHARSET=no-such:Ana'], '2.1'), 'Ana'],
    [card([`FN;CHARSET=no-such:${JOERG_UTF8}`], '2.1'), 'Jörg'],
    [card([`FN;CHARSET=US-ASCII:${JOERG_UTF8}`], '2.1'), 'Jörg'],
    [card([`FN:${JOERG_UTF8} ${JOERG_UTF8.slice(0, 2)}`]), 'Jörg J'],
    [card(['FN:JOS\u00c3']), 'JOSÃ'],
    // What it declares is not how it is written
    [card(['FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=D0=90=D0=BD=D0=BD=D0=B0'], '2.1'), 'Анна'],
    [card(['FN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E6=98=8E'], '2.1'), '李明'],
    [card(['FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=E5=B2=A1=E6=9C=AC'], '2.1'), '岡本'],
    [card(['FN;CHARSET=unicode;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg'], '2.1'), 'Jörg'],
    [card(['FN;CHARSET=UTF-16;ENCODING=QUOTED-PRINTABLE:J=00=F6=00'], '2.1'), 'Jö'],
  ])('V14: decodes %j', (text, expected) => {
    const [line] = linesOf(latin1(text));
    expect(line?.slice(3)).toBe(expected);
  });
  it('decodes each card by itself', () => {
    const bytes = joined(
      latin1(card([`FN:${JOERG}`])),
      utf8(card(['FN:Jörg'])),
      latin1(card([`FN:${JOERG}`])),
    );
    expect(linesOf(bytes)).toEqual(['FN=Jörg', 'FN=Jörg', 'FN=Jörg']);
  });
  it.each<[string, string[], string]>([
    ['another line of the card', ['FN:\u00c1\u00ed\u00ed\u00e1', 'NOTE;CHARSET=windows-1253:x'], 'Αννα'],
    ['its language', ['N;LANGUAGE=ru:x', 'FN:\u00c0\u00ed\u00ed\u00e0'], 'Анна'],
  ])('reads a line without a charset as %s says', (_, lines, expected) => {
    expect(linesOf(latin1(card(lines, '2.1'))).find((line) => line.startsWith('FN'))).toBe(`FN=${expected}`);
  });
  it('tells the code page of a file by all of its lines', () => {
    const names = [
      '\u00c8\u00e2\u00e0\u00ed \u00cf\u00e5\u00f2\u00f0\u00ee\u00e2',
      '\u00cc\u00e0\u00f0\u00e8\u00ff',
    ];
    expect(linesOf(latin1(names.map((name) => card([`FN:${name}`], '2.1')).join('')))).toEqual([
      'FN=Иван Петров',
      'FN=Мария',
    ]);
  });
  it('unfolds before it decodes: a fold may part a letter', () => {
    const bytes = joined(
      utf8('BEGIN:VCARD\r\nFN:J'),
      latin1('\u00c3\r\n \u00b6rg'),
      utf8('\r\nEND:VCARD\r\n'),
    );
    expect(linesOf(bytes)).toEqual(['FN=Jörg']);
  });
  it('reads the encoding the owner chooses', () => {
    const bytes = latin1(card(['FN:\u00c8\u00e2\u00e0\u00ed']));
    const { cards, encoding } = readVCards(bytes, { encoding: 'windows-1251' });
    expect([cards[0]?.properties[0]?.value, encoding]).toEqual(['Иван', 'windows-1251']);
  });
  it('says how many letters the chosen encoding could not read', () => {
    const { issues } = readVCards(latin1(card([`FN:${JOERG}`])), { encoding: 'utf-8' });
    expect(issues).toEqual([{ line: 0, code: 'UNDECODABLE_TEXT', params: { letters: 1 } }]);
  });
});

describe('readVCards: transfer encodings', () => {
  it.each<[string, string[], string[]]>([
    ['soft line breaks', ['NOTE;ENCODING=QUOTED-PRINTABLE:a=', 'b=', 'c', 'FN:A'], ['NOTE=abc', 'FN=A']],
    [
      'soft line breaks before what looks like a property',
      ['NOTE;QUOTED-PRINTABLE:a=', 'TEL:1=', ';x', 'FN:A'],
      ['NOTE=aTEL:1;x', 'FN=A'],
    ],
    ['a soft line break before END', ['NOTE;QUOTED-PRINTABLE:a='], ['NOTE=a']],
    ['a soft line break before a blank line', ['NOTE;QUOTED-PRINTABLE:a=', '', 'FN:A'], ['NOTE=a', 'FN=A']],
    ['soft line breaks with blanks behind', ['NOTE;QUOTED-PRINTABLE:a= ', 'b', 'FN:A'], ['NOTE=ab', 'FN=A']],
    [
      'indentation that belongs to the text',
      ['NOTE;QUOTED-PRINTABLE:a =', '  b', 'FN:A'],
      ['NOTE=a   b', 'FN=A'],
    ],
    ['lines without soft breaks', ['NOTE;QUOTED-PRINTABLE:=41', '=42', 'FN:A'], ['NOTE=AB', 'FN=A']],
    ['folded lines', ['NOTE;QUOTED-PRINTABLE:=41', ' =42', 'FN:A'], ['NOTE=AB', 'FN=A']],
    ['line breaks', ['NOTE;QUOTED-PRINTABLE:a=0D=0Ab'], ['NOTE=a\r\nb']],
    ['an equals sign that is one', ['NOTE;QUOTED-PRINTABLE:a=b=4', 'FN:A'], ['NOTE=a=b=4', 'FN=A']],
    ['an equals sign without the encoding', ['NOTE:a=', 'FN:A'], ['NOTE=a=', 'FN=A']],
  ])('quoted-printable, %s', (_, lines, expected) => {
    expect(linesOf(card(lines, '2.1'))).toEqual(expected);
  });
  it('folds quoted-printable of 3.0 as 3.0 folds', () => {
    expect(linesOf(card(['NOTE;ENCODING=QUOTED-PRINTABLE:a=', ' b']))).toEqual(['NOTE=ab']);
  });
  it.each<[string, string, string[]]>([
    ['3.0, folded', '3.0', ['PHOTO;ENCODING=b;TYPE=PNG:AAAA', ' BBBB', ' CC==', 'FN:A']],
    ['2.1, ended by a blank line', '2.1', ['PHOTO;PNG;ENCODING=BASE64:AAAA', ' BBBB', ' CC==', '', 'FN:A']],
    [
      '2.1, begun on the next line',
      '2.1',
      ['PHOTO;PNG;ENCODING=BASE64:', ' AAAA', ' BBBB', ' CC==', '', 'FN:A'],
    ],
    ['old Apple, two spaces', '3.0', ['PHOTO;BASE64:', '  AAAA', '  BBBB', '  CC==', 'FN:A']],
    ['not indented', '2.1', ['PHOTO;BASE64:AAAA', 'BBBB', 'CC==', 'FN:A']],
    ['not indented, on the next line', '2.1', ['PHOTO;ENCODING=B:', 'AAAABBBB', 'CC==', '', 'FN:A']],
  ])('base64 %s', (_, version, lines) => {
    expect(linesOf(card(lines, version))).toEqual(['PHOTO=AAAABBBBCC==', 'FN=A']);
  });
  it('base64 4.0, as a data URI', () => {
    expect(linesOf(card(['PHOTO:data:image/png;base64,AAAA', ' BBBB', 'CC==', 'FN:A'], '4.0'))).toEqual([
      'PHOTO=data:image/png;base64,AAAABBBBCC==',
      'FN=A',
    ]);
  });
});
