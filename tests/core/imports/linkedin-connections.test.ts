import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactDraft } from '#core/imports/model.ts';
import { parseConnections } from '#core/imports/sources/linkedin-connections.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import {
  aConnection,
  CONNECTIONS_HEADER,
  connectionsCsv,
  OLD_CONNECTIONS_HEADER,
  PREAMBLE,
  profile,
  row,
} from '#tests/fixtures/linkedin.ts';
import { read } from '#tests/fixtures/reading.ts';

const ada = aConnection({ slug: 'ada-byron', email: 'ada@example.org' });
const value = (draft: ContactDraft | undefined, name: string) =>
  draft?.properties.find((property) => property.name === name)?.value;
const codes = (issues: readonly { line: number; code: string }[]) =>
  issues.map(({ line, code }) => `${line} ${code}`);

describe('parseConnections', () => {
  it('L01: reads every column below a preamble of three lines', () => {
    const { contacts, issues } = parseConnections(connectionsCsv(ada));
    expect(issues).toEqual([]);
    expect(contacts).toEqual([
      {
        line: 5,
        fn: 'Ada Byron',
        n: { family: 'Byron', given: 'Ada', additional: '', prefix: '', suffix: '' },
        properties: [
          { name: 'URL', value: profile('ada-byron'), type: 'linkedin' },
          { name: 'EMAIL', value: 'ada@example.org', type: '' },
          { name: 'ORG', value: 'Analytical Engines', type: '' },
          { name: 'TITLE', value: 'Countess', type: '' },
        ],
        connectedOn: '2024-09-28',
        issues: [],
      },
    ]);
  });
  it.each([
    ['L02: no preamble', `${CONNECTIONS_HEADER}\n${ada}\n`, 2],
    [
      'L03: one line of preamble',
      `Notes: some of the addresses are missing\n${CONNECTIONS_HEADER}\n${ada}\n`,
      3,
    ],
    [
      'L04: quoted Notes, mark and CRLF',
      `\ufeff"Notes:"\r\n"Some, text"\r\n\r\n${CONNECTIONS_HEADER}\r\n${ada}\r\n`,
      5,
    ],
    ['a preamble with an unbalanced quote', `Notes:\n"Some text..."\n"\n${CONNECTIONS_HEADER}\n${ada}\n`, 5],
    [
      'a preamble padded with commas by a spreadsheet',
      `Notes:,,,,,,\n"a, b",,,,,,\n,,,,,,\n${CONNECTIONS_HEADER}\n${ada}\n`,
      5,
    ],
    ['semicolons', `${CONNECTIONS_HEADER.replaceAll(',', ';')}\n${ada.replaceAll(',', ';')}\n`, 2],
    ['sep= of Excel', `sep=;\n${CONNECTIONS_HEADER.replaceAll(',', ';')}\n${ada.replaceAll(',', ';')}\n`, 3],
    ['tabs and CR', `${CONNECTIONS_HEADER.replaceAll(',', '\t')}\r${ada.replaceAll(',', '\t')}\r`, 2],
    [
      'other case and spaces in the header',
      `first name, last name ,url,E-MAIL ADDRESS,company,position,connected on\n${ada}\n`,
      2,
    ],
  ])('finds the header: %s', (_, text, line) => {
    const { contacts, issues } = parseConnections(text);
    expect(issues).toEqual([]);
    expect(
      contacts.map((contact) => [contact.line, contact.fn, value(contact, 'EMAIL'), contact.connectedOn]),
    ).toEqual([[line, 'Ada Byron', 'ada@example.org', '2024-09-28']]);
  });
  it.each([
    ['fr', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion', '28 sept. 2024'],
    ['de', 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am', '28. September 2024'],
    ['es', 'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el', '28 sept 2024'],
    ['it', 'Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Data di collegamento', '28 set 2024'],
    ['pt', 'Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em', '28 de set. de 2024'],
    ['nl', 'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op', '28 sep. 2024'],
    ['pl', 'Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono', '28 wrz 2024'],
    ['ru', 'Имя,Фамилия,URL,Электронная почта,Компания,Должность,Дата контакта', '28 сент. 2024 г.'],
    ['ja', '名,姓,URL,メールアドレス,会社,役職,つながった日', '2024年9月28日'],
    ['zh', '名字,姓氏,URL,电子邮件地址,公司,职位,连接日期', '2024年9月28日'],
    ['sv', 'Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan', '28 sep. 2024'],
  ])('reads a header and dates in %s', (_, header, on) => {
    const [contact] = parseConnections(
      `${header}\n${aConnection({ slug: 'ada-byron', email: 'ada@example.org', on })}\n`,
    ).contacts;
    expect([contact?.fn, contact?.n.family, value(contact, 'ORG'), contact?.connectedOn]).toEqual([
      'Ada Byron',
      'Byron',
      'Analytical Engines',
      '2024-09-28',
    ]);
  });
  it('L05: reads exports without a URL column', () => {
    const text = `${OLD_CONNECTIONS_HEADER}\n${row('Ada', 'Byron', 'ada@example.org', 'Engines', 'Countess', '9/7/18, 3:05 PM')}\n`;
    const [contact] = parseConnections(text).contacts;
    expect([value(contact, 'URL'), value(contact, 'EMAIL'), contact?.connectedOn]).toEqual([
      undefined,
      'ada@example.org',
      '2018-09-07',
    ]);
  });
  it('reads the copy people keep in a sheet', () => {
    const text = `Name,URL,Company,Position,Connected On\n"Ada Byron, PhD",${profile('ada-byron')},Engines,Countess,7-Feb-22\n`;
    const [contact] = parseConnections(text).contacts;
    expect([contact?.fn, contact?.n.family, contact?.n.suffix, contact?.connectedOn]).toEqual([
      'Ada Byron, PhD',
      'Byron',
      'PhD',
      '2022-02-07',
    ]);
  });
  it('L08: counts date-only rows and makes nobody of them', () => {
    const hidden = Array.from({ length: 45 }, () => ',,,,,,28 Sep 2024');
    const { contacts, issues } = parseConnections(connectionsCsv(ada, ...hidden, ',,,,,,'));
    expect(contacts).toHaveLength(1);
    expect(issues).toHaveLength(45);
    expect(codes(issues)[0]).toBe('6 UNAVAILABLE_MEMBER');
  });
  it('L09: keeps two people of one name apart by their addresses', () => {
    const { contacts } = parseConnections(
      connectionsCsv(aConnection({ slug: 'ada-1' }), aConnection({ slug: 'ada-2' })),
    );
    expect(contacts.map((contact) => value(contact, 'URL'))).toEqual([profile('ada-1'), profile('ada-2')]);
  });
  it('L10: keeps a percent-encoded address as written, with the key of the decoded one', () => {
    const [contact] = parseConnections(connectionsCsv(aConnection({ slug: 'ad%C3%A9l-byron' }))).contacts;
    expect(value(contact, 'URL')).toBe(profile('ad%C3%A9l-byron'));
    expect(linkedInKey(value(contact, 'URL')!)).toBe('adél-byron');
  });
  it('L13: moves degrees to the suffix, drops emoji and pronouns from the parts and keeps the name as shown', () => {
    const { contacts } = parseConnections(
      connectionsCsv(
        aConnection({ last: 'Lovelace, PhD, MBA' }),
        aConnection({ first: '🚀 Grace', last: 'Hopper (she/her)' }),
        aConnection({ first: '明', last: '李' }),
      ),
    );
    expect(contacts.map(({ fn, n }) => [fn, n.given, n.family, n.suffix])).toEqual([
      ['Ada Lovelace, PhD, MBA', 'Ada', 'Lovelace', 'PhD, MBA'],
      ['🚀 Grace Hopper (she/her)', 'Grace', 'Hopper', ''],
      ['李明', '明', '李', ''],
    ]);
  });
  it('L14: reads quoted commas, line breaks and doubled quotes and keeps counting lines', () => {
    const { contacts } = parseConnections(
      connectionsCsv(
        aConnection({ company: 'Acme, "the" Inc.\nBerlin', position: 'R&amp;D' }),
        aConnection({ first: 'Bea' }),
      ),
    );
    expect(contacts.map((contact) => [contact.line, value(contact, 'ORG'), value(contact, 'TITLE')])).toEqual(
      [
        [5, 'Acme, "the" Inc.\nBerlin', 'R&amp;D'],
        [7, 'Analytical Engines', 'Countess'],
      ],
    );
  });
  it('L19: reads a UTF-16LE file with tabs that is named .csv', () => {
    const text = `\ufeff${CONNECTIONS_HEADER}\n${ada}\n`.replaceAll(',', '\t');
    const { report, parsed } = read(Buffer.from(text, 'utf16le'));
    expect([report.kind, report.encoding, report.records, parsed?.contacts[0]?.fn]).toEqual([
      'linkedin-connections',
      'utf-16le',
      1,
      'Ada Byron',
    ]);
  });
  it('L30: reads a copy saved as windows-1252', () => {
    const { report, parsed } = read(
      Buffer.from(connectionsCsv(aConnection({ first: 'Zoë', last: 'Müller' })), 'latin1'),
    );
    expect([report.encoding, parsed?.contacts[0]?.fn]).toEqual(['windows-1252', 'Zoë Müller']);
  });
  it('keeps a person whose date, e-mail or address is wrong, and says so', () => {
    const { contacts } = parseConnections(
      connectionsCsv(aConnection({ on: '31 Feb 2024', email: 'nobody', url: 'https://example.org/ada' })),
    );
    expect(codes(contacts[0]?.issues ?? [])).toEqual(['5 BAD_URL', '5 BAD_EMAIL', '5 BAD_DATE']);
    expect(contacts[0]?.connectedOn).toBeUndefined();
    expect(contacts[0]?.properties.map(({ name }) => name)).toEqual(['ORG', 'TITLE']);
  });
  it('puts cells together that lost their quotes, or leaves out what is uncertain', () => {
    const { contacts, issues } = parseConnections(
      connectionsCsv(
        `Ada,Byron,${profile('ada')},,Acme, Inc.,Engineer,28 Sep 2024`,
        `Bea,Byron,${profile('bea')},,Acme,Inc.,Engineer,28 Sep 2024`,
        'Cy,Byron,,,Acme,Inc.,Engineer,28 Sep 2024',
        `Di,Byron,${profile('di')},,Acme,Engineer,28 Sep 2024,,,`,
      ),
    );
    expect(
      contacts.map((contact) => [
        contact.n.given,
        value(contact, 'ORG'),
        contact.connectedOn,
        codes(contact.issues),
      ]),
    ).toEqual([
      ['Ada', 'Acme, Inc.', '2024-09-28', ['5 WRONG_COLUMN_COUNT']],
      ['Bea', undefined, '2024-09-28', ['6 WRONG_COLUMN_COUNT']],
      ['Di', 'Acme', '2024-09-28', []],
    ]);
    expect(codes(issues)).toEqual(['7 WRONG_COLUMN_COUNT']);
  });
  it('does not trust the last row of a file that was cut off', () => {
    const whole = connectionsCsv(ada, aConnection({ first: 'Bea', slug: 'bea-byron' }));
    const { contacts, issues } = parseConnections(whole.slice(0, whole.indexOf('bea-byron') + 3));
    expect(contacts.map(({ fn }) => fn)).toEqual(['Ada Byron']);
    expect(codes(issues)).toEqual(['6 WRONG_COLUMN_COUNT']);
  });
  it('an unclosed quote costs its own row at most', () => {
    const { contacts, issues } = parseConnections(
      connectionsCsv(
        '"Ada,Byron,,,Engines,Countess,28 Sep 2024',
        aConnection({ first: 'Bea', company: 'Acme, Inc.' }),
        aConnection({ first: 'Cy' }),
      ),
    );
    expect(contacts.map(({ fn, issues: found }) => [fn, codes(found)])).toEqual([
      ['Ada Byron', ['5 UNCLOSED_QUOTE']],
      ['Bea Byron', []],
      ['Cy Byron', []],
    ]);
    expect(issues).toEqual([]);
  });
  it('says when a row has no name, when there are no rows, and when there is no header', () => {
    expect(codes(parseConnections(connectionsCsv(`,,${profile('x')},,,,28 Sep 2024`)).issues)).toEqual([
      '5 NO_NAME',
    ]);
    expect(codes(parseConnections(connectionsCsv()).issues)).toEqual(['0 NO_ROWS']);
    expect(codes(parseConnections('').issues)).toEqual(['0 NO_HEADER']);
    expect(codes(parseConnections('a,b\n1,2\n').issues)).toEqual(['0 NO_HEADER']);
  });
  it('keeps markup as text', () => {
    const [contact] = parseConnections(
      connectionsCsv(aConnection({ first: '<script>alert(1)</script>' })),
    ).contacts;
    expect(contact?.fn).toBe('<script>alert(1)</script> Byron');
  });
  it('never throws, whatever stands below the header', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ', '28 Sep 2024', profile('x'), '🚀'),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const { contacts } = parseConnections(`${PREAMBLE}\n${CONNECTIONS_HEADER}\n${text}`);
        for (const { fn } of contacts) expect(fn).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
