// What is said about an event without being it: answers, cancellations, invitations of services; and whose calendar it is.
import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/reading.ts';

const OWNER = { ownerEmails: new Set(['olive@example.org']), ownerNames: new Set(['olive owner']) };

const calendar = (...lines: readonly string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
const event = (...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  'UID:1@example.org',
  'DTSTART:20240110T100000Z',
  ...lines,
  'END:VEVENT',
];
const ANA = 'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED:mailto:ana@example.net';
const parsed = (text: string) => read(text, 'x.ics', OWNER).parsed;
const summaryIn = (text: string) => parsed(text)?.events?.[0]?.summary;

describe('the name of an event', () => {
  it.each([
    ['REPLY', 'Accepted: Review', 'Review'],
    ['REPLY', 'Tentatively Accepted: Review: part 2', 'Review: part 2'],
    ['CANCEL', 'Abgesagt: Klausur', 'Klausur'],
    ['CANCEL', 'Annulé : Réunion', 'Réunion'],
    ['CANCEL', 'Cancelada: Cena', 'Cena'],
    ['REPLY', 'Accettato: Cena', 'Cena'],
    ['REPLY', 'Aceite: Jantar', 'Jantar'],
    ['REPLY', 'Geweigerd: Borrel', 'Borrel'],
    ['REPLY', 'Принято: Встреча', 'Встреча'],
    ['CANCEL', 'キャンセル済み: 会議', '会議'],
    ['REPLY', 'Accepted:', 'Accepted:'],
    ['REPLY', 'Standup: Monday', 'Standup: Monday'],
    // Nobody answered anything: it is called so.
    ['PUBLISH', 'Accepted: papers of the track', 'Accepted: papers of the track'],
    ['REQUEST', 'Cancelled: a history', 'Cancelled: a history'],
  ])('%s of "%s" is %s', (method, written, summary) => {
    expect(summaryIn(calendar(`METHOD:${method}`, ...event(`SUMMARY:${written}`, ANA)))).toBe(summary);
  });

  it('is without the word also where the event itself is called off', () => {
    expect(summaryIn(calendar(...event('SUMMARY:Canceled: Review', 'STATUS:CANCELLED')))).toBe('Review');
  });
});

describe('services that invite in somebody’s name', () => {
  it.each(['calendar-invite@lu.ma', 'messenger@webex.com', 'scheduling@example.com', 'rsvp@example.com'])(
    '%s is nobody’s mailbox',
    (mailbox) => {
      const found = parsed(
        calendar(
          ...event(
            'SUMMARY:Clay',
            `ORGANIZER;CN=Ana Ruiz:mailto:${mailbox}`,
            'ATTENDEE:mailto:olive@example.org',
          ),
        ),
      );
      expect(found?.contacts).toEqual([]);
      expect(found?.events?.[0]).toMatchObject({ organizer: 'Ana Ruiz', met: [] });
    },
  );
});

describe('whose calendar it is', () => {
  const meetings = [1, 2, 3].flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${day}`,
    `DTSTART:2024010${day}T100000Z`,
    'SUMMARY:Lesson',
    ANA,
    'END:VEVENT',
  ]);

  it('is not the one who is always there, where the book knows the owner by another name', () => {
    const found = parsed(calendar(...meetings));
    expect(found?.owner).toBeUndefined();
    expect(found?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
  });

  it('is, where that name may be theirs, or the book knows nobody', () => {
    const married = { ownerEmails: new Set<string>(), ownerNames: new Set(['ana vega']) };
    for (const context of [married, {}])
      expect(read(calendar(...meetings), 'x.ics', context).parsed?.owner?.fn).toBe('Ana Ruiz');
  });
});

it('ends on the clock it begins on, where only its end is in UTC', () => {
  const found = parsed(
    calendar(
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Late',
      'DTSTART;TZID=America/New_York:20260310T230000',
      'DTEND:20260311T040000Z',
      'END:VEVENT',
    ),
  );
  expect(found?.events?.[0]).toMatchObject({ dtstart: '2026-03-10', dtend: '2026-03-10' });
});

it('keeps the blank behind a soft break of quoted-printable, and knows vCalendar’s organizer', () => {
  const found = parsed(
    calendar(
      ...event(
        'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 with=',
        ' Ana and=',
        ' Bo',
        'ATTENDEE;ROLE=ORGANIZER;STATUS=CONFIRMED:Ana Ruiz <ana@example.net>',
      ),
    ),
  );
  expect(found?.events?.[0]).toMatchObject({ summary: 'Café with Ana and Bo', organizer: 'Ana Ruiz' });
});

it('reads a Buffer as it reads any other bytes, and leaves it as it was', () => {
  const text = Buffer.from(calendar(...event('SUMMARY:Caf\u00e9', ANA)));
  const at = text.indexOf('Caf') + 4;
  const folded = Buffer.concat([text.subarray(0, at), Buffer.from('\r\n '), text.subarray(at)]);
  const before = Uint8Array.from(folded);
  expect(read(folded, 'x.ics', OWNER).parsed?.events?.[0]?.summary).toBe('Café');
  expect(Uint8Array.from(folded)).toEqual(before);
});
