// Events as iCalendar: the letter of RFC 5545, read back by our own reader and by ical.js.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { EventKind, Partstat } from '#core/events/model.ts';
import { CALENDAR_END, CALENDAR_HEAD, toVEvent } from '#core/exports/icalendar.ts';
import type { ExportedEvent } from '#core/exports/icalendar.ts';
import { icalendarFormat } from '#core/imports/sources/icalendar.ts';
import type { ParsedEntry } from '#core/imports/model.ts';

const NOW = '2026-06-15T12:00:00.123Z';

const event = (said: Partial<ExportedEvent> = {}): ExportedEvent => ({
  id: 7,
  uid: '',
  summary: 'Map Fair',
  location: '',
  dtstart: '2025-05-12',
  url: '',
  kind: '',
  series: '',
  createdAt: '2025-01-02T03:04:05Z',
  description: '',
  organizer: '',
  attendees: [],
  ...said,
});

const file = (...events: ExportedEvent[]): string =>
  CALENDAR_HEAD + events.map((one) => toVEvent(one, NOW)).join('') + CALENDAR_END;

function readBack(text: string): ParsedEntry {
  const bytes = new TextEncoder().encode(text);
  const entry = { name: 'events.ics', bytes, text: () => text, head: text.slice(0, 4096) };
  const recognised = icalendarFormat.recognise(entry, {});
  if (!recognised) throw new Error('not recognised');
  return recognised.parse({
    now: NOW,
    ownerEmails: new Set<string>(),
    ownerNames: new Set<string>(),
    defaultRegion: undefined,
    reading: {},
  });
}

describe('one event', () => {
  it('is written as the standard says', () => {
    const text = toVEvent(
      event({
        location: 'Hall 3, left; “Nord”',
        dtend: '2025-05-14',
        url: 'https://example.org/fair?a=1,2;b',
        kind: 'fair',
        series: 'Map Fairs',
        description: 'First line\nsecond\\line',
        organizer: 'Map "Society": North',
        attendees: [
          { fn: 'Ruiz, Ana', partstat: 'ACCEPTED', role: 'X-SPEAKER' },
          { fn: 'Bo', partstat: 'DECLINED', role: '' },
        ],
      }),
      NOW,
    );
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VEVENT',
      'UID:acquaint-event-7-20250102030405',
      'DTSTAMP:20260615T120000Z',
      'DTSTART;VALUE=DATE:20250512',
      'DTEND;VALUE=DATE:20250515',
      'SUMMARY:Map Fair',
      String.raw`LOCATION:Hall 3\, left\; “Nord”`,
      'URL:https://example.org/fair?a=1,2;b',
      'CATEGORIES:fair',
      'REFID:Map Fairs',
      String.raw`DESCRIPTION:First line\nsecond\\line`,
      `ORGANIZER;CN="Map ^'Society^': North":invalid:nomail`,
      'ATTENDEE;CN="Ruiz, Ana";PARTSTAT=ACCEPTED;ROLE=X-SPEAKER:invalid:nomail',
      'ATTENDEE;CN=Bo;PARTSTAT=DECLINED:invalid:nomail',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      '',
    ]);
  });

  it('keeps the UID it came with, the first of several after a merge', () => {
    expect(toVEvent(event({ uid: 'a@example.org\nb@example.org' }), NOW)).toContain(
      '\r\nUID:a@example.org\r\n',
    );
  });

  it.each(['2025', '2025-05', '--05-12', undefined])('is left out where it begins on %s', (dtstart) => {
    expect(toVEvent(event({ dtstart }), NOW)).toBe('');
  });

  it.each([
    ['2025-05', '20250513'],
    ['2025-05-01', '20250513'],
    ['2025-12-31', '20260101'],
  ])('ends the day after the last one that is known: %s', (dtend, written) => {
    expect(toVEvent(event({ dtend }), NOW)).toContain(`DTEND;VALUE=DATE:${written}\r\n`);
  });

  it.each(['javascript:alert(1)\r\nATTENDEE:mailto:x@example.org', 'https://example.org/a b', 'no address'])(
    'has no web address that is none: %j',
    (url) => {
      expect(toVEvent(event({ url }), NOW)).not.toMatch(/^URL|^ATTENDEE/m);
    },
  );
});

/** Letters that must be escaped, folded or kept out, and words that look like lines of the format. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'Ö',
      '東',
      '👩‍🚀',
      ' ',
      ',',
      ';',
      '\\',
      ':',
      '"',
      '^',
      '\n',
      'END:VEVENT',
      'x'.repeat(70),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').trim());
const oneLine = text.map((words) => words.replaceAll(/\s+/g, ' ').trim());
const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

const anyEvent = fc
  .record({
    summary: oneLine.map((words) => `Fair ${words}`.trim()),
    location: oneLine,
    description: text,
    kind: fc.constantFrom('' as const, ...EventKind.options),
    series: oneLine,
    dtstart: day,
    days: fc.integer({ min: 0, max: 40 }),
    attendees: fc.array(
      fc.record({
        fn: oneLine.map((words) => `Ana ${words}`.trim()),
        partstat: fc.constantFrom(...Partstat.options),
        role: fc.constantFrom('' as const, 'CHAIR' as const, 'X-SPEAKER' as const),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ days, ...said }) => {
    const last = new Date(Date.parse(said.dtstart) + days * 86_400_000).toISOString().slice(0, 10);
    return event({ ...said, dtend: last });
  });

describe('any events', () => {
  it('are lines of at most 75 octets that end with CRLF', () => {
    fc.assert(
      fc.property(anyEvent, (one) => {
        for (const line of file(one).split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\ufffd]/);
        }
      }),
    );
  });

  it('come back through our own reader as they went', () => {
    fc.assert(
      fc.property(anyEvent, (one) => {
        const parsed = readBack(file(one));
        expect(parsed.issues).toEqual([]);
        const [read, second] = parsed.events ?? [];
        expect(second).toBeUndefined();
        expect(read).toMatchObject({
          summary: one.summary,
          location: one.location,
          description: one.description,
          dtstart: one.dtstart,
          dtend: one.dtend,
          ...(one.series !== '' && { series: one.series }),
          ...(one.kind !== '' && { kind: one.kind }),
        });
      }),
    );
  });

  it('are the same to ical.js', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 3 }), (all) => {
        const events = all.map((one, at) => ({ ...one, id: at + 1 }));
        const calendar = new ICAL.Component(ICAL.parse(file(...events)) as unknown[]);
        const read = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
        expect(
          read.map(({ summary, location, description }) => [summary, location ?? '', description ?? '']),
        ).toEqual(events.map(({ summary, location, description }) => [summary, location, description]));
        expect(read.map(({ startDate }) => startDate.toString())).toEqual(
          events.map(({ dtstart }) => dtstart),
        );
        expect(new Set(read.map(({ uid }) => uid)).size).toBe(events.length);
        const answers = read.map((one) => one.attendees.map((line) => line.getParameter('partstat')));
        expect(answers).toEqual(events.map(({ attendees }) => attendees.map(({ partstat }) => partstat)));
      }),
    );
  });
});
