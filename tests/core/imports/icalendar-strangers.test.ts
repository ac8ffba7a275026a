// Calendars of producers nobody has seen: broken lines, vCalendar 1.0, iCloud's aliases, changes from a day on.
import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/reading.ts';
import { expectLinear } from '../../linear.ts';

const calendar = (...lines: readonly string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
const event = (...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  'UID:1@example.org',
  'SUMMARY:Standup',
  ...lines,
  'END:VEVENT',
];
const START = 'DTSTART:20240110T100000Z';
const LEO = 'ORGANIZER;CN=Leo Vega:mailto:leo@example.org';
const ANA = 'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED:mailto:ana@example.org';

const eventIn = (text: string) => read(text, 'x.ics').parsed?.events?.[0];
const metIn = (text: string) =>
  (eventIn(text)?.met ?? []).map(({ person, on }) => `${person.fn} <${person.email ?? ''}> ${on.join(' ')}`);

describe('people', () => {
  it.each<[string, string, string]>([
    [
      'semicolons nobody quoted',
      'ATTENDEE;CN=Ruiz; Ana;PARTSTAT=ACCEPTED:mailto:ana@example.org',
      'Ana Ruiz <ana@example.org>',
    ],
    [
      'quotes doubled',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN="Ana ""Ani"" Ruiz":mailto:ana@example.org',
      'Ana "Ani" Ruiz <ana@example.org>',
    ],
    [
      "a letter's way",
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:Ana Ruiz <ana@example.org>',
      'Ana Ruiz <ana@example.org>',
    ],
    [
      "iCloud's alias beside the mailbox",
      'ATTENDEE;CN=Ana Ruiz;EMAIL=ana@example.org;PARTSTAT=ACCEPTED:mailto:2_GEZDA@imip.me.com',
      'Ana Ruiz <ana@example.org>',
    ],
  ])('%s', (_, line, person) => {
    expect(metIn(calendar(...event(START, LEO, line)))).toContain(`${person} 2024-01-10`);
  });
});

describe('lines', () => {
  it('puts folds without their blank together again', () => {
    const long = `DESCRIPTION:${'word '.repeat(12)}and an unfinished wo`;
    const found = eventIn(
      calendar(
        ...event(
          START,
          long,
          'rd behind it',
          'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEP',
          'TED:mailto:ana@example.org',
          LEO,
        ),
      ),
    );
    expect(found?.description).toMatch(/unfinished word behind it$/);
    expect(found?.met.map(({ person }) => person.fn)).toEqual(['Ana Ruiz', 'Leo Vega']);
    expect(found?.issues.map(({ code, line }) => `${line} ${code}`)).toEqual(['8 BAD_LINE', '9 BAD_LINE']);
  });
  it('keeps the lines of a description that nobody escaped', () => {
    const found = eventIn(
      calendar(...event(START, 'DESCRIPTION:Hello', 'Agenda: the budget', 'no colon here', LEO, ANA)),
    );
    expect(found?.description).toBe('Hello\nAgenda: the budget\nno colon here');
    expect(found?.met).toHaveLength(2);
  });
  it('reads vCalendar 1.0: quoted-printable, its attendees and its rules', () => {
    const text = calendar(
      'BEGIN:VEVENT',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fr=C3=BChst=C3=',
      '=BCck',
      'DTSTART:20240110T100000Z',
      'RRULE:W1 WE #3',
      'ATTENDEE;ROLE=ATTENDEE;STATUS=CONFIRMED:Ana Ruiz <ana@example.org>',
      'ATTENDEE;ROLE=ORGANIZER:leo@example.org',
      'END:VEVENT',
    );
    expect(eventIn(text)?.summary).toBe('Frühstück');
    expect(metIn(text)).toEqual([
      'Ana Ruiz <ana@example.org> 2024-01-10 2024-01-17 2024-01-24',
      ' <leo@example.org> 2024-01-10 2024-01-17 2024-01-24',
    ]);
  });
  it.each([
    ['D2 #3', '2024-01-10 2024-01-12 2024-01-14'],
    ['D1 20240111T235959Z', '2024-01-10 2024-01-11'],
    ['MP1 2+ WE #2', '2024-01-10 2024-02-14'],
    ['MP1 1- WE #2', '2024-01-10 2024-01-31'],
    ['MD1 10 LD #3', '2024-01-10 2024-01-31 2024-02-10'],
    ['YM1 1 #2', '2024-01-10 2025-01-10'],
    ['D1', '2024-01-10 2024-01-11'],
    ['nonsense', '2024-01-10'],
  ])('vCalendar rule %s', (rule, days) => {
    expect(metIn(calendar(...event(START, `RRULE:${rule}`, LEO, ANA)))[0]).toBe(
      `Ana Ruiz <ana@example.org> ${days}`,
    );
  });
  it('takes linear time', () => {
    for (const line of ['DESCRIPTION:x\r\ny', 'A;B=c', 'A;QUOTED-PRINTABLE:=', ';x', 'A;CN=a; b'])
      expectLinear((times) => read(calendar(...event(`${line}\r\n`.repeat(times))), 'x.ics'), 300);
  });
});

describe('changes from a day on (RANGE=THISANDFUTURE)', () => {
  const changed = (...lines: readonly string[]) =>
    calendar(
      ...event(START, 'RRULE:FREQ=DAILY;COUNT=4', LEO, ANA),
      ...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20240112T100000Z', ...lines),
    );
  it('moves all that follow, with the people of the change', () => {
    const eva = 'ATTENDEE;CN=Eva Sol;PARTSTAT=ACCEPTED:mailto:eva@example.org';
    expect(metIn(changed('DTSTART:20240113T100000Z', LEO, eva))).toEqual([
      'Ana Ruiz <ana@example.org> 2024-01-10 2024-01-11',
      'Leo Vega <leo@example.org> 2024-01-10 2024-01-11 2024-01-13 2024-01-14',
      'Eva Sol <eva@example.org> 2024-01-13 2024-01-14',
    ]);
  });
  it('calls all that follow off', () => {
    expect(metIn(changed('DTSTART:20240112T100000Z', 'STATUS:CANCELLED', LEO, ANA))[0]).toBe(
      'Ana Ruiz <ana@example.org> 2024-01-10 2024-01-11',
    );
  });
});
