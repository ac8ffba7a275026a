import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/imports/model.ts';
import type { Entry, ReadingContext } from '#core/imports/source-format.ts';
import { readEntry } from '#core/imports/read-entry.ts';
import { vcardFormat, vcardsWithinFormat } from '#core/imports/sources/vcard.ts';
import { expectLinear } from '#tests/linear.ts';
import { card, latin1, utf8, utf16 } from '#tests/core/formats/vcard/written.ts';
import { contactOf, parsed, said } from './vcard-read.ts';

const entryOf = (bytes: Uint8Array): Entry => ({
  name: 'contacts.vcf',
  bytes,
  text: () => new TextDecoder().decode(bytes),
  head: new TextDecoder().decode(bytes.subarray(0, 4096)),
});

const CONTEXT: ReadingContext = {
  now: '2026-01-01T00:00',
  ownerEmails: new Set(),
  ownerNames: new Set(),
  defaultRegion: undefined,
  reading: {},
};

const recognised = (bytes: Uint8Array, reading: Reading = {}) =>
  vcardFormat.recognise(entryOf(bytes), reading) ?? vcardsWithinFormat.recognise(entryOf(bytes), reading);
const names = (text: string) => parsed(text).contacts.map(({ fn }) => fn);

describe('vCard files (spec §3.7)', () => {
  it('V01: keeps every line of every group', () => {
    const lines = [
      'item1.EMAIL;type=INTERNET;type=pref:a@example.org',
      'item1.X-ABLabel:_$!<Other>!$_',
      'item2.EMAIL:b@example.org',
      'item2.X-ABLabel:Club',
      'item3.URL:https://example.org',
      'item3.X-ABLabel:_$!<HomePage>!$_',
    ];
    expect(said(lines)).toEqual([
      'EMAIL|other|a@example.org|{"PREF":["1"]}',
      'EMAIL||b@example.org|{"X-ABLABEL":["Club"]}',
      'URL|homepage|https://example.org',
    ]);
  });
  it('V02, V03: a year that is none', () => {
    expect(said(['BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15'])).toEqual(['BDAY||--04-15']);
    expect(said(['BDAY:--0312'], '4.0')).toEqual(['BDAY||--03-12']);
  });
  it('V04: soft line breaks of vCard 2.1', () => {
    const lines = [
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe=0D=0A=',
      'aus K=C3=B6=',
      'ln',
    ];
    expect(said(lines, '2.1')).toEqual(['NOTE||Grüße\naus Köln']);
  });
  it('V05: pictures of all three versions', () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';
    const expected = [`PHOTO||data:image/png;base64,${png}`];
    const [a, b] = [png.slice(0, 20), png.slice(20)];
    expect(said([`PHOTO;ENCODING=b;TYPE=PNG:${a}`, ` ${b}`])).toEqual(expected);
    expect(said(['PHOTO;TYPE=PNG;ENCODING=BASE64:', ` ${a}`, ` ${b}`, ''], '2.1')).toEqual(expected);
    expect(said([`PHOTO:data:image/png;base64,${a}`, ` ${b}`], '4.0')).toEqual(expected);
  });
  it('V06: escapes', () => {
    expect(said(['URL:http\\://example.org', 'NOTE:a\\, b\\; c\\nd'])).toEqual([
      'URL||http://example.org',
      'NOTE||a, b; c\nd',
    ]);
  });
  it.each<[string[], string]>([
    [['N:Ruiz;Ana;María;Dr.;PhD'], 'Dr. Ana María Ruiz, PhD'],
    [['N:;;;;', 'ORG:Acme;Sales'], 'Acme'],
    [['NICKNAME:Anita', 'EMAIL:a@example.org'], 'Anita'],
    [['TEL:1', 'EMAIL:a@example.org'], 'a@example.org'],
    [['TEL:+49 1'], '+49 1'],
    [['FN:', 'N: Ruiz ; Ana '], 'Ana Ruiz'],
    [['FN:Ana\\nRuiz'], 'Ana Ruiz'],
    [['ADR:;;Calle Mayor\\, 1;Madrid;;28001;ES'], 'Calle Mayor, 1, Madrid, 28001, ES'],
    [['BDAY:1970-07-14', 'UID:1'], '1970-07-14'],
    [['NOTE:The friendly one\\nwith the dog', 'BDAY:1970'], 'The friendly one'],
    [[`NOTE:${'word '.repeat(30)}`], `${'word '.repeat(15)}word…`],
    [['URL:https://example.org', 'TITLE:Baker'], 'https://example.org'],
    [['X-FOO:bar\\, baz', 'REV:1'], 'bar, baz'],
    [['PHOTO;ENCODING=b:R0lGODlhAQABAAAA'], 'PHOTO'],
    [['KEY;ENCODING=b:AAAA'], 'KEY'],
  ])('V07: calls %j %s', (lines, fn) => {
    expect(names(card(lines))).toEqual([fn]);
  });
  it('V08: one broken card of three hundred costs nobody else', () => {
    const cards = Array.from({ length: 300 }, (_, at) =>
      card([`FN:Person ${at}`, `EMAIL:p${at}@example.org`]),
    );
    cards[150] = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person 150\r\nEMAIL;TYPE="a:p\r\nrubbish\r\n';
    expect(names(cards.join(''))).toEqual(Array.from({ length: 300 }, (_, at) => `Person ${at}`));
  });
  it('V09: relatives are relations', () => {
    const lines = ['UID:1', 'item1.X-ABRELATEDNAMES:Bo Lind', 'item1.X-ABLabel:_$!<Spouse>!$_'];
    const { contacts, evidence } = parsed(card(['FN:Ana Ruiz', 'EMAIL:ana@example.org', ...lines]));
    expect(contacts[0]?.properties.at(-1)).toEqual({ name: 'RELATED', value: 'Bo Lind', type: 'spouse' });
    expect(evidence).toEqual([
      {
        line: 6,
        kind: 'related',
        person: { fn: 'Ana Ruiz', email: 'ana@example.org', uid: '1' },
        other: { fn: 'Bo Lind' },
        text: 'spouse',
      },
    ]);
  });
  it('V10: a profile on LinkedIn is its address', () => {
    expect(said(['X-SOCIALPROFILE;type=linkedin;x-user=ana:http\\://www.linkedin.com/in/ana'])).toEqual([
      'URL|linkedin|http://www.linkedin.com/in/ana',
    ]);
  });
  it('V11: unknown properties stay as they came', () => {
    expect(said(['item1.X-FOO;X-BAR="a,b";TYPE=X:one\\,two;three'])).toEqual([
      'X-FOO|x|one\\,two;three|{"X-BAR":["a,b"],"GROUP":["item1"]}',
    ]);
  });
  it.each([['KIND:org'], ['X-ABShowAs:COMPANY']])('V12: a company is an organisation (%s)', (line) => {
    const [contact] = parsed(card(['FN:Acme', 'N:;;;;', 'ORG:Acme Ltd.;', line])).contacts;
    expect(contact?.fn).toBe('Acme Ltd.');
    expect(contact?.n).toEqual({ family: '', given: '', additional: '', prefix: '', suffix: '' });
    expect(contact?.properties).toContainEqual({ name: 'KIND', value: 'org', type: '' });
  });
  it.each(['\r\n', '\n', '\r'])('V13: lines end in %j', (end) => {
    expect(names(card(['FN:Ana', 'TEL:1'], '3.0', end))).toEqual(['Ana']);
  });
});

describe('names of a card', () => {
  it.each<[string[], string, [string, string, string, string, string]]>([
    [['FN:Ana Ruiz'], '3.0', ['Ruiz', 'Ana', '', '', '']],
    [
      ['FN:x', 'N:Ruiz;Ana,Maria;B.,C.;Dr.;Jr.,PhD'],
      '4.0',
      ['Ruiz', 'Ana Maria', 'B. C.', 'Dr.', 'Jr., PhD'],
    ],
    [['FN:x', 'N:Ruiz, Smith;Ana'], '2.1', ['Ruiz, Smith', 'Ana', '', '', '']],
    [['FN:x', 'N:Ruiz\\;y;Ana'], '3.0', ['Ruiz;y', 'Ana', '', '', '']],
    [
      ['FN:x', 'N;LANGUAGE=de;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Eva;;;'],
      '2.1',
      ['Müller', 'Eva', '', '', ''],
    ],
  ])('%j', (lines, version, [family, given, additional, prefix, suffix]) => {
    expect(parsed(card(lines, version)).contacts[0]?.n).toEqual({
      family,
      given,
      additional,
      prefix,
      suffix,
    });
  });
  it('goes by the preferred of several, and keeps the others', () => {
    const [contact] = parsed(
      card(
        [
          'FN;LANGUAGE=ja:山田太郎',
          'FN;PREF=1:Taro Yamada',
          'N;ALTID=1;LANGUAGE=en:Yamada;Taro',
          'N;ALTID=1;LANGUAGE=ja:山田;太郎',
        ],
        '4.0',
      ),
    ).contacts;
    expect([contact?.fn, contact?.n.family]).toEqual(['Taro Yamada', 'Yamada']);
    expect(contact?.properties).toEqual([
      { name: 'X-ALT-FN', value: '山田太郎', type: '', parameters: { LANGUAGE: ['ja'] } },
      { name: 'X-ALT-N', value: '山田;太郎', type: '', parameters: { ALTID: ['1'], LANGUAGE: ['ja'] } },
    ]);
  });
  it('cuts what is longer than the book takes, and says so', () => {
    const { fn, properties, issues } = contactOf([
      `TEL:${'1'.repeat(61)}`,
      `NOTE:${'n'.repeat(20_001)}`,
      `N:${'𝒜'.repeat(150)};x`,
    ]);
    expect([fn, ...properties.map(({ value }) => value.length)]).toEqual(['Ana Ruiz', 60, 20_000]);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['VALUE_TOO_LONG', { name: 'TEL' }],
      ['VALUE_TOO_LONG', { name: 'NOTE' }],
      ['VALUE_TOO_LONG', { name: 'N' }],
    ]);
  });
});

describe('cards that are no people', () => {
  it.each(['location', 'device', 'application', 'thing'])('KIND:%s', (kind) => {
    const { contacts, issues } = parsed(card(['FN:Room 1', `KIND:${kind}`], '4.0'));
    expect([contacts, issues]).toEqual([[], [{ line: 1, code: 'NOT_A_PERSON', params: {} }]]);
  });
  it.each<[string[]]>([[[]], [['FN:', 'N:;;;;']], [['UID:1', 'REV:20200101', 'PRODID:x', 'EMAIL:']]])(
    'a card that says nothing of anybody: %j',
    (lines) => {
      const { contacts, issues } = parsed(card(lines));
      expect([contacts, issues]).toEqual([[], [{ line: 1, code: 'NO_NAME', params: {} }]]);
    },
  );
  it('no card at all', () => {
    expect(parsed('').issues).toEqual([{ line: 0, code: 'NO_ROWS', params: {} }]);
  });
  it('a card that is cut off is a person with an issue', () => {
    const { contacts } = parsed('BEGIN:VCARD\nFN:Ana\nTEL:1');
    expect(contacts.map(({ fn, issues }) => [fn, issues.map(({ code }) => code)])).toEqual([
      ['Ana', ['CUT_OFF']],
    ]);
  });
});

describe('groups', () => {
  const people =
    card(['FN:Ana', 'UID:urn:uuid:AA-1'], '4.0') +
    card(['FN:Bo', 'EMAIL:bo@example.org'], '4.0') +
    card(['FN:Cy']);
  const clubs = (text: string) =>
    parsed(people + text).contacts.map(({ properties }) =>
      properties.filter(({ name }) => name === 'CATEGORIES').map(({ value }) => value),
    );
  it.each<[string, string]>([
    ['4.0', card(['KIND:group', 'FN:Club', 'MEMBER:urn:uuid:aa-1', 'MEMBER:mailto:Bo@example.org'], '4.0')],
    [
      'Apple',
      card([
        'X-ADDRESSBOOKSERVER-KIND:group',
        'N:Club',
        'X-ADDRESSBOOKSERVER-MEMBER:aa-1',
        'X-ADDRESSBOOKSERVER-MEMBER:mailto:bo@example.org',
      ]),
    ],
  ])('members get the name of a group as a category: %s', (_, group) => {
    expect(clubs(group)).toEqual([['Club'], ['Club'], []]);
  });
  it('a group of nobody in the file is no person', () => {
    const { contacts, issues } = parsed(
      people + card(['KIND:group', 'FN:Club', 'MEMBER:urn:uuid:zz'], '4.0'),
    );
    expect(contacts).toHaveLength(3);
    expect(issues).toEqual([{ line: 15, code: 'NOT_A_PERSON', params: {} }]);
  });
});

describe('relations', () => {
  it.each<[string[], string, string]>([
    [['X-SPOUSE:Bo'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-EVOLUTION-SPOUSE:Bo'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-KADDRESSBOOK-X-SpousesName:Bo'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-WAB-SPOUSE_NAME:Bo'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-MS-SPOUSE;N=1:Bo'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-MS-MANAGER:Bo'], 'RELATED||Bo|{"X-ABLABEL":["manager"]}', 'manager'],
    [['X-ASSISTANT:Bo'], 'RELATED||Bo|{"X-ABLABEL":["assistant"]}', 'assistant'],
    [['X-MS-CHILD:Bo'], 'RELATED|child|Bo', 'child'],
    [['RELATED;TYPE=friend;VALUE=text:Bo'], 'RELATED|friend|Bo', 'friend'],
    [
      ['g.X-ABRELATEDNAMES:Bo', 'g.X-ABLabel:_$!<Mother>!$_'],
      'RELATED|parent|Bo|{"X-ABLABEL":["mother"]}',
      'mother',
    ],
    [
      ['g.X-ABRELATEDNAMES:Bo', 'g.X-ABLabel:Trauzeuge'],
      'RELATED||Bo|{"X-ABLABEL":["Trauzeuge"]}',
      'Trauzeuge',
    ],
    [
      ['g.X-ABRELATEDNAMES:Bo', 'g.X-ABLabel:_$!<DomesticPartner>!$_'],
      'RELATED||Bo|{"X-ABLABEL":["domestic partner"]}',
      'domestic partner',
    ],
    [['X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;14;;;'], 'RELATED|spouse|Bo', 'spouse'],
    [['X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;0;Neighbor;'], 'RELATED|neighbor|Bo', 'neighbor'],
    [['AGENT:BEGIN:VCARD\\nFN:Bo\\nEND:VCARD'], 'RELATED|agent|Bo', 'agent'],
  ])('%j', (lines, expected, text) => {
    const { contacts, evidence } = parsed(card(['FN:Ana', ...lines]));
    const [first] = contacts[0]?.properties ?? [];
    expect(
      [
        first?.name,
        first?.type,
        first?.value,
        ...(first?.parameters ? [JSON.stringify(first.parameters)] : []),
      ].join('|'),
    ).toBe(expected);
    expect(evidence?.map(({ other, text: words }) => [other?.fn, words])).toEqual([['Bo', text]]);
  });
  it('finds a relative of the same file by the UID, and by it alone outside', () => {
    const bo = card(['FN:Bo Lind', 'UID:urn:uuid:b', 'EMAIL:bo@example.org'], '4.0');
    const ana = card(
      [
        'FN:Ana',
        'RELATED;TYPE=friend:urn:uuid:B',
        'RELATED;TYPE=kin:urn:uuid:z',
        'RELATED;TYPE=met:mailto:cy@example.org',
        'RELATED:https://example.org/x',
      ],
      '4.0',
    );
    expect(parsed(ana + bo).evidence?.map(({ other }) => other)).toEqual([
      { fn: 'Bo Lind', email: 'bo@example.org', uid: 'urn:uuid:b' },
      { fn: '', uid: 'urn:uuid:z' },
      { fn: '', email: 'cy@example.org' },
    ]);
  });
  it('a nickname of Android is one', () => {
    expect(
      said(['X-ANDROID-CUSTOM;CHARSET=UTF-8:vnd.android.cursor.item/nickname;Anita;1;;;;;;;'], '2.1'),
    ).toEqual(['NICKNAME||Anita']);
    expect(said(['X-ANDROID-CUSTOM:vnd.android.cursor.item/other;1'])).toEqual([
      'X-ANDROID-CUSTOM||vnd.android.cursor.item/other;1',
    ]);
  });
});

describe('vcardFormat', () => {
  it.each<[string, Uint8Array]>([
    ['at the beginning', utf8(card(['FN:Ana']))],
    ['lower case', utf8('begin:vcard\nfn:Ana\nend:vcard')],
    ['with a mark', utf8(`\ufeff${card(['FN:Ana'])}`)],
    ['UTF-16', utf16(card(['FN:Ana']), true)],
    ['behind junk', utf8(`${'junk\n'.repeat(10_000)}${card(['FN:Ana'])}`)],
  ])('recognises cards %s', (_, bytes) => {
    const found = recognised(bytes);
    expect([found?.kind, found?.because.toUpperCase()]).toEqual(['vcard', 'BEGIN:VCARD']);
    expect(found?.parse(CONTEXT).contacts.map(({ fn }) => fn)).toEqual(['Ana']);
  });
  it('leaves a table its cells, even where one holds a card', () => {
    const table = `Name,E-mail,Notes\r\nAna Ruiz,ana@example.org,"${card(['FN:Bo'])}"\r\nCy Lund,cy@example.org,\r\n`;
    const found = readEntry('people.csv', utf8(table), CONTEXT);
    expect(found.report.kind).toBe('csv');
    expect(found.parsed?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz', 'Cy Lund']);
  });
  it('recognises jCard', () => {
    const found = recognised(
      utf8(
        '["vcard",[["version",{},"text","4.0"],["fn",{},"text","Ana"],["tel",{"type":"work"},"text","1"]]]',
      ),
    );
    expect(found?.kind).toBe('jcard');
    expect(found?.parse(CONTEXT).contacts[0]).toMatchObject({
      fn: 'Ana',
      properties: [{ name: 'TEL', value: '1', type: 'work' }],
    });
  });
  it.each([
    '',
    'First Name,Last Name\nBEGIN,VCARD\n',
    'see BEGIN:VCARD',
    '{"vcard":1}',
    'BEGIN:VCALENDAR\nEND:VCALENDAR\n',
  ])('is not deceived by %j', (text) => {
    expect(recognised(utf8(text))).toBeUndefined();
  });
  it('looks everywhere when told it is one', () => {
    const bytes = utf8(`${'junk\n'.repeat(20_000)}${card(['FN:Ana'])}`);
    expect(recognised(bytes)).toBeUndefined();
    expect(recognised(bytes, { kind: 'vcard' })?.parse(CONTEXT).contacts).toHaveLength(1);
    expect(recognised(bytes, { kind: 'jcard' })).toBeUndefined();
  });
  it('reads in the encoding chosen', () => {
    const bytes = latin1(card(['FN:\u00c8\u00e2\u00e0\u00ed']));
    const found = recognised(bytes, { encoding: 'windows-1251' });
    expect([found?.encoding, found?.parse(CONTEXT).contacts[0]?.fn]).toEqual(['windows-1251', 'Иван']);
  });
  it('is total, whatever the lines say', () => {
    const name = fc.constantFrom(
      'N',
      'FN',
      'TEL',
      'ADR',
      'ORG',
      'BDAY',
      'PHOTO',
      'RELATED',
      'IMPP',
      'X-SOCIALPROFILE',
      'GEO',
      'GENDER',
      'CATEGORIES',
      'LABEL',
      'X-ABDATE',
      'g.X-ABLabel',
      'X-ANDROID-CUSTOM',
      'KIND',
      'MEMBER',
      'AGENT',
      '__PROTO__',
      'X-SPOUSE',
    );
    const value = fc.string({
      unit: fc.constantFrom('a', '1', ';', ',', '\\', ':', '-', '=', '\ud800', ' ', 'é', '/', '%'),
      maxLength: 30,
    });
    const line = fc
      .tuple(name, fc.constantFrom('', ';TYPE=a', ';BASE64', ';QUOTED-PRINTABLE', ';X="'), value)
      .map((parts) => `${parts[0]}${parts[1]}:${parts[2]}`);
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('2.1', '3.0', '4.0'),
        (lines, version) => {
          const { contacts, issues } = parsed(card(lines, version));
          for (const { properties } of contacts)
            for (const property of properties) expect(property.value.trim()).not.toBe('');
          expect(contacts.length + issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000) },
    );
  });
  it.each([
    'TEL:1\n',
    'X-A:b\n',
    'NOTE:a\n',
    'NICKNAME:a\n',
    'LABEL:a\n',
    'RELATED:a\n',
    'FN:a\n',
    'g.X-ABADR:a\n',
    'CATEGORIES:a,b\n',
    'PHOTO:a\n',
    'IMPP:a:b\n',
  ])('is linear in the lines of one card: %j', (line) => {
    const numbered = (times: number) =>
      Array.from({ length: times }, (_, at) => line.replace('\n', `${at}\n`)).join('');
    expectLinear((times) => parsed(`BEGIN:VCARD\n${numbered(times)}END:VCARD\n`), 400);
  });
});
