// Who an event names (RFC 5545 §3.8.4.1, §3.8.4.3): people, their mailboxes, and what they answered.
import { emailKey, looksLikeEmail, telKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { type Component, propertiesOf, propertyOf } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter } from '#core/formats/icalendar/content-lines.ts';
import type { AttendeeRole } from '#core/events/model.ts';
import { clipText } from './mail-clip.ts';
import { remembered } from './mail-memo.ts';
import { personName } from './mail-names.ts';
import { isRoleAccount, isRoomName } from './mail-roles.ts';

export type Answer = 'accepted' | 'declined' | 'tentative' | 'delegated' | 'none';

export interface Attendee {
  /** Equal for the same person within a file: by mailbox, telephone, else by name. */
  readonly id: string;
  /** `emailKey`; '' where the calendar knows no mailbox. */
  readonly key: string;
  /** As written. */
  readonly email: string;
  readonly tel: string;
  /** As written; `personName` makes a name of it. */
  readonly display: string;
  readonly answer: Answer;
  readonly isOrganizer: boolean;
  /** Named by an ATTENDEE, not by ORGANIZER alone. */
  readonly isListed: boolean;
  /** What they are there for, where that is more than to be there. */
  readonly role: AttendeeRole;
  /** ROLE=NON-PARTICIPANT: told of it, not there. */
  readonly isOnlyInformed: boolean;
}

/** More than any meeting has; it is a crowd long before. */
const MOST_ATTENDEES = 2000;

const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ['ACCEPTED', 'accepted'],
  // vCalendar 1.0's word, in its STATUS.
  ['CONFIRMED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
  ['DELEGATED', 'delegated'],
]);

const NO_PEOPLE = new Set(['ROOM', 'RESOURCE', 'GROUP']);

const percentDecoded = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: as written.
    return text;
  }
};

/** The mailbox of a cal-address: `mailto:` in any case, brackets, a bare address; '' for any other URI. */
const mailboxOf = remembered(readMailbox);

function readMailbox(value: string): string {
  // A parameter with a colon nobody quoted (`SENT-BY=mailto:a@x.test:mailto:b@x.test`): the last one is the value.
  const at = value.toLowerCase().lastIndexOf('mailto:');
  const bare = at < 0 ? value : value.slice(at + 7);
  const address = percentDecoded(bare.replace(/\?.*$/s, '').trim());
  const open = address.lastIndexOf('<');
  const inside = open >= 0 && address.endsWith('>') ? address.slice(open + 1, -1) : address;
  return looksLikeEmail(inside.trim()) ? inside.trim() : '';
}

/** The name in a value that is written as letters write it: `Ana Ruiz <ana@x.test>`. */
function nameIn(value: string): string {
  const open = value.lastIndexOf('<');
  return open > 0 ? percentDecoded(value.slice(0, open).replace(/^\s*mailto:/i, '')).trim() : '';
}

/**
 * The mailbox, wherever it is written: the value, EMAIL (RFC 7986 §6.2), a CN that is nothing else. A robot's only where
 * there is no other: iCloud writes `mailto:2_GEZD@imip.me.com` beside the real one.
 */
function emailOf(line: ContentLine, cn: string): string {
  let robot = '';
  for (const text of [line.value, parameter(line, 'EMAIL'), parameter(line, 'X-EMAIL'), cn]) {
    const email = text === '' ? '' : mailboxOf(text.trim());
    // Exchange's own addresses are no mailboxes.
    if (email === '' || /^imcea/i.test(email)) continue;
    if (!factsOf(email).isRole) return email;
    robot ||= email;
  }
  return robot;
}

interface MailboxFacts {
  readonly key: string;
  readonly isRole: boolean;
}

const factsOf = remembered((email: string): MailboxFacts => {
  const key = emailKey(email) ?? '';
  return { key, isRole: key !== '' && isRoleAccount(key) };
});
const isRoom = remembered(isRoomName);

function attendeeOf(line: ContentLine): Attendee | undefined {
  const cn = parameter(line, 'CN') || nameIn(line.value);
  const email = emailOf(line, cn);
  const { key, isRole } = factsOf(email);
  if (isRole || NO_PEOPLE.has(parameter(line, 'CUTYPE').toUpperCase()) || isRoom(cn)) return undefined;
  const tel = /^tel:/i.test(line.value.trim()) ? line.value.trim().slice(4).replace(/;.*$/s, '') : '';
  const id = idOf(key, tel, cn);
  if (id === '') return undefined;
  return {
    id,
    key,
    email,
    tel,
    display: cn,
    // RFC 5545 §3.2.12: an answer nobody knows is none.
    answer: ANSWERS.get((parameter(line, 'PARTSTAT') || parameter(line, 'STATUS')).toUpperCase()) ?? 'none',
    isListed: line.name === 'ATTENDEE',
    ...rolesOf(line),
  };
}

/** What they are there for (§3.2.16); vCalendar 1.0 has no ORGANIZER and says it here. */
function rolesOf(line: ContentLine): Pick<Attendee, 'isOrganizer' | 'isOnlyInformed' | 'role'> {
  const role = parameter(line, 'ROLE').toUpperCase();
  return {
    isOrganizer: line.name === 'ORGANIZER' || role === 'ORGANIZER' || role === 'OWNER',
    isOnlyInformed: role === 'NON-PARTICIPANT',
    role: role === 'CHAIR' || role === 'X-SPEAKER' ? role : '',
  };
}

function idOf(key: string, tel: string, cn: string): string {
  if (key !== '') return `mailto:${key}`;
  const number = tel === '' ? undefined : telKey(tel);
  if (number !== undefined) return `tel:${number}`;
  const { fn } = personName(cn, '');
  return fn === '' ? '' : `name:${nameKey(fn)}`;
}

const HEARD: readonly Answer[] = ['none', 'delegated', 'tentative', 'declined', 'accepted'];

/** Somebody named twice (as ORGANIZER and ATTENDEE, or by a sloppy export): one person with the answer that was given. */
function merged(one: Attendee, other: Attendee): Attendee {
  const answer = HEARD.indexOf(other.answer) > HEARD.indexOf(one.answer) ? other.answer : one.answer;
  return {
    ...one,
    display: one.display || other.display,
    answer,
    isOrganizer: one.isOrganizer || other.isOrganizer,
    isListed: one.isListed || other.isListed,
    role: one.role || other.role,
    isOnlyInformed: one.isOnlyInformed && other.isOnlyInformed,
  };
}

/**
 * The people an event names, each once: attendees in order, then the organizer. Rooms, resources, groups, role accounts
 * and robots are none. Nobody where it has no ATTENDEE at all: a published event's organizer is whoever published it.
 */
export function attendeesOf({ properties }: Component): Attendee[] {
  const lines = propertiesOf(properties, 'ATTENDEE').slice(0, MOST_ATTENDEES);
  const organizer = propertyOf(properties, 'ORGANIZER');
  if (lines.length === 0) return [];
  const people = new Map<string, Attendee>();
  for (const line of organizer ? [...lines, organizer] : lines) {
    const attendee = attendeeOf(line);
    if (!attendee) continue;
    const known = people.get(attendee.id);
    people.set(attendee.id, known ? merged(known, attendee) : attendee);
  }
  return [...people.values()];
}

const LONGEST_NAME = 300;

/** Whose event it is, as text: the name, else the mailbox; empty where nobody is named. */
export function organizerOf(line: ContentLine | undefined): string {
  if (!line) return '';
  const cn = parameter(line, 'CN') || nameIn(line.value);
  return clipText((personName(cn, '').fn || emailOf(line, cn)).replace(/\s+/g, ' ').trim(), LONGEST_NAME);
}
