// Values as people read them: every property the book knows, and those only a source knows.
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLines } from '#renderer/people/address.ts';
import { pictureOf } from '#renderer/people/photo-data.ts';
import { propertyTerm, propertyText } from '#renderer/people/property.ts';
import { kindWords } from '#renderer/people/property-kind.ts';
import { countedWords, evidenceWords } from '#renderer/people/tie.ts';

const said = (name: string, value: string, type = '', parameters?: Record<string, string[]>) => ({
  name,
  value,
  type,
  parameters,
});

describe('a value in words', () => {
  it.each([
    ['N', 'Lovelace;Ada;King;Lady;', 'Lady Ada King Lovelace'],
    ['BDAY', '--05-17', /^(?:May 17|17 May)$/],
    ['BDAY', '1985-04', 'April 1985'],
    ['ANNIVERSARY', 'some day in spring', 'some day in spring'],
    ['ADR', ';;Quay 4;Porto;;4050;Portugal', 'Quay 4, 4050 Porto, Portugal'],
    ['TEL', 'tel:+351 555 0100', '+351 555 0100'],
    ['IMPP', 'xmpp:ana@example.org', 'ana@example.org'],
    ['IMPP', 'ana.ruiz', 'ana.ruiz'],
    ['IMPP', 'https://chat.example.org/ana', 'https://chat.example.org/ana'],
    ['GENDER', 'F', 'Female'],
    ['GENDER', ';it is complicated', 'it is complicated'],
    ['GENDER', 'woman', 'woman'],
    ['LANG', 'pt-BR', 'Brazilian Portuguese'],
    ['LANG', 'a bit of Welsh', 'a bit of Welsh'],
    ['GEO', 'geo:41.15,-8.62', '41.15, -8.62'],
    ['GEO', '41.15;-8.62', '41.15, -8.62'],
    ['KIND', 'org', 'An organisation'],
    ['RELATED', 'mailto:bo@example.org', 'bo@example.org'],
    ['PHOTO', 'https://example.org/ana.png', 'A picture on the web, not loaded'],
    ['URL', 'https://www.example.org/', 'example.org'],
    ['X-HOBBY', String.raw`rowing\, and\ntea`, 'rowing, and\ntea'],
  ])('%s %j', (name, value, words) => {
    const text = propertyText(said(name, value));
    if (typeof words === 'string') expect(text).toBe(words);
    else expect(text).toMatch(words);
  });

  it('an organisation with its units', () => {
    expect(propertyText(said('ORG', 'Example Mill', '', { 'X-UNIT': ['Paper', 'Dyes'] }))).toBe(
      'Example Mill, Paper, Dyes',
    );
  });

  it('never more of a value without words than fills a page, and never half a letter', () => {
    const text = propertyText(said('X-KEY', `${'a'.repeat(1999)}😀${'b'.repeat(9000)}`));
    expect(text).toBe(`${'a'.repeat(1999)}…`);
  });

  it('whatever a source wrote', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (value, type) => {
        for (const name of ['N', 'ADR', 'GENDER', 'LANG', 'GEO', 'IMPP', 'BDAY', 'URL', '__PROTO__']) {
          const one = said(name, value, type, { 'X-ABLABEL': [value], PREF: [type] });
          expect(typeof propertyText(one)).toBe('string');
          expect(typeof kindWords(one)).toBe('string');
          expect(typeof propertyTerm(one)).toBe('string');
        }
      }),
    );
  });
});

describe('what a value is for', () => {
  it.each([
    [said('TEL', '1', 'home,cell'), 'home, mobile'],
    [said('TEL', '1', 'work,voice', { PREF: ['1'] }), 'work, preferred'],
    [said('EMAIL', 'a@example.org', 'internet'), ''],
    [said('EMAIL', 'a@example.org', '', { 'X-ABLABEL': ['Rowing club'] }), 'Rowing club'],
    [said('TEL', '1', '', { 'X-ABLABEL': ['_$!<HomePage>!$_'] }), 'home page'],
    [said('RELATED', 'Bo Falk', 'spouse'), 'spouse'],
    [said('IMPP', 'skype:ana', 'home'), 'Skype, home'],
    [said('IMPP', 'ana', 'icq'), 'ICQ'],
    [said('IMPP', 'ana', '', { 'SERVICE-TYPE': ['Chatty'] }), 'Chatty'],
    [said('SOCIALPROFILE', 'https://example.org/ana', 'github'), 'GitHub'],
    [said('URL', 'https://www.linkedin.com/in/ana-ruiz', 'linkedin'), ''],
    [said('ORG', 'Example Mill', '', { 'X-FROM': ['2019-03'], 'X-TO': ['2021'] }), 'March 2019 – 2021'],
    [said('ORG', 'Example Mill', '', { 'X-FROM': ['2019'] }), 'since 2019'],
    [said('TEL', '1', 'constructor'), 'constructor'],
  ])('%j', (one, words) => {
    expect(kindWords(one)).toBe(words);
  });

  it('is the whole name of a field of its source’s own, where that has a label', () => {
    const field = said('X-ABDATE', '2020-05-01', '', { 'X-ABLABEL': ['First day'] });
    expect(propertyTerm(field)).toBe('First day');
    expect(kindWords(field)).toBe('');
    expect(propertyTerm(said('X-HOBBY', 'rowing'))).toBe('X-HOBBY');
    expect(propertyTerm(said('CONSTRUCTOR', 'x'))).toBe('CONSTRUCTOR');
  });
});

describe('an address', () => {
  it.each([
    [';;1 Main St;Springfield;IL;62701;USA', ['1 Main St', 'Springfield, IL 62701', 'USA']],
    [';;1 Main St;Springfield;IL;62701;', ['1 Main St', 'Springfield, IL 62701']],
    [';;Musterweg 3;Berlin;;10115;Germany', ['Musterweg 3', '10115 Berlin', 'Germany']],
    [';;2 High Street;Bath;Somerset;BA1 1AA;UK', ['2 High Street', 'Bath', 'Somerset', 'BA1 1AA', 'UK']],
    [String.raw`;Flat 2;Long Lane 1\nBack yard;;;;`, ['Flat 2', 'Long Lane 1', 'Back yard']],
    [String.raw`Box 9;;Quay 4\, left;Porto;;;`, ['Quay 4, left', 'Box 9', 'Porto']],
    ['Quay 4', ['Quay 4']],
    [';;;;;;', []],
  ])('%j', (value, lines) => {
    expect(addressLines(value)).toEqual(lines);
  });
});

describe('evidence in words', () => {
  const none = { text: '', count: 0 } as const;
  it('says how often and when last', () => {
    const mail = { kind: 'mail_two_way', text: '' } as const;
    expect(countedWords({ ...mail, count: 14, on: '2024-05' }, 'owner')).toBe(
      '14 letters both ways, the last in May 2024',
    );
    expect(countedWords({ ...mail, count: 1, on: '2024-05' }, 'owner')).toBe('1 letter both ways, May 2024');
    expect(countedWords({ ...mail, count: 1200, on: '2024-05-02' }, 'owner')).toMatch(
      /^1,200 letters both ways, the last on .*2024$/,
    );
  });

  it('says a relation in our words, and never that two people know each other', () => {
    expect(evidenceWords({ kind: 'related', text: 'spouse' })).toBe('Related – spouse');
    expect(evidenceWords({ kind: 'chat_two_way', text: '' })).toBe('Messages, both ways');
    const acme = { kind: 'same_employer', text: 'Acme' } as const;
    expect(
      [
        acme,
        { ...acme, years: { first: 2019, last: 2021 } },
        { ...acme, years: { first: 2019, last: 2019 } },
        { ...acme, years: { first: 2019 } },
        { ...acme, isTimeUnknown: true },
      ].map((one) => evidenceWords(one)),
    ).toEqual([
      'Both at Acme',
      'Both at Acme, 2019–2021',
      'Both at Acme, 2019',
      'Both at Acme since 2019',
      'Both at Acme, perhaps at different times',
    ]);
    expect(countedWords({ ...none, kind: 'related' }, 'others')).not.toMatch(/knows/);
  });
});

describe('a picture', () => {
  const png = `data:image/png;base64,${btoa('\u0089PNG')}`;
  it('is one of the kinds that hold no script, out of the book itself', async () => {
    const picture = pictureOf(png);
    expect(picture?.type).toBe('image/png');
    expect([...new Uint8Array(await picture!.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it.each([
    'https://example.org/ana.png',
    `data:image/svg+xml;base64,${btoa('<svg/>')}`,
    'data:text/html;base64,PGI+',
    'data:image/png;base64,!!!',
    'data:image/png,raw',
    '',
  ])('is not %s', (value) => {
    expect(pictureOf(value)).toBeUndefined();
  });
});
