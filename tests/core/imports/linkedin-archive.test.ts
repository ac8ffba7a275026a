import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '#core/imports/source-format.ts';
import { linkedInContactsFormat } from '#core/imports/sources/linkedin-contacts.ts';
import { linkedInEventsFormat } from '#core/imports/sources/linkedin-events.ts';
import {
  linkedInCompanyFollowsFormat,
  linkedInEducationFormat,
  linkedInEmailAddressesFormat,
  linkedInPhoneNumbersFormat,
  linkedInPositionsFormat,
  linkedInRegistrationFormat,
} from '#core/imports/sources/linkedin-owner-facts.ts';
import {
  linkedInEndorsementsFormat,
  linkedInRecommendationsFormat,
} from '#core/imports/sources/linkedin-praise.ts';
import { codes, readAs, recognises } from '#tests/fixtures/import-entry.ts';
import { profile, row } from '#tests/fixtures/linkedin.ts';

const lines = (...all: string[]) => [...all, ''].join('\n');

describe('linkedInContactsFormat', () => {
  const NOW =
    'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles';
  const BEFORE =
    'First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,Instant Message Handles,Addresses,Sites,Full Name,Birthday,Location,Bookmarked At,Profiles';
  const read = (text: string, name = 'Contacts.csv') => readAs(linkedInContactsFormat, name, text);

  it('L26: reads every value of a record, quoted lists included', () => {
    const record = row(
      'AAAAAA_BBBBBBBB',
      'Ana',
      'Ruiz',
      '"Acme, Inc.",Globex',
      'Engineer',
      'ana@example.org,ana.ruiz@example.com',
      '+34 600 11 22 33,(020) 5550 0100',
      '2019-01-01',
      'Calle Mayor 1, Madrid; 2 High Street',
      'https://ana.example.org,https://example.com/ana',
      'skype:ana.ruiz,ana_r',
      'Ana Ruiz',
      'May 17',
      'Greater Madrid Area',
      '',
      `${profile('ana-ruiz')},https://social.example.org/@ana`,
    );
    const { contacts, issues } = read(lines(NOW, record));
    expect(issues).toEqual([]);
    expect(contacts[0]).toMatchObject({
      line: 2,
      fn: 'Ana Ruiz',
      n: { given: 'Ana', family: 'Ruiz' },
      issues: [],
    });
    expect(contacts[0]?.properties.map(({ name, value, type }) => [name, value, type].join(' '))).toEqual([
      'EMAIL ana@example.org ',
      'EMAIL ana.ruiz@example.com ',
      'TEL +34 600 11 22 33 ',
      'TEL (020) 5550 0100 ',
      'ORG Acme, Inc. ',
      'ORG Globex ',
      'TITLE Engineer ',
      'ADR ;;Calle Mayor 1\\, Madrid;;;; ',
      'ADR ;;2 High Street;;;; ',
      'URL https://ana.example.org ',
      'URL https://example.com/ana ',
      'IMPP skype:ana.ruiz ',
      'IMPP ana_r ',
      'BDAY --05-17 ',
      'X-LOCATION Greater Madrid Area ',
      `URL ${profile('ana-ruiz')} linkedin`,
      'SOCIALPROFILE https://social.example.org/@ana ',
    ]);
  });
  it('reads the file of 2018 under its old labels, with tabs', () => {
    const text = lines(
      BEFORE,
      row('Bo', 'Li', 'Acme', '', 'bo@example.org', '', '', '', '', '', '', '', '', '', ''),
    );
    const { contacts } = read(text.replaceAll(',', '\t'), 'Imported Contacts.csv');
    expect(contacts.map(({ fn, properties }) => [fn, properties[0]?.value])).toEqual([
      ['Bo Li', 'bo@example.org'],
    ]);
  });
  it('calls people by their mailbox when there is nothing else, and nobody by nothing', () => {
    const { contacts, issues } = read(
      lines(NOW, `S,,,,,x@example.org,,,,,,,,,,`, `S,,,,Chief,,,,,,,,,,,`, 'S,Cy,,,,no mail,,,,,,,,,,'),
    );
    expect(contacts.map(({ fn, issues: own }) => [fn, ...codes(own)])).toEqual([
      ['x@example.org'],
      ['Cy', '4 BAD_EMAIL', '4 BAD_EMAIL'],
    ]);
    expect(codes(issues)).toEqual(['3 NO_NAME']);
  });
  it('clips what the book would not take, and says so', () => {
    const { contacts } = read(lines(NOW, `S,Ana,${'z'.repeat(300)},${'A'.repeat(400)},,,,,,,,,,,,`));
    const [contact] = contacts;
    expect(contact?.fn).toHaveLength(200);
    expect(contact?.properties[0]?.value).toHaveLength(300);
    expect(contact?.issues.map(({ code, params }) => [code, params['name']])).toEqual([
      ['VALUE_TOO_LONG', 'ORG'],
      ['VALUE_TOO_LONG', 'FN'],
    ]);
  });
});

const owned = (format: SourceFormat, name: string, text: string) => {
  const { owner, issues } = readAs(format, name, text);
  const properties = (owner?.properties ?? []).map(({ name: key, value, type, parameters = {} }) =>
    [key, value, type, ...Object.entries(parameters).map(([p, v]) => `${p}=${v.join('+')}`)].join(' | '),
  );
  return { fn: owner?.fn, properties, issues: codes(issues) };
};

describe('what an archive says about its owner', () => {
  it('positions, with a day, a month or a year', () => {
    const text = lines(
      'Company Name,Title,Description,Location,Started On,Finished On',
      'Acme,Engineer,"Long, prose",Berlin,Sep 2019,',
      'Globex,Intern,,,2012,01 Jul 2014',
      'Initech,,,,03/2010,soon',
    );
    expect(owned(linkedInPositionsFormat, 'Positions.csv', text)).toEqual({
      fn: '',
      properties: [
        'ORG | Acme | work | X-FROM=2019-09 | X-LOCATION=Berlin | GROUP=position1',
        'TITLE | Engineer | work | X-FROM=2019-09 | X-LOCATION=Berlin | GROUP=position1',
        'ORG | Globex | work | X-FROM=2012 | X-TO=2014-07-01 | GROUP=position2',
        'TITLE | Intern | work | X-FROM=2012 | X-TO=2014-07-01 | GROUP=position2',
        'ORG | Initech | work | X-FROM=2010-03 | GROUP=position3',
      ],
      issues: ['4 BAD_DATE'],
    });
  });
  it('schools', () => {
    const text = lines(
      'School Name,Start Date,End Date,Notes,Degree Name,Activities',
      'Example University,2008,2012,,"BSc, Mathematics",Chess',
    );
    expect(owned(linkedInEducationFormat, 'Education.csv', text).properties).toEqual([
      'ORG | Example University | school | X-FROM=2008 | X-TO=2012 | X-DEGREE=BSc, Mathematics',
    ]);
  });
  it('mailboxes, the primary one and the unconfirmed one marked', () => {
    const text = lines(
      'Email Address,Confirmed,Primary,Updated On',
      'olive@example.org,Yes,Yes,1/1/20',
      'o@example.com,No,No,1/1/20',
      'nonsense,Yes,No,',
    );
    expect(owned(linkedInEmailAddressesFormat, 'Email Addresses.csv', text)).toMatchObject({
      properties: ['EMAIL | olive@example.org |  | PREF=1', 'EMAIL | o@example.com |  | X-CONFIRMED=no'],
      issues: ['4 BAD_EMAIL'],
    });
  });
  it.each([
    ['PhoneNumbers.csv', 'Extension,Number,Type', '+44,20 5550 0100,Mobile', 'TEL | +44 20 5550 0100 | cell'],
    [
      'Phone Numbers.csv',
      'Extension,Number,Type',
      '12,+44 20 5550 0100,Work',
      'TEL | +44 20 5550 0100 x12 | work',
    ],
    ['PhoneNumbers.csv', 'Extension,Number,Type', ',020 5550 0100,constructor', 'TEL | 020 5550 0100 | '],
    [
      'Whatsapp Phone Numbers.csv',
      'Number,Extension,Is_WhatsApp_Number',
      '+34600112233,,true',
      'TEL | +34600112233 | cell | X-ABLABEL=WhatsApp',
    ],
  ])('numbers of %s: %s', (name, header, record, property) => {
    expect(owned(linkedInPhoneNumbersFormat, name, lines(header, record)).properties).toEqual([property]);
  });
  it('who invited them, and not from which address they came', () => {
    const old =
      'Registered At,Registration Ip,Subscription Types,Invited by (First Name),Invited by (Last Name)';
    const text = lines(old, '"9/7/08, 3:05 PM",192.0.2.1,Basic,Ana,Ruiz');
    expect(owned(linkedInRegistrationFormat, 'Registration.csv', text).properties).toEqual([
      'X-INVITED-BY | Ana Ruiz | ',
    ]);
    const now = lines('Registered At,Registration Ip,Subscription Types', '9/7/08,192.0.2.1,Basic');
    expect(owned(linkedInRegistrationFormat, 'Registration.csv', now)).toEqual({
      fn: undefined,
      properties: [],
      issues: [],
    });
  });
  it('followed companies are nobody', () => {
    const text = lines('Organization,Followed On', 'Acme,Tue Mar 05 10:00:00 UTC 2024');
    expect(readAs(linkedInCompanyFollowsFormat, 'Company Follows.csv', text)).toEqual({
      kind: 'linkedin-company-follows',
      contacts: [],
      invitations: [],
      issues: [],
    });
  });
});

describe('recommendations and endorsements', () => {
  const HEADER = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status';
  const praise = (format: SourceFormat, name: string, text: string) =>
    (readAs(format, name, text).evidence ?? []).map(({ line, kind, person, on, count, text: said }) =>
      [line, kind, person.fn, person.org ?? person.url ?? '', on ?? '', count ?? '', said].join(' | '),
    );
  it('keeps who, when and which way, and not what was written', () => {
    const text = lines(
      HEADER,
      'Ana,Ruiz,Acme,Engineer,"Olive is, ""well"",\nkind","03/05/24, 10:00 AM",VISIBLE',
      'Bo,Li,Globex,,Hidden words,"03/05/24, 10:00 AM",HIDDEN',
      'Cy,Doe,,,x,,',
    );
    expect(praise(linkedInRecommendationsFormat, 'Recommendations_Received.csv', text)).toEqual([
      '2 | li_recommended | Ana Ruiz | Acme | 2024-03-05 |  | received',
    ]);
    expect(praise(linkedInRecommendationsFormat, 'x/Recommendations Given.csv', text)).toEqual([
      '2 | li_recommended | Ana Ruiz | Acme | 2024-03-05 |  | given',
      '5 | li_recommended | Cy Doe |  |  |  | given',
    ]);
    expect(JSON.stringify(readAs(linkedInRecommendationsFormat, 'r.csv', text))).not.toMatch(/well|words/);
  });
  it('knows the columns of before 2019', () => {
    const text = lines(
      'First Name,Last Name,Company,Job Title,Text,Display Status',
      'Ana,Ruiz,Acme,Engineer,kind,Shown',
      'Bo,Li,Globex,,x,Hidden',
    );
    expect(praise(linkedInRecommendationsFormat, 'Recommendations Received.csv', text)).toEqual([
      '2 | li_recommended | Ana Ruiz | Acme |  |  | received',
    ]);
  });
  it('counts the skills of a person once, accepted ones only', () => {
    const head =
      'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status';
    const url = 'www.linkedin.com/in/ana-ruiz';
    const one = (day: string, skill: string, status = 'ACCEPTED') =>
      `${day} 10:00:00 UTC,${skill},Ana,Ruiz,${url},${status}`;
    const text = lines(
      head,
      one('2023/01/31', 'Chess'),
      one('2023/02/01', 'Go'),
      one('2022/02/01', 'Bridge'),
      one('2022/02/01', 'Poker'),
      one('2024/02/01', 'Whist', 'PENDING'),
      '2023/01/31 10:00:00 UTC,Chess,,,,ACCEPTED',
    );
    expect(praise(linkedInEndorsementsFormat, 'Endorsement_Received_Info.csv', text)).toEqual([
      `3 | li_endorsed | Ana Ruiz | ${url} | 2023-02-01 | 4 | Chess, Go, Bridge`,
    ]);
    expect(codes(readAs(linkedInEndorsementsFormat, 'e.csv', text).issues)).toEqual(['0 UNAVAILABLE_MEMBER']);
  });
  it('reads what was given, and files before 2021 without addresses', () => {
    const text = lines(
      'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsement Status',
      '2019/01/31 10:00:00 UTC,Chess,Ana,Ruiz,ACCEPTED',
      '2019/01/31 10:00:00 UTC,Go,Ana,Ruiz,ACCEPTED',
    );
    expect(praise(linkedInEndorsementsFormat, 'Endorsement_Given_Info.csv', text)).toEqual([
      '2 | li_endorsed | Ana Ruiz |  | 2019-01-31 | 2 | Chess, Go',
    ]);
  });
});

describe('linkedInEventsFormat', () => {
  const HEADER = 'Event Name,Event Time,Status,External Url';
  const read = (...rows: string[]) => readAs(linkedInEventsFormat, 'Events.csv', lines(HEADER, ...rows));
  it.each([
    ['"Mar 05, 2024 10:00 PM - Mar 06, 2024 01:00 AM"', '2024-03-05', '2024-03-06'],
    ['"Mar 05, 2024 10:00 AM - 11:00 AM"', '2024-03-05', '2024-03-05'],
    ['"Dec 31, 2024 10:00 PM - 01:00 AM"', '2024-12-31', '2025-01-01'],
    ['2025-03-05 13:00:00 UTC', '2025-03-05', undefined],
    ['"Mar 05, 2024"', '2024-03-05', undefined],
    ['5 mars 2024 10:00 – 6 mars 2024 01:00', '2024-03-05', '2024-03-06'],
  ])('L25: reads %s', (time, dtstart, dtend) => {
    const { events } = read(`Meetup,${time},APPROVED,`);
    expect(events?.map((event) => [event.dtstart, event.dtend, ...codes(event.issues)])).toEqual([
      [dtstart, dtend],
    ]);
  });
  it('L25: leaves out what was given up, names the others by address or by name and day', () => {
    const { events, issues } = read(
      'One,2025-03-05 13:00:00 UTC,APPROVED,https://example.org/one',
      'Two,2025-03-05 13:00:00 UTC,RELINQUISHED,',
      'Three,2025-03-05 13:00:00 UTC,APPROVED,',
      'Four,some day,APPROVED,',
      ',2025-03-05 13:00:00 UTC,APPROVED,',
    );
    expect(
      events?.map(({ uid, summary, met, issues: own }) => [uid, summary, met.length, ...codes(own)]),
    ).toEqual([
      ['https://example.org/one', 'One', 0],
      ['Three|2025-03-05', 'Three', 0],
      ['Four|', 'Four', 0, '5 BAD_DATE'],
    ]);
    expect(codes(issues)).toEqual(['6 NO_NAME']);
  });
});

const ALL: readonly SourceFormat[] = [
  linkedInContactsFormat,
  linkedInPositionsFormat,
  linkedInEducationFormat,
  linkedInEmailAddressesFormat,
  linkedInPhoneNumbersFormat,
  linkedInRegistrationFormat,
  linkedInCompanyFollowsFormat,
  linkedInRecommendationsFormat,
  linkedInEndorsementsFormat,
  linkedInEventsFormat,
];
const HEADERS: readonly string[] = [
  'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles',
  'Company Name,Title,Description,Location,Started On,Finished On',
  'School Name,Start Date,End Date,Notes,Degree Name,Activities',
  'Email Address,Confirmed,Primary,Updated On',
  'Extension,Number,Type',
  'Registered At,Registration Ip,Subscription Types',
  'Organization,Followed On',
  'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
  'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status',
  'Event Name,Event Time,Status,External Url',
];

describe('all of them', () => {
  it.each(HEADERS.map((header, at) => [header, at] as const))('%s is of one format only', (header, at) => {
    const kinds = ALL.map((format) => recognises(format, 'x.csv', `${header}\n`));
    expect(kinds.filter(Boolean)).toEqual([ALL[at]?.kinds[0]]);
  });
  it.each([
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl',
    'Name,Given Name,Family Name,E-mail 1 - Value,Notes',
    'First Name,Last Name,E-mail Address,Home Phone,Company,Job Title,Notes,Birthday',
    'Date,Amount,Text,Status',
    'Number,Title,Company',
    'a,b,c',
  ])('none of them takes %s', (header) => {
    expect(ALL.map((format) => recognises(format, 'x.csv', `${header}\n1,2,3\n`)).filter(Boolean)).toEqual(
      [],
    );
  });
  it('L04: a preamble, a BOM, CRLF and semicolons do not matter', () => {
    const text =
      '\ufeff"Notes:"\r\n"Some ""words"", here"\r\n\r\nSchool Name;Start Date;End Date;Degree Name\r\nExample;2008;;\r\n';
    expect(readAs(linkedInEducationFormat, 'x.csv', text).owner?.properties).toHaveLength(1);
  });
  it('takes less for a header when told what it is, but not nothing', () => {
    const reading = { kind: 'linkedin-positions' } as const;
    const text = 'Company Name,Title\nAcme,Engineer\n';
    expect(recognises(linkedInPositionsFormat, 'x.csv', text)).toBeUndefined();
    expect(readAs(linkedInPositionsFormat, 'x.csv', text, { reading }).owner?.properties).toHaveLength(2);
    expect(recognises(linkedInPositionsFormat, 'x.csv', 'nothing, here', reading)).toBeUndefined();
  });
  it('never throws, and gives nothing empty', () => {
    const piece = fc.constantFrom(
      'Ana',
      '"',
      ',',
      '\n',
      'ACCEPTED',
      'APPROVED',
      '2024-01-02',
      'a@example.org',
      ';',
      '\ud800',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.nat({ max: ALL.length - 1 }), fc.array(piece, { maxLength: 60 }), (at, pieces) => {
        const {
          contacts,
          evidence = [],
          owner,
        } = readAs(ALL[at]!, 'x.csv', `${HEADERS[at]!}\n${pieces.join('')}`);
        for (const { fn, properties } of contacts)
          expect([fn, ...properties.map(({ value }) => value)]).not.toContain('');
        for (const { person } of evidence) expect(person.fn).not.toBe('');
        for (const { value } of owner?.properties ?? []) expect(value).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
