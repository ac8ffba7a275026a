import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jCardMark, readJCards } from '#core/formats/vcard/jcard.ts';

const ANA = [
  'vcard',
  [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', 'Ana; Ruiz, B.'],
    ['n', {}, 'text', ['Ruiz', ['Ana', 'María'], '', '', '']],
    ['email', { type: ['work', 'home'], group: 'item1', pref: 1 }, 'text', 'ana@example.org'],
    ['categories', {}, 'text', 'a', 'b,c'],
    ['url', {}, 'uri', 'https://example.org/a,b;c'],
    ['bday', {}, 'date-and-or-time', '--04-12'],
  ],
];

describe('readJCards', () => {
  it('reads a card into the shape of any other', () => {
    const [card] = readJCards(JSON.stringify(ANA)).cards;
    expect(card?.version).toBe('4.0');
    expect(card?.properties.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'FN=Ana\\; Ruiz\\, B.',
      'N=Ruiz;Ana,María;;;',
      'EMAIL=ana@example.org',
      'CATEGORIES=a,b\\,c',
      'URL=https://example.org/a,b;c',
      'BDAY=--04-12',
    ]);
    expect(card?.properties[2]).toMatchObject({
      group: 'item1',
      parameters: { TYPE: ['work', 'home'], PREF: ['1'] },
    });
    expect(card?.properties[5]?.parameters).toEqual({ VALUE: ['date-and-or-time'] });
  });
  it.each<[string, unknown, number]>([
    ['one', ANA, 1],
    ['a list', [ANA, ANA], 2],
    ['an object', { vcards: [ANA, ANA, ANA] }, 3],
    ['none', [], 0],
  ])('finds the cards of %s', (_, value, count) => {
    expect(readJCards(JSON.stringify(value)).cards).toHaveLength(count);
  });
  it('reads a card a line, and what is whole of a file that was cut off', () => {
    const one = JSON.stringify(ANA);
    expect(readJCards(`${one}\n${one}\n`)).toMatchObject({ cards: [{ line: 1 }, { line: 2 }], issues: [] });
    const cut = readJCards(`[${one},\n["vcard",[["fn",{},"text","Bo"],["tel",{},"te`);
    expect(cut.cards.map(({ properties }) => properties.length)).toEqual([6, 1]);
    expect(cut.issues.map(({ line }) => line)).toEqual([2]);
  });
  it('takes values of unknown type as they are (RFC 7095 §5.1)', () => {
    const [card] = readJCards('["vcard",[["x-a",{},"unknown","a\\\\,b;c"],["x-b",{},"text","a,b"]]]').cards;
    expect(card?.properties.map(({ value }) => value)).toEqual(['a\\,b;c', 'a\\,b']);
  });
  it('finds the people of RDAP, who are nested', () => {
    const entity = (inner: unknown[]) => ({ vcardArray: ANA, entities: inner });
    expect(readJCards(JSON.stringify({ entities: [entity([entity([entity([])])])] })).cards).toHaveLength(3);
  });
  it('tells the lines of the cards', () => {
    const text = `[\n${JSON.stringify(ANA)},\n\n${JSON.stringify(ANA)}\n]`;
    expect(readJCards(text).cards.map(({ line }) => line)).toEqual([2, 4]);
  });
  it('keeps what is whole of a broken card', () => {
    const [card] = readJCards(
      JSON.stringify(['vcard', [['fn', {}, 'text', 'Ana'], 'x', ['tel'], [1, {}, 'text', 'y']]]),
    ).cards;
    expect(card?.properties.map(({ value }) => value)).toEqual(['Ana']);
    expect(card?.issues.map(({ code }) => code)).toEqual(['BAD_LINE']);
  });
  it('is total', () => {
    fc.assert(fc.property(fc.json(), (text) => void readJCards(text)));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void readJCards(JSON.stringify(['vcard', [['fn', {}, 'text', value], value]])),
      ),
    );
    expect(readJCards('nothing [').issues).toEqual([{ line: 1, code: 'BAD_LINE', params: {} }]);
    expect(readJCards('[["vcard",[').issues).toHaveLength(1);
    expect(readJCards('['.repeat(100_000)).cards).toEqual([]);
  });
  it('knows jCard by its beginning', () => {
    expect(jCardMark(' [ "vcard" , [')).toBe('"vcard" , [');
    expect(jCardMark('{"name":"vcard"}')).toBeUndefined();
    expect(jCardMark('BEGIN:VCARD "vcard",[')).toBeUndefined();
  });
});
