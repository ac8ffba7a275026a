// Who met whom by a calendar: the people of each meeting, the owner's days with each, and the others' with each other.
import type { ContactDraft, DraftProperty, EvidenceDraft, PersonRef } from '../model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { Attendee } from './icalendar-attendees.ts';
import { bestName, type PersonName } from './mail-names.ts';

/** More people than this on one event did not come to know each other. */
export const CROWD = 20;
/** Up to so many others sat around one table. */
const ROUND_TABLE = 8;
const MOST_PAIRS = 20_000;
/** More than a file can name; only to make one number of two. */
const MOST_PEOPLE = 2 ** 26;

export interface Attendance {
  readonly isCrowd: boolean;
  /** Those who were there besides the owner. */
  readonly present: readonly Attendee[];
  /** Those the owner has to do with: present, or invited and not declined. */
  readonly invited: readonly Attendee[];
}

export interface Rules {
  readonly ownerIds: ReadonlySet<string>;
  /** Somebody in the file answered an invitation: then silence is no yes. Exports without answers have only silence. */
  readonly hasAnswers: boolean;
}

const NOBODY: Attendance = { isCrowd: false, present: [], invited: [] };

/**
 * Who was at an event. Counted as there: who accepted, the organizer, and where nobody in the whole file ever answered,
 * everybody. Not: declined, tentative, delegated, merely informed. Nobody where the owner declined, or in a crowd.
 */
export function attendanceOf(people: readonly Attendee[], { ownerIds, hasAnswers }: Rules): Attendance {
  if (people.filter(({ isListed }) => isListed).length > CROWD) return { ...NOBODY, isCrowd: true };
  const own = people.filter(({ id }) => ownerIds.has(id));
  if (own.length > 0 && own.every(({ answer }) => answer === 'declined')) return NOBODY;
  const invited = people.filter(
    ({ id, answer, isOnlyInformed, isOrganizer }) =>
      !ownerIds.has(id) && answer !== 'declined' && (!isOnlyInformed || isOrganizer),
  );
  const present = invited.filter(({ answer, isOrganizer }) => {
    if (isOrganizer || answer === 'accepted') return true;
    return answer === 'none' && !hasAnswers;
  });
  return { isCrowd: false, present, invited };
}

/** Whether anybody but the owner and the organizers, who answer by inviting, answered an invitation. */
export const hasAnswers = (
  meetings: readonly (readonly Attendee[])[],
  ownerIds: ReadonlySet<string>,
): boolean =>
  meetings.some((people) =>
    people.some(({ answer, isOrganizer, id }) => answer !== 'none' && !isOrganizer && !ownerIds.has(id)),
  );

interface Known {
  readonly attendee: Attendee;
  readonly line: number;
  readonly displays: Map<string, number>;
  /** In the order of appearance. */
  readonly number: number;
}

interface PairKnown {
  readonly line: number;
  readonly a: Attendee;
  readonly b: Attendee;
  count: number;
  on: PartialDate;
  text: string;
}

/** The people of a file, gathered event by event. */
export interface People {
  invite(people: readonly Attendee[], line: number): void;
  /** They were together on these days. */
  meet(
    people: readonly Attendee[],
    on: readonly PartialDate[],
    event: { line: number; summary: string },
  ): void;
  refOf(attendee: Attendee): PersonRef;
  contacts(): ContactDraft[];
  evidence(): EvidenceDraft[];
}

export function newPeople(): People {
  const known = new Map<string, Known>();
  const pairs = new Map<number, PairKnown>();
  const names = new Map<string, PersonName>();

  const nameOf = ({ id, key, display }: Attendee): PersonName => {
    let name = names.get(id);
    if (!name) names.set(id, (name = bestName(known.get(id)?.displays ?? new Map([[display, 1]]), key)));
    return name;
  };
  const refOf = (attendee: Attendee): PersonRef => ({
    fn: nameOf(attendee).fn,
    ...(attendee.email !== '' && { email: attendee.email }),
    ...(attendee.tel !== '' && { tel: attendee.tel }),
  });
  return {
    refOf,
    invite(people, line) {
      for (const attendee of people) {
        const one = known.get(attendee.id) ?? {
          attendee,
          line,
          displays: new Map<string, number>(),
          number: known.size,
        };
        known.set(attendee.id, one);
        const { display } = attendee;
        if (display !== '') one.displays.set(display, (one.displays.get(display) ?? 0) + 1);
      }
    },
    meet(people, on, event) {
      if (people.length > ROUND_TABLE || on.length === 0) return;
      for (const [at, a] of people.entries()) {
        const first = known.get(a.id)?.number ?? 0;
        for (const b of people.slice(at + 1)) {
          const second = known.get(b.id)?.number ?? 0;
          const key = Math.min(first, second) * MOST_PEOPLE + Math.max(first, second);
          addPair(pairs, key, [a, b], { ...event, on });
        }
      }
    },
    contacts: () => contactsOf([...known.values()], nameOf),
    evidence: () =>
      [...pairs.values()].map(({ line, a, b, count, on, text }) => ({
        line,
        kind: 'meeting' as const,
        person: refOf(a),
        other: refOf(b),
        on,
        count,
        text,
      })),
  };
}

function addPair(
  pairs: Map<number, PairKnown>,
  key: number,
  [a, b]: readonly [Attendee, Attendee],
  { line, summary, on }: { line: number; summary: string; on: readonly PartialDate[] },
): void {
  const newest = on.at(-1) ?? '';
  const known = pairs.get(key);
  if (!known) {
    if (pairs.size < MOST_PAIRS) pairs.set(key, { line, a, b, count: on.length, on: newest, text: summary });
    return;
  }
  known.count += on.length;
  if (newest < known.on) return;
  known.on = newest;
  known.text = summary;
}

/** One draft for each mailbox; somebody without one only where nobody of that name has one. */
function contactsOf(known: readonly Known[], nameOf: (attendee: Attendee) => PersonName): ContactDraft[] {
  const named = new Set(
    known.filter(({ attendee }) => attendee.key !== '').map(({ attendee }) => nameOf(attendee).fn),
  );
  return known.flatMap(({ attendee, line }): ContactDraft[] => {
    const { fn, n } = nameOf(attendee);
    const { email, tel } = attendee;
    if (email === '' && tel === '' && (fn === '' || named.has(fn))) return [];
    const properties: DraftProperty[] = [];
    if (email !== '') properties.push({ name: 'EMAIL', value: email, type: '' });
    if (tel !== '') properties.push({ name: 'TEL', value: tel, type: '' });
    // A mailbox nobody named is shown by its address; that is no name, so it has no parts.
    return [{ line, fn: fn || email || tel, n, properties, issues: [] }];
  });
}
