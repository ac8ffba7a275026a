// Calendars (iCalendar, RFC 5545, 7986; jCal, RFC 7265): events, and the people the owner met at them.
import {
  type Calendar,
  type CalendarStream,
  type Component,
  propertyOf,
  readCalendars,
} from '#core/formats/icalendar/components.ts';
import { textValue } from '#core/formats/icalendar/content-lines.ts';
import { looksLikeJcal, readJcal } from '#core/formats/icalendar/jcal.ts';
import { mendedFolds } from '#core/formats/icalendar/mended-folds.ts';
import type { Budget } from '#core/formats/icalendar/recurrence.ts';
import { timeZonesOf, UTC } from '#core/formats/icalendar/time-zones.ts';
import { timeValue } from '#core/formats/icalendar/values.ts';
import { decodeText, type DecodedText } from '#core/formats/encoding.ts';
import type { EventDraft, Issue, OwnerDraft, ParsedEntry, Reading } from '../model.ts';
import type { Entry, ReadingContext, Recognised, SourceFormat } from '../source-format.ts';
import { type Attendee, attendeesOf } from './icalendar-attendees.ts';
import { aboutSeries, listOf } from './icalendar-lists.ts';
import { attendanceOf, hasAnswers, newPeople, type People, type Rules } from './icalendar-meetings.ts';
import { type Owner, ownerOf } from './icalendar-owner.ts';
import {
  type Clock,
  dayOf,
  isCancelled,
  lastDay,
  type Occurrence,
  occurrencesOf,
  seriesOf,
  type Series,
  startOf,
  versionOf,
} from './icalendar-series.ts';
import { wordsOf } from './icalendar-text.ts';
import { issue } from './table.ts';

const MOST_EVENTS = 100_000;
const MOST_BAD_LINES = 100;
/** Days that may be looked at for the rules of one file. */
const MOST_WORK = 8_000_000;

interface Scheduled {
  readonly series: Series;
  readonly clock: Clock;
}

interface FileReading {
  readonly people: People;
  readonly rules: Rules;
  /** It says all of an event, not what somebody answers to it. */
  readonly isWhole: (component: Component) => boolean;
  /** The people of each component, read once. */
  readonly attendeesOf: (component: Component) => readonly Attendee[];
}

/** RFC 5546: what is said about an event, without being one. */
const NO_EVENT = ['refresh', 'counter', 'declinecounter'];

function clockOf(calendar: Calendar, now: number, budget: Budget): Clock {
  const zoneOf = timeZonesOf(calendar.timeZones, budget);
  const name = propertyOf(calendar.properties, 'X-WR-TIMEZONE')?.value.trim() ?? '';
  return { now, zoneOf, own: (name === '' ? undefined : zoneOf(name)) ?? UTC, budget };
}

const isMethod = ({ properties }: Calendar, method: string) =>
  propertyOf(properties, 'METHOD')?.value.trim().toLowerCase() === method;

/** A component of a calendar that cancels is cancelled, whether or not it says so itself. */
function cancelled(component: Component): Component {
  const { line, properties } = component;
  return {
    ...component,
    properties: [{ line, name: 'STATUS', parameters: [], value: 'CANCELLED' }, ...properties],
  };
}

/** The series of all calendars of a file; a UID in two of them (an invitation and its update) is one. */
function scheduled({ calendars }: CalendarStream, now: number): Scheduled[] {
  const budget: Budget = { left: MOST_WORK };
  const clocks = new Map<Component, Clock>();
  const uids = new Set<string>();
  // Answers last: they name one attendee only, and count where the event itself is not in the file.
  for (const calendar of calendars.toSorted(
    (a, b) => Number(isMethod(a, 'reply')) - Number(isMethod(b, 'reply')),
  )) {
    if (NO_EVENT.some((method) => isMethod(calendar, method))) continue;
    const isReply = isMethod(calendar, 'reply');
    const clock = clockOf(calendar, now, budget);
    for (const event of calendar.events) {
      const uid = propertyOf(event.properties, 'UID')?.value ?? '';
      if (clocks.size >= MOST_EVENTS || (isReply && uids.has(uid))) continue;
      uids.add(uid);
      clocks.set(isMethod(calendar, 'cancel') ? cancelled(event) : event, clock);
    }
  }
  return seriesOf([...clocks.keys()]).flatMap((series) => {
    const clock = clocks.get(series.main);
    return clock ? [{ series, clock }] : [];
  });
}

function damageOf({ line, badLines, isCutOff }: Component): Issue[] {
  const issues = badLines.slice(0, MOST_BAD_LINES).map((bad) => issue(bad, 'BAD_LINE'));
  return isCutOff ? [...issues, issue(line, 'CUT_OFF')] : issues;
}

/** Whom the owner met at a series, on which days, and whether any of its occurrences was a crowd. */
function meetingsOf(occurrences: readonly Occurrence[], { attendeesOf: peopleOf, rules }: FileReading) {
  const met = new Map<string, { attendee: Attendee; on: string[] }>();
  const together = new Map<Component, { present: readonly Attendee[]; on: string[] }>();
  for (const { component, on } of occurrences) {
    const known = together.get(component) ?? {
      present: attendanceOf(peopleOf(component), rules).present,
      on: [],
    };
    together.set(component, known);
    if (known.on.at(-1) !== on) known.on.push(on);
    for (const attendee of known.present) {
      const one = met.get(attendee.id) ?? { attendee, on: [] };
      met.set(attendee.id, one);
      if (one.on.at(-1) !== on) one.on.push(on);
    }
  }
  return { met: [...met.values()], together: [...together.values()] };
}

/** Puts the people of a series among those of the file. */
function gather({ series, clock }: Scheduled, file: FileReading): readonly Occurrence[] {
  for (const component of new Set([series.main, ...series.changed])) {
    const isOff = /cancel/i.test(propertyOf(component.properties, 'STATUS')?.value ?? '');
    if (!isOff)
      file.people.invite(attendanceOf(file.attendeesOf(component), file.rules).invited, component.line);
  }
  return occurrencesOf(series, clock);
}

function draftOf(
  { series, clock }: Scheduled,
  occurrences: readonly Occurrence[],
  file: FileReading,
): EventDraft {
  const { main, changed, uid } = series;
  const { line, properties } = main;
  const { issues: wordIssues, ...words } = wordsOf(main, !file.isWhole(main) || isCancelled(main));
  const { met, together } = meetingsOf(occurrences, file);
  for (const { present, on } of together) file.people.meet(present, on, { line, summary: words.summary });
  const start = startOf(propertyOf(properties, 'DTSTART'), clock);
  const end = start && lastDay(main, start, clock);
  const issues = [...new Set([main, ...changed])].flatMap(damageOf).concat(wordIssues);
  if (!start) issues.push(badStart(main));
  const isCrowd = attendanceOf(file.attendeesOf(main), file.rules).isCrowd;
  if (isCrowd) issues.push(issue(line, 'CROWD', { people: file.attendeesOf(main).length }));
  return {
    line,
    uid: textValue(uid).slice(0, 1000).toWellFormed(),
    ...words,
    ...(start && { dtstart: dayOf(start, clock) }),
    ...(end !== undefined && { dtend: end }),
    ...aboutSeries(series, words.summary),
    ...(file.isWhole(main) && { version: versionOf(series) }),
    listed: listOf(file.attendeesOf(main), file),
    met: met.map(({ attendee, on }) => ({ person: file.people.refOf(attendee), on })),
    issues,
  };
}

/** Neither a name nor a day nor anybody: there is nothing to remember it by. Its start is among its issues. */
const isNothing = ({ summary, dtstart, met }: EventDraft): boolean =>
  summary === '' && dtstart === undefined && met.length === 0;

const badStart = ({ line, properties }: Component): Issue =>
  issue(line, 'BAD_DATE', { value: (propertyOf(properties, 'DTSTART')?.value ?? '').slice(0, 100) });

function ownerDraft({ name, emails }: Owner): OwnerDraft | undefined {
  if (emails.length === 0) return undefined;
  return { ...name, url: '', properties: emails.map((value) => ({ name: 'EMAIL', value, type: '' })) };
}

const calendarNames = ({ calendars }: CalendarStream): string[] =>
  calendars.flatMap(({ properties }) =>
    ['X-WR-CALNAME', 'NAME', 'X-OWNER']
      .map((name) => propertyOf(properties, name)?.value)
      .filter((value) => value !== undefined)
      .map((value) => textValue(value).replace(/^mailto:/i, '')),
  );

function parseStream(stream: CalendarStream, context: ReadingContext): ParsedEntry {
  const now = timeValue(context.now)?.wall ?? 0;
  const known = new Map<Component, readonly Attendee[]>();
  const peopleOf = (component: Component) => {
    const people = known.get(component) ?? attendeesOf(component);
    known.set(component, people);
    return people;
  };
  const all = scheduled(stream, now);
  const meetings = all.map(({ series }) => peopleOf(series.main)).filter((people) => people.length > 0);
  const hints = {
    emails: context.ownerEmails,
    names: context.ownerNames,
    calendarNames: calendarNames(stream),
  };
  const owner = ownerOf(meetings, hints);
  const rules = { ownerIds: owner.ids, hasAnswers: hasAnswers(meetings, owner.ids) };
  const answers = new Set(
    stream.calendars.filter((one) => isMethod(one, 'reply')).flatMap(({ events }) => events),
  );
  const isWhole = (main: Component) =>
    propertyOf(main.properties, 'RECURRENCE-ID') === undefined && !answers.has(main);
  const file: FileReading = { people: newPeople(), rules, isWhole, attendeesOf: peopleOf };
  // All names are gathered before any is chosen.
  const occurrences = all.map((one) => gather(one, file));
  const drafts = all.map((one, at) => draftOf(one, occurrences[at] ?? [], file));
  const events = drafts.filter((draft) => !isNothing(draft));
  const draft = ownerDraft(owner);
  return {
    kind: 'icalendar',
    contacts: file.people.contacts(),
    invitations: [],
    events,
    evidence: file.people.evidence(),
    ...(draft && { owner: draft }),
    issues: [
      ...drafts.filter(isNothing).flatMap(({ issues }) => issues),
      ...streamIssues(stream, events.length),
    ],
  };
}

function streamIssues({ calendars, strayLines }: CalendarStream, events: number): Issue[] {
  const issues = strayLines.slice(0, MOST_BAD_LINES).map((line) => issue(line, 'BAD_LINE'));
  const written = calendars.reduce((sum, calendar) => sum + calendar.events.length, 0);
  if (written > MOST_EVENTS) issues.push(issue(0, 'TOO_MANY_RECORDS', { most: MOST_EVENTS }));
  return events === 0 ? [...issues, issue(0, 'NO_ROWS')] : issues;
}

function decoded({ bytes }: Entry, reading: Reading): DecodedText {
  const { encoding } = reading;
  if (encoding === undefined) return decodeText(mendedFolds(bytes));
  const text = new TextDecoder(encoding).decode(encoding === 'utf-8' ? mendedFolds(bytes) : bytes);
  return { text, encoding, undecodable: text.match(/\ufffd/g)?.length ?? 0 };
}

const NOTHING: CalendarStream = { calendars: [], strayLines: [] };

/** Reads a calendar's text, either form. Total. */
function parseCalendar(
  { text, undecodable }: Pick<DecodedText, 'text' | 'undecodable'>,
  context: ReadingContext,
): ParsedEntry {
  const isJcal = looksLikeJcal(text);
  const stream = isJcal ? readJcal(text) : readCalendars(text);
  const parsed = parseStream(stream ?? NOTHING, context);
  const issues = [...parsed.issues];
  if (!stream) issues.unshift(issue(0, 'CUT_OFF'));
  if (undecodable > 0) issues.unshift(issue(0, 'UNDECODABLE_TEXT', { letters: undecodable }));
  return { ...parsed, issues };
}

const FIRST_LINE = /^\ufeff?\s{0,100}(BEGIN:\s?(?:VCALENDAR|VEVENT|VTIMEZONE))\s*$/im;

/** iCalendar of any producer, and jCal. Recognised by its first line. */
export const icalendarFormat: SourceFormat = {
  kinds: ['icalendar'],
  recognise(entry, reading): Recognised | undefined {
    const [first = ''] = entry.head.replace(/^[\ufeff\s]+/, '').split(/\r\n|\r|\n/, 1);
    const isJcal = looksLikeJcal(entry.head);
    const isText = FIRST_LINE.test(first);
    if (!isJcal && !isText && reading.kind !== 'icalendar') return undefined;
    const text = decoded(entry, reading);
    return {
      kind: 'icalendar',
      because: isJcal ? '["vcalendar"' : first.slice(0, 200),
      encoding: text.encoding,
      parse: (context) => parseCalendar(text, context),
    };
  },
};
