import { describe, expect, it } from 'vitest';
import { only, propertiesOf, read, recognised, table } from './reading.ts';

const US =
  'First Name|Last Name|Display Name|Nickname|Primary Email|Secondary Email|Screen Name|Work Phone|Home Phone|Fax Number|Pager Number|' +
  'Mobile Number|Home Address|Home Address 2|Home City|Home State|Home ZipCode|Home Country|Work Address|Work Address 2|Work City|' +
  'Work State|Work ZipCode|Work Country|Job Title|Department|Organization|Web Page 1|Web Page 2|Birth Year|Birth Month|Birth Day|' +
  'Custom 1|Custom 2|Custom 3|Custom 4|Notes';
const UK = US.replaceAll('State', 'County')
  .replaceAll('ZipCode', 'Post Code')
  .replace('Organization', 'Organisation');

/** What every column of a Thunderbird export holds in these tests, in its order. */
const CELLS = [
  'Ana',
  'Ruiz',
  'Ana Ruiz',
  'Anita',
  'ana@example.org',
  'ana@bakery.test',
  'anascreen',
  '111 111',
  '222 222',
  '333 333',
  '444 444',
  '555 555',
  'Calle 1',
  'bajo',
  'Madrid',
  'MD',
  '28001',
  'Spain',
  'Calle 2',
  '',
  'Cádiz',
  'CA',
  '11001',
  'Spain',
  'Owner',
  'Ovens',
  'Bakery',
  'http://bakery.test',
  'http://ana.test',
  '1980',
  '5',
  '17',
  'one',
  '',
  '',
  'four',
  'a note',
];
const PROPERTIES = (screenName: string) => [
  'NICKNAME: Anita',
  'EMAIL: ana@example.org',
  'EMAIL: ana@bakery.test',
  screenName,
  'TEL;work: 111 111',
  'TEL;home: 222 222',
  'TEL;fax: 333 333',
  'TEL;pager: 444 444',
  'TEL;cell: 555 555',
  'TITLE: Owner',
  'URL;work: http://bakery.test',
  'URL;home: http://ana.test',
];

const without = (list: readonly string[], at: number) => [...list.slice(0, at), ...list.slice(at + 1)];

describe('Thunderbird', () => {
  it.each([
    ['US', US.split('|'), ','],
    ['UK', UK.split('|'), ','],
    ['tabs', US.split('|'), '\t'],
    ['semicolons', US.split('|'), ';'],
  ])('T01: reads the %s export, which ends every line with a delimiter', (_, labels, delimiter) => {
    const text = [labels, CELLS].map((line) => [...line, ''].join(delimiter)).join('\r\n');
    const parsed = read(`${text}\r\n`);
    expect(parsed.kind).toBe('thunderbird-csv');
    expect(only(parsed)).toMatchObject({ fn: 'Ana Ruiz', n: { given: 'Ana', family: 'Ruiz' }, issues: [] });
    expect(propertiesOf(only(parsed))).toEqual([
      ...PROPERTIES('IMPP;SERVICE-TYPE=AIM: anascreen'),
      `X-CUSTOM-1;X-ABLABEL=Custom 1: one`,
      `X-CUSTOM-4;X-ABLABEL=Custom 4: four`,
      'NOTE: a note',
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;home: ;;Calle 1\\nbajo;Madrid;MD;28001;Spain',
      'ADR;work: ;;Calle 2;Cádiz;CA;11001;Spain',
      'BDAY: 1980-05-17',
    ]);
  });
  it.each([
    [
      'de',
      'Vorname|Nachname|Anzeigename|Spitzname|Primäre E-Mail-Adresse|Sekundäre E-Mail-Adresse|Messenger-Name|Tel. dienstlich|Tel. privat|Fax-Nummer|Pager-Nummer|Mobil-Tel.-Nr.|Privat: Adresse|Privat: Adresse 2|Privat: Ort|Privat: Bundesland|Privat: PLZ|Privat: Land|Dienstlich: Adresse|Dienstlich: Adresse 2|Dienstlich: Ort|Dienstlich: Bundesland|Dienstlich: PLZ|Dienstlich: Land|Arbeitstitel|Abteilung|Organisation|Webseite 1|Webseite 2|Geburtsjahr|Geburtsmonat|Geburtstag|Benutzerdef. 1|Benutzerdef. 2|Benutzerdef. 3|Benutzerdef. 4|Notizen',
    ],
    [
      'fr, which calls both towns the same',
      'Prénom|Nom de famille|Nom à afficher|Surnom|Adresse e-mail principale|Adresse e-mail secondaire|Nom de l’écran|Tél. professionnel|Tél. personnel|Fax|Pager|Portable|Adresse privée|Adresse privée 2|Ville|Pays/État|Code postal|Pays/Région (domicile)|Adresse professionnelle|Adresse professionnelle 2|Ville|Pays/État|Code postal|Pays/Région (bureau)|Profession|Service|Société|Site web 1|Site web 2|Année de naissance|Mois|Jour|Divers 1|Divers 2|Divers 3|Divers 4|Notes',
    ],
    [
      'pl',
      'Imię|Nazwisko|Wyświetlana nazwa|Pseudonim|Podstawowy e-mail|Dodatkowy e-mail|Komunikator AIM|Telefon służbowy|Telefon domowy|Numer faksu|Pager|Numer telefonu komórkowego|Adres domowy|Adres domowy 2|Miasto (dom)|Województwo (dom)|Kod pocztowy (dom)|Państwo (dom)|Adres służbowy|Adres służbowy 2|Miasto (praca)|Województwo (praca)|Kod pocztowy (praca)|Państwo (praca)|Stanowisko|Dział|Firma/Organizacja|Strona WWW 1|Strona WWW 2|Urodziny – Rok|Urodziny – Miesiąc|Urodziny – Dzień|Informacja 1|Informacja 2|Informacja 3|Informacja 4|Notatki',
    ],
    [
      'a language nobody has listed',
      US.split('|')
        .map((label, at) => `ω${'ι'.repeat(at)}${/\d/.exec(label)?.[0] ?? ''}`)
        .join('|'),
    ],
  ])('reads a whole export in %s', (_, header) => {
    const parsed = read(`${header.split('|').join(',')},\n${CELLS.join(',')},\n`);
    const properties = propertiesOf(only(parsed));
    expect(parsed.kind).toBe('thunderbird-csv');
    expect(properties.slice(0, 12)).toEqual(PROPERTIES('IMPP;SERVICE-TYPE=AIM: anascreen'));
    expect(properties.slice(-4)).toEqual([
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;home: ;;Calle 1\\nbajo;Madrid;MD;28001;Spain',
      'ADR;work: ;;Calle 2;Cádiz;CA;11001;Spain',
      'BDAY: 1980-05-17',
    ]);
  });
  it('reads exports with the screen name at the end, or without one', () => {
    const labels = without(US.split('|'), 6);
    const cells = without(CELLS, 6);
    const atEnd = read(`${[...labels, 'Screen Name'].join(',')}\n${[...cells, 'anascreen'].join(',')}\n`);
    const missing = read(`${labels.join(',')}\n${cells.join(',')}\n`);
    expect(propertiesOf(only(atEnd))).toContain('IMPP;SERVICE-TYPE=AIM: anascreen');
    for (const parsed of [atEnd, missing]) {
      expect(parsed.kind).toBe('thunderbird-csv');
      expect(propertiesOf(only(parsed))).toEqual(
        expect.arrayContaining(['NOTE: a note', 'BDAY: 1980-05-17']),
      );
    }
  });
  it.each([
    [['', '5', '17'], ['BDAY: --05-17'], []],
    [['1980', '', ''], ['BDAY: 1980'], []],
    [['1980', '05', '07'], ['BDAY: 1980-05-07'], []],
    [['1980', '13', '40'], ['BDAY: 1980-13-40'], ['BAD_DATE']],
    [['0', '0', '0'], [], []],
  ])('reads a birthday in three columns: %j', (parts, expected, issues) => {
    const [year = '', month = '', day = ''] = parts;
    const row = { 'Display Name': 'Ana', 'Birth Year': year, 'Birth Month': month, 'Birth Day': day };
    const contact = only(read(table(US, [row])));
    expect(propertiesOf(contact)).toEqual(expected);
    expect(contact.issues.map(({ code }) => code)).toEqual(issues);
  });
});

describe('Windows Mail and Outlook Express', () => {
  it.each([
    [
      'en',
      'First Name|Last Name|Middle Name|Name|Nickname|E-mail Address|Home Street|Home City|Home Postal Code|Home State|Home Country/Region|Home Phone|Home Fax|Mobile Phone|Personal Web Page|Business Street|Business City|Business Postal Code|Business State|Business Country/Region|Business Web Page|Business Phone|Business Fax|Pager|Company|Job Title|Department|Office Location|Notes',
    ],
    [
      'de',
      'Vorname|Nachname|Zweiter Vorname|Name|Nickname|E-Mail-Adresse|Straße (privat)|Ort (privat)|Postleitzahl (privat)|Bundesland (privat)|Land (privat)|Rufnummer (privat)|Fax (privat)|Mobiltelefon|Webseite (privat)|Straße (geschäftlich)|Ort (geschäftlich)|Postleitzahl (geschäftlich)|Bundesland (geschäftlich)|Land (geschäftlich)|Webseite (geschäftlich)|Rufnummer (geschäftlich)|Fax (geschäftlich)|Pager|Firma|Position|Abteilung|Büro|Notizen',
    ],
  ])('reads its export in %s', (_, header) => {
    const cells = [
      'Ana',
      'Ruiz',
      'María',
      'Ana M. Ruiz',
      'Anita',
      'ana@example.org',
      'Calle 1',
      'Madrid',
      '28001',
      'MD',
      'Spain',
      '222 222',
      '223 223',
      '333 333',
      'http://ana.test',
      'Calle 2',
      'Cádiz',
      '11001',
      'CA',
      'Spain',
      'http://bakery.test',
      '111 111',
      '112 112',
      '444 444',
      'Bakery',
      'Owner',
      'Ovens',
      'B 12',
      'a note',
    ];
    const parsed = read(`${header.split('|').join(';')}\r\n${cells.join(';')}\r\n`);
    expect(parsed.kind).toBe('windows-mail-csv');
    expect(only(parsed).fn).toBe('Ana M. Ruiz');
    expect(propertiesOf(only(parsed)).filter((line) => !line.startsWith('X-OFFICE'))).toEqual([
      'NICKNAME: Anita',
      'EMAIL: ana@example.org',
      'TEL;home: 222 222',
      'TEL;home,fax: 223 223',
      'TEL;cell: 333 333',
      'URL;home: http://ana.test',
      'URL;work: http://bakery.test',
      'TEL;work: 111 111',
      'TEL;work,fax: 112 112',
      'TEL;pager: 444 444',
      'TITLE: Owner',
      'NOTE: a note',
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;home: ;;Calle 1;Madrid;MD;28001;Spain',
      'ADR;work: ;;Calle 2;Cádiz;CA;11001;Spain',
    ]);
  });
});

describe('Yahoo', () => {
  it('reads its bare words as telephones, and its title as a position', () => {
    const header =
      'First|Middle|Last|Nickname|Email|Category|Distribution Lists|Messenger ID|Home|Work|Pager|Fax|Mobile|Other|Yahoo Phone|Primary|' +
      'Alternate Email 1|Alternate Email 2|Personal Website|Business Website|Title|Company|Work Address|Work City|Work State|Work ZIP|' +
      'Work Country|Home Address|Home City|Home State|Home ZIP|Home Country|Birthday|Anniversary|Custom 1|Custom 2|Comments|Skype ID';
    const parsed = read(
      table(header, [
        {
          First: 'Ana',
          Last: 'Ruiz',
          Email: 'ana@example.org',
          Category: 'Friends',
          'Messenger ID': 'anam',
          Home: '222 222',
          Work: '111 111',
          Other: '999 999',
          'Yahoo Phone': '888 888',
          Primary: '777 777',
          'Alternate Email 2': 'ana@bakery.test',
          'Personal Website': 'http://ana.test',
          Title: 'Owner',
          Company: 'Bakery',
          'Work Address': 'Calle 2',
          'Work City': 'Cádiz',
          Birthday: '05/17/1980',
          'Custom 2': 'two',
          Comments: 'a note',
          'Skype ID': 'ana.skype',
        },
      ]),
    );
    expect(parsed.kind).toBe('yahoo-csv');
    expect(propertiesOf(only(parsed))).toEqual([
      'EMAIL: ana@example.org',
      'CATEGORIES: Friends',
      'IMPP: anam',
      'TEL;home: 222 222',
      'TEL;work: 111 111',
      'TEL;other: 999 999',
      'TEL: 888 888',
      'TEL;PREF=1: 777 777',
      'EMAIL: ana@bakery.test',
      'URL;home: http://ana.test',
      'TITLE: Owner',
      'BDAY: 1980-05-17',
      'X-CUSTOM-2;X-ABLABEL=Custom 2: two',
      'NOTE: a note',
      'IMPP;SERVICE-TYPE=Skype: ana.skype',
      'ORG: Bakery',
      'ADR;work: ;;Calle 2;Cádiz;;;',
    ]);
  });
});

describe('a reading that names the product', () => {
  it('takes any table of people as that', () => {
    const text = 'First Name,Last Name,Email\nAna,Ruiz,ana@example.org\n';
    expect(recognised(text)?.kind).toBe('csv');
    expect(read(text, { kind: 'thunderbird-csv' })).toMatchObject({
      kind: 'thunderbird-csv',
      contacts: [{ fn: 'Ana Ruiz' }],
    });
    expect(recognised('Date,Amount\n1,2\n', { kind: 'outlook-csv' })).toBeUndefined();
  });
});
