// What single producers write into their cards, as their owners would have it read.
import { describe, expect, it } from 'vitest';
import { card } from '#tests/core/formats/vcard/written.ts';
import { read } from '#tests/fixtures/reading.ts';
import { contactOf, parsed, said } from './vcard-read.ts';

describe('lines of single producers', () => {
  it('a lunar birthday of a Chinese telephone is no second birthday', () => {
    expect(said(['BDAY:1990-05-01', 'X-LUNAR-BIRTHDAY:1990-04-07'])).toEqual([
      'BDAY||1990-05-01',
      'X-LUNAR-BIRTHDAY||1990-04-07',
    ]);
  });

  it.each<[string, string[], string[]]>([
    [
      'Android: labels of one’s own',
      ['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=96l=20Lager):1'],
      ['TEL||1|{"X-ABLABEL":["Öl Lager"]}'],
    ],
    [
      'Android: the same behind TYPE=, preferred',
      ['EMAIL;TYPE=X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=85=AC);TYPE=PREF:a@example.org'],
      ['EMAIL||a@example.org|{"PREF":["1"],"X-ABLABEL":["公"]}'],
    ],
    ['Symbian: the second name', ['X-EPOCSECONDNAME:Anita'], ['NICKNAME||Anita']],
    [
      'KDE: accounts under a path',
      ['X-messaging/xmpp-All:ana@example.org', 'X-messaging/skype-All:ana.ruiz'],
      [
        'IMPP||xmpp:ana@example.org|{"SERVICE-TYPE":["XMPP"]}',
        'IMPP||skype:ana.ruiz|{"SERVICE-TYPE":["Skype"]}',
      ],
    ],
    ['Zimbra', ['X-ZIMBRA-IMADDRESS1:xmpp://ana@example.org'], ['IMPP||xmpp://ana@example.org']],
    [
      'Apple: an account whose service is its label',
      ['item1.IMPP:ana.ruiz', 'item1.X-ABLabel:Skype'],
      ['IMPP||skype:ana.ruiz|{"X-ABLABEL":["Skype"],"SERVICE-TYPE":["Skype"]}'],
    ],
    ['mobile in other words', ['TEL;TYPE=Mobile:1', 'TEL;MOBILE:2'], ['TEL|cell|1', 'TEL|cell|2']],
    ['quotes of the wrong kind', ["TEL;TYPE='home':1"], ['TEL|home|1']],
    [
      'several mailboxes in one line',
      ['EMAIL:a@example.org,b@example.org', 'EMAIL:c@example.org\\; d@example.org'],
      ['EMAIL||a@example.org', 'EMAIL||b@example.org', 'EMAIL||c@example.org', 'EMAIL||d@example.org'],
    ],
    ['a name before a mailbox', ['EMAIL:"Ruiz, Ana" <a@example.org>'], ['EMAIL||a@example.org']],
    [
      'numbers as addresses to dial',
      ['TEL;VALUE=uri:sms:+1-555', 'TEL;VALUE=uri:callto:+1-556', 'TEL;VALUE=uri:fax:+1-557'],
      [
        'TEL||+1-555|{"X-VERBATIM":["sms:+1-555"]}',
        'TEL||+1-556|{"X-VERBATIM":["callto:+1-556"]}',
        'TEL||+1-557|{"X-VERBATIM":["fax:+1-557"]}',
      ],
    ],
    ['tags under other names', ['CATEGORY:a', 'X-CATEGORIES:b\\,c'], ['CATEGORIES||a', 'CATEGORIES||b,c']],
    ['padding and bells', ['TEL:1\u0000\u0000', 'TITLE:C\u0007TO'], ['TEL||1', 'TITLE||CTO']],
    [
      'a head folded behind its name',
      ['TITLE', ' :CTO', 'TEL', ' ;TYPE=HOME:1'],
      ['TITLE||CTO', 'TEL|home|1'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });
});

describe('names of single producers', () => {
  it.each<[string, string[]]>([
    ['the firm', ['FN:Acme GmbH', 'N:;;;;', 'ORG:ACME GmbH;Sales']],
    ['a mailbox', ['FN:ana.ruiz@example.org', 'EMAIL:ana.ruiz@example.org']],
    ['a number', ['FN:+34 600 000', 'TEL:+34600000']],
  ])('%s as FN has no family name', (_, lines) => {
    const [contact] = parsed(card(lines)).contacts;
    expect(Object.values(contact?.n ?? {}).join('')).toBe('');
  });
  it.each<[string, string[]]>([
    ['Ruiz;Ana;M.;Dr.;PhD;Soto;Jr.', ['Ruiz Soto', 'Ana', 'M.', 'Dr.', 'PhD, Jr.']],
    ['Ruiz,Soto;Ana;;;PhD,Jr.;Soto;Jr.', ['Ruiz Soto', 'Ana', '', '', 'PhD, Jr.']],
    ['Ruiz;Ana;;;;;', ['Ruiz', 'Ana', '', '', '']],
  ])('RFC 9554: N:%s', (n, [family, given, additional, prefix, suffix]) => {
    const { contacts } = parsed(card(['FN:Ana Ruiz', `N:${n}`], '4.0'));
    expect(contacts[0]?.n).toEqual({ family, given, additional, prefix, suffix });
  });
});

describe('lists and relations', () => {
  it('Evolution: a list of mailboxes is no person, its name a tag of those in the file', () => {
    const list = card(['FN:Choir', 'X-EVOLUTION-LIST:TRUE', 'EMAIL:ana@example.org', 'EMAIL:bo@example.org']);
    const { contacts, issues } = parsed(card(['FN:Ana Ruiz', 'EMAIL:Ana@example.org']) + list);
    expect(contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    expect(contacts[0]?.properties.at(-1)).toEqual({ name: 'CATEGORIES', value: 'Choir', type: '' });
    expect(issues).toEqual([]);
    expect(parsed(list).issues).toEqual([{ line: 1, code: 'NOT_A_PERSON', params: {} }]);
    expect(said(['X-EVOLUTION-LIST:FALSE'])).toEqual(['X-EVOLUTION-LIST||FALSE']);
  });
  it('a group without a name is not called after its members', () => {
    const group = card(['KIND:group', 'MEMBER:urn:uuid:1'], '4.0');
    const { contacts, issues } = parsed(card(['FN:Ana Ruiz', 'UID:urn:uuid:1'], '4.0') + group);
    expect(contacts.map(({ properties }) => properties.map(({ name }) => name))).toEqual([['UID']]);
    expect(issues.map(({ code }) => code)).toEqual(['NOT_A_PERSON']);
  });
  it('a relation is somebody, a sentence is not', () => {
    const related = (value: string) =>
      parsed(card(['FN:Ana Ruiz', `RELATED;TYPE=x-assistant;VALUE=text:${value}`], '4.0')).evidence?.map(
        ({ other, text }) => [other?.fn, text],
      );
    expect(related('Bo Lind')).toEqual([['Bo Lind', 'assistant']]);
    expect(related('Please ask my assistant Bo Lind for anything.')).toBeUndefined();
  });
});

describe('files of single producers', () => {
  it('even BEGIN and END may have a group (RFC 2426 §4)', () => {
    const text =
      'home.begin:vcard\nversion:3.0\nfn:Ana Ruiz\nhome.tel:1\nhome.end:vcard\nWORK.BEGIN:VCARD\nFN:Bo Lind\nEND:VCARD\n';
    const { kind, contacts, issues } = parsed(text);
    expect([kind, ...contacts.map(({ line, fn }) => `${line} ${fn}`)]).toEqual([
      'vcard',
      '1 Ana Ruiz',
      '6 Bo Lind',
    ]);
    expect([issues, ...contacts.map((contact) => contact.issues)]).toEqual([[], [], []]);
    expect(read(text).report.kind).toBe('vcard');
  });
  it('zeros behind the last card are no line', () => {
    expect(parsed(`${card(['FN:Ana Ruiz'])}${'\u0000'.repeat(500)}`).issues).toEqual([]);
    expect(parsed(`${card(['FN:Ana Ruiz'])}\u001a`).issues).toEqual([]);
  });
  it('says nothing bad of a whole card of Outlook', () => {
    const outlook = contactOf(
      [
        'X-MS-SIGNATURE:YES',
        'N;LANGUAGE=de;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Eva;;Dr.',
        'TEL;WORK;VOICE:+49 (30) 1',
        'ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0A2. OG;Berlin;;10115;Deutschland',
        'LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A=',
        '2. OG=0D=0A=',
        '10115 Berlin',
        'X-MS-MANAGER;CHARSET=UTF-8:Bo',
        'X-MS-OL-DESIGN;CHARSET=utf-8:<card ver="1.0" layout="left"><fld name="name"/></card>',
        'REV:20200918T160601Z',
      ],
      '2.1',
    );
    expect(outlook.issues).toEqual([]);
    expect(outlook.properties.map(({ name }) => name)).toEqual([
      'X-MS-SIGNATURE',
      'TEL',
      'ADR',
      'RELATED',
      'X-MS-OL-DESIGN',
      'REV',
    ]);
    expect(outlook.properties[2]).toEqual({
      name: 'ADR',
      value: ';;Weg 1\\n2. OG;Berlin;;10115;Deutschland',
      type: 'work',
      parameters: { PREF: ['1'], LABEL: ['Weg 1\n2. OG\n10115 Berlin'] },
    });
  });
});
