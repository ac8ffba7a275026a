import { describe, expect, it } from 'vitest';
import { codes, only, propertiesOf, read, recognised, table } from './reading.ts';

const OLD =
  'Name|Given Name|Additional Name|Family Name|Yomi Name|Given Name Yomi|Name Prefix|Name Suffix|Initials|Nickname|Short Name|Maiden Name|' +
  'Birthday|Gender|Location|Occupation|Hobby|Notes|Language|Photo|Group Membership|E-mail 1 - Type|E-mail 1 - Value|E-mail 2 - Type|' +
  'E-mail 2 - Value|IM 1 - Type|IM 1 - Service|IM 1 - Value|Phone 1 - Type|Phone 1 - Value|Phone 2 - Type|Phone 2 - Value|' +
  'Address 1 - Type|Address 1 - Formatted|Address 1 - Street|Address 1 - City|Address 1 - PO Box|Address 1 - Region|' +
  'Address 1 - Postal Code|Address 1 - Country|Address 1 - Extended Address|Organization 1 - Type|Organization 1 - Name|' +
  'Organization 1 - Yomi Name|Organization 1 - Title|Organization 1 - Department|Relation 1 - Type|Relation 1 - Value|' +
  'Website 1 - Type|Website 1 - Value|Event 1 - Type|Event 1 - Value|Custom Field 1 - Type|Custom Field 1 - Value';
const NEW =
  'First Name|Middle Name|Last Name|Phonetic First Name|Phonetic Middle Name|Phonetic Last Name|Name Prefix|Name Suffix|Nickname|File As|' +
  'Organization Name|Organization Title|Organization Department|Birthday|Notes|Photo|Labels|E-mail 1 - Label|E-mail 1 - Value|' +
  'Phone 1 - Label|Phone 1 - Value|Phone 12 - Label|Phone 12 - Value|Relation 1 - Label|Relation 1 - Value|Event 1 - Label|Event 1 - Value|' +
  'Website 1 - Label|Website 1 - Value';

describe('Google Contacts', () => {
  it('G01: reads every column of the old export', () => {
    const parsed = read(
      table(OLD, [
        {
          Name: 'Dr. Ana María Ruiz Jr.',
          'Given Name': 'Ana',
          'Additional Name': 'María',
          'Family Name': 'Ruiz',
          'Given Name Yomi': 'アナ',
          'Name Prefix': 'Dr.',
          'Name Suffix': 'Jr.',
          Nickname: 'Anita',
          Birthday: ' --05-17',
          Gender: 'Female',
          Occupation: 'Baker',
          Notes: 'Two\nlines',
          Photo: 'https://photos.example.com/ana',
          'Group Membership': '* myContacts ::: Friends ::: * starred ::: Choir',
          'E-mail 1 - Type': '* Home',
          'E-mail 1 - Value': 'ana@example.org',
          'E-mail 2 - Type': 'Work',
          'E-mail 2 - Value': 'ana@bakery.test ::: office@bakery.test',
          'IM 1 - Type': 'Other',
          'IM 1 - Service': 'Skype ::: ICQ',
          'IM 1 - Value': 'ana.ruiz ::: 12345',
          'Phone 1 - Type': 'Mobile',
          'Phone 1 - Value': '+34 600 000 001 ::: +34 600 000 002',
          'Phone 2 - Type': 'Work Fax',
          'Phone 2 - Value': '+34 910 000 000',
          'Address 1 - Type': 'Home',
          'Address 1 - Formatted': 'Calle Mayor 1\n28001 Madrid',
          'Address 1 - Street': 'Calle Mayor 1; bajo',
          'Address 1 - City': 'Madrid',
          'Address 1 - PO Box': 'Ap. 7',
          'Address 1 - Postal Code': '28001',
          'Address 1 - Country': 'ES',
          'Organization 1 - Name': 'Bakery',
          'Organization 1 - Title': 'Owner',
          'Organization 1 - Department': 'Ovens',
          'Relation 1 - Type': 'Spouse',
          'Relation 1 - Value': 'Ben Ruiz',
          'Website 1 - Type': 'Profile',
          'Website 1 - Value': 'https://www.linkedin.com/in/ana-ruiz-made-up',
          'Event 1 - Type': 'Anniversary',
          'Event 1 - Value': '2001-02-03',
          'Custom Field 1 - Type': 'Member no.',
          'Custom Field 1 - Value': '77',
        },
      ]),
    );
    const contact = only(parsed);
    expect(parsed.kind).toBe('google-csv');
    expect(contact.fn).toBe('Dr. Ana María Ruiz Jr.');
    expect(contact.n).toEqual({
      family: 'Ruiz',
      given: 'Ana',
      additional: 'María',
      prefix: 'Dr.',
      suffix: 'Jr.',
    });
    expect(propertiesOf(contact)).toEqual([
      'X-PHONETIC-FIRST-NAME;X-ABLABEL=Given Name Yomi: アナ',
      'NICKNAME: Anita',
      'BDAY: --05-17',
      'GENDER: F',
      'ROLE: Baker',
      'NOTE: Two\nlines',
      'PHOTO: https://photos.example.com/ana',
      'CATEGORIES: Friends',
      'CATEGORIES: Choir',
      'EMAIL;home;PREF=1: ana@example.org',
      'EMAIL;work: ana@bakery.test',
      'EMAIL;work: office@bakery.test',
      'IMPP;other;SERVICE-TYPE=Skype: ana.ruiz',
      'IMPP;other;SERVICE-TYPE=ICQ: 12345',
      'TEL;cell: +34 600 000 001',
      'TEL;cell: +34 600 000 002',
      'TEL;work,fax: +34 910 000 000',
      'ADR;home;LABEL=Calle Mayor 1\n28001 Madrid: Ap. 7;;Calle Mayor 1\\; bajo;Madrid;;28001;ES',
      'ORG;X-UNIT=Ovens: Bakery',
      'TITLE: Owner',
      'RELATED;spouse: Ben Ruiz',
      'URL;linkedin;X-ABLABEL=Profile: https://www.linkedin.com/in/ana-ruiz-made-up',
      'ANNIVERSARY: 2001-02-03',
      'X-CUSTOM-FIELD;X-ABLABEL=Member no.: 77',
    ]);
    expect(parsed.evidence).toEqual([
      {
        line: 2,
        kind: 'related',
        person: {
          fn: 'Dr. Ana María Ruiz Jr.',
          email: 'ana@example.org',
          url: 'https://www.linkedin.com/in/ana-ruiz-made-up',
          tel: '+34 600 000 001',
          org: 'Bakery',
        },
        other: { fn: 'Ben Ruiz' },
        text: 'spouse',
      },
    ]);
  });
  it('G02: reads the new export, with columns of any number', () => {
    const parsed = read(
      table(NEW, [
        {
          'First Name': 'Ana',
          'Middle Name': 'María',
          'Last Name': 'Ruiz',
          'Organization Name': 'Bakery',
          'Organization Title': 'Owner',
          'Organization Department': 'Ovens',
          Birthday: '1980-05-17',
          Labels: 'Choir ::: * myContacts',
          'E-mail 1 - Label': '* ',
          'E-mail 1 - Value': 'ana@example.org',
          'Phone 12 - Label': 'Privat',
          'Phone 12 - Value': '030 1234',
          'Relation 1 - Label': 'Mother',
          'Relation 1 - Value': 'Eva Ruiz',
          'Event 1 - Label': 'Graduation',
          'Event 1 - Value': '2002-07-01',
          'Website 1 - Label': 'Blog',
          'Website 1 - Value': 'https://blog.example.org',
        },
        { 'Organization Name': 'Only A Firm Ltd' },
        { 'E-mail 1 - Value': 'nobody@example.org' },
        { Notes: 'nothing to call it by' },
      ]),
    );
    expect(parsed.contacts.map(({ fn }) => fn)).toEqual([
      'Ana María Ruiz',
      'Only A Firm Ltd',
      'nobody@example.org',
    ]);
    expect(codes(parsed)).toEqual(['5 NO_NAME']);
    expect(propertiesOf(parsed.contacts[0])).toEqual([
      'TITLE: Owner',
      'BDAY: 1980-05-17',
      'ORG;X-UNIT=Ovens: Bakery',
      'CATEGORIES: Choir',
      'EMAIL;PREF=1: ana@example.org',
      'TEL;home: 030 1234',
      'RELATED;parent;X-ABLABEL=Mother: Eva Ruiz',
      'X-ABDATE;X-ABLABEL=Graduation: 2002-07-01',
      'URL;X-ABLABEL=Blog: https://blog.example.org',
    ]);
  });
  it('G03: gives each of several values its own label where there are as many', () => {
    const parsed = read(
      table(OLD, [
        {
          Name: 'Ana Ruiz',
          'Phone 1 - Type': 'Home ::: Work',
          'Phone 1 - Value': '111 111 ::: 222 222',
          'E-mail 1 - Value': 'a@example.org ::: not an address',
          'Address 1 - Type': 'Work',
          'Address 1 - Formatted': 'Street 1\nTown ::: Street 2\nCity',
          'Address 1 - Street': 'Street 1 ::: Street 2',
          'Address 1 - City': 'Town ::: City',
          'Organization 1 - Name': 'One ::: Two',
          'Organization 1 - Department': ' ::: Second',
        },
      ]),
    );
    const contact = only(parsed);
    expect(propertiesOf(contact)).toEqual([
      'EMAIL: a@example.org',
      'X-EMAIL: not an address',
      'TEL;home: 111 111',
      'TEL;work: 222 222',
      'ADR;work;LABEL=Street 1\nTown: ;;Street 1;Town;;;',
      'ADR;work;LABEL=Street 2\nCity: ;;Street 2;City;;;',
      'ORG: One',
      'ORG;X-UNIT=Second: Two',
    ]);
    expect(contact.issues.map(({ code }) => code)).toEqual(['BAD_EMAIL']);
  });
  it('reads UTF-16, as Google wrote it for years, and names what it was recognised by', () => {
    const text = table(OLD, [{ Name: 'Ana Ruiz', 'E-mail 1 - Value': 'ana@example.org' }]);
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(only(read(bytes)).fn).toBe('Ana Ruiz');
    expect(recognised(bytes)?.because).toBe(OLD.replaceAll('|', ','));
  });
  it('keeps columns of kinds nobody knows', () => {
    const header = 'Name|E-mail 1 - Value|Jot 1 - Type|Jot 1 - Value|Calendar Link 1 - Value';
    const parsed = read(
      table(header, [
        {
          Name: 'Ana',
          'Jot 1 - Type': 'Seen',
          'Jot 1 - Value': 'at sea',
          'Calendar Link 1 - Value': 'https://c.example.org',
        },
      ]),
    );
    expect(propertiesOf(only(parsed))).toEqual([
      'X-JOT;X-ABLABEL=Seen: at sea',
      'X-CALENDAR-LINK;X-ABLABEL=Calendar Link: https://c.example.org',
    ]);
  });
});
