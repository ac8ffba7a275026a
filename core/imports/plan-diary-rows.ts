// Meetings and reminders of a file beside those of the book: which of them are the same, and which say something else.
import type { ContactId } from '#core/contacts/model.ts';
import type { EncounterOf, ReminderOf } from './diary.ts';
import { personKey } from './plan-people.ts';
import type { BookLookup, EventAt, KnownEncounter, KnownReminder, PersonAt } from './planned.ts';

/** Whether the book, or an earlier file of the batch, says it already; `other` where it says otherwise. */
export type Known = 'none' | 'same' | 'other';

type Encounter = EncounterOf<PersonAt, EventAt>;
type Reminder = ReminderOf<PersonAt, EventAt>;

interface Matching<Said> {
  /** Looks whether the book has exactly this. Before anything is asked of records that only resemble it. */
  note(said: Said): void;
  /** `entry` is the file that says it: within one file two that look alike are two. */
  knownOf(said: Said, entry: number): Known;
}

interface Rules<Said, Row> {
  readonly rowsOf: (id: ContactId) => readonly Row[];
  readonly isEqual: (said: Said, row: Row) => boolean;
  /** The same thing, of which other words may have been said since. */
  readonly isSame: (said: Said, row: Row) => boolean;
  /** What it is called among the records of the batch. */
  readonly keyOf: (said: Said) => string;
}

/** Each row of the book stands for one record of a file; what an earlier file has said is not said again. */
function matching<Said extends Encounter | Reminder, Row>({
  rowsOf,
  isEqual,
  isSame,
  keyOf,
}: Rules<Said, Row>): Matching<Said> {
  const open = new Map<ContactId, Row[]>();
  const exact = new Set<Said>();
  const earlier = new Map<string, { readonly entry: number; readonly words: string }>();
  const take = (said: Said, isIt: (said: Said, row: Row) => boolean): boolean => {
    if (!('contactId' in said.person)) return false;
    const { contactId } = said.person;
    let rows = open.get(contactId);
    if (rows === undefined) open.set(contactId, (rows = [...rowsOf(contactId)]));
    const at = rows.findIndex((row) => isIt(said, row));
    if (at >= 0) rows.splice(at, 1);
    return at >= 0;
  };
  return {
    note(said) {
      if (take(said, isEqual)) exact.add(said);
    },
    knownOf(said, entry) {
      const key = `${personKey(said.person)} ${keyOf(said)}`;
      const words = JSON.stringify(said);
      const before = earlier.get(key);
      if (before !== undefined && before.entry !== entry) return before.words === words ? 'same' : 'other';
      earlier.set(key, { entry, words });
      if (exact.has(said)) return 'same';
      return take(said, isSame) ? 'other' : 'none';
    },
  };
}

const idOf = (event: EventAt | undefined): number | undefined =>
  event !== undefined && 'eventId' in event ? event.eventId : undefined;

/** Of an event that stayed behind, or has gone since, the record alone was kept. */
const isEventOf = (event: EventAt | undefined, eventId: number | undefined): boolean =>
  event === undefined || eventId === undefined || idOf(event) === eventId;

export const reminderMatching = (book: BookLookup): Matching<Reminder> =>
  matching<Reminder, KnownReminder>({
    rowsOf: (id) => book.remindersOf(id),
    isEqual: (said, row) =>
      said.kind === row.kind &&
      said.createdAt === row.createdAt &&
      said.dueOn === row.dueOn &&
      said.text === row.text &&
      said.settledAt === row.settledAt &&
      said.outcome === row.outcome &&
      isEventOf(said.event, row.eventId),
    isSame: isSameOccasion,
    keyOf: ({ kind, createdAt, event, text }) => JSON.stringify([kind, createdAt, event ?? text]),
  });

function isSameOccasion(said: Reminder, row: KnownReminder): boolean {
  if (said.kind !== row.kind) return false;
  const event = idOf(said.event);
  // Made by one deed at one moment, follow-ups of two events are two.
  if (event !== undefined && row.eventId !== undefined) return event === row.eventId;
  if (said.createdAt === row.createdAt) return said.event === undefined || event !== undefined;
  return said.kind !== 'promise' && said.event === undefined && said.dueOn === row.dueOn;
}

export const encounterMatching = (book: BookLookup): Matching<Encounter> =>
  matching<Encounter, KnownEncounter>({
    rowsOf: (id) => book.encountersOf(id),
    isEqual: (said, row) =>
      isSameMeeting(said, row) &&
      said.channel === row.channel &&
      said.note === row.note &&
      introducerOf(said) === row.introducedBy,
    // Without an event and a day nothing tells that two meetings are one.
    isSame: (said, row) => (said.event !== undefined || said.on !== undefined) && isSameMeeting(said, row),
    keyOf: ({ event, on, location, note }) => JSON.stringify([event, on, location, event ?? on ?? note]),
  });

const introducerOf = ({ introducedBy }: Encounter): ContactId | undefined =>
  introducedBy !== undefined && 'contactId' in introducedBy ? introducedBy.contactId : undefined;

const isSameMeeting = (said: Encounter, row: KnownEncounter): boolean =>
  said.on === row.on && said.location === row.location && isEventOf(said.event, row.eventId);
