// Events that are one: what the one that stays says afterwards, and which meetings with somebody are the same meeting.
import type { PartialDate } from '#core/shared/dates.ts';
import type { Channel, EventForm, EventKind } from './model.ts';
import { daysOf, spanOf, uidsOf } from './same-event.ts';

export interface MergingEvent {
  readonly summary: string;
  readonly location: string;
  readonly dtstart?: PartialDate | undefined;
  readonly dtend?: PartialDate | undefined;
  readonly url: string;
  readonly description: string;
  readonly kind: EventKind | '';
  readonly organizer: string;
  readonly series: string;
  /** One a line. */
  readonly uid: string;
}

const LONGEST_DESCRIPTION = 20_000;

/**
 * What the event that stays says: its own word wherever it has one, else the first of the others' that has; all texts that
 * differ, all UIDs, and the days from the first to the last of all.
 */
export function mergedEvent(
  survivor: MergingEvent,
  absorbed: readonly MergingEvent[],
): EventForm & { uid: string } {
  const all = [survivor, ...absorbed];
  const first = (key: 'location' | 'url' | 'organizer' | 'series'): string =>
    all.map((event) => event[key]).find((text) => text !== '') ?? '';
  const descriptions = [...new Set(all.map(({ description }) => description.trim()).filter(Boolean))];
  const texts = descriptions.join('\n\n');
  return {
    summary: survivor.summary,
    location: first('location'),
    url: first('url'),
    organizer: first('organizer'),
    series: first('series'),
    kind: all.map(({ kind }) => kind).find((kind) => kind !== '') ?? '',
    description: texts.length > LONGEST_DESCRIPTION ? survivor.description : texts,
    uid: [...new Set(all.flatMap(({ uid }) => uidsOf(uid)))].join('\n'),
    ...wholeSpan(all),
  };
}

interface Dated {
  readonly start: PartialDate;
  readonly end: PartialDate;
  /** The first and the last day it may cover. */
  readonly span: readonly [first: string, last: string];
}

function dated({ dtstart, dtend }: MergingEvent): Dated[] {
  const span = spanOf({ dtstart, dtend });
  const start = dtstart ?? dtend;
  return span === undefined || start === undefined ? [] : [{ start, end: dtend ?? start, span }];
}

/** From the earliest beginning to the latest end, each as precisely as it is known. */
function wholeSpan(all: readonly MergingEvent[]): { dtstart?: PartialDate; dtend?: PartialDate } {
  const [one, ...others] = all.flatMap(dated);
  if (one === undefined) return yearless(all);
  let [earliest, latest] = [one, one];
  for (const next of others) {
    if (isBefore(next, earliest)) earliest = next;
    if (next.span[1] > latest.span[1]) latest = next;
  }
  const { start } = earliest;
  // `2024` that holds `2024-05-12` says less, not later.
  const end = holds(latest.end, start) ? earliest.end : latest.end;
  return { dtstart: start, ...(end !== start && { dtend: end }) };
}

/** Days without a year cannot be compared: the first event that has one keeps it. */
function yearless(all: readonly MergingEvent[]): { dtstart?: PartialDate; dtend?: PartialDate } {
  const { dtstart, dtend } = all.find((event) => event.dtstart ?? event.dtend) ?? {};
  return { ...(dtstart !== undefined && { dtstart }), ...(dtend !== undefined && { dtend }) };
}

/** Begins earlier, or on a day that the other one, less precise, may mean. */
const isBefore = (one: Dated, other: Dated): boolean =>
  holds(other.start, one.start) || (!holds(one.start, other.start) && one.span[0] < other.span[0]);

/** A date that says less than another, and nothing else: `2024-05` of `2024-05-12`. */
const holds = (vague: string, exact: string): boolean =>
  vague.length < exact.length && exact.startsWith(`${vague}-`);

/** A meeting at one of the events. */
export interface MergingMeeting {
  readonly id: number;
  readonly eventId: number;
  readonly contactId: number;
  readonly metOn?: PartialDate | undefined;
  readonly location: string;
  readonly channel: Channel;
  readonly note: string;
  readonly introducedById?: number | undefined;
}

export interface JoinedMeetings {
  /** The meeting that stays, with what the others add. */
  readonly kept: MergingMeeting;
  /** Meetings that are in it now. */
  readonly gone: readonly number[];
}

const LONGEST_NOTE = 20_000;

/**
 * Meetings with one person at events that have become one, in the order in which the events are given: two are the same
 * where their days do not contradict each other and the same person, or nobody, introduced them. Both notes stay. Those
 * at one event stay as they were: whoever wrote two down meant two.
 */
export function joinedMeetings(meetings: readonly MergingMeeting[]): JoinedMeetings[] {
  const joined: { kept: MergingMeeting; gone: number[]; events: Set<number> }[] = [];
  for (const meeting of meetings) {
    const same = joined.find(
      ({ kept, events }) => !events.has(meeting.eventId) && isSameMeeting(kept, meeting),
    );
    if (same === undefined) {
      joined.push({ kept: meeting, gone: [], events: new Set([meeting.eventId]) });
      continue;
    }
    same.kept = together(same.kept, meeting);
    same.gone.push(meeting.id);
    same.events.add(meeting.eventId);
  }
  return joined.map(({ kept, gone }) => ({ kept, gone }));
}

function isSameMeeting(one: MergingMeeting, other: MergingMeeting): boolean {
  if (one.contactId !== other.contactId) return false;
  const { introducedById: a } = one;
  const { introducedById: b } = other;
  if (a !== undefined && b !== undefined && a !== b) return false;
  return areCompatible(one.metOn, other.metOn) && notesOf(one, other).length <= LONGEST_NOTE;
}

/** Days that may be one day. */
function areCompatible(one: PartialDate | undefined, other: PartialDate | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  const [a, b] = [daysOf(one), daysOf(other)];
  // A day without a year fits only itself.
  if (a === undefined || b === undefined) return false;
  return (holds(one, other) || holds(other, one)) && a[0] <= b[1] && b[0] <= a[1];
}

function notesOf({ note: one }: MergingMeeting, { note: other }: MergingMeeting): string {
  if (other.trim() === '' || one.includes(other.trim())) return one;
  return one.trim() === '' ? other : `${one}\n\n${other}`;
}

function together(one: MergingMeeting, other: MergingMeeting): MergingMeeting {
  const { metOn: a } = one;
  const { metOn: b } = other;
  const metOn = a === undefined || (b !== undefined && holds(a, b)) ? b : a;
  const introducedById = one.introducedById ?? other.introducedById;
  return {
    ...one,
    metOn,
    introducedById,
    note: notesOf(one, other),
    location: one.location || other.location,
    channel: introducedById === undefined ? one.channel : 'introduced',
  };
}
