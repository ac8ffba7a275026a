import { describe, expect, it } from 'vitest';
import { ColumnMapping } from '#core/imports/model.ts';
import { codes, contextOf, entryOf, only, propertiesOf, read, recognised, table } from './reading.ts';
import { csvFormat } from '#core/imports/sources/address-book/formats.ts';

const mappingOf = (text: string) =>
  recognised(text)?.mapping?.columns.map(({ name, type }) => `${name} ${type}`.trim());

describe('any table of people', () => {
  it.each([
    [
      'Salesforce',
      'Salutation,FirstName,LastName,Title,AccountName,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Phone,MobilePhone,OtherPhone,Fax,Email,Birthdate,Department',
      'PREFIX,GIVEN,FAMILY,TITLE,ORG,ADR-STREET,ADR-CITY,ADR-REGION,ADR-CODE,ADR-COUNTRY,TEL,TEL cell,TEL other,TEL fax,EMAIL,BDAY,ORG-UNIT',
    ],
    [
      'HubSpot',
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Job Title,Company Name,City,State/Region,LinkedIn URL',
      'X-RECORD-ID,GIVEN,FAMILY,EMAIL,TEL,X-LEAD-STATUS,TITLE,ORG,ADR-CITY,ADR-REGION,URL linkedin',
    ],
    [
      'iCloud, converted',
      'First name,Last name,Nickname,Email (Home),Email (Work),Phone (Mobile),Phone (Home Fax),Address (Home),Birthday,Note',
      'GIVEN,FAMILY,NICKNAME,EMAIL home,EMAIL work,TEL cell,"TEL home,fax",ADR home,BDAY,NOTE',
    ],
    [
      'web.de',
      'Anrede;Titel;Vorname;Nachname;Firma;E-Mail privat;E-Mail geschäftlich;Telefon privat;Handy privat;Straße privat;Hausnummer privat;PLZ privat;Ort privat;Land privat;Geburtsdatum',
      'PREFIX;PREFIX;GIVEN;FAMILY;ORG;EMAIL home;EMAIL work;TEL home;TEL home,cell;ADR-STREET home;ADR-STREET home;ADR-CODE home;ADR-CITY home;ADR-COUNTRY home;BDAY',
    ],
    [
      'a club',
      'Name;Vorname;Straße;PLZ;Ort;Telefon;Mitgliedsnummer',
      'FAMILY;GIVEN;ADR-STREET;ADR-CODE;ADR-CITY;TEL;X-MITGLIEDSNUMMER',
    ],
    ['guests', 'Full Name\tE-Mail\tTable no.', 'FULLNAME\tEMAIL\tX-TABLE-NO'],
    ['of Italy', 'Cognome,Nome,Cellulare', 'FAMILY,GIVEN,TEL cell'],
    ['of Spain', 'Nombre,Apellidos,Móvil,Correo electrónico', 'GIVEN,FAMILY,TEL cell,EMAIL'],
    ['of Japan', '氏名,フリガナ,会社名,メールアドレス', 'FULLNAME,X-PHONETIC-NAME,ORG,EMAIL'],
    [
      'of the Netherlands',
      'Voornaam,Tussenvoegsel,Achternaam,Mobiel',
      'GIVEN,X-SURNAME-PREFIX,FAMILY,TEL cell',
    ],
    ['with a letter nobody writes', 'Name,Email,Ⅷ', 'FULLNAME,EMAIL,X-VIII'],
    ['with a label of another script', 'Name,Email,Любимый цвет', 'FULLNAME,EMAIL,X-COLUMN-3'],
    ['English in another', 'Name,Email,電話', 'FULLNAME,EMAIL,TEL'],
  ])('understands the columns of %s', (_, header, expected) => {
    const delimiter = /[\t;]/.exec(header)?.[0] ?? ',';
    const cells = header.split(delimiter).map((__, at) => (at === 0 ? 'Dr.' : ''));
    const wanted = expected
      .match(/"[^"]*"|[^,;\t]+(?:,(?:fax|cell))?/g)!
      .map((target) => target.replaceAll('"', ''));
    expect(mappingOf(`${header}\n${cells.join(delimiter)}\n`)).toEqual(wanted);
    expect(recognised(`${header}\n${cells.join(delimiter)}\n`)).toMatchObject({
      kind: 'csv',
      because: header,
    });
  });
  it('keeps every value of columns nobody knows, under their label', () => {
    const text = 'Name,Email,Shoe size,Любимый цвет\nAna Ruiz,ana@example.org,38,синий,extra\n';
    expect(propertiesOf(only(read(text)))).toEqual([
      'EMAIL: ana@example.org',
      'X-SHOE-SIZE;X-ABLABEL=Shoe size: 38',
      'X-COLUMN-4;X-ABLABEL=Любимый цвет: синий',
      'X-COLUMN-5: extra',
    ]);
  });
  it('puts names with particles and second family names together', () => {
    expect(
      only(read('Voornaam,Tussenvoegsel,Achternaam,E-mail\nJan,van der,Berg,j@example.org\n')).n.family,
    ).toBe('van der Berg');
    expect(
      only(read('Nombre,Primer apellido,Segundo apellido,Correo\nAna,Ruiz,Vega,a@example.org\n')).n.family,
    ).toBe('Ruiz Vega');
  });
  it('decides what a title is by what it holds', () => {
    expect(
      mappingOf(
        'Title,First Name,Last Name,Email\nDr.,Ana,Ruiz,a@example.org\nMs,Eva,Ruiz,e@example.org\n',
      )?.[0],
    ).toBe('PREFIX');
    expect(
      mappingOf(
        'Title,First Name,Last Name,Email\nBaker,Ana,Ruiz,a@example.org\nOwner,Eva,Ruiz,e@example.org\n',
      )?.[0],
    ).toBe('TITLE');
  });
  it('makes an address of a street and its number, of a second line, of two towns', () => {
    const text =
      'Name;Straße;Hausnummer;PLZ;Ort;Straße (Büro);Ort (Büro);E-Mail\nAna;Hauptstr.;7a;12345;Berlin;Am Ring 1;Köln;a@example.org\n';
    expect(propertiesOf(only(read(text)))).toEqual([
      'EMAIL: a@example.org',
      'ADR: ;;Hauptstr. 7a;Berlin;;12345;',
      'ADR;work: ;;Am Ring 1;Köln;;;',
    ]);
  });
  it('one number under two kinds is one number of both kinds', () => {
    const text = table('Name|Home Phone|Work Phone|Home Email|Work Email', [
      {
        Name: 'Ana Ruiz',
        'Home Phone': '+34 911 11 11 11',
        'Work Phone': '+34 911 11 11 11',
        'Home Email': 'ana@example.org',
        'Work Email': 'Ana@example.org',
      },
    ]);
    expect(propertiesOf(only(read(text)))).toEqual([
      'TEL;home,work: +34 911 11 11 11',
      'EMAIL;home,work: ana@example.org',
    ]);
  });

  it('splits cells with several mailboxes, numbers and tags', () => {
    const text = table('Name|Email|Phone|Tags', [
      {
        Name: 'Ana',
        Email: 'a@example.org; b@example.org A@example.org',
        Phone: '030 / 12 34\n040 5678',
        Tags: 'Choir, Friends, Choir',
      },
      { Name: 'Eva', Email: 'Eva Ruiz <e@example.org>, Eva <f@example.org>', Phone: 'ask' },
      { Name: 'Tom', Email: 'tom at example' },
    ]);
    const { contacts } = read(text);
    expect(contacts.map(propertiesOf)).toEqual([
      [
        'EMAIL: a@example.org',
        'EMAIL: b@example.org',
        'TEL: 030 / 12 34',
        'TEL: 040 5678',
        'CATEGORIES: Choir',
        'CATEGORIES: Friends',
      ],
      ['EMAIL: e@example.org', 'EMAIL: f@example.org', 'TEL: ask'],
      ['X-EMAIL: tom at example'],
    ]);
    expect(contacts[2]?.issues).toEqual([
      { line: 5, code: 'BAD_EMAIL', params: { value: 'tom at example' } },
    ]);
  });
  it('calls somebody without a name by the firm, a nickname, a mailbox or a number', () => {
    const text = table('First Name|Last Name|Nickname|Company|Email|Phone|Notes', [
      { Company: 'Bakery Ltd', Email: 'x@example.org' },
      { Nickname: 'Anita', Phone: '111 111' },
      { Email: 'x@example.org' },
      { Phone: '222 222' },
      { Notes: 'nobody' },
    ]);
    const parsed = read(text);
    expect(parsed.contacts.map(({ fn }) => fn)).toEqual(['Bakery Ltd', 'Anita', 'x@example.org', '222 222']);
    expect(codes(parsed)).toEqual(['6 NO_NAME']);
  });
  it('reads a connection date, a profile, a bare profile name', () => {
    const text = 'Name,Email,LinkedIn,Connected On\nAna,a@example.org,ana-made-up,28 Sep 2024\n';
    expect(only(read(text)).connectedOn).toBe('2024-09-28');
    expect(propertiesOf(only(read(text)))).toContain('URL;linkedin: https://www.linkedin.com/in/ana-made-up');
  });
  it('clips what the book would not take, and says so', () => {
    const contact = only(
      read(
        `Name,Email,Company,Notes\n${'n'.repeat(300)},a@example.org,${'c'.repeat(299)}😀,${'x'.repeat(30_000)}\n`,
      ),
    );
    expect(contact.fn).toHaveLength(200);
    expect(contact.properties.map(({ value }) => value.length)).toEqual([13, 20_000, 299]);
    expect(contact.issues.map(({ code, params }) => `${code} ${String(params['name'])}`)).toEqual([
      'VALUE_TOO_LONG FN',
      'VALUE_TOO_LONG NOTE',
      'VALUE_TOO_LONG ORG',
    ]);
  });
});

describe('tables that are not of people', () => {
  it.each([
    ['a bank statement', 'Date,Name,Description,Amount,Balance\n2024-01-02,Shop,Bread,1.20,3.40\n'],
    ['a German one', 'Buchungstag;Name;IBAN;Betrag;Verwendungszweck\n02.01.2024;Laden;DE00;1,20;Brot\n'],
    [
      'payments',
      'Date,Time,Name,Type,Currency,Gross,Fee,Net,From Email Address\n1,2,Ana,Sale,EUR,1,0,1,a@example.org\n',
    ],
    [
      'positions',
      'Company Name,Title,Description,Location,Started On,Finished On\nBakery,Owner,,Madrid,Jan 2020,\n',
    ],
    ['skills', 'Name,Proficiency\nSpanish,Native\n'],
    [
      'certificates',
      'Name,Url,Authority,Started On,Finished On,License Number\nBaking,http://a.test,Guild,,,1\n',
    ],
    ['articles', 'SKU,Name,Price\n1,Bread,2\n'],
    ['measurements', 'time,x,y\n1,2,3\n'],
    ['letters', 'From: Ana <ana@example.org>\nTo: ben@example.org\nSubject: Hello, you\n\nText.\n'],
    ['prose', 'Name, first, and title are words.\nSo are these, and those.\n'],
    ['nothing', ''],
    ['JSON', '[{"name":"Ana","email":"ana@example.org"},\n{"name":"Eva"}]\n'],
  ])('leaves %s alone', (_, text) => {
    expect(recognised(text)).toBeUndefined();
  });
  it('reads any of them when its owner says that it is one', () => {
    const parsed = read('time,x,y\n1,2,3\n', { kind: 'csv' });
    expect(codes(parsed)).toEqual(['2 NO_NAME']);
    expect(recognised('', { kind: 'csv' })?.parse(contextOf()).issues).toEqual([
      { line: 0, code: 'NO_ROWS', params: {} },
    ]);
  });
});

describe('tables without column names', () => {
  it.each([
    [
      'addresses',
      'a@example.org\nb@example.org\nc@example.org\n',
      ['a@example.org', 'b@example.org', 'c@example.org'],
    ],
    [
      'names with addresses',
      'Ana Ruiz <a@example.org>\n"Vega, Eva" <e@example.org>\n',
      ['Ana Ruiz', 'Vega, Eva'],
    ],
    ['a name and an address', 'Ana Ruiz,a@example.org\nEva Vega,e@example.org\n', ['Ana Ruiz', 'Eva Vega']],
    [
      'first, last, address',
      'Ana;Ruiz;a@example.org;030 123456\nEva;Vega;e@example.org;030 654321\n',
      ['Ana Ruiz', 'Eva Vega'],
    ],
    ['one header', 'E-Mail\na@example.org\nb@example.org\n', ['a@example.org', 'b@example.org']],
  ])('reads %s by what is in them', (_, text, names) => {
    expect(recognised(text)?.kind).toBe('csv');
    expect(read(text).contacts.map(({ fn }) => fn)).toEqual(names);
  });
  it('offers its mapping to be corrected', () => {
    expect(recognised('Ana;Ruiz;a@example.org\nEva;Vega;e@example.org\n')).toMatchObject({
      because: 'Ana;Ruiz;a@example.org',
      mapping: {
        delimiter: ';',
        headerLine: 0,
        columns: [{ name: 'GIVEN' }, { name: 'FAMILY' }, { name: 'EMAIL' }],
      },
    });
  });
});

describe('a mapping of its owner', () => {
  const text = 'Prepared by somebody\nA,B,C,D\nRuiz,Ana,a@example.org,5/6/1980\n';
  const columns = ['FAMILY', 'GIVEN', 'EMAIL', 'BDAY'].map((name) => ({
    name,
    type: name === 'EMAIL' ? 'work' : '',
  }));
  it('wins over what was recognised', () => {
    const mapping = ColumnMapping.parse({ delimiter: ',', headerLine: 2, dateOrder: 'dmy', columns });
    const contact = only(read(text, { kind: 'csv', mapping }));
    expect(contact).toMatchObject({ line: 3, fn: 'Ana Ruiz' });
    expect(propertiesOf(contact)).toEqual(['EMAIL;work: a@example.org', 'BDAY: 1980-06-05']);
    expect(
      propertiesOf(only(read(text, { kind: 'csv', mapping: { ...mapping, dateOrder: 'mdy' } }))),
    ).toContain('BDAY: 1980-05-06');
  });
  it('leaves columns out, keeps new names, and reads without a header', () => {
    const mapping: ColumnMapping = {
      delimiter: ';',
      headerLine: 0,
      dateOrder: 'ymd',
      columns: [
        { name: '', type: '' },
        { name: 'FULLNAME', type: '' },
        { name: 'X-SHOE', type: '' },
        { name: 'no such, name', type: '' },
      ],
    };
    expect(propertiesOf(only(read('secret;Ana;38;x\n', { kind: 'csv', mapping })))).toEqual([
      'X-SHOE: 38',
      'X-NO-SUCH-NAME: x',
    ]);
  });
  it('asks the labels again when the table is cut at another sign', () => {
    const mapping: ColumnMapping = { delimiter: ';', headerLine: 1, dateOrder: 'dmy', columns: [] };
    const found = recognised('Name;E-Mail\nAna;a@example.org\n', { kind: 'csv', mapping });
    expect(found?.mapping?.columns.map(({ name }) => name)).toEqual(['FULLNAME', 'EMAIL']);
    expect(found?.parse(contextOf()).contacts).toHaveLength(1);
  });
  it('is applied to a product’s table too', () => {
    const outlook =
      'First Name,Last Name,E-mail Address,Job Title,Business Phone,Categories\nAna,Ruiz,a@example.org,Owner,1,x\n';
    const own = recognised(outlook);
    expect(own?.kind).toBe('outlook-csv');
    const changed = {
      ...own!.mapping!,
      columns: own!.mapping!.columns.map((column) =>
        column.name === 'TITLE' ? { name: 'ROLE', type: '' } : column,
      ),
    };
    expect(propertiesOf(only(read(outlook, { mapping: changed })))).toContain('ROLE: Owner');
  });
});

describe('rows that do not fit', () => {
  const header = 'First Name,Last Name,Email,Notes\n';
  it.each([
    [
      'a short row, completed by empty cells',
      'Ana,Ruiz\nEva,Vega,e@example.org,x\nTom,Ruiz,t@example.org,y\n',
      ['Ana Ruiz', 'Eva Vega', 'Tom Ruiz'],
      [],
    ],
    [
      'empty cells too many',
      'Ana,Ruiz,a@example.org,x,,,\nEva,Vega,e@example.org,y\n',
      ['Ana Ruiz', 'Eva Vega'],
      [],
    ],
    [
      'a comma without quotes',
      'Ana,Ruiz,a@example.org,one, two\nEva,Vega,e@example.org,y\n',
      ['Ana Ruiz', 'Eva Vega'],
      [],
    ],
    [
      'cells too many',
      'Ana,Ruiz,a@example.org,x,y,z\nEva,Vega,e@example.org,y\nTom,R,t@example.org,z\n',
      ['Eva Vega', 'Tom R'],
      ['2 WRONG_COLUMN_COUNT'],
    ],
    [
      'a line break without quotes',
      'Ana,Ruiz,a@example.org,one\nEva,Vega,e@exam\nple.org,y\nTom,R,t@example.org,z\n',
      ['Ana Ruiz', 'Eva Vega', 'Tom R'],
      [],
    ],
    [
      'a quote that never closes',
      'Ana,"Ruiz,a@example.org,x\nEva,Vega,e@example.org,y\nTom,R,t@example.org,z\n',
      ['Ana Ruiz', 'Eva Vega', 'Tom R'],
      [],
    ],
    [
      'a file that was cut off',
      'Ana,Ruiz,a@example.org,x\nEva,Vega,e@example.org,y\nTom,R,t@ex',
      ['Ana Ruiz', 'Eva Vega'],
      ['4 WRONG_COLUMN_COUNT'],
    ],
  ])('%s', (_, body, names, issues) => {
    const parsed = read(header + body);
    expect(parsed.contacts.map(({ fn }) => fn)).toEqual(names);
    expect(codes(parsed)).toEqual(issues);
  });
  it('says what was wrong with a row it could still use', () => {
    const parsed = read(`${header}Ana,Ruiz\nEva,Vega,e@example.org,x\nTom,Ruiz,t@example.org,y\n`);
    expect(parsed.contacts[0]?.issues).toEqual([
      { line: 2, code: 'WRONG_COLUMN_COUNT', params: { found: 2, expected: 4 } },
    ]);
  });
  it('finds the header below a preamble, and the lines after it', () => {
    const parsed = read(
      `Exported on Monday\n\nby the club's "office"\nFirst Name;Last Name;E-mail\n\nAna;Ruiz;a@example.org\n`,
    );
    expect(only(parsed).line).toBe(6);
  });
  it('decides the order of dates over the whole column', () => {
    const rows = (dates: string[]) =>
      `Name,Email,Birthday\n${dates.map((date, at) => `P${at},p${at}@example.org,${date}`).join('\n')}\n`;
    const birthdays = (text: string) =>
      read(text).contacts.map(({ properties }) => properties.find(({ name }) => name === 'BDAY')?.value);
    expect(birthdays(rows(['5/6/1980', '13/6/1980']))).toEqual(['1980-06-05', '1980-06-13']);
    expect(birthdays(rows(['5/6/1980', '5/16/1980']))).toEqual(['1980-05-06', '1980-05-16']);
    expect(birthdays(rows(['5/6/1980']))).toEqual(['1980-05-06']);
    expect(birthdays(rows(['5/6/1980']).replaceAll(',', ';'))).toEqual(['1980-06-05']);
  });
  it('is asked for other kinds without claiming them', () => {
    expect(
      csvFormat.recognise(entryOf('Name,Email\nAna,a@example.org\n'), { kind: 'vcard' }),
    ).toBeUndefined();
  });
});

describe('large tables', () => {
  const header = 'First Name,Last Name,Email,Notes\n';
  const row = (at: number) => `Ana${at},Ruiz,a${at}@example.org,"one ""quoted"",\ntwo"\r\n`;
  it('are read in pieces without losing a row, a line number or a line break in quotes', () => {
    const count = 30_000;
    const { contacts, issues } = read(header + Array.from({ length: count }, (_, at) => row(at)).join(''));
    expect(issues).toEqual([]);
    expect(contacts).toHaveLength(count);
    expect(contacts.at(-1)).toMatchObject({ line: 2 * count, fn: `Ana${count - 1} Ruiz` });
    expect(contacts.every(({ properties }) => properties.at(-1)?.value === 'one "quoted",\ntwo')).toBe(true);
  });
  it('with a stray quote lose no more than its line', () => {
    const before = Array.from({ length: 12_000 }, (_, at) => row(at)).join('');
    const after = Array.from({ length: 20_000 }, (_, at) => row(at)).join('');
    const { contacts } = read(
      `${header}${before}Eva,"Vega,e@example.org,x\n5" pipe,Ruiz,p@example.org,y\n${after}`,
    );
    expect(contacts).toHaveLength(32_002);
    expect(contacts.at(-1)?.line).toBe(24_000 + 1 + 2 + 40_000 - 1);
  });
  it('keep cells that only a late row has', () => {
    const many = 'Ana,Ruiz,a@example.org,x,\n'.repeat(3000);
    const { contacts } = read(`${header}${many}Eva,Vega,e@example.org,x,late\n`);
    expect(propertiesOf(contacts.at(-1))).toContain('X-COLUMN-5: late');
  });
});
