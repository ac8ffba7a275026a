// Tables of producers nobody has seen: lists people made, exports of services, saved again by spreadsheets.
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../linear.ts';
import { codes, only, propertiesOf, read, recognised } from './reading.ts';

const people = (text: string) =>
  read(text).contacts.map(({ fn, n, properties }) => {
    const values = properties.map(
      ({ name, type, value }) => `${name}${type === '' ? '' : ` ${type}`}=${value}`,
    );
    return `${fn} [${n.family}|${n.given}] ${values.join(' · ')}`.trim();
  });

describe('lists people made', () => {
  it.each<[string, string, string[]]>([
    [
      'a name in one column, family name first',
      'Nr.;Nachname, Vorname;Telefon;E-Mail\n1;Müller, Jürgen;0221 1234567;j@example.org\n;Gesamt: 1;;\n',
      ['Jürgen Müller [Müller|Jürgen] X-NR=1 · TEL=0221 1234567 · EMAIL=j@example.org'],
    ],
    [
      'titles above and a count below',
      'Mitglieder TSV Beispiel;;;\nStand: 01.01.2024;;;\n;;;\nNr.;Name;Vorname;geb. am\n1;Groß;Änne;01.02.1975\n;;;\nAnzahl:;1;;\n',
      ['Änne Groß [Groß|Änne] X-NR=1 · BDAY=1975-02-01'],
    ],
    [
      'Romanian',
      'Nume,Prenume,Telefon,E-mail,Oraș\nPopescu,Ion,0722 123 456,ion@example.org,Iași\n',
      ['Ion Popescu [Popescu|Ion] TEL=0722 123 456 · EMAIL=ion@example.org · ADR=;;;Iași;;;'],
    ],
    [
      'Greek',
      'Επώνυμο;Όνομα;Κινητό τηλέφωνο;Διεύθυνση email\nΠαππά;Ελένη;690 000 0000;e@example.org\n',
      ['Ελένη Παππά [Παππά|Ελένη] TEL cell=690 000 0000 · EMAIL=e@example.org'],
    ],
    [
      'in a language of no dictionary, known by its addresses',
      'שם פרטי,שם משפחה,טלפון,דואל\nדנה,לוי,050-1234567,dana@example.org\nרון,כהן,050-7654321,ron@example.org\n',
      [
        'דנה לוי [לוי|דנה] TEL=050-1234567 · EMAIL=dana@example.org',
        'רון כהן [כהן|רון] TEL=050-7654321 · EMAIL=ron@example.org',
      ],
    ],
    [
      'a form',
      "#,What's your name?,What's your email address?\n1,Ana Ruiz,ana@example.org\n",
      ['Ana Ruiz [Ruiz|Ana] X-COLUMN-1=1 · EMAIL=ana@example.org'],
    ],
    [
      'labels with remarks, paths and alternatives',
      'contact.first_name,Surname/Family name,Email (required)*,Phone:\nAna,Ruiz,ana@example.org,+34 600 123 456\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org · TEL=+34 600 123 456'],
    ],
    [
      'drawn with bars',
      '| Name | Email |\n|------|:-----:|\n| Ana Ruiz | ana@example.org |\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org'],
    ],
    [
      'blanks before quotes',
      '"Name", "Email", "Notes"\n"Ruiz, Ana", "ana@example.org", "a, b"\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org · NOTE=a, b'],
    ],
    [
      'numbers a spreadsheet should leave alone',
      'Name;Telefon\nAna Ruiz;="0170 1234567"\nLeo Vega;"=""0171 1234567"""\nEva Sol;\'+49 170 1234567\n',
      [
        'Ana Ruiz [Ruiz|Ana] TEL=0170 1234567',
        'Leo Vega [Vega|Leo] TEL=0171 1234567',
        'Eva Sol [Sol|Eva] TEL=+49 170 1234567',
      ],
    ],
    [
      'several numbers in a cell',
      'Name,Phones\nAna Ruiz,"+34 600 123 456, +34 910 123 456"\nLeo Vega,"600 123 456,,12"\n',
      [
        'Ana Ruiz [Ruiz|Ana] TEL=+34 600 123 456 · TEL=+34 910 123 456',
        'Leo Vega [Vega|Leo] TEL=600 123 456,,12',
      ],
    ],
    [
      'words for nothing',
      'Name,Email,Phone,Birthday,Notes\nAna Ruiz,ana@example.org,NULL,-,none\nLeo Null,leo@example.org,N/A,n/a,#N/A\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org · NOTE=none', 'Leo Null [Null|Leo] EMAIL=leo@example.org'],
    ],
    [
      'with the header on every page',
      'Name,Email\nAna Ruiz,ana@example.org\nName,Email\nLeo Vega,leo@example.org\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org', 'Leo Vega [Vega|Leo] EMAIL=leo@example.org'],
    ],
    [
      'every line one cell',
      '"First Name,Last Name,Email"\n"Ana,Ruiz,ana@example.org"\n"Leo ""El"",Vega,leo@example.org"\n',
      ['Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org', 'Leo "El" Vega [Vega|Leo "El"] EMAIL=leo@example.org'],
    ],
    [
      'a flat is no house number',
      'Name,Home Address,Home Address 2,Home City\nAna Ruiz,Calle Sol 1,2B,Madrid\n',
      ['Ana Ruiz [Ruiz|Ana] ADR home=;;Calle Sol 1\\n2B;Madrid;;;'],
    ],
  ])('%s', (_, text, expected) => expect(people(text)).toEqual(expected));
  it('says which lines were no people', () => {
    expect(codes(read('Name,Email\nAna Ruiz,ana@example.org\nTotal: 1,\n12,\n'))).toEqual([
      '3 NO_NAME',
      '4 NO_NAME',
    ]);
  });
  it('reads lists of addresses as letters write them', () => {
    const text =
      'Ana Ruiz <ana@example.org>; "Vega, Leo" <leo@example.org>, eva@example.org\nana@example.org\n';
    expect(people(text)).toEqual([
      'Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org',
      'Leo Vega [Vega|Leo] EMAIL=leo@example.org',
      'eva@example.org [|] EMAIL=eva@example.org',
    ]);
    expect(people('ana@example.org,a2@example.org\nleo@example.org,l2@example.org\n')).toHaveLength(2);
  });
});

describe('what administrators and terminals write', () => {
  it.each<[string, string, string[]]>([
    [
      'Exchange’s address list, by its shell',
      'Name,Alias,DisplayName,PrimarySmtpAddress,Title\nruiz,aruiz,"Ruiz, Ana",Ana.Ruiz@example.org,Clerk\n',
      ['Ana Ruiz [Ruiz|Ana] X-NAME=ruiz · NICKNAME=aruiz · EMAIL=Ana.Ruiz@example.org · TITLE=Clerk'],
    ],
    [
      'guests of a meeting place',
      'Name\tRSVP\tURL of Member Profile\nAna Ruiz\tYes\thttps://meet.example.org/members/12\n',
      ['Ana Ruiz [Ruiz|Ana] X-RSVP=Yes · URL=https://meet.example.org/members/12'],
    ],
    [
      'aliases of mutt',
      'alias ana Ana Ruiz <ana@example.org>\nalias -group work bo "Bo Lind" <bo@example.org>\nalias cy cy@example.org (Cy Ott)\n',
      [
        'Ana Ruiz [Ruiz|Ana] EMAIL=ana@example.org',
        'Bo Lind [Lind|Bo] EMAIL=bo@example.org',
        'Cy Ott [Ott|Cy] EMAIL=cy@example.org',
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(people(text)).toEqual(wanted);
  });
});

describe('exports of services', () => {
  it.each<[string, string, string[]]>([
    [
      'Act!, which greets by the first name',
      'Company,Contact,Salutation,Title,Phone,E-mail\nAcme,Ana Ruiz,Ana,CTO,600 123 456,ana@example.org\n',
      [
        'X-SALUTATION;X-ABLABEL=Salutation: Ana',
        'TITLE: CTO',
        'TEL: 600 123 456',
        'EMAIL: ana@example.org',
        'ORG: Acme',
      ],
    ],
    [
      'BlackBerry',
      'First Name,Last Name,Work Number,Work Number 2,Home Number,Mobile Number,Email1,Address1,Address2,City\nAna,Ruiz,1,2,3,4,ana@example.org,Calle Sol 1,2B,Madrid\n',
      [
        'TEL;work: 1',
        'TEL;work: 2',
        'TEL;home: 3',
        'TEL;cell: 4',
        'EMAIL: ana@example.org',
        'ADR: ;;Calle Sol 1\\n2B;Madrid;;;',
      ],
    ],
    [
      'Nokia',
      'First name;Last name;General mobile;General e-mail;Home phone;Business e-mail\nAna;Ruiz;1;ana@example.org;2;a2@example.org\n',
      ['TEL;cell: 1', 'EMAIL: ana@example.org', 'TEL;home: 2', 'EMAIL;work: a2@example.org'],
    ],
    [
      'Apple, converted',
      'Last,First,Emails - home,Phones - mobile,Addresses - home - street,Addresses - home - city\nRuiz,Ana,ana@example.org,1,Calle Sol 1,Madrid\n',
      ['EMAIL;home: ana@example.org', 'TEL;cell: 1', 'ADR;home: ;;Calle Sol 1;Madrid;;;'],
    ],
    [
      'Mailchimp',
      'Email Address,First Name,Last Name,Birthday,TAGS\nana@example.org,Ana,Ruiz,05/17,"""Chess"",""Music"""\n',
      ['EMAIL: ana@example.org', 'BDAY: --05-17', 'CATEGORIES: Chess', 'CATEGORIES: Music'],
    ],
  ])('%s', (_, text, expected) => {
    const { contacts } = read(text);
    expect(propertiesOf(contacts[0])).toEqual(expected);
    expect(recognised(text)?.kind).toBe('csv');
  });
  it('takes the first of several meetings lists, and stops where another begins', () => {
    const text =
      '1. Summary\nTitle\tStandup\n\n2. Participants\nName\tJoined\tLeft\tEmail\tRole\nVega, Leo\t10:00\t10:30\tleo@example.org\tOrganizer\n\n' +
      '3. Activities\nName\tSince\tEmail\tRole\nVega, Leo\t10:00\tleo@example.org\tOrganizer\n';
    expect(read(text).contacts.map(({ fn }) => fn)).toEqual(['Leo Vega']);
  });
  it('prefers one of several addresses under one label', () => {
    const text =
      'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nAna,Ruiz,,* Home,a@example.org ::: b@example.org\n';
    expect(propertiesOf(only(read(text)))).toEqual([
      'EMAIL;home;PREF=1: a@example.org',
      'EMAIL;home: b@example.org',
    ]);
  });
  it('leaves honours out of East Asian names', () => {
    expect(only(read('姓,名,敬称,電子メール アドレス\n山田,太郎,様,taro@example.org\n'))).toMatchObject({
      fn: '山田太郎',
      n: { suffix: '様' },
    });
  });
});

describe('tables that are not of people', () => {
  it.each([
    'Name,Address,City,Latitude,Longitude,Phone\nCafé Luna,Calle 1,Madrid,40.1,-3.1,600 123 456\n',
    'name,url,username,password\nexample,https://example.org,ana@example.org,secret\nother,https://example.test,leo@example.org,secret\n',
    'Name,Email,Financial Status,Total,Lineitem name\n#1001,ana@example.org,paid,5.00,Chair\n',
    'Date,Subject,From,To\n2024-01-02,Hi,ana@example.org,leo@example.org\n2024-01-03,Ho,ana@example.org,leo@example.org\n',
    'id,ip,login,email\n1,192.0.2.1,ana,ana@example.org\n2,192.0.2.2,leo,leo@example.org\n3,192.0.2.3,eva,eva@example.org\n',
    'Buchungstag;Auftraggeber;Verwendungszweck;Betrag\n01.02.2024;Ana Ruiz;Miete;-500,00\n',
  ])('leaves %j alone', (text) => {
    const found = recognised(text);
    expect(found?.because ?? 'nothing').toBe('nothing');
  });
  it('takes linear time for whatever looks like a list or a wrapped table', () => {
    for (const piece of ['a@b.c;', '"a,b"\n', '"",', '"a""', ' "', ', "a""'])
      expectLinear((times) => recognised(piece.repeat(times)), 300);
  });
});
