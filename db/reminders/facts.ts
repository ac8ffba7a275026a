// Gathers what may be due: index by index, never everybody.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { plusDays } from '#core/reminders/days.ts';
import { LET_GO_AFTER, LET_GO_TOLD } from '#core/reminders/due.ts';
import type { Occasion, ReminderFacts } from '#core/reminders/facts.ts';
import type { Day } from '#core/reminders/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId } from '#db/settings/queries.ts';
import { birthdays } from './birthdays.ts';
import { keptPeople } from './cadences.ts';
import { lastContacts } from './last-contact.ts';
import { openRows, rowsOf } from './rows.ts';

/** An encounter carries the first day of its event; no event anybody follows up lasts longer than this. */
const LONGEST_EVENT = 14;
/** Later than this a follow-up is neither due nor told about. */
const REACH = LET_GO_AFTER + LET_GO_TOLD + 1;

const OCCASIONS = `select m.contact_id as "contactId", m.event_id as "eventId", e.summary as event, m.met_on as "metOn",
    e.dtend as "endsOn"
  from encounter m join contact c on c.id = m.contact_id left join event e on e.id = m.event_id
  where m.batch_id is null and m.met_on >= @first and max(m.met_on, coalesce(e.dtend, '')) >= @last
    and c.deleted_at is null order by m.id`;

interface MetRow {
  readonly contactId: number;
  readonly metOn: string | null;
  readonly endsOn: string | null;
}

interface OccasionRow {
  readonly contactId: number;
  readonly eventId: number | null;
  readonly event: string | null;
  readonly metOn: string;
  readonly endsOn: string | null;
}

const isDay = (date: string): boolean => date.length === 10 && !date.startsWith('--');

/** The last day of a meeting: the event's end, else the day they met; undefined where neither is a day. */
function lastDay(metOn: string | null, endsOn: string | null): Day | undefined {
  if (metOn === null || !isDay(metOn)) return undefined;
  return endsOn !== null && isDay(endsOn) && endsOn > metOn ? endsOn : metOn;
}

/** Everybody met at an event, each once, with the last day on which they were. */
export function metAt(
  book: ReadBook,
  eventId: EventId,
): { readonly contactId: ContactId; readonly on?: Day }[] {
  const rows = book
    .statement(
      `select m.contact_id as "contactId", m.met_on as "metOn", e.dtend as "endsOn" from encounter m
       join contact c on c.id = m.contact_id join event e on e.id = m.event_id
       where m.event_id = ? and c.deleted_at is null order by m.id`,
    )
    .all(eventId) as MetRow[]; // the columns named
  const last = new Map<ContactId, Day | undefined>();
  for (const { contactId: id, metOn, endsOn } of rows) {
    const contactId = ContactId.parse(id);
    const [on, known] = [lastDay(metOn, endsOn), last.get(contactId)];
    last.set(contactId, known !== undefined && (on === undefined || on < known) ? known : on);
  }
  return [...last].map(([contactId, on]) => (on === undefined ? { contactId } : { contactId, on }));
}

/** Whom the owner wrote down as met of late, on a day that is known. */
function occasions(book: ReadBook, today: Day): Occasion[] {
  const last = plusDays(today, -REACH);
  const first = plusDays(last, -LONGEST_EVENT);
  const rows = book.statement(OCCASIONS).all({ first, last }) as OccasionRow[]; // the columns named
  return rows.flatMap(({ contactId, eventId, event, metOn, endsOn }) => {
    const on = lastDay(metOn, endsOn);
    if (on === undefined) return [];
    return [
      {
        contactId: ContactId.parse(contactId),
        on,
        event: event ?? '',
        ...(eventId !== null && { eventId: EventId.parse(eventId) }),
      },
    ];
  });
}

/** Everything that may ask for the owner on a day. */
export function reminderFacts(book: ReadBook, today: Day, now: DateTime): ReminderFacts {
  const kept = keptPeople(book);
  const met = occasions(book, today);
  const open = openRows(book);
  const born = birthdays(book, { today, now, chosen: new Set(kept.map(({ contactId }) => contactId)) });
  const ids = new Set([...kept, ...met, ...open].map(({ contactId }) => contactId));
  const all = new Set([...ids, ...born.map(({ contactId }) => contactId)]);
  return {
    owner: ownerId(book),
    rows: rowsOf(book, [...all]),
    occasions: met,
    birthdays: born,
    kept,
    lastContact: lastContacts(book, ids, today),
  };
}
