import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from '#core/formats/vcard/pending.ts';
import { readVCards } from '#core/formats/vcard/reader.ts';
import { expectLinear } from '#tests/linear.ts';
import { card, cardsOf, linesOf, utf8 } from './written.ts';

const LONG = 'x'.repeat(75);

describe('readVCards: lines', () => {
  it.each<[string, string, string[]]>([
    ['CRLF', card(['FN:Ana', 'NOTE:a']), ['FN=Ana', 'NOTE=a']],
    ['LF', card(['FN:Ana', 'NOTE:a'], '3.0', '\n'), ['FN=Ana', 'NOTE=a']],
    ['CR', card(['FN:Ana', 'NOTE:a'], '3.0', '\r'), ['FN=Ana', 'NOTE=a']],
    ['CR CR LF', card(['FN:Ana', 'NOTE:a', ' b'], '3.0', '\r\r\n'), ['FN=Ana', 'NOTE=ab']],
    ['mixed line breaks', 'BEGIN:VCARD\nVERSION:3.0\rFN:Ana\r\nEND:VCARD', ['FN=Ana']],
    ['lower case', 'begin:vcard\nversion:3.0\nfn:Ana\nend:vcard\n', ['FN=Ana']],
    ['no VERSION', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n', ['FN=Ana']],
    ['folded by a space', card(['NOTE:one', '  two']), ['NOTE=one two']],
    ['folded by a tab', card(['NOTE:one', '\ttwo']), ['NOTE=onetwo']],
    ['folded before the colon', card(['ADR;TYPE=home;LABEL="a"', ' :;;b']), ['ADR=;;b']],
    [
      'not indented after a long line',
      card([`NOTE:${LONG}`, 'tail', 'FN:Ana']),
      [`NOTE=${LONG}tail`, 'FN=Ana'],
    ],
    [
      'a web address on the next line',
      card([`URL:${LONG}`, 'http://a.test/']),
      [`URL=${LONG}http://a.test/`],
    ],
    ['a line break nobody escaped', card(['NOTE:one', 'two', '', 'three']), ['NOTE=one\\ntwo\\n\\nthree']],
    ['blank lines', card(['', 'FN:Ana', '', '', 'NOTE:a', '']), ['FN=Ana', 'NOTE=a']],
    ['spaces around the colon', card(['FN : Ana']), ['FN= Ana']],
    ['END with blanks', 'BEGIN:VCARD \nFN:Ana\nEND:VCARD  \t\n', ['FN=Ana']],
    ['a name of two words', card(['X-GOOGLE TALK;TYPE=HOME:ana']), ['X-GOOGLE TALK=ana']],
    ['groups', card(['item1.EMAIL:a@b.test', 'a-b.c.TEL:1']), ['item1.EMAIL=a@b.test', 'a-b.c.TEL=1']],
    [
      'escapes stay',
      card(['URL:http\\://a.test', 'NOTE:a\\, b\\; c\\nd\\\\']),
      ['URL=http\\://a.test', 'NOTE=a\\, b\\; c\\nd\\\\'],
    ],
    ['an indented file', '  BEGIN:VCARD\n  FN:Ana\n   B\n  END:VCARD\n', ['FN=AnaB']],
    ['an indented body', 'BEGIN:VCARD\n\tFN:Ana\n\tTEL:1\nEND:VCARD\n', ['FN=Ana', 'TEL=1']],
    ['a calendar around', `BEGIN:VCALENDAR\nVERSION:2.0\n${card(['FN:Ana'])}END:VCALENDAR\n`, ['FN=Ana']],
  ])('reads %s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });
  it('counts physical lines', () => {
    const { cards } = readVCards(utf8(`\r\n${card(['NOTE:a', ' b', ' c', 'FN:Ana'])}\r\n${card(['FN:Bo'])}`));
    expect(cards.map(({ line, version }) => [line, version])).toEqual([
      [2, '3.0'],
      [10, '3.0'],
    ]);
    expect(cards[0]?.properties.map(({ line }) => line)).toEqual([4, 7]);
  });
  it('leaves out a line longer than 16 MiB, and nothing else', () => {
    const [first] = cardsOf(card(['FN:Ana', `NOTE:${'x'.repeat(LONGEST_LINE)}`, 'TEL:1']));
    expect(first?.properties.map(({ name }) => name)).toEqual(['FN', 'TEL']);
    expect(first?.issues).toEqual([{ line: 4, code: 'LINE_TOO_LONG', params: {} }]);
  });
  it('tells a line that is nothing from the person around it', () => {
    const [first] = cardsOf(card(['TEL:1', 'rubbish', 'FN:Ana']));
    expect(first?.properties.map(({ value }) => value)).toEqual(['1', 'Ana']);
    expect(first?.issues).toEqual([{ line: 4, code: 'BAD_LINE', params: {} }]);
  });
});

describe('readVCards: cards', () => {
  it.each<[string, string, number]>([
    ['no END, and the next begins', `BEGIN:VCARD\nFN:A\n${card(['FN:B'])}`, 2],
    ['no END at the end of the file', `${card(['FN:A'])}BEGIN:VCARD\nFN:B`, 2],
    ['END and BEGIN on one line', 'BEGIN:VCARD\nFN:A\nEND:VCARDBEGIN:VCARD\nFN:B\nEND:VCARD', 2],
    ['END behind a value', `BEGIN:VCARD\nFN:A\nTEL:1END:VCARD\n${card(['FN:B'])}`, 2],
    ['BEGIN behind a value', 'BEGIN:VCARD\nFN:A\nTEL:1BEGIN:VCARD\nVERSION:3.0\nFN:B\nEND:VCARD', 2],
    ['a note that speaks of one', card(['NOTE:write BEGIN:VCARD', 'FN:A']), 1],
    ['a note that ends in END:VCARD', card(['NOTE:write END:VCARD', 'FN:A']), 1],
    ['junk between', `hello\n${card(['FN:A'])}-- \nbye\n${card(['FN:B'])}more`, 2],
    ['a byte order mark between', `${card(['FN:A'])}\ufeff${card(['FN:B'])}`, 2],
    ['a million ENDs on one line', `BEGIN:VCARD\nFN:A\n${'END:VCARD'.repeat(100_000)}`, 1],
    ['cards without line breaks between them', 'BEGIN:VCARDEND:VCARD'.repeat(20_000), 20_000],
  ])('finds them all: %s', (_, text, count) => {
    expect(cardsOf(text)).toHaveLength(count);
  });
  it('keeps a card that is cut off, and says so', () => {
    const [first] = cardsOf('BEGIN:VCARD\nFN:Ana\nTEL:12');
    expect(first?.properties.map(({ value }) => value)).toEqual(['Ana', '12']);
    expect(first?.issues).toEqual([{ line: 1, code: 'CUT_OFF', params: {} }]);
  });
  it('reports junk once a block, and none inside an envelope', () => {
    const { issues } = readVCards(utf8(`a\nb\n${card(['FN:A'])}c\nd\nBEGIN:VCALENDAR\nX:1\nEND:VCALENDAR\n`));
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [1, 'BAD_LINE'],
      [7, 'BAD_LINE'],
    ]);
  });
  it('stops at the most cards a file may have', () => {
    const { cards, issues } = readVCards(utf8(card(['FN:A']).repeat(5)), { maxCards: 3 });
    expect(cards).toHaveLength(3);
    expect(issues).toEqual([{ line: 13, code: 'TOO_MANY_RECORDS', params: { most: 3 } }]);
  });
  it.each<[string, string]>([
    ['on the next line', card(['FN:Ana', 'AGENT:', 'BEGIN:VCARD', 'FN:Bo', 'END:VCARD', 'TEL:1'], '2.1')],
    ['on the same line', card(['FN:Ana', 'AGENT:BEGIN:VCARD', 'FN:Bo', 'END:VCARD', 'TEL:1'], '2.1')],
    ['folded', card(['FN:Ana', 'AGENT:BEGIN:VCARD', ' FN:Bo', ' END:VCARD', 'TEL:1'])],
    ['escaped', card(['FN:Ana', 'AGENT:BEGIN:VCARD\\nFN:Bo\\nEND:VCARD\\n', 'TEL:1'])],
  ])('reads the card of an AGENT: %s', (_, text) => {
    const [first, ...others] = cardsOf(text);
    expect(others).toEqual([]);
    expect(first?.properties.map(({ name }) => name)).toEqual(['FN', 'AGENT', 'TEL']);
    expect(first?.properties[1]?.nested?.properties.map(({ value }) => value)).toEqual(['Bo']);
    expect(first?.issues).toEqual([]);
  });
  it('does not lose the next card to an AGENT that never ends', () => {
    const cards = cardsOf(`BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\n${card(['FN:C'])}`);
    expect(cards.map(({ properties }) => properties[0]?.value)).toEqual(['A', 'C']);
  });
});

describe('readVCards: parameters', () => {
  it.each<[string, Record<string, string[]>]>([
    ['TEL;WORK;VOICE:1', { TYPE: ['WORK', 'VOICE'] }],
    ['TEL;TYPE=work,voice;type=pref:1', { TYPE: ['work', 'voice', 'pref'] }],
    ['TEL;TYPE="work,voice":1', { TYPE: ['work', 'voice'] }],
    ['TEL;TYPE=HOME,TYPE=VOICE:1', { TYPE: ['HOME', 'VOICE'] }],
    ["TEL;X=^^a^nb^'c:1", { X: ['^a\nb"c'] }],
    ['TEL;X="a:b;c,d":1', { X: ['a:b;c,d'] }],
    ['TEL;X=http://a.test/b:1', { X: ['http://a.test/b'] }],
    ['TEL;X=urn:uuid:12:1', { X: ['urn:uuid:12'] }],
    ['TEL;GEO=geo:12.5,7;TYPE=home:1', { GEO: ['geo:12.5,7'], TYPE: ['home'] }],
    ['TEL;X-SERVICE-TYPE=XMPP:1', { 'X-SERVICE-TYPE': ['XMPP'] }],
    ['TEL;X="open:1', { X: ['"open'] }],
    ['TEL;X="say \\"hi\\"":1', { X: ['say "hi"'] }],
    ['TEL;X=a\\;b:1', { X: ['a;b'] }],
    ['TEL;X=a,b;X=c:1', { X: ['a', 'b', 'c'] }],
    ['TEL;;PREF;:1', { TYPE: ['PREF'] }],
    [
      'TEL;HOME;utf-8;8BIT;de-DE;INLINE:1',
      { TYPE: ['HOME'], CHARSET: ['utf-8'], ENCODING: ['8BIT'], LANGUAGE: ['de-DE'], VALUE: ['INLINE'] },
    ],
    ['TEL;__proto__=x;constructor=y:1', { __PROTO__: ['x'], CONSTRUCTOR: ['y'] }],
  ])('%s', (line, parameters) => {
    const [property] = cardsOf(card([line]))[0]?.properties ?? [];
    expect(property?.parameters).toEqual(parameters);
    expect(property?.value).toBe('1');
  });
  it('leaves carets alone in vCard 2.1', () => {
    expect(cardsOf(card(['TEL;X=a^nb:1'], '2.1'))[0]?.properties[0]?.parameters).toEqual({ X: ['a^nb'] });
  });
  it('takes the value from the first colon where a URI stands there', () => {
    expect(linesOf(card(['IMPP;X-SERVICE-TYPE=XMPP:xmpp:a@b.test', 'URL;VALUE=URI:http://a.test']))).toEqual([
      'IMPP=xmpp:a@b.test',
      'URL=http://a.test',
    ]);
  });
});

describe('readVCards: time', () => {
  const repeat = (line: string) => (times: number) => readVCards(utf8(`BEGIN:VCARD\n${line.repeat(times)}`));
  it.each<[string, string]>([
    ['properties', 'TEL;TYPE=home:1\n'],
    ['continuations', ' a\n'],
    ['soft line breaks', 'NOTE;QUOTED-PRINTABLE:a=\n'],
    ['semicolons without a colon', 'A;B\n'],
    ['open quotes', 'A;X="\n'],
    ['words', 'rubbish\n'],
    ['BEGINs inside lines', 'TEL:BEGIN:VCARD\n'],
    ['ENDs inside lines', 'TEL:aEND:VCARD\n'],
    ['nested agents', 'AGENT:\nBEGIN:VCARD\n'],
    ['letters in base64', 'PHOTO;BASE64:AAAA\nAAAA\nAAAA\n'],
    ['bytes that are no UTF-8', 'N:\u00fc\u00fc\n'],
    ['blanks', '      \n'],
    ['groups', 'a.a.a.a.a.a:1\n'],
  ])('is linear for %s', (_, line) => {
    expectLinear(repeat(line), Math.ceil(20_000 / line.length));
  });
  it('is linear for one line of quotes and colons', () => {
    expectLinear((times) => readVCards(utf8(`BEGIN:VCARD\nTEL${';X="a\\"b'.repeat(times)}:1`)), 2000);
    expectLinear((times) => readVCards(utf8(`BEGIN:VCARD\nTEL${';X=http://a:'.repeat(times)}:1`)), 2000);
  });
});
