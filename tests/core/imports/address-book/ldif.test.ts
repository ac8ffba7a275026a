import { describe, expect, it } from 'vitest';
import { codes, contextOf, entryOf, only, propertiesOf, read, recognised } from './reading.ts';
import { ldifFormat } from '#core/imports/sources/ldif.ts';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');
const record = (...lines: readonly string[]) => `${lines.join('\n')}\n\n`;

const THUNDERBIRD = record(
  'dn: cn=Ana Ruiz,mail=ana@example.org',
  'objectclass: top',
  'objectclass: person',
  'objectclass: organizationalPerson',
  'objectclass: inetOrgPerson',
  'objectclass: mozillaAbPersonAlpha',
  'givenName: Ana',
  `sn:: ${base64('Müßig')}`,
  `cn:: ${base64('Ana Müßig').slice(0, 8)}`,
  ` ${base64('Ana Müßig').slice(8)}`,
  'mozillaNickname: Anita',
  'mail: ana@example.org',
  'mozillaSecondEmail: ana@bakery.test',
  'nsAIMid: anascreen',
  'telephoneNumber: 111 111',
  'homePhone: 222 222',
  'facsimileTelephoneNumber: 333 333',
  'pager: 444 444',
  'mobile: 555 555',
  'mozillaHomeStreet: Calle 1',
  'mozillaHomeStreet2: bajo',
  'mozillaHomeLocalityName: Madrid',
  'mozillaHomeState: MD',
  'mozillaHomePostalCode: 28001',
  'mozillaHomeCountryName: Spain',
  'street: Calle 2',
  'mozillaWorkStreet2: 3.',
  'l: Cádiz',
  'st: CA',
  'postalCode: 11001',
  'c: Spain',
  'title: Owner',
  'ou: Ovens',
  'o: Bakery',
  'mozillaWorkUrl: http://bakery.test',
  'mozillaHomeUrl: http://ana.test',
  'birthyear: 1980',
  'birthmonth: 5',
  'birthday: 17',
  'mozillaCustom1: one',
  'description: a note',
  'modifytimestamp: 0Z',
);

describe('LDIF', () => {
  it('T02: reads Thunderbird’s, with base64 and folded lines', () => {
    const parsed = read(THUNDERBIRD);
    expect(parsed.kind).toBe('ldif');
    expect(only(parsed)).toMatchObject({
      line: 1,
      fn: 'Ana Müßig',
      n: { given: 'Ana', family: 'Müßig' },
      issues: [],
    });
    expect(propertiesOf(only(parsed))).toEqual([
      'NICKNAME: Anita',
      'EMAIL: ana@example.org',
      'EMAIL: ana@bakery.test',
      'IMPP;SERVICE-TYPE=AIM: anascreen',
      'TEL;work: 111 111',
      'TEL;home: 222 222',
      'TEL;fax: 333 333',
      'TEL;pager: 444 444',
      'TEL;cell: 555 555',
      'TITLE: Owner',
      'URL;work: http://bakery.test',
      'URL;home: http://ana.test',
      'X-CUSTOM-1: one',
      'NOTE: a note',
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;home: ;;Calle 1\\nbajo;Madrid;MD;28001;Spain',
      'ADR;work: ;;Calle 2\\n3.;Cádiz;CA;11001;Spain',
      'BDAY: 1980-05-17',
    ]);
  });
  it('gives the members of a group its name', () => {
    const parsed = read(
      THUNDERBIRD +
        record(
          'dn: cn=Choir',
          'objectclass: groupOfNames',
          'cn: Choir',
          'member: cn=Ana Ruiz,mail=ana@example.org',
        ) +
        record(
          'dn: cn=By mail',
          'objectclass: groupOfUniqueNames',
          'cn: By mail',
          'uniqueMember: mail=ANA@example.org',
        ) +
        record('dn: cn=Empty', 'objectclass: groupOfNames', 'cn: Empty', 'member: cn=nobody'),
    );
    expect(propertiesOf(only(parsed)).filter((line) => line.startsWith('CATEGORIES'))).toEqual([
      'CATEGORIES: Choir',
      'CATEGORIES: By mail',
    ]);
    expect(parsed.issues).toEqual([{ line: 0, code: 'NOT_A_PERSON', params: { count: 1 } }]);
  });
  it('reads Active Directory', () => {
    const parsed = read(
      record(
        'dn: CN=Ruiz\\, Ana,OU=People,DC=bakery,DC=test',
        'objectClass: top',
        'objectClass: user',
        'cn: Ruiz, Ana',
        'displayName: Ana Ruiz',
        'sn: Ruiz',
        'givenName: Ana',
        'company: Bakery',
        'department: Ovens',
        'physicalDeliveryOfficeName: B 12',
        'mail: ana@bakery.test',
        'proxyAddresses: SMTP:ana@bakery.test',
        'proxyAddresses: smtp:ruiz@bakery.test',
        'proxyAddresses: X500:/o=Bakery/cn=ana',
        'proxyAddresses: sip:ana@bakery.test',
        'streetAddress: Calle 2',
        'co: Spain',
        'c: ES',
        'manager: CN=Max Example,OU=People,DC=bakery,DC=test',
        'memberOf: CN=Bakers,OU=Groups,DC=bakery,DC=test',
        `thumbnailPhoto:: ${PNG}`,
        'objectGUID:: AAECAwQFBgcICQoLDA0ODw==',
        'userPassword: secret',
        'whenCreated: 20200101000000.0Z',
        'shoeSize: 38',
      ),
    );
    expect(propertiesOf(only(parsed))).toEqual([
      'X-OFFICE-LOCATION: B 12',
      'EMAIL: ana@bakery.test',
      'EMAIL: ruiz@bakery.test',
      'X-MS-EX-ADDRESS: /o=Bakery/cn=ana',
      'IMPP: sip:ana@bakery.test',
      'X-LDIF-COUNTRY-CODE;X-ABLABEL=country-code: ES',
      'RELATED;X-ABLABEL=manager: Max Example',
      `PHOTO: data:image/png;base64,${PNG}`,
      'X-LDIF-SHOESIZE;X-ABLABEL=shoesize: 38',
      'X-LDIF-CN: Ruiz, Ana',
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;work: ;;Calle 2;;;;Spain',
      'CATEGORIES: Bakers',
    ]);
    expect(parsed.evidence?.[0]).toMatchObject({
      person: { fn: 'Ana Ruiz', email: 'ana@bakery.test' },
      other: { fn: 'Max Example' },
      text: 'manager',
    });
  });
  it('reads Evolution, postal addresses, other languages', () => {
    const parsed = read(
      record(
        'dn: uid=1,dc=test',
        'objectClass: evolutionPerson',
        'cn: Ana Ruiz',
        'cn;lang-ja: アナ',
        'sn: Ruiz',
        'primaryPhone: 111 111',
        'carPhone: 222 222',
        'birthDate: 1980-05-17',
        'spouseName: Ben Ruiz',
        'fileAs: Ruiz, Ana',
        'postalAddress: Calle 1 $ 28001 Madrid $ Spain \\24',
        'labeledURI: http://ana.test my page',
        'preferredLanguage: es',
      ),
    );
    expect(propertiesOf(only(parsed))).toEqual([
      'X-LDIF-CN;X-ABLABEL=cn;LANGUAGE=ja: アナ',
      'TEL;PREF=1: 111 111',
      'TEL;car: 222 222',
      'BDAY: 1980-05-17',
      'RELATED;spouse: Ben Ruiz',
      'X-FILE-AS: Ruiz, Ana',
      'URL;X-ABLABEL=my page: http://ana.test',
      'LANG: es',
      'ADR;work: ;;Calle 1\\n28001 Madrid\\nSpain $;;;;',
    ]);
  });
  it('counts what is no person, and reports changes and bad lines', () => {
    const thing = (name: string, kind: string) =>
      record(`dn: ou=${name}`, `objectClass: ${kind}`, `cn: ${name}`);
    const parsed = read(
      thing('People', 'organizationalUnit') +
        thing('Big room', 'room') +
        record('dn: cn=PC1', 'objectClass: person', 'objectClass: computer', 'cn: PC1') +
        record('dn: cn=Ana', 'changetype: add', 'objectClass: person', 'cn: Ana', 'no colon here') +
        record('dn: cn=Eva', 'changetype: delete') +
        record('dn: uid=7', 'objectClass: person', 'description: nothing to call it by'),
    );
    expect(parsed.contacts.map(({ fn }) => fn)).toEqual(['Ana']);
    expect(codes(parsed).toSorted()).toEqual(['0 NOT_A_PERSON', '18 BAD_LINE', '20 BAD_LINE', '23 NO_NAME']);
    expect(parsed.issues.at(-1)).toEqual({ line: 0, code: 'NOT_A_PERSON', params: { count: 3 } });
  });
  it('leaves out a picture the book cannot show', () => {
    const parsed = read(record('dn: cn=Ana', 'objectClass: person', 'cn: Ana', 'jpegPhoto:: AAAA'));
    expect(only(parsed)).toMatchObject({ properties: [], issues: [{ line: 1, code: 'PHOTO_LEFT_OUT' }] });
  });
  it.each([
    ['dn: cn=Ana\nsn: Ruiz\n', true],
    ['# comment\n\nversion: 1\ndn:: Y249QW5h\nsn: Ruiz\n', true],
    ['BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n', false],
    ['name,dn: email\n', false],
    ['version: 1\nnothing: else\n', false],
  ])('is recognised by its first lines: %j', (text, yes) => {
    expect(ldifFormat.recognise(entryOf(text), {})?.kind === 'ldif').toBe(yes);
  });
  it('tries harder when it is told what it is', () => {
    const text = 'Exported today:\ndn: cn=Ana\nobjectClass: person\ncn: Ana\n';
    expect(recognised(text)?.kind).not.toBe('ldif');
    expect(recognised(text, { kind: 'ldif' })?.parse(contextOf()).contacts).toHaveLength(1);
  });
});

describe('directories of other products', () => {
  it.each<[string, readonly string[], string, Readonly<Record<string, string>>]>([
    [
      'a common name with the surname',
      ['cn: Ana Ruiz', 'sn: Ruiz'],
      'Ana Ruiz',
      { given: 'Ana', family: 'Ruiz' },
    ],
    [
      'family name first',
      ['cn: Müller Jürgen', 'sn: Müller'],
      'Müller Jürgen',
      { given: 'Jürgen', family: 'Müller' },
    ],
    [
      'a display name turned round',
      ['cn: Ruiz\\, Ana', 'sn: Ruiz', 'givenName: Ana', 'displayName: Ruiz, Ana'],
      'Ana Ruiz',
      { given: 'Ana' },
    ],
    [
      'a login for a name',
      ['cn: aruiz', 'sn: Ruiz', 'givenName: Ana'],
      'Ana Ruiz',
      { given: 'Ana', family: 'Ruiz' },
    ],
    [
      "Novell's full name",
      ['cn: aruiz', 'sn: Ruiz', 'fullName: Ana Ruiz'],
      'Ana Ruiz',
      { given: 'Ana', family: 'Ruiz' },
    ],
  ])('%s', (_, lines, fn, n) => {
    expect(only(read(record('dn: cn=x', 'objectclass: person', ...lines)))).toMatchObject({ fn, n });
  });
  it('keeps the address of a file as a text, and phonetic names under their usual names', () => {
    const draft = only(
      read(
        record(
          'dn: cn=Ana Ruiz',
          'objectclass: person',
          'cn: Ana Ruiz',
          'sn: Ruiz',
          'sn;lang-ja;phonetic: ruisu',
          'xmozillaanyphone: 1',
          'jpegPhoto:< file:///etc/passwd',
        ),
      ),
    );
    expect(draft.properties.map(({ name, type, value }) => `${name} ${type} ${value}`)).toEqual([
      'X-PHONETIC-LAST-NAME  ruisu',
      'TEL work 1',
      'X-LDIF-JPEGPHOTO  file:///etc/passwd',
    ]);
  });
});
