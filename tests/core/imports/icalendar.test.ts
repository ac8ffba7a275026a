// Calendars of every producer's habits, and who was met at their events.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icalendarFormat } from '#core/imports/sources/icalendar.ts';
import type { EventDraft, ParsedEntry } from '#core/imports/model.ts';
import type { Entry, ReadingContext } from '#core/imports/source-format.ts';
import { expectLinear } from '../../linear.ts';

const NOW = '2026-06-15T12:00:00Z';
const encoder = new TextEncoder();

const entryOf = (bytes: Uint8Array, name = 'calendar.ics'): Entry => {
  const text = new TextDecoder().decode(bytes);
  return { name, bytes, text: () => text, head: text.slice(0, 4096) };
};

const context = (more: Partial<ReadingContext> = {}): ReadingContext => ({
  now: NOW,
  ownerEmails: new Set(['bo@example.org']),
  ownerNames: new Set(),
  defaultRegion: undefined,
  reading: {},
  ...more,
});

function parseBytes(bytes: Uint8Array, more: Partial<ReadingContext> = {}): ParsedEntry {
  const recognised = icalendarFormat.recognise(entryOf(bytes), {});
  if (!recognised) throw new Error('not recognised');
  return recognised.parse(context(more));
}

const calendar = (body: string, head = '') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n${head}${body.replace(/\n/g, '\r\n')}\r\nEND:VCALENDAR\r\n`;

const OWNER = 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Owner:mailto:bo@example.org';
const ANA = 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana Ruiz:mailto:ana@example.com';

const vevent = (lines: string, start = 'DTSTART:20260310T090000Z') =>
  `BEGIN:VEVENT\nUID:one@example.org\nSUMMARY:Lunch\n${start}\n${lines}\nEND:VEVENT`;

const parse = (body: string, head = '', more: Partial<ReadingContext> = {}) =>
  parseBytes(encoder.encode(calendar(body, head)), more);

const eventsOf = ({ events = [] }: ParsedEntry): readonly EventDraft[] => events;
const metIn = (parsed: ParsedEntry) =>
  eventsOf(parsed).flatMap(({ met }) =>
    met.map(({ person, on }) => `${person.fn || person.email} ${on.join(' ')}`),
  );
const daysIn = (parsed: ParsedEntry) => eventsOf(parsed).flatMap(({ met }) => met.flatMap(({ on }) => on));
const peopleIn = (parsed: ParsedEntry) =>
  parsed.contacts.map(({ fn, properties }) => `${fn} <${properties.map(({ value }) => value).join(' ')}>`);

describe('who is met at an event', () => {
  it('I01 reads quoted CN, MAILTO, rooms, rules and addresses without mailto', () => {
    const parsed = parse(
      vevent(
        [
          'RRULE:FREQ=WEEKLY;COUNT=3',
          'ORGANIZER;CN="Owner, Bo":MAILTO:bo@example.org',
          'ATTENDEE;CN="Ruiz, Ana";PARTSTAT=ACCEPTED:MAILTO:Ana@example.com',
          'ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED;CN=Blue:mailto:blue@example.org',
          'ATTENDEE;CN=Carl Weber;PARTSTAT=ACCEPTED;EMAIL=carl@example.net:urn:uuid:0000',
        ].join('\n'),
      ),
    );
    expect(metIn(parsed)).toEqual([
      'Ana Ruiz 2026-03-10 2026-03-17 2026-03-24',
      'Carl Weber 2026-03-10 2026-03-17 2026-03-24',
    ]);
    expect(peopleIn(parsed)).toEqual(['Ana Ruiz <Ana@example.com>', 'Carl Weber <carl@example.net>']);
    expect(parsed.contacts[0]?.n).toMatchObject({ given: 'Ana', family: 'Ruiz' });
    expect(parsed.evidence).toMatchObject([
      {
        kind: 'meeting',
        person: { fn: 'Ana Ruiz' },
        other: { fn: 'Carl Weber' },
        on: '2026-03-24',
        count: 3,
      },
    ]);
    expect(parsed.owner?.properties).toEqual([{ name: 'EMAIL', value: 'bo@example.org', type: '' }]);
  });
  it.each([
    ['an accepted invitation', ANA, ['Ana Ruiz']],
    ['a declined one', ANA.replace('ACCEPTED', 'DECLINED'), []],
    ['a tentative one', ANA.replace('ACCEPTED', 'TENTATIVE'), []],
    ['a delegated one', ANA.replace('ACCEPTED', 'DELEGATED'), []],
    ['no answer where nobody ever answers', ANA.replace('ACCEPTED', 'NEEDS-ACTION'), ['Ana Ruiz']],
    ['no word of an answer where nobody ever answers', ANA.replace('PARTSTAT=ACCEPTED;', ''), ['Ana Ruiz']],
    [
      'no answer where others answer',
      `${ANA.replace('ACCEPTED', 'NEEDS-ACTION')}\nATTENDEE;PARTSTAT=TENTATIVE:mailto:x@example.net`,
      [],
    ],
    ['somebody merely informed', ANA.replace('PARTSTAT', 'ROLE=NON-PARTICIPANT;PARTSTAT'), []],
    ['a chair', ANA.replace('PARTSTAT', 'ROLE=CHAIR;PARTSTAT'), ['Ana Ruiz']],
    ['the organizer', `${OWNER}\nORGANIZER;CN=Ana Ruiz:mailto:ana@example.com`, ['Ana Ruiz']],
    [
      'an organizer who is an attendee without an answer',
      `${OWNER}\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana@example.com\nORGANIZER;CN=Ana Ruiz:mailto:ana@example.com\nATTENDEE;PARTSTAT=TENTATIVE:mailto:x@example.net`,
      ['Ana Ruiz'],
    ],
    [
      'an organizer who declined',
      `${OWNER}\n${ANA.replace('ACCEPTED', 'DECLINED')}\nORGANIZER:mailto:ana@example.com`,
      [],
    ],
    ['an organizer of nobody', 'ORGANIZER;CN=Ana Ruiz:mailto:ana@example.com', []],
    ['a meeting the owner declined', `${OWNER.replace('ACCEPTED', 'DECLINED')}\n${ANA}`, []],
    ['a cancelled one', `STATUS:CANCELLED\n${ANA}`, []],
    ['a resource', ANA.replace('PARTSTAT', 'CUTYPE=RESOURCE;PARTSTAT'), []],
    ['a group', ANA.replace('PARTSTAT', 'CUTYPE=GROUP;PARTSTAT'), []],
    [
      'a room that does not say so',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Conference Room 4:mailto:cr4@example.org',
      [],
    ],
    [
      'a room of Google',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Berlin:mailto:c_188@resource.calendar.google.com',
      [],
    ],
    ['a robot', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:no-reply@example.org', []],
    ['somebody without a mailbox', 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana Ruiz:invalid:nomail', ['Ana Ruiz']],
    [
      'a principal with a mailbox',
      'ATTENDEE;PARTSTAT=ACCEPTED;EMAIL="ana@example.com";CN=Ana Ruiz:/principals/users/ana/',
      ['Ana Ruiz'],
    ],
    [
      'a CN that is a mailbox',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=ana@example.com:mailto:ana@example.com',
      ['ana@example.com'],
    ],
    [
      'a mailbox only in the CN',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=ana@example.com:urn:uuid:1',
      ['ana@example.com'],
    ],
    ['a bare address', 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana Ruiz:ana@example.com', ['Ana Ruiz']],
    ['a comma nobody quoted', 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ruiz, Ana:mailto:ana@example.com', ['Ana Ruiz']],
    ['an escaped comma', 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ruiz\\, Ana:mailto:ana@example.com', ['Ana Ruiz']],
    [
      'SENT-BY nobody quoted',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana Ruiz;SENT-BY=mailto:pa@example.com:mailto:ana@example.com',
      ['Ana Ruiz'],
    ],
    [
      "RFC 6868's signs",
      "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ana ^'Ani^' Ruiz:mailto:ana@example.com",
      ['Ana "Ani" Ruiz'],
    ],
    ['a property in a group', `item1.${ANA}`, ['Ana Ruiz']],
    ['lower case', ANA.toLowerCase().replace('ana ruiz', 'Ana Ruiz'), ['Ana Ruiz']],
    ['the same person twice', `${ANA}\n${ANA}`, ['Ana Ruiz']],
  ])('%s', (_, lines, names) => {
    const parsed = parse(
      vevent(
        `${lines.includes('bo@example.org') || lines.startsWith('ORGANIZER') ? '' : `${OWNER}\n`}${lines}`,
      ),
    );
    expect(eventsOf(parsed)).toHaveLength(1);
    expect(eventsOf(parsed)[0]?.met.map(({ person }) => person.fn || person.email)).toEqual(names);
  });
  it('keeps the event of a crowd, and nobody of it', () => {
    const crowd = (size: number) =>
      parse(
        vevent(
          Array.from(
            { length: size },
            (_, at) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:p${at}@example.com`,
          ).join('\n'),
        ),
      );
    expect(eventsOf(crowd(20))[0]?.met).toHaveLength(20);
    const parsed = crowd(21);
    expect(eventsOf(parsed)).toMatchObject([{ summary: 'Lunch', met: [], issues: [{ code: 'CROWD' }] }]);
    expect(parsed.contacts).toEqual([]);
  });
  it('makes a contact of somebody who may still come, but meets nobody in the future', () => {
    const parsed = parse(vevent(`${OWNER}\n${ANA}`, 'DTSTART:20260701T090000Z'));
    expect(eventsOf(parsed)).toMatchObject([{ dtstart: '2026-07-01', met: [] }]);
    expect(peopleIn(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
  });
});

describe('when it took place', () => {
  const meet = (lines: string, head = '') => daysIn(parse(vevent(`${lines}\n${ANA}`, ''), head));
  it.each([
    ['a day', 'DTSTART;VALUE=DATE:20260310', ['2026-03-10']],
    ['a floating time', 'DTSTART:20260310T233000', ['2026-03-10']],
    ['a zone of the database', 'DTSTART;TZID=America/New_York:20260310T233000', ['2026-03-10']],
    ["Outlook's zone", 'DTSTART;TZID="W. Europe Standard Time":20260310T233000', ['2026-03-10']],
    ['a zone nobody knows', 'DTSTART;TZID=Somewhere:20260310T233000', ['2026-03-10']],
    ['later today, elsewhere', 'DTSTART;TZID=America/Los_Angeles:20260615T060000', []],
    ['earlier today, elsewhere', 'DTSTART;TZID=Asia/Tokyo:20260615T200000', ['2026-06-15']],
    ['ISO 8601 with dashes', 'DTSTART:2026-03-10T09:00:00Z', ['2026-03-10']],
    [
      'every other week',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260210T000000Z',
      ['2026-01-05', '2026-01-19', '2026-02-02'],
    ],
    [
      'the last Friday',
      'DTSTART:20260130T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3',
      ['2026-01-30', '2026-02-27', '2026-03-27'],
    ],
    [
      'leap days only',
      'DTSTART:20160229T090000Z\nRRULE:FREQ=YEARLY',
      ['2016-02-29', '2020-02-29', '2024-02-29'],
    ],
    [
      'an excluded day',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260106T090000Z',
      ['2026-01-05', '2026-01-07'],
    ],
    [
      'an excluded date of a timed event',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260106',
      ['2026-01-05', '2026-01-07'],
    ],
    [
      'an exclusion in another zone',
      'DTSTART;TZID=Europe/Berlin:20260105T090000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260106T080000Z',
      ['2026-01-05', '2026-01-07'],
    ],
    [
      'an excluding rule',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY;COUNT=4\nEXRULE:FREQ=DAILY;INTERVAL=2',
      ['2026-01-06', '2026-01-08'],
    ],
    [
      'further dates',
      'DTSTART:20260105T090000Z\nRDATE:20260201T090000Z,20260301T090000Z',
      ['2026-01-05', '2026-02-01', '2026-03-01'],
    ],
    [
      'a period among further dates',
      'DTSTART:20260105T090000Z\nRDATE;VALUE=PERIOD:20260201T090000Z/PT1H',
      ['2026-01-05', '2026-02-01'],
    ],
    ['a rule that makes no sense', 'DTSTART:20260105T090000Z\nRRULE:FREQ=SOMETIMES', ['2026-01-05']],
    [
      'a rule that never comes true',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
      ['2026-01-05'],
    ],
    [
      'a rule by the week in minutes',
      'DTSTART:20260105T090000Z\nRRULE:FREQ=MINUTELY;INTERVAL=10080;COUNT=3',
      ['2026-01-05', '2026-01-12', '2026-01-19'],
    ],
    [
      'week numbers',
      'DTSTART:20250512T090000Z\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      ['2025-05-12', '2026-05-11'],
    ],
    [
      'positions',
      'DTSTART:20260130T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
      ['2026-01-30', '2026-02-27'],
    ],
  ])('%s', (_, lines, days) => expect(meet(lines)).toEqual(days));
  it('counts the last 24 times of a rule without end', () => {
    const days = meet('DTSTART:20010101T090000Z\nRRULE:FREQ=WEEKLY');
    expect(days).toHaveLength(24);
    expect(days.at(-1)).toBe('2026-06-15');
  });
  it("shows times in UTC on the calendar's own clock", () => {
    expect(meet('DTSTART:20260311T023000Z', 'X-WR-TIMEZONE:America/New_York\r\n')).toEqual(['2026-03-10']);
    expect(meet('DTSTART:20260311T023000Z')).toEqual(['2026-03-11']);
  });
  it('reads a zone that only the file defines', () => {
    const zone = [
      'BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+1300\nTZOFFSETTO:+1300\nEND:STANDARD\nEND:VTIMEZONE',
      vevent(ANA, 'DTSTART;TZID=Office:20260616T003000'),
    ].join('\n');
    expect(daysIn(parse(zone))).toEqual(['2026-06-16']);
    expect(daysIn(parse(zone.replaceAll('+1300', '-0500')))).toEqual([]);
  });
  it('takes changed occurrences as they were changed', () => {
    const parsed = parse(
      [
        vevent(`RRULE:FREQ=WEEKLY;COUNT=4\n${OWNER}\n${ANA}`, 'DTSTART;TZID=Europe/Berlin:20260302T090000'),
        // Moved to the next day, and Carl came instead.
        'BEGIN:VEVENT\nUID:one@example.org\nRECURRENCE-ID;TZID=Europe/Berlin:20260309T090000\nDTSTART;TZID=Europe/Berlin:20260310T090000',
        'ATTENDEE;PARTSTAT=ACCEPTED;CN=Carl Weber:mailto:carl@example.net\nEND:VEVENT',
        // Called off.
        'BEGIN:VEVENT\nUID:one@example.org\nRECURRENCE-ID:20260316T080000Z\nDTSTART:20260316T080000Z\nSTATUS:CANCELLED\nEND:VEVENT',
      ].join('\n'),
    );
    expect(metIn(parsed)).toEqual(['Ana Ruiz 2026-03-02 2026-03-23', 'Carl Weber 2026-03-10']);
    expect(eventsOf(parsed)).toHaveLength(1);
  });
  it.each([
    ['DTSTART:20260310T090000Z\nDTEND:20260310T100000Z', '2026-03-10', '2026-03-10'],
    ['DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260313', '2026-03-10', '2026-03-12'],
    ['DTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20260310', '2026-03-10', '2026-03-10'],
    ['DTSTART:20260310T220000Z\nDURATION:PT4H', '2026-03-10', '2026-03-11'],
    ['DTSTART:20260310T220000Z', '2026-03-10', undefined],
  ])('ends %s', (lines, dtstart, dtend) => {
    const [event] = eventsOf(parse(vevent('', lines)));
    expect([event?.dtstart, event?.dtend]).toEqual([dtstart, dtend]);
  });
});

describe('whose calendar it is', () => {
  const nobody = { ownerEmails: new Set<string>() };
  const with2 = (name: string, uid: string) =>
    `BEGIN:VEVENT\nUID:${uid}\nDTSTART:20260310T090000Z\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Owner:mailto:bo@example.org\nATTENDEE;PARTSTAT=ACCEPTED;CN=${name}:mailto:${uid}@example.com\nEND:VEVENT`;
  it("is named by Google after its owner's mailbox", () => {
    const parsed = parse(vevent(`${OWNER}\n${ANA}`), 'X-WR-CALNAME:bo@example.org\r\n', nobody);
    expect(peopleIn(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
    expect(parsed.owner).toMatchObject({ fn: 'Bo Owner', properties: [{ value: 'bo@example.org' }] });
  });
  it('is not a group that Google names it after', () => {
    const parsed = parse(vevent(ANA), 'X-WR-CALNAME:c_12@group.calendar.google.com\r\n', nobody);
    expect(parsed.owner).toBeUndefined();
  });
  it("has the owner's name on an attendee", () => {
    const parsed = parse(vevent(`${OWNER}\n${ANA}`), '', { ...nobody, ownerNames: new Set(['bo owner']) });
    expect(peopleIn(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
  });
  it('belongs to who is at nearly all of its meetings', () => {
    const parsed = parse(
      [with2('Ana Ruiz', 'ana'), with2('Carl Weber', 'carl'), with2('Dora Lind', 'dora')].join('\n'),
      '',
      nobody,
    );
    expect(metIn(parsed)).toEqual(['Ana Ruiz 2026-03-10', 'Carl Weber 2026-03-10', 'Dora Lind 2026-03-10']);
    expect(parsed.owner?.fn).toBe('Bo Owner');
  });
  it('is nobody in particular when two are at all of them', () => {
    const parsed = parse(vevent(`${OWNER}\n${ANA}`), '', nobody);
    expect(parsed.owner).toBeUndefined();
    expect(parsed.contacts).toHaveLength(2);
  });
});

describe('an event', () => {
  it('keeps its words: escapes, folds, HTML, addresses', () => {
    const parsed = parse(
      vevent(
        'LOCATION:Café\\, room 2\nDESCRIPTION:First line\\nsecond\\; third\n  fourth\nURL:https://example.org/e/1\nCONFERENCE;VALUE=URI:https://meet.example.org/x',
      ),
    );
    expect(eventsOf(parsed)[0]).toMatchObject({
      uid: 'one@example.org',
      summary: 'Lunch',
      location: 'Café, room 2',
      description: 'First line\nsecond; third fourth',
      url: 'https://example.org/e/1',
    });
  });
  it.each([
    [
      'CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+1-555-0100\nCONFERENCE;VALUE=URI:https://meet.example.org/x',
      'https://meet.example.org/x',
    ],
    ['X-GOOGLE-CONFERENCE:https://meet.example.org/y', 'https://meet.example.org/y'],
    ['X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example.org/z', 'https://teams.example.org/z'],
    ['LOCATION:https://zoom.example.org/j/1', 'https://zoom.example.org/j/1'],
    ['URL:javascript:alert(1)', ''],
  ])('finds its address in %s', (lines, url) => expect(eventsOf(parse(vevent(lines)))[0]?.url).toBe(url));
  it('has no HTML in its description', () => {
    const [event] = eventsOf(
      parse(vevent('DESCRIPTION:<p>Hello <b>you</b></p><script>x()</script><p>Tom &amp; Ana</p>')),
    );
    expect(event?.description).toBe('Hello you\nTom & Ana');
    const [plain] = eventsOf(parse(vevent('DESCRIPTION:a < b and c > d')));
    expect(plain?.description).toBe('a < b and c > d');
  });
  it('is clipped to what the book takes, never in half a letter', () => {
    const [event] = eventsOf(
      parse(vevent(`LOCATION:${'x'.repeat(299)}😀y\nDESCRIPTION:${'d'.repeat(20_001)}`)),
    );
    expect(event?.location).toBe('x'.repeat(299));
    expect(event?.description).toHaveLength(20_000);
    expect(event?.issues.map(({ params }) => params['name'])).toEqual(['LOCATION', 'DESCRIPTION']);
  });
  it('without a date that exists is kept, with an issue', () => {
    expect(eventsOf(parse(vevent(ANA, 'DTSTART:20260231T090000Z')))).toMatchObject([
      { summary: 'Lunch', met: [], issues: [{ code: 'BAD_DATE', params: { value: '20260231T090000Z' } }] },
    ]);
  });
  it('of the same UID: the newest state of it, unless it is another event', () => {
    const state = (more: string, summary = 'Lunch') =>
      `BEGIN:VEVENT\nUID:u\nSUMMARY:${summary}\nDTSTART:20260310T090000Z\n${more}\nEND:VEVENT`;
    const one = parse([state('SEQUENCE:2\nLOCATION:new'), state('SEQUENCE:1\nLOCATION:old')].join('\n'));
    expect(eventsOf(one).map(({ location }) => location)).toEqual(['new']);
    const two = parse([state('', 'Ride'), state('', 'Swim').replace('0310', '0311')].join('\n'));
    expect(eventsOf(two).map(({ summary }) => summary)).toEqual(['Ride', 'Swim']);
  });
  it('that is cancelled by a later calendar is', () => {
    const text = calendar(vevent(`${OWNER}\n${ANA}`)) + calendar(vevent('SEQUENCE:1'), 'METHOD:CANCEL\r\n');
    expect(eventsOf(parseBytes(encoder.encode(text)))).toMatchObject([{ met: [] }]);
  });
  it('is not what an answer says about it', () => {
    const reply = calendar(vevent(`SEQUENCE:5\n${ANA}`), 'METHOD:REPLY\r\n');
    const text =
      reply + calendar(vevent(`${OWNER}\nATTENDEE;PARTSTAT=ACCEPTED;CN=Carl Weber:mailto:carl@example.net`));
    expect(metIn(parseBytes(encoder.encode(text)))).toEqual(['Carl Weber 2026-03-10']);
  });
});

describe('damaged and unusual files', () => {
  it('lose nothing but the damage', () => {
    const text = [
      'BEGIN:VEVENT\nUID:a\nDTSTART:20260310T090000Z\nSUMMARY:A\nthis is no line\nBEGIN:VALARM\nSUMMARY:alarm\nATTENDEE:mailto:x@example.net\nEND:VALARM\nEND:VEVENT',
      'BEGIN:VTODO\nUID:t\nSUMMARY:T\nEND:VTODO\nBEGIN:VCARD\nFN:Nobody\nEND:VCARD',
      // Never closed.
      'BEGIN:VEVENT\nUID:b\nDTSTART:20260311T090000Z\nSUMMARY:B',
      'BEGIN:VEVENT\nUID:c\nDTSTART:20260312T090000Z\nSUMMARY:C\nEND:VEVENT',
    ].join('\n');
    const events = eventsOf(parse(text));
    expect(events.map(({ summary }) => summary)).toEqual(['A', 'B', 'C']);
    expect(events.map(({ issues }) => issues.map(({ code, line }) => `${code} ${line}`))).toEqual([
      ['BAD_LINE 8'],
      ['CUT_OFF 21'],
      [],
    ]);
  });
  it('are read with CR, LF and CRLF, cut off, with a BOM, twice', () => {
    const text = calendar(vevent(`${OWNER}\n${ANA}`));
    for (const variant of [
      text.replace(/\r\n/g, '\n'),
      text.replace(/\r\n/g, '\r'),
      `\ufeff${text}`,
      `\n\n${text}`,
    ])
      expect(metIn(parseBytes(encoder.encode(variant)))).toEqual(['Ana Ruiz 2026-03-10']);
    const cut = text.slice(0, text.indexOf('END:VEVENT'));
    expect(eventsOf(parseBytes(encoder.encode(cut)))).toMatchObject([{ issues: [{ code: 'CUT_OFF' }] }]);
    const two = text + text.replaceAll('one@', 'two@');
    expect(eventsOf(parseBytes(encoder.encode(two)))).toHaveLength(2);
  });
  it('are mended where a fold parts a letter', () => {
    const name = encoder.encode('SUMMARY:Müller 会議 😀');
    for (let at = 9; at < name.length; at++) {
      const bytes = Uint8Array.from([
        ...encoder.encode('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260310\r\n'),
        ...name.slice(0, at),
        ...encoder.encode('\r\n '),
        ...name.slice(at),
        ...encoder.encode('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
      ]);
      expect(eventsOf(parseBytes(bytes))[0]?.summary).toBe('Müller 会議 😀');
    }
  });
  it('are read in windows-1252 and UTF-16', () => {
    const text = calendar(vevent(OWNER).replace('Lunch', 'Café'));
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(eventsOf(parseBytes(latin))[0]?.summary).toBe('Café');
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    const recognised = icalendarFormat.recognise({ ...entryOf(utf16), head: text }, {});
    expect(recognised?.encoding).toBe('utf-16le');
    expect(recognised?.parse(context()).events?.[0]?.summary).toBe('Café');
  });
  it('may be jCal', () => {
    const jcal = [
      'vcalendar',
      [['version', {}, 'text', '2.0']],
      [
        [
          'vevent',
          [
            ['uid', {}, 'text', 'j1'],
            ['summary', {}, 'text', 'Tea; and, cake'],
            ['dtstart', { tzid: 'Europe/Berlin' }, 'date-time', '2026-03-10T09:00:00'],
            ['rrule', {}, 'recur', { freq: 'DAILY', count: 2 }],
            ['attendee', { partstat: 'ACCEPTED', cn: 'Ana Ruiz' }, 'cal-address', 'mailto:ana@example.com'],
          ],
          [['valarm', [], []]],
        ],
      ],
    ];
    const parsed = parseBytes(encoder.encode(JSON.stringify(jcal)));
    expect(eventsOf(parsed)[0]).toMatchObject({ summary: 'Tea; and, cake', dtstart: '2026-03-10' });
    expect(metIn(parsed)).toEqual(['Ana Ruiz 2026-03-10 2026-03-11']);
    expect(parseBytes(encoder.encode('["vcalendar", [')).issues.map(({ code }) => code)).toContain('CUT_OFF');
  });
  it('are not mistaken for others', () => {
    const other = (text: string) => icalendarFormat.recognise(entryOf(encoder.encode(text)), {});
    expect(other('BEGIN:VCARD\nEND:VCARD\n')).toBeUndefined();
    expect(other('Subject: x\n\nBEGIN:VCALENDAR\n')).toBeUndefined();
    expect(other('["vcard", []]')).toBeUndefined();
    expect(other('begin:vcalendar\n')?.kind).toBe('icalendar');
  });
  it('say so when there is no event in them', () => {
    expect(parse('BEGIN:VTODO\nEND:VTODO').issues).toMatchObject([{ code: 'NO_ROWS' }]);
  });
});

describe('hostile files', () => {
  it('never throw and never cost a whole event elsewhere, whatever bytes are changed', () => {
    const text = encoder.encode(
      calendar(
        `${vevent(`RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=9\nEXDATE:20260311T090000Z\n${OWNER}\n${ANA}\nDESCRIPTION:x\\n<b>y</b>`)}\n${vevent(ANA).replace('one@', 'two@')}`,
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        (changes) => {
          const bytes = text.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const recognised = icalendarFormat.recognise(entryOf(bytes), { kind: 'icalendar' });
          const parsed = recognised?.parse(context());
          for (const { dtstart, met } of parsed?.events ?? []) {
            if (dtstart !== undefined) expect(dtstart).toMatch(/^\d{4}-\d\d-\d\d$/);
            for (const { on } of met) expect(on).toEqual([...on].sort());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  it.each(['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])(
    'are bounded by the %s',
    (frequency) => {
      const rule = `DTSTART:00010101T000000Z\nRRULE:FREQ=${frequency};BYMONTH=2;BYMONTHDAY=30;COUNT=999999999`;
      const start = performance.now();
      parse(
        Array.from({ length: 10 }, (_, at) => vevent(`${rule}\n${ANA}`, '').replace('one@', `${at}@`)).join(
          '\n',
        ),
      );
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
  it('have names that are no names', () => {
    const parsed = parse(
      vevent(
        '__PROTO__;__PROTO__=x:y\nCONSTRUCTOR:z\nATTENDEE;CN=__proto__;PARTSTAT=ACCEPTED:mailto:__proto__@example.com',
      ).replace('one@example.org', '__proto__'),
    );
    expect(eventsOf(parsed)).toMatchObject([{ uid: '__proto__' }]);
  });
  it.each([
    ['folds', (times: number) => `DESCRIPTION:${'x\r\n '.repeat(times)}`],
    ['quotes', (times: number) => `ATTENDEE${';CN="x'.repeat(times)}:mailto:a@example.com`],
    ['commas', (times: number) => `ATTENDEE;CN=${'"x,'.repeat(times)}:mailto:a@example.com`],
    ['attendees', (times: number) => 'ATTENDEE:mailto:a@example.com\r\n'.repeat(times)],
    ['tags', (times: number) => `DESCRIPTION:<p>${'<style>'.repeat(times)}`],
    ['begins', (times: number) => 'BEGIN:VEVENT\r\n'.repeat(times)],
  ])('are read in linear time: %s', (_, lines) => {
    expectLinear((times) => parse(vevent(lines(times))), 500);
  });
});
