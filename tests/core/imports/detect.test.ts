import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEntry } from '#core/imports/detect.ts';
import {
  aConnection,
  connectionsCsv,
  invitationsCsv,
  anInvitation,
  profileCsv,
} from '#tests/fixtures/linkedin.ts';
import { anEntry, read } from '#tests/fixtures/reading.ts';

const seen = (name: string, text: string) => {
  const { recognised, verdict } = detectEntry(anEntry(text, name));
  return recognised?.kind ?? verdict;
};

describe('detectEntry', () => {
  it.each([
    ['Connections.csv', connectionsCsv(aConnection()), 'linkedin-connections'],
    ['Logins.csv', connectionsCsv(aConnection()), 'linkedin-connections'],
    ['whatever', invitationsCsv(anInvitation()), 'linkedin-invitations'],
    ['Profile.csv', profileCsv('Olive', 'Owner'), 'linkedin-profile'],
    [
      'messages.csv',
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n',
      'linkedin-messages',
    ],
    [
      'coach_messages.csv',
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n',
      'sensitive',
    ],
    ['learning_role_play_messages.csv', 'CONVERSATION ID,FROM,TO,DATE\n', 'sensitive'],
    ['Messages.csv', 'From,To,Date,Subject,Content,Direction,Folder\n', 'linkedin-messages'],
    ['a.csv', 'Login Date,IP Address,User Agent,Login Type\n', 'sensitive'],
    ['a.csv', 'Time,Search Query\n', 'sensitive'],
    ['a.csv', 'Challenge Date,IP Address,User Agent,Country,Challenge Type\n', 'sensitive'],
    ['Ad_Targeting.csv', 'Member Age,Buyer Groups,Company Names\n', 'sensitive'],
    ['Jobs/Job Applications.csv', 'Something,Unknown\n', 'sensitive'],
    ['SavedJobAlerts.csv', '', 'sensitive'],
    [
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\n',
      'linkedin-positions',
    ],
    [
      'Recommendations_Given.csv',
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n',
      'linkedin-recommendations',
    ],
    [
      'Contacts.csv',
      'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Profiles\n',
      'linkedin-contacts',
    ],
    [
      'Connections.csv',
      'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label\n',
      'google-csv',
    ],
    [
      'Connections.csv',
      'Name,Given Name,Family Name,Nickname,Group Membership,E-mail 1 - Type,E-mail 1 - Value\n',
      'google-csv',
    ],
    [
      'Connections.csv',
      'First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,Home Phone,Business Phone,Job Title,Company,Web Page\n',
      'outlook-csv',
    ],
    [
      'Connections.csv',
      'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email\n',
      'thunderbird-csv',
    ],
    ['Connections.csv', 'a,b,c\n1,2,3\n', 'unknown'],
    ['Connections.csv', '', 'unknown'],
  ])('takes %s for what its columns say', (name, text, verdict) => {
    expect(seen(name, text)).toBe(verdict);
  });
  it('shows the header it went by', () => {
    expect(detectEntry(anEntry(connectionsCsv(aConnection()))).because).toMatch(/^First Name,Last Name,URL/);
  });
  it('never throws, and reports any bytes at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), (name, bytes) => {
        expect(read(bytes, name).report.records).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('counts the records of a recognised entry, usable or not', () => {
    const text = connectionsCsv(aConnection(), ',,,,,,28 Sep 2024');
    expect(read(text).report).toMatchObject({
      records: 2,
      verdict: 'recognised',
      encoding: 'utf-8',
    });
  });
  it('says how many letters could not be read', () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeff'),
      Buffer.from(connectionsCsv(aConnection())),
      Buffer.of(0xff),
    ]);
    expect(read(bytes).parsed?.issues[0]).toEqual({
      line: 0,
      code: 'UNDECODABLE_TEXT',
      params: { letters: 1 },
    });
  });
});
