// Events as an iCalendar file (RFC 5545; series as REFID, RFC 9253; names quoted as RFC 6868 says).
import type { AttendeeRole, EventKind, Partstat } from '#core/events/model.ts';
import { ownUid } from '#core/events/own-uid.ts';
import { dayAfter, uidsOf } from '#core/events/same-event.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { writtenLine } from './vcard-lines.ts';
import type { Line } from './vcard-lines.ts';

export interface ExportedAttendee {
  readonly fn: string;
  readonly partstat: Partstat;
  readonly role: AttendeeRole;
}

export interface ExportedEvent {
  readonly id: number;
  /** iCalendar UIDs, one a line; empty for the owner's own events. */
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  readonly dtstart?: PartialDate | undefined;
  readonly dtend?: PartialDate | undefined;
  readonly url: string;
  readonly kind: EventKind | '';
  readonly series: string;
  readonly createdAt: DateTime;
  /** Empty unless the owner asked for it to go along, as the three below. */
  readonly description: string;
  readonly organizer: string;
  readonly attendees: readonly ExportedAttendee[];
}

export const CALENDAR_HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Acquaint//Events//EN', ''].join(
  '\r\n',
);
export const CALENDAR_END = 'END:VCALENDAR\r\n';

const EXACT = /^\d{4}-\d\d-\d\d$/;

/**
 * Whether a calendar can hold the event: it needs the day on which it begins. One known to be "in May" is left out, because
 * every day written for it would be made up.
 */
export const isExact = ({ dtstart }: Pick<ExportedEvent, 'dtstart'>): boolean => EXACT.test(dtstart ?? '');

/**
 * One event as a VEVENT, with its CRLFs. `now` is its DTSTAMP. Empty where `isExact` says no. People have no addresses in
 * it: no program that reads it can write to them.
 */
export function toVEvent(event: ExportedEvent, now: DateTime): string {
  const { dtstart = '', dtend = '' } = event;
  if (!isExact(event)) return '';
  const last = EXACT.test(dtend) && dtend > dtstart ? dtend : dtstart;
  const lines: Line[] = [
    { name: 'UID', value: escaped(uidsOf(event.uid)[0] ?? ownUid(event)) },
    { name: 'DTSTAMP', value: stampOf(now) },
    day('DTSTART', dtstart),
    // The day after the last one (§3.6.1).
    day('DTEND', dayAfter(last)),
    { name: 'SUMMARY', value: escaped(event.summary) },
    ...said('LOCATION', escaped(event.location)),
    ...said('URL', uriOf(event.url)),
    ...said('CATEGORIES', event.kind),
    ...said('REFID', escaped(event.series)),
    ...said('DESCRIPTION', escaped(event.description)),
    ...(event.organizer === '' ? [] : [organizer(event.organizer)]),
    ...event.attendees.map(attendee),
    // The owner's time is not taken by what is remembered.
    { name: 'TRANSP', value: 'TRANSPARENT' },
  ];
  const body = lines.map((line) => writtenLine(line, '4.0')).join('');
  return `BEGIN:VEVENT\r\n${body}END:VEVENT\r\n`;
}

const stampOf = (at: DateTime): string => {
  const digits = at.replaceAll(/\D/g, '').padEnd(14, '0');
  return `${digits.slice(0, 8)}T${digits.slice(8, 14)}Z`;
};

const day = (name: string, on: string): Line => ({
  name,
  parameters: { VALUE: ['DATE'] },
  value: on.replaceAll('-', ''),
});

/** TEXT (§3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replace(/\r\n|\r|\n/g, String.raw`\n`);

/** A URI is written as it is; one that could not be read back is left out. */
const uriOf = (url: string): string => (/^[a-z][a-z0-9+.-]*:[^\s<>"\\^`{|}]+$/i.test(url) ? url : '');

const said = (name: string, value: string): Line[] => (value === '' ? [] : [{ name, value }]);

/** Who is named only has no address (as other calendars write it). */
const NO_ADDRESS = 'invalid:nomail';

const organizer = (text: string): Line => {
  const email = looksLikeEmail(text);
  return {
    name: 'ORGANIZER',
    ...(!email && { parameters: { CN: [text] } }),
    value: email ? `mailto:${text}` : NO_ADDRESS,
  };
};

const attendee = ({ fn, partstat, role }: ExportedAttendee): Line => ({
  name: 'ATTENDEE',
  parameters: { CN: [fn], PARTSTAT: [partstat], ...(role !== '' && { ROLE: [role] }) },
  value: NO_ADDRESS,
});
