// One small sound file of every kind an import reads, cut where its records begin. All people are made up.
import type { SourceKind } from '#core/imports/model.ts';
import {
  aConnection,
  anInvitation,
  CONNECTIONS_HEADER,
  INVITATIONS_HEADER,
  OLD_CONNECTIONS_HEADER,
  PREAMBLE,
  PROFILE_HEADER,
} from '#tests/fixtures/linkedin.ts';

export interface FuzzFile {
  readonly name: string;
  readonly kind: SourceKind;
  readonly head: string;
  readonly records: readonly string[];
  readonly tail: string;
  /** Who is in it follows from all of it together, not from one record after the other. */
  readonly isSummedUp: boolean;
}

type Options = Partial<Pick<FuzzFile, 'tail' | 'isSummedUp'>>;

/** A file of lines. */
const lines = (
  [kind, name]: readonly [SourceKind, string],
  head: readonly string[],
  records: readonly string[],
  options: Options = {},
): FuzzFile => ({
  kind,
  name,
  head: head.map((line) => `${line}\n`).join(''),
  records: records.map((record) => `${record}\n`),
  tail: '',
  isSummedUp: false,
  ...options,
});

/** A JSON list between two texts. */
const list = (
  [kind, name]: readonly [SourceKind, string],
  [head, tail]: readonly [string, string],
  records: readonly unknown[],
  options: Options = {},
): FuzzFile => ({
  kind,
  name,
  head,
  records: records.map((record, at) => `${at === 0 ? '' : ','}\n${JSON.stringify(record)}`),
  tail,
  isSummedUp: false,
  ...options,
});

const MEMBERS = [
  ['Ana', 'Ruiz'],
  ['Ben', 'Okafor'],
  ['Chloé', 'Martin'],
  ['Dmitri', 'Orlov'],
] as const;
const mailOf = (given: string) =>
  `${given
    .toLowerCase()
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')}@example.org`;
const slugOf = (given: string) => mailOf(given).replace('@example.org', '-example');
/** One record for each person. */
const each = (record: (given: string, family: string, mail: string) => string) =>
  MEMBERS.map(([given, family]) => record(given, family, mailOf(given)));

const LINKEDIN: readonly FuzzFile[] = [
  lines(
    ['linkedin-connections', 'Connections.csv'],
    [PREAMBLE + CONNECTIONS_HEADER],
    each((first, last, email) => aConnection({ first, last, email, slug: slugOf(first) })),
  ),
  lines(
    ['linkedin-connections', 'connections.csv'],
    [OLD_CONNECTIONS_HEADER],
    each((first, last, email) => `${first},"${last}, PhD",${email},"Acme, ""Tools""",Engineer,9/7/18`),
  ),
  lines(
    ['linkedin-invitations', 'Invitations.csv'],
    [INVITATIONS_HEADER],
    each((first, last) =>
      anInvitation({ fn: `${first} ${last}`, slug: slugOf(first), message: 'We met\nat the fair' }),
    ),
  ),
  lines(
    ['linkedin-profile', 'Profile.csv'],
    [PROFILE_HEADER],
    ['Olive,Owner,,,Dec 10,Keeper,,Mathematics,,,,,'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-messages', 'messages.csv'],
    [
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
    ],
    each(
      (first, last) =>
        `${slugOf(first)},,${first} ${last},https://www.linkedin.com/in/${slugOf(first)},Olive Owner,https://www.linkedin.com/in/olive-owner,2024-05-01 12:34:56 UTC,,<p>Hello</p>,INBOX`,
    ),
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-contacts', 'Contacts.csv'],
    [
      'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles',
    ],
    each(
      (first, last, email) =>
        `AAAA_AAAA,${first},${last},Acme,Engineer,${email},+44 20 7946 0000,,,,,${first} ${last},,London,,`,
    ),
  ),
  lines(
    ['linkedin-positions', 'Positions.csv'],
    ['Company Name,Title,Description,Location,Started On,Finished On'],
    ['Acme,Engineer,,London,Mar 2020,', 'Tools,Trainee,"a\nb",Leeds,2018,Feb 2020'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-education', 'Education.csv'],
    ['School Name,Start Date,End Date,Notes,Degree Name,Activities'],
    ['Example School,2010,2014,,BSc,Chess'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-recommendations', 'Recommendations_Received.csv'],
    ['First Name,Last Name,Company,Job Title,Text,Creation Date,Status'],
    each((first, last) => `${first},${last},Acme,Engineer,"Very good",05/01/24, 03:05 PM,VISIBLE`),
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-endorsements', 'Endorsement_Received_Info.csv'],
    [
      'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status',
    ],
    each(
      (first, last) =>
        `2023/01/31 10:00:00 UTC,Chess,${first},${last},www.linkedin.com/in/${slugOf(first)},ACCEPTED`,
    ),
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-events', 'Events.csv'],
    ['Event Name,Event Time,Status,External Url'],
    [
      'Spring Fair,"May 02, 2024 06:00 PM - May 02, 2024 09:00 PM",APPROVED,https://example.org/fair',
      'Talk,"Jun 03, 2024 06:00 PM - Jun 04, 2024 01:00 AM",APPROVED,',
    ],
  ),
  lines(
    ['linkedin-company-follows', 'Company Follows.csv'],
    ['Organization,Followed On'],
    ['Acme,Tue Mar 05 10:00:00 UTC 2024', 'Tools,Tue Mar 05 10:00:00 UTC 2024'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-registration', 'Registration.csv'],
    ['Registered At,Registration Ip,Subscription Types'],
    ['"5/1/10, 3:05 PM",192.0.2.1,'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-email-addresses', 'Email Addresses.csv'],
    ['Email Address,Confirmed,Primary,Updated On'],
    ['olive@example.org,Yes,Yes,"5/1/20, 3:05 PM"', 'olive@example.com,Yes,No,'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-phone-numbers', 'PhoneNumbers.csv'],
    ['Extension,Number,Type'],
    [',+44 20 7946 0000,Mobile'],
    { isSummedUp: true },
  ),
  lines(
    ['linkedin-notes', 'Notes.csv'],
    ['Name,Profile URL,Note'],
    each((first, last) => `${first} ${last},https://www.linkedin.com/in/${slugOf(first)},"Met, at the fair"`),
  ),
];

const CARDS: readonly FuzzFile[] = [
  lines(
    ['vcard', 'all.vcf'],
    [],
    each(
      (given, family, mail) =>
        `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${given} ${family}\r\nN:${family};${given};;;\r\nitem1.EMAIL;type=INTERNET:${mail}\r\nitem1.X-ABLabel:_$!<Other>!$_\r\nNOTE:long \\n\r\n  folded\\, line\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15\r\nEND:VCARD`,
    ),
  ),
  lines(
    ['vcard', 'outlook.vcf'],
    [],
    each(
      (given, family) =>
        `BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=en-us:${family};${given}\r\nFN:${given} ${family}\r\nTEL;WORK;VOICE:+44 20 7946 0000\r\nADR;WORK;ENCODING=QUOTED-PRINTABLE:;;1 Main Street=0D=0A=\r\nLeeds;;;;\r\nPHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRg==\r\n\r\nEND:VCARD`,
    ),
  ),
  lines(
    ['vcard', 'four.vcf'],
    [],
    each(
      (given, family, mail) =>
        `BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nUID:urn:uuid:${mail}\nFN:${given} ${family}\nRELATED;TYPE=friend:urn:uuid:x\nBDAY:--0312\nIMPP;PREF=1:xmpp:${mail}\nEND:VCARD`,
    ),
  ),
  list(
    ['jcard', 'people.json'],
    ['[', '\n]\n'],
    MEMBERS.map(([given, family]) => [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', `${given} ${family}`],
        ['n', {}, 'text', [family, given, '', '', '']],
        ['email', { type: 'work' }, 'text', mailOf(given)],
      ],
    ]),
  ),
];

const TABLES: readonly FuzzFile[] = [
  lines(
    ['google-csv', 'contacts.csv'],
    [
      'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
    ],
    each(
      (given, family, mail) =>
        `${given},,${family},,,,,,,,Acme,Engineer,,--05-17,"a, ""note""",,Friends ::: * myContacts,* Home,${mail},Mobile,+44 20 7946 0000 ::: +44 20 7946 0001`,
    ),
  ),
  lines(
    ['google-csv', 'google.csv'],
    [
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value',
    ],
    each(
      (given, family, mail) =>
        `${given} ${family},${given},,${family},,1980-05-17,,* myContacts,* ,${mail},Mobile,+44 20 7946 0000`,
    ),
  ),
  lines(
    ['outlook-csv', 'outlook.csv'],
    [
      'First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Business Phone,Mobile Phone,Job Title,Department,Company,Business Street,Birthday,Anniversary,Notes',
    ],
    each(
      (given, family, mail) =>
        `${given},,${family},Mr.,,,,,${mail},,,,+44 20 7946 0000,,Engineer,,Acme,"1 Main Street\nLeeds",0/0/00,,`,
    ),
  ),
  lines(
    ['outlook-csv', 'kontakte.csv'],
    [
      'Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Telefon geschäftlich;Mobiltelefon;Geburtstag;E-Mail-Adresse;Kategorien;Notizen',
    ],
    each(
      (given, family, mail) =>
        `;${given};;${family};;Acme;;Ingenieur;;+49 30 901820;17.5.1980;${mail};Freunde;`,
    ),
  ),
  lines(
    ['thunderbird-csv', 'thunderbird.csv'],
    [
      'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Job Title,Department,Organization,Birth Year,Birth Month,Birth Day,Notes,',
    ],
    each(
      (given, family, mail) =>
        `${given},${family},${given} ${family},,${mail},,,,,,,+44 20 7946 0000,,,Acme,1980,5,17,,`,
    ),
  ),
  lines(
    ['windows-mail-csv', 'windows.csv'],
    [
      'First Name,Last Name,Middle Name,Name,Nickname,E-mail Address,Home Street,Home City,Home Postal Code,Home State,Home Country/Region,Home Phone,Home Fax,Mobile Phone,Personal Web Page,Business Street,Business City,Business Phone,Company,Job Title,Department,Office Location,Notes',
    ],
    each((given, family, mail) => `${given},${family},,${given} ${family},,${mail},,,,,,,,,,,,,Acme,,,,`),
  ),
  lines(
    ['yahoo-csv', 'yahoo.csv'],
    [
      'First,Middle,Last,Nickname,Email,Category,Distribution Lists,Messenger ID,Home,Work,Pager,Fax,Mobile,Other,Yahoo! Phone,Primary,Alternate Email 1,Alternate Email 2,Personal Website,Business Website,Title,Company,Birthday,Comments',
    ],
    each(
      (given, family, mail) =>
        `"${given}","","${family}","","${mail}","","","","","","","","","","","","","","","","","Acme","",""`,
    ),
  ),
  lines(
    ['csv', 'people.csv'],
    ['Name;E-Mail;Telefon;Firma;Notiz'],
    each((given, family, mail) => `${given} ${family};${mail};+49 30 901820;Acme;"a ""b"""`),
  ),
  lines(
    ['csv', 'people.tsv'],
    ['First name\tLast name\tEmail\tPhone\tCompany'],
    each((given, family, mail) => `${given}\t${family}\t${mail}\t+44 20 7946 0000\tAcme`),
  ),
  lines(
    ['ldif', 'book.ldif'],
    [],
    each(
      (given, family, mail) =>
        `dn: cn=${given} ${family},mail=${mail}\nobjectclass: top\nobjectclass: person\nobjectclass: mozillaAbPersonAlpha\ngivenName: ${given}\nsn:: ${Buffer.from(family).toString('base64')}\ncn: ${given} ${family}\nmail: ${mail}\ntelephoneNumber: +44 20\n  7946 0000\nmodifytimestamp: 0Z\n`,
    ),
  ),
];

const chat = (isIos: boolean) =>
  each((given, family) =>
    isIos
      ? `[2026/07/01 12:34:56] ${given} ${family}: Hello`
      : `13/6/2026, 12:34 - ${given} ${family}: Hello\nand more`,
  );
const REST: readonly FuzzFile[] = [
  list(
    ['facebook-friends', 'your_friends.json'],
    ['{"friends_v2":[', ']}'],
    MEMBERS.map(([given, family]) => ({
      name: Buffer.from(`${given} ${family}`).toString('latin1'),
      timestamp: 1_600_000_000,
    })),
  ),
  lines(['whatsapp-chat', 'WhatsApp Chat with Ana Ruiz.txt'], [], chat(false), { isSummedUp: true }),
  lines(['whatsapp-chat', '_chat.txt'], [], chat(true), { isSummedUp: true }),
  list(
    ['telegram', 'result.json'],
    [
      '{"personal_information":{"user_id":1,"first_name":"Olive","last_name":"Owner","phone_number":"+44 20 7946 0001"},"chats":{"about":"x","list":[',
      ']}}',
    ],
    MEMBERS.map(([given, family], at) => ({
      name: `${given} ${family}`,
      type: 'personal_chat',
      id: at + 2,
      messages: [
        {
          id: 1,
          type: 'message',
          date: '2024-09-07T15:05:00',
          from: `${given} ${family}`,
          from_id: `user${at + 2}`,
          text: 'hi',
        },
        {
          id: 2,
          type: 'message',
          date: '2024-09-08T15:05:00',
          from: 'Olive Owner',
          from_id: 'user1',
          text: [],
        },
      ],
    })),
  ),
  lines(
    ['icalendar', 'calendar.ics'],
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN'],
    each(
      (given, family, mail) =>
        `BEGIN:VEVENT\r\nUID:${mail}\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20240102T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Talk of ${given}\r\nORGANIZER;CN="Owner, Olive":MAILTO:olive@example.org\r\nATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=${given} ${family}:mailto:\r\n ${mail}\r\nEND:VEVENT`,
    ),
    { tail: 'END:VCALENDAR\r\n', isSummedUp: true },
  ),
  lines(
    ['mailbox', 'All mail.mbox'],
    [],
    each(
      (given, family, mail) =>
        `From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016\nFrom: =?utf-8?q?${given}?= ${family} <${mail}>\nTo: "Owner, Olive" <olive@example.org>\nDelivered-To: olive@example.org\nDate: Fri, 16 Sep 2016 22:26:51 +0000\nSubject: Hello\nMessage-ID: <${mail}>\n\nText\n>From here\n\nFrom 1@xxx Sat Sep 17 22:26:51 +0000 2016\nX-Gmail-Labels: Sent\nFrom: Olive Owner <olive@example.org>\nTo: ${given} ${family} <${mail}>\nDate: Sat, 17 Sep 2016 22:26:51 +0000\n\nText\n`,
    ),
    { isSummedUp: true },
  ),
  lines(
    ['mail-message', 'letter.eml'],
    [
      'Return-Path: <ana@example.org>',
      'From: Ana Ruiz <ana@example.org>',
      'To: olive@example.org, Ben Okafor <ben@example.org>',
      'Date: Fri, 16 Sep 2016 22:26:51 +0000',
      'Subject: =?iso-8859-1?q?caf=E9?=',
    ],
    ['\nText'],
    { isSummedUp: true },
  ),
  list(
    ['monica', 'monica.json'],
    [
      '{"version":"3.1.3","app_version":"4.0.0","export_date":"2024-01-02T10:00:00Z","account":{"uuid":"a","data":[{"count":4,"type":"contact","values":[',
      ']}],"properties":{}}}',
    ],
    MEMBERS.map(([given, family]) => ({
      uuid: given,
      properties: { first_name: given, last_name: family, tags: ['friends'], is_starred: false },
      data: [],
    })),
  ),
  list(
    ['contrack', 'contrack.json'],
    ['{"exportedAt":"2024-01-02T10:00:00Z","version":1,"contacts":[', '],"interactions":[]}'],
    MEMBERS.map(([given, family], at) => ({
      id: at + 1,
      firstName: given,
      lastName: family,
      displayName: `${given} ${family}`,
      company: 'Acme',
      role: 'Engineer',
      emails: [{ email: mailOf(given), label: 'work', isPrimary: true }],
      phones: [],
      addresses: [],
      socialLinks: [],
    })),
  ),
  list(
    ['nametag', 'nametag.json'],
    [
      '{"version":"1.1","exportDate":"2024-01-02T10:00:00Z","groups":[],"relationshipTypes":[],"people":[',
      ']}',
    ],
    MEMBERS.map(([given, family], at) => ({
      id: `${at}`,
      name: given,
      surname: family,
      groups: ['friends'],
      relationships: [],
    })),
  ),
  list(
    ['acquaint', 'book.json'],
    ['{"acquaint":1,"exportedAt":"2024-01-02T10:00","people":[', ']}'],
    MEMBERS.map(([given, family]) => ({
      id: given,
      fn: `${given} ${family}`,
      properties: [{ name: 'EMAIL', value: mailOf(given), type: 'work' }],
    })),
  ),
];

export const FUZZ_FILES: readonly FuzzFile[] = [...LINKEDIN, ...CARDS, ...TABLES, ...REST];

/** The whole file, or the sound file of its first records. */
export const textOf = ({ head, records, tail }: FuzzFile, count = records.length) =>
  head + records.slice(0, count).join('') + tail;
