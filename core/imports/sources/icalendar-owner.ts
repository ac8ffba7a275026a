// Whose calendar it is, where the book does not know it yet.
import { emailKey } from '#core/contacts/identity.ts';
import { fold } from '#core/shared/fold.ts';
import type { Attendee } from './icalendar-attendees.ts';
import { bestName, personName } from './mail-names.ts';
import { isRoleAccount } from './mail-roles.ts';

export interface OwnerHints {
  /** `emailKey`s known to the book. */
  readonly emails: ReadonlySet<string>;
  /** `fold`ed. */
  readonly names: ReadonlySet<string>;
  /** X-WR-CALNAME and NAME of the calendars: Google names the first calendar by its owner's mailbox. */
  readonly calendarNames: readonly string[];
}

export interface Owner {
  /** Of everybody who is the owner, `Attendee.id`. */
  readonly ids: ReadonlySet<string>;
  /** Mailboxes as written, for the book; only those that occur in the file or name the calendar. */
  readonly emails: readonly string[];
  readonly name: ReturnType<typeof bestName>;
}

/** The owner is at (nearly) all meetings of their calendar. */
const NEARLY_ALL = 0.8;

/** Who is at nearly all of several meetings, and nobody else at as many. */
function alwaysThere(meetings: readonly (readonly Attendee[])[]): string | undefined {
  if (meetings.length < 2) return undefined;
  const times = new Map<string, number>();
  for (const people of meetings) {
    for (const { id, key } of people) if (key !== '') times.set(id, (times.get(id) ?? 0) + 1);
  }
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < meetings.length * NEARLY_ALL || first[1] === second?.[1]) return undefined;
  return first[0];
}

/** Who the book says the owner is has no word in common with this name: a calendar of meetings with one person only. */
function isSomebodyElse(one: Attendee | undefined, ownerNames: ReadonlySet<string>): boolean {
  const called = wordsIn(fold(personName(one?.display ?? '', one?.key ?? '').fn));
  return (
    called.length > 0 &&
    ownerNames.size > 0 &&
    ![...ownerNames].some((name) => wordsIn(name).some((word) => called.includes(word)))
  );
}

const wordsIn = (name: string): readonly string[] => name.match(/[\p{L}\p{M}]{2,}/gu) ?? [];

/**
 * The owner of a calendar: mailboxes the book knows; else the one the calendar is named by; else the owner's name, or the
 * calendar's, on an attendee; else who is at nearly all meetings, unless the book knows the owner by another name. Nobody
 * where none of these tells.
 */
export function ownerOf(meetings: readonly (readonly Attendee[])[], hints: OwnerHints): Owner {
  const people = new Map(meetings.flatMap((list) => list.map((one) => [one.id, one] as const)));
  const named = hints.calendarNames
    .map((name) => name.trim())
    .filter((name) => !isRoleAccount(emailKey(name) ?? '@'));
  const mailboxes = named.filter((name) => emailKey(name) !== undefined);
  const ids = new Set(mailboxes.map((name) => `mailto:${emailKey(name) ?? ''}`));
  for (const { id, key } of people.values()) if (hints.emails.has(key)) ids.add(id);
  const names = new Set([...hints.names, ...named.filter((name) => /\p{L}\s\p{L}/u.test(name)).map(fold)]);
  if (ids.size === 0) {
    for (const { id, display, key } of people.values())
      if (display !== '' && names.has(fold(personName(display, key).fn))) ids.add(id);
  }
  const guessed = ids.size === 0 ? alwaysThere(meetings) : undefined;
  if (guessed !== undefined && !isSomebodyElse(people.get(guessed), hints.names)) ids.add(guessed);
  return describe(meetings, ids, mailboxes);
}

function describe(
  meetings: readonly (readonly Attendee[])[],
  ids: ReadonlySet<string>,
  mailboxes: readonly string[],
): Owner {
  const displays = new Map<string, number>();
  const emails = new Map<string, string>();
  for (const mailbox of mailboxes) emails.set(emailKey(mailbox) ?? mailbox, mailbox);
  for (const people of meetings) {
    for (const { id, key, email, display } of people) {
      if (!ids.has(id)) continue;
      if (display !== '') displays.set(display, (displays.get(display) ?? 0) + 1);
      if (key !== '' && !emails.has(key)) emails.set(key, email);
    }
  }
  return { ids, emails: [...emails.values()], name: bestName(displays, [...emails.values()][0] ?? '') };
}
