// Content lines, values and zones of calendars.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendars } from '#core/formats/icalendar/components.ts';
import { contentLine, eachLogicalLine, parameter, textValue } from '#core/formats/icalendar/content-lines.ts';
import { mendedFolds } from '#core/formats/icalendar/mended-folds.ts';
import { instantOf, timeZonesOf } from '#core/formats/icalendar/time-zones.ts';
import { durationSeconds, timeValue } from '#core/formats/icalendar/values.ts';

const logical = (text: string) => {
  const lines: string[] = [];
  eachLogicalLine(text, (line, whole) => lines.push(`${line} ${whole}`));
  return lines;
};

describe('lines', () => {
  it.each<[string, string[]]>([
    ['A:1\r\nB:2\r\n', ['1 A:1', '2 B:2']],
    ['A:1\n 2\n\t3\nB:4', ['1 A:123', '4 B:4']],
    ['A:1\r 2\rB:3', ['1 A:12', '3 B:3']],
    ['\n\nA:1\n\nB:2', ['3 A:1', '5 B:2']],
    [' A:1\n  2', ['1 A:1 2']],
    ['A:1\n \nB:2', ['1 A:1', '3 B:2']],
    ['', []],
  ])('of %j', (text, lines) => expect(logical(text)).toEqual(lines));
  it.each<[string, string, string, string]>([
    ['ATTENDEE;CN=Ana:mailto:a@example.org', 'ATTENDEE', 'Ana', 'mailto:a@example.org'],
    ['attendee;cn="Ruiz, Ana; x: y":v', 'ATTENDEE', 'Ruiz, Ana; x: y', 'v'],
    ['x.ATTENDEE;CN=Ruiz, Ana:v', 'ATTENDEE', 'Ruiz, Ana', 'v'],
    ['ATTENDEE;CN=Ruiz\\, Ana:v', 'ATTENDEE', 'Ruiz, Ana', 'v'],
    ['ATTENDEE;CN="Ana "Ani" Ruiz":v', 'ATTENDEE', 'Ana "Ani" Ruiz', 'v'],
    ['ATTENDEE;CN="Ana:v', 'ATTENDEE', 'Ana', 'v'],
    ["ATTENDEE;CN=^'a^'^nb^^:v", 'ATTENDEE', '"a"\nb^', 'v'],
    ['ATTENDEE;RSVP;CN=Ana;:v', 'ATTENDEE', 'Ana', 'v'],
    ['ATTENDEE;CN=Ruiz; Ana;ROLE=CHAIR:v', 'ATTENDEE', 'Ruiz; Ana', 'v'],
    ['ATTENDEE;CN="Ana ""Ani"" Ruiz":v', 'ATTENDEE', 'Ana "Ani" Ruiz', 'v'],
    ['ATTENDEE:', 'ATTENDEE', '', ''],
    ['ATTENDEE;MEMBER="mailto:a@b","mailto:c@d";CN=Ana:v', 'ATTENDEE', 'Ana', 'v'],
  ])('%s', (text, name, cn, value) => {
    const line = contentLine(1, text);
    expect(line && [line.name, parameter(line, 'CN'), line.value]).toEqual([name, cn, value]);
  });
  it.each(['no line', ':', ';a=b:c', 'A;B=c', '<html>'])('%j is none', (text) =>
    expect(contentLine(1, text)).toBeUndefined(),
  );
  it('undo their escapes', () => expect(textValue('a\\nb\\N\\,\\;\\\\n')).toBe('a\nb\n,;\\n'));
});

describe('values', () => {
  it.each([
    ['20240229', 1_709_164_800, true, false],
    ['20240229T120000Z', 1_709_208_000, false, true],
    ['20240229T1200', 1_709_208_000, false, false],
    ['2024-02-29T12:00:00+01:00', 1_709_204_400, false, true],
    ['20240229T240000', 1_709_251_200, false, false],
    ['20240229T120060', 1_709_208_059, false, false],
  ])('%s', (text, wall, isDate, isUtc) => expect(timeValue(text)).toEqual({ wall, isDate, isUtc }));
  it.each(['', '20230229', '20241301', '20240229T250000', '2024', 'tomorrow', '99999999999'])(
    '%j is no time',
    (text) => expect(timeValue(text)).toBeUndefined(),
  );
  it.each([
    ['PT1H30M', 5400],
    ['P1W', 604_800],
    ['-P1DT1S', -86_401],
    ['+P2D', 172_800],
    ['1 hour', undefined],
  ])('%s lasts', (text, seconds) => expect(durationSeconds(text)).toBe(seconds));
});

describe('folds in the middle of letters', () => {
  it('are moved before the letter, whatever text it is', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
        fc.nat(40),
        fc.constantFrom('\r\n ', '\n\t'),
        (text, at, fold) => {
          const clean = text.replace(/[\p{Cc}\p{Zs}\u2028\u2029\ufeff]/gu, 'x');
          const bytes = encoder.encode(`A:${clean}`);
          const cut = 2 + (at % (bytes.length - 1));
          const folded = Uint8Array.from([
            ...bytes.slice(0, cut),
            ...encoder.encode(fold),
            ...bytes.slice(cut),
          ]);
          const mended = new TextDecoder().decode(mendedFolds(folded));
          expect(logical(mended)).toEqual([`1 A:${clean}`]);
        },
      ),
    );
  });
  it('leave all other bytes alone', () => {
    const bytes = Uint8Array.of(0xc3, 13, 10, 32, 65, 10, 0x80);
    expect(mendedFolds(bytes)).toBe(bytes);
  });
});

describe('zones', () => {
  const file = [
    'BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Customized Time Zone',
    'BEGIN:STANDARD\nDTSTART:16011028T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD',
    'BEGIN:DAYLIGHT\nDTSTART:16010325T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT',
    'END:VTIMEZONE\nEND:VCALENDAR',
  ].join('\n');
  const zones = timeZonesOf(readCalendars(file).calendars[0]?.timeZones ?? [], { left: 1_000_000 });
  const hours = (tzid: string, text: string) => {
    const zone = zones(tzid);
    const wall = timeValue(text)?.wall ?? 0;
    return zone && (wall - instantOf(wall, zone)) / 3600;
  };
  it.each([
    ['Customized Time Zone', 1, 2],
    ['Europe/Berlin', 1, 2],
    ['W. Europe Standard Time', 1, 2],
    ['Eastern Daylight Time', -5, -4],
    ['/mozilla.org/20050126_1/America/New_York', -5, -4],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 1, 2],
    ['tzone://Microsoft/Utc', 0, 0],
    ['(UTC-05:00) Somewhere (US & Nowhere)', -5, -5],
    ['GMT+0530', 5.5, 5.5],
    ['India Standard Time', 5.5, 5.5],
    ['Nowhere', undefined, undefined],
  ])('%s', (tzid, winter, summer) => {
    expect([hours(tzid, '20240115T120000'), hours(tzid, '20240715T120000')]).toEqual([winter, summer]);
  });
  it('follow the file on both sides of a change as the database does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }), (instant) => {
        expect(zones('Customized Time Zone')?.offsetAt(instant)).toBe(
          zones('Europe/Berlin')?.offsetAt(instant),
        );
      }),
    );
  });
});
