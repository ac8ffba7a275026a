import { describe, expect, it } from 'vitest';
import { readEntry, withCorrespondence } from '#core/imports/read-entry.ts';
import { newCorrespondence } from '#core/imports/sources/correspondence.ts';
import { aReadingContext } from '#tests/fixtures/reading.ts';

const letter = (from: string, to: string, id: string) =>
  `From - Wed May  1 10:00:00 2024\nFrom: ${from}\nTo: ${to}\nDate: Wed, 1 May 2024 10:00:00 +0000\nMessage-ID: <${id}@example.org>\nSubject: x\n\nbody\n\n`;
const ME = 'Olive Owner <olive@example.org>';
const ANA = 'Ana Ruiz <ana@example.com>';
const INBOX = letter(ANA, ME, '1');
const SENT = letter(ME, ANA, '2');

/** What an import makes of these files together. */
function readTogether(
  files: Readonly<Record<string, string>>,
  owner: readonly string[] = ['olive@example.org'],
) {
  const context = aReadingContext({ ownerEmails: new Set(owner) });
  const correspondence = newCorrespondence(context);
  const read = Object.entries(files).map(([name, text]) =>
    readEntry(name, Buffer.from(text), { ...context, correspondence }),
  );
  return withCorrespondence(read, correspondence);
}

describe('newCorrespondence', () => {
  it('joins letters received in one file with letters sent in another', () => {
    const [inbox, sent] = readTogether({ Inbox: INBOX, Sent: SENT });
    expect(inbox?.parsed?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    expect(inbox?.parsed?.evidence).toMatchObject([{ kind: 'mail_two_way', count: 2, on: '2024-05-01' }]);
    expect(sent?.parsed?.contacts).toEqual([]);
    expect(inbox?.report.records).toBe(1);
  });
  it('makes nobody of one direction alone', () => {
    expect(readTogether({ Inbox: INBOX })[0]?.parsed?.contacts).toEqual([]);
  });
  it('counts a letter that lies in two folders once', () => {
    const [inbox] = readTogether({ Inbox: INBOX + SENT, 'All Mail': INBOX + SENT });
    expect(inbox?.parsed?.evidence).toMatchObject([{ count: 2 }]);
  });
  it('reads a Maildir, a letter a file, as one mailbox', () => {
    const one = (text: string) => text.slice(text.indexOf('\n') + 1);
    const read = readTogether({ 'cur/1': one(INBOX), 'cur/2': one(SENT), 'cur/3': one(INBOX) });
    expect(read.map(({ report }) => report.kind)).toEqual(Array(3).fill('mail-message'));
    expect(read.flatMap(({ parsed }) => parsed?.contacts ?? [])).toHaveLength(1);
  });
  it('finds the owner over all files', () => {
    const [inbox, sent] = readTogether({ 'mail/Inbox': INBOX, 'mail/Sent': SENT }, []);
    expect([...(inbox?.parsed?.contacts ?? []), ...(sent?.parsed?.contacts ?? [])]).toMatchObject([
      { fn: 'Ana Ruiz' },
    ]);
  });
  it('leaves other files as they are', () => {
    const [cards] = readTogether({ 'a.vcf': 'BEGIN:VCARD\nVERSION:4.0\nFN:Ben\nEND:VCARD\n', Inbox: INBOX });
    expect(cards?.parsed?.contacts).toHaveLength(1);
    expect(cards?.parsed?.evidence ?? []).toEqual([]);
  });
});
