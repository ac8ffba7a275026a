// What is due: follow-ups, promises, birthdays and people to keep in touch with, out of plain facts and a day.
import type { ContactId } from '#core/contacts/model.ts';
import { birthdayNear } from './birthdays.ts';
import { daysFrom, lastDayOf, nextBy, plusDays } from './days.ts';
import type { Kept, Occasion, ReminderFacts, ReminderRow } from './facts.ts';
import { REMINDER_KINDS } from './model.ts';
import type { Day, Reminder, ReminderKind, ReminderState } from './model.ts';

/** A follow-up is due the day after; three days later it is overdue, and after fourteen it is too late to be natural. */
export const FOLLOW_UP_AFTER = 1;
export const OVERDUE_AFTER = 3;
export const LET_GO_AFTER = 14;
/** For so many days it is said that something was let go. */
export const LET_GO_TOLD = 7;
/** How far Today looks ahead. */
export const AHEAD = 28;
/** A birthday that was answered within so many days of it was that one, and not last year's. */
const SAME_BIRTHDAY = 60;

/** All but the name, which is the book's. */
export type DueReminder = Omit<Reminder, 'fn'>;

export interface Due {
  /** The latest first within each kind, the kinds in the order of Today. */
  readonly reminders: readonly DueReminder[];
  /** Follow-ups that were let go within the last week: told once, calmly, and never again. */
  readonly letGo: number;
}

/**
 * Everything that asks for the owner today, and what will within four weeks.
 *
 * - `follow_up`: for somebody met, one day after; overdue after three more, let go after fourteen. A later contact of
 *   any kind, or the owner's word, settles it. The newest meeting counts, so that nobody is there twice.
 * - `promise`: by the day the owner named. It is never let go by itself.
 * - `birthday`: from seven days before until three days after.
 * - `keep_in_touch`: only for somebody with a cadence, counted from the last contact, or whom the owner asked to be
 *   reminded of once; it grows no more urgent by waiting.
 *
 * The owner's own card is never among them.
 */
export function dueReminders(facts: ReminderFacts, today: Day): Due {
  const rows = facts.rows.filter(({ contactId }) => contactId !== facts.owner);
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  const about = (contactId: ContactId, kind: ReminderKind): readonly ReminderRow[] =>
    (byContact.get(contactId) ?? []).filter((row) => row.kind === kind);
  const asked: Asking = { ...facts, about, today };
  const isOther = ({ contactId }: { readonly contactId: ContactId }) => contactId !== facts.owner;
  const followUps = followUpsOf(asked, facts.occasions.filter(isOther), rows);
  const all = [
    ...followUps.map(({ reminder }) => reminder),
    ...rows.flatMap((row) => promiseOf(row, today)),
    ...facts.birthdays.filter(isOther).flatMap((one) => birthdayOf(asked, one)),
    ...facts.kept.filter(isOther).flatMap((one) => keepInTouch(asked, one)),
    ...askedOnce(asked, rows),
  ];
  return {
    reminders: all
      .filter((one) => one !== undefined)
      .filter(({ dueOn }) => daysFrom(today, dueOn) <= AHEAD)
      .toSorted(inOrder),
    letGo: followUps.filter(({ isLetGo }) => isLetGo).length,
  };
}

interface Asking extends ReminderFacts {
  readonly today: Day;
  readonly about: (contactId: ContactId, kind: ReminderKind) => readonly ReminderRow[];
}

const inOrder = (a: DueReminder, b: DueReminder): number =>
  REMINDER_KINDS.indexOf(a.kind) - REMINDER_KINDS.indexOf(b.kind) ||
  (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
  a.contactId - b.contactId ||
  (a.id ?? 0) - (b.id ?? 0);

/** What a day makes of something due: upcoming, due, overdue. */
export function stateOn(dueOn: Day, today: Day): ReminderState {
  const late = daysFrom(dueOn, today);
  if (late < 0) return 'upcoming';
  return late < OVERDUE_AFTER ? 'due' : 'overdue';
}

/** As `stateOn`, for what does not become more urgent by waiting. */
const calmly = (dueOn: Day, today: Day): ReminderState => (dueOn > today ? 'upcoming' : 'due');

interface FollowUp {
  /** Absent: it has been let go. */
  readonly reminder?: DueReminder;
  readonly isLetGo: boolean;
}

/** What is to be followed up; where it was put off, the meeting itself may be too long ago to be known any more. */
interface ToFollow extends Occasion {
  readonly metOn?: Day;
  readonly put?: ReminderRow;
}

/** Somebody met, as far as it is known when and where. */
export interface Met extends Pick<Occasion, 'contactId' | 'eventId'> {
  /** The last day of it. */
  readonly on?: Day;
}

/** One for everybody met of late: the newest meeting, unless something came after it. */
function followUpsOf(
  asked: Asking,
  occasions: readonly Occasion[],
  rows: readonly ReminderRow[],
): FollowUp[] {
  const newest = new Map<ContactId, ToFollow>();
  for (const one of occasions) {
    const known = newest.get(one.contactId);
    if (one.on <= asked.today && (known === undefined || known.on < one.on))
      newest.set(one.contactId, { ...one, metOn: one.on });
  }
  for (const put of newestOpen(rows, 'follow_up')) {
    const { contactId, eventId, event, createdOn } = put;
    const known = newest.get(contactId);
    if (known !== undefined && known.on > createdOn) continue;
    const isSame = known?.metOn !== undefined && known.eventId === eventId;
    newest.set(contactId, {
      contactId,
      on: createdOn,
      event,
      put,
      ...(eventId !== undefined && { eventId }),
      ...(isSame && { metOn: known.metOn }),
    });
  }
  return [...newest.values()].flatMap((one) => followUpOf(asked, one) ?? []);
}

function followUpOf(
  asked: Asking,
  { contactId, on, event, eventId, metOn, put }: ToFollow,
): FollowUp | undefined {
  const met = { contactId, on, ...(eventId !== undefined && { eventId }) };
  if (isFollowedUp(met, asked.about(contactId, 'follow_up'), asked.lastContact)) return undefined;
  const dueOn = put?.dueOn ?? plusDays(on, FOLLOW_UP_AFTER);
  const late = daysFrom(dueOn, asked.today);
  if (late >= LET_GO_AFTER) return { isLetGo: late < LET_GO_AFTER + LET_GO_TOLD };
  const reminder: DueReminder = {
    ...(put && { id: put.id }),
    ...(eventId !== undefined && { eventId }),
    ...(metOn !== undefined && { metOn }),
    kind: 'follow_up',
    contactId,
    dueOn,
    state: stateOn(dueOn, asked.today),
    text: '',
    isSnoozed: put !== undefined,
    event,
  };
  return { reminder, isLetGo: false };
}

/**
 * Whether somebody met has been followed up since: by the owner's word about that event, by their word on that day or
 * later, or by a contact on a later day. `rows` are reminders of theirs; without a day only the event can say.
 */
export function isFollowedUp(
  { contactId, on, eventId }: Met,
  rows: readonly ReminderRow[],
  lastContact: ReminderFacts['lastContact'],
): boolean {
  const answers = rows.flatMap((row) =>
    row.kind === 'follow_up' && row.settled !== undefined ? [{ ...row, day: row.settled.on }] : [],
  );
  if (eventId !== undefined && answers.some((row) => row.eventId === eventId)) return true;
  return (
    on !== undefined && (answers.some(({ day }) => day >= on) || (lastContact.get(contactId) ?? '') > on)
  );
}

/** Of open rows of a kind the newest of each person. */
function newestOpen(rows: readonly ReminderRow[], kind: ReminderKind): Iterable<ReminderRow> {
  const open = rows.filter((row) => row.kind === kind && row.settled === undefined);
  return new Map(open.toSorted((a, b) => a.id - b.id).map((row) => [row.contactId, row])).values();
}

function promiseOf(row: ReminderRow, today: Day): DueReminder[] {
  const { id, kind, contactId, dueOn, text, settled } = row;
  if (kind !== 'promise' || settled !== undefined) return [];
  return [{ id, kind, contactId, dueOn, state: stateOn(dueOn, today), text, isSnoozed: false }];
}

function birthdayOf(
  { about, today }: Asking,
  { contactId, bday }: ReminderFacts['birthdays'][number],
): DueReminder[] {
  const found = birthdayNear(bday, today);
  if (found === undefined) return [];
  const rows = about(contactId, 'birthday').filter(
    ({ createdOn }) => Math.abs(daysFrom(createdOn, found.on)) <= SAME_BIRTHDAY,
  );
  if (rows.some(({ settled }) => settled !== undefined)) return [];
  const put = rows.at(-1);
  const dueOn = put?.dueOn ?? found.on;
  // A whole month asks for no day of it.
  const state = found.isMonth && put === undefined ? 'upcoming' : calmly(dueOn, today);
  return [
    {
      ...(put && { id: put.id }),
      kind: 'birthday',
      contactId,
      dueOn,
      state,
      text: '',
      isSnoozed: put !== undefined,
      bday,
      ...(found.age !== undefined && { age: found.age }),
    },
  ];
}

function keepInTouch(asked: Asking, { contactId, cadence, since }: Kept): DueReminder[] {
  const { about, today, lastContact } = asked;
  const rows = about(contactId, 'keep_in_touch');
  const lastOn = lastContact.get(contactId);
  const last = lastOn === undefined ? undefined : lastDayOf(lastOn);
  // Letting it go is no contact, but it is an answer for this round.
  const answered = rows.flatMap(({ settled }) => settled?.on ?? []);
  const known = [...answered, ...(last === undefined ? [] : [last])].filter((day) => day <= today);
  const from = known.length === 0 ? since : known.reduce((a, b) => (a > b ? a : b));
  const put = rows.findLast(({ settled, createdOn }) => settled === undefined && createdOn >= from);
  const dueOn = put?.dueOn ?? nextBy(from, cadence);
  return [
    {
      ...(put && { id: put.id }),
      kind: 'keep_in_touch',
      contactId,
      dueOn,
      state: calmly(dueOn, today),
      text: '',
      isSnoozed: put !== undefined,
      cadence,
      ...(lastOn !== undefined && { lastOn }),
    },
  ];
}

/** Somebody without a cadence whom the owner wants to be reminded of on a day. */
function askedOnce({ kept, today, lastContact }: Asking, rows: readonly ReminderRow[]): DueReminder[] {
  const regular = new Set(kept.map(({ contactId }) => contactId));
  return [...newestOpen(rows, 'keep_in_touch')].flatMap(({ id, kind, contactId, dueOn, createdOn }) => {
    const lastOn = lastContact.get(contactId);
    if (regular.has(contactId) || (lastOn ?? '') > createdOn) return [];
    const state = calmly(dueOn, today);
    return [
      {
        id,
        kind,
        contactId,
        dueOn,
        state,
        text: '',
        isSnoozed: true,
        ...(lastOn !== undefined && { lastOn }),
      },
    ];
  });
}
