// Which letters of an import can be answered in their thread, and how little is kept of them.
import { describe, expect, it } from 'vitest';
import { readEntry, withCorrespondence } from '#core/imports/read-entry.ts';
import { newCorrespondence } from '#core/imports/sources/correspondence.ts';
import { aReadingContext } from '#tests/fixtures/reading.ts';

const NOW = '2026-03-20T12:00:00Z';
const ME = 'Olive Owner <olive@example.org>';
const ANA = 'Ana Ruiz <ana@example.com>';

interface Written {
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly id?: string;
  readonly more?: string;
}

const letter = ({
  from = ANA,
  to = ME,
  date = 'Tue, 3 Mar 2026 10:00:00 +0000',
  id = '1',
  more = '',
}: Written = {}) =>
  `From: ${from}\nTo: ${to}\nDate: ${date}\nMessage-ID: <${id}@example.com>\n${more}Subject: =?utf-8?q?Old_maps?=\n\nprivate body\n\n`;
const mbox = (...letters: readonly string[]) =>
  letters.map((one) => `From - Wed May  1 10:00:00 2024\n${one}`).join('');

function lettersIn(
  files: Readonly<Record<string, string>>,
  owner: readonly string[] = ['olive@example.org'],
) {
  const context = aReadingContext({ now: NOW, ownerEmails: new Set(owner) });
  const correspondence = newCorrespondence(context);
  const read = Object.entries(files).map(([name, text]) =>
    readEntry(name, Buffer.from(text), { ...context, correspondence }),
  );
  return withCorrespondence(read, correspondence).flatMap(({ parsed }) => parsed?.letters ?? []);
}

describe('letters that can be answered', () => {
  it('one that is handed over comes with its thread and its subject, however old it is', () => {
    const more = 'References: <a@example.org>\n <b@example.org>\nIn-Reply-To: <b@example.org>\n';
    expect(lettersIn({ 'a.eml': letter({ more, date: 'Tue, 3 Mar 2015 10:00:00 +0000' }) })).toEqual([
      {
        line: 1,
        person: { fn: 'Ana Ruiz', email: 'ana@example.com' },
        on: '2015-03-03',
        messageId: '<1@example.com>',
        references: ['<a@example.org>', '<b@example.org>'],
        subject: 'Old maps',
      },
    ]);
  });

  it('of a mailbox only the newest of each person, of the last half year, without its subject', () => {
    const ben = 'Ben Ode <ben@example.com>';
    const found = lettersIn({
      Inbox: mbox(
        letter({ id: 'newest', date: 'Tue, 10 Mar 2026 10:00:00 +0000' }),
        letter({ id: 'older' }),
        letter({ from: ben, id: 'ben', date: 'Tue, 3 Jun 2025 10:00:00 +0000' }),
      ),
    });
    expect(found).toMatchObject([{ messageId: '<newest@example.com>', on: '2026-03-10', subject: '' }]);
    expect(JSON.stringify(found)).not.toMatch(/maps|private|older|ben/);
  });

  it('of two of one day the later one, whatever their zones and their order', () => {
    const late = letter({ id: 'late', date: 'Tue, 3 Mar 2026 09:00:00 -0800' });
    const early = letter({ id: 'early', date: 'Tue, 3 Mar 2026 16:30:00 +0000' });
    for (const files of [mbox(late, early), mbox(early, late)])
      expect(lettersIn({ Inbox: files })).toMatchObject([{ messageId: '<late@example.com>' }]);
  });

  it('none of a Maildir’s subjects: whoever drops hundreds of letters means none of them', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`cur/${at}`, letter({ id: String(at) })] as const),
    );
    expect(lettersIn(files)).toMatchObject([{ subject: '' }]);
  });

  it.each<[string, string]>([
    ['one of the owner’s own', letter({ from: ME, to: ANA })],
    ['one without a date', letter({ date: '' })],
    ['one of tomorrow’s tomorrow', letter({ date: 'Tue, 3 Mar 2037 10:00:00 +0000' })],
    ['one of a list', letter({ more: 'List-Id: <maps.example.org>\n' })],
    ['one of a robot', letter({ from: 'noreply@example.com' })],
    ['an invitation that LinkedIn has sent', letter({ from: 'Ana Ruiz <invitations@linkedin.com>' })],
    ['one with two names', letter({ more: 'Message-ID: <2@example.com>\n' })],
    ['one in rubbish', letter({ more: 'X-Gmail-Labels: Spam\n' })],
    ['one that names nothing', letter({ id: 'un named' })],
  ])('not %s', (_, text) => {
    expect(lettersIn({ 'a.eml': text })).toEqual([]);
  });

  it('of a mailbox none to somebody else', () => {
    const files = { Inbox: mbox(letter({ to: 'Ben <ben@example.com>' }), letter({ from: ME, to: ANA })) };
    expect(lettersIn(files)).toEqual([]);
    expect(lettersIn({ Inbox: mbox(letter({ id: 'mine' })) })).toHaveLength(1);
  });

  it('where nobody knows the owner’s mailbox, one that is handed over is theirs', () => {
    expect(lettersIn({ 'a.eml': letter() }, [])).toMatchObject([{ person: { email: 'ana@example.com' } }]);
  });

  it('holds as much of a mailbox as it has people, however many letters', () => {
    const context = aReadingContext({ now: NOW, ownerEmails: new Set(['olive@example.org']) });
    const correspondence = newCorrespondence(context);
    const many = Array.from({ length: 5000 }, (_, at) =>
      letter({ id: String(at), more: `References: ${'<r@example.org> '.repeat(50)}\n` }),
    );
    readEntry('Inbox', Buffer.from(mbox(...many)), { ...context, correspondence });
    const held = correspondence.tally.people.filter(({ last }) => last !== undefined);
    expect(held).toHaveLength(1);
    expect(held[0]?.last?.thread()).toEqual({
      messageId: '<4999@example.com>',
      references: ['<r@example.org>'],
    });
  });
});
