// How faithfully calendars are read, measured against ical.js on files of other producers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { readCalendars } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter, textValue } from '#core/formats/icalendar/content-lines.ts';
import { mendedFolds } from '#core/formats/icalendar/mended-folds.ts';
import { decodeText } from '#core/formats/encoding.ts';
import { timeValue } from '#core/formats/icalendar/values.ts';
import { isoDay } from '#core/shared/civil.ts';
import type { Measure } from './mail.ts';

const PEOPLE = ['attendee', 'organizer'] as const;
const PARAMETERS = ['cn', 'partstat', 'cutype', 'role'] as const;

/** One event as the lines that are compared: who, with which parameters; UID, SUMMARY and DTSTART. */
type Lines = readonly string[];

interface FileLines {
  readonly people: Lines;
  readonly words: Lines;
}

function ourPerson(line: ContentLine): string {
  const values = PARAMETERS.map((name) => `${name}=${parameter(line, name.toUpperCase())}`);
  return [line.name, line.value, ...values].join(' | ');
}

function ourTime(value: string): string {
  const time = timeValue(value);
  if (!time) return '';
  const day = isoDay(Math.floor(time.wall / 86_400));
  const second = time.wall - Math.floor(time.wall / 86_400) * 86_400;
  const clock = [3600, 60, 1].map((unit) =>
    String(Math.floor(second / unit) % (unit === 3600 ? 24 : 60)).padStart(2, '0'),
  );
  return time.isDate ? day : `${day}T${clock.join(':')}${time.isUtc ? 'Z' : ''}`;
}

function ours(bytes: Uint8Array): FileLines {
  const { calendars } = readCalendars(decodeText(mendedFolds(bytes)).text);
  const events = calendars.flatMap((calendar) => calendar.events);
  const people = events.flatMap(({ properties }) =>
    properties.filter(({ name }) => PEOPLE.some((one) => one.toUpperCase() === name)).map(ourPerson),
  );
  const words = events.flatMap(({ properties }) =>
    ['UID', 'SUMMARY', 'DTSTART'].map((name) => {
      const value = properties.find((one) => one.name === name)?.value ?? '';
      return `${name} | ${name === 'DTSTART' ? ourTime(value) : textValue(value)}`;
    }),
  );
  return { people, words };
}

/** ical.js answers texts, and its own times, which print themselves. */
const first = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  return one instanceof ICAL.Time ? one.toString() : '';
};

function theirs(text: string): FileLines {
  const parsed: unknown = ICAL.parse(text);
  const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? (parsed as unknown[]) : [parsed];
  // ICAL.parse answers jCal, which is what a component is made of.
  const events = roots.flatMap((root) => {
    const component = new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0]);
    return component.name === 'vevent' ? [component] : component.getAllSubcomponents('vevent');
  });
  const people = events.flatMap((event) =>
    event
      .getAllProperties()
      .filter(({ name }) => PEOPLE.some((one) => one === name))
      .map((property) =>
        [
          property.name.toUpperCase(),
          first(property.getFirstValue()),
          ...PARAMETERS.map((name) => `${name}=${first(property.getParameter(name))}`),
        ].join(' | '),
      ),
  );
  const words = events.flatMap((event) =>
    ['UID', 'SUMMARY', 'DTSTART'].map(
      (name) => `${name} | ${first(event.getFirstPropertyValue(name.toLowerCase()))}`,
    ),
  );
  return { people, words };
}

function compare(what: string, files: readonly { where: string; ours: Lines; theirs: Lines }[]): Measure {
  let total = 0;
  const misses: string[] = [];
  for (const file of files) {
    const length = Math.max(file.ours.length, file.theirs.length);
    total += length;
    for (let at = 0; at < length; at++) {
      if (file.ours[at] !== file.theirs[at])
        misses.push(
          `${file.where}: ours ${JSON.stringify(file.ours[at])}, theirs ${JSON.stringify(file.theirs[at])}`,
        );
    }
  }
  return { what, total, equal: total - misses.length, misses };
}

/**
 * For each `DIR/ics/**.ics`: attendees and organizers with CN, PARTSTAT, CUTYPE and ROLE, and UID, SUMMARY, DTSTART of
 * each event, ours against ical.js's. Files that ical.js refuses are no miss; they are listed with the first measure.
 */
export function measureCalendars(dir: string): Measure[] {
  const folder = join(dir, 'ics');
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ics'))
        .sort()
    : [];
  const read: { where: string; ours: FileLines; theirs: FileLines }[] = [];
  const refused: string[] = [];
  for (const where of names) {
    const bytes = readFileSync(join(folder, where));
    try {
      read.push({ where, ours: ours(bytes), theirs: theirs(decodeText(bytes).text) });
    } catch (error) {
      refused.push(`${where}: refused by ical.js (${String(error).slice(0, 100)})`);
    }
  }
  const people = read.map((one) => ({ where: one.where, ours: one.ours.people, theirs: one.theirs.people }));
  const words = read.map((one) => ({ where: one.where, ours: one.ours.words, theirs: one.theirs.words }));
  const measured = compare('attendees and organizers', people);
  return [
    { ...measured, misses: [...measured.misses, ...refused] },
    compare('UID, SUMMARY and DTSTART', words),
  ];
}
