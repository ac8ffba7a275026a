// Reminders the book has a row for. Only this feature writes `reminder`.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { ReminderRow } from '#core/reminders/facts.ts';
import { Outcome, ReminderId } from '#core/reminders/model.ts';
import type { Day, ReminderKind, ReminderRef } from '#core/reminders/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { OWNERS } from '#db/columns.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict, notFound } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { localDay } from './local-day.ts';
import { reminder } from './tables.ts';

interface Stored {
  readonly id: number;
  readonly contactId: number;
  readonly kind: ReminderKind;
  readonly eventId: number | null;
  readonly event: string | null;
  readonly dueOn: Day;
  readonly text: string;
  readonly createdAt: DateTime;
  readonly settledAt: DateTime | null;
  readonly outcome: string;
}

const COLUMNS = `r.id, r.contact_id as "contactId", r.kind, r.event_id as "eventId", e.summary as event, r.due_on as "dueOn",
  r.text, r.created_at as "createdAt", r.settled_at as "settledAt", r.outcome`;
const TABLES = `reminder r join contact c on c.id = r.contact_id and c.deleted_at is null
  left join event e on e.id = r.event_id`;

function toRow({ eventId, event, createdAt, settledAt, outcome, ...row }: Stored): ReminderRow {
  return {
    ...row,
    id: ReminderId.parse(row.id),
    contactId: ContactId.parse(row.contactId),
    ...(eventId !== null && { eventId: EventId.parse(eventId) }),
    event: event ?? '',
    createdOn: localDay(createdAt),
    ...(settledAt !== null && {
      settled: { on: localDay(settledAt), outcome: Outcome.catch('done').parse(outcome) },
    }),
  };
}

/** All that are open. */
export const openRows = (book: ReadBook): ReminderRow[] =>
  (
    book
      .statement(`select ${COLUMNS} from ${TABLES} where r.settled_at is null order by r.id`)
      .all() as Stored[]
  ) // the columns named
    .map(toRow);

/** All there are of these people, the settled ones too. */
export const rowsOf = (book: ReadBook, ids: readonly ContactId[]): ReminderRow[] =>
  (
    book
      .statement(
        `select ${COLUMNS} from json_each(?) j cross join ${TABLES} where r.contact_id = j.value order by r.id`,
      )
      .all(JSON.stringify(ids)) as Stored[]
  ) // the columns named
    .map(toRow);

/** Somebody one can be reminded of. Throws NOT_FOUND for nobody, CONFLICT `is_owner` for the owner. */
export function checkOther(book: ReadBook, id: ContactId): void {
  contactRow(book, id);
  if (ownerId(book) === id) throw conflict('is_owner');
}

export function addPromise(
  book: WriteBook,
  { contactId, text, dueOn }: { readonly contactId: ContactId; readonly text: string; readonly dueOn: Day },
  now: DateTime,
): ReminderId {
  checkOther(book, contactId);
  return ReminderId.parse(book.insert(reminder, { contactId, kind: 'promise', dueOn, text, createdAt: now }));
}

/** Throws NOT_FOUND when there is no such promise. */
export function changePromise(
  book: WriteBook,
  { id, text, dueOn }: { readonly id: ReminderId; readonly text: string; readonly dueOn: Day },
): void {
  if (book.rowOf('reminder', id)?.['kind'] !== 'promise') throw notFound('reminder');
  book.update(reminder, id, { text, dueOn, ...OWNERS });
}

/** Throws NOT_FOUND when the row is gone, CONFLICT `settled` when it has been answered. */
function openId(book: WriteBook, id: ReminderId): ReminderId {
  const row = book.rowOf('reminder', id);
  if (row === undefined) throw notFound('reminder');
  if (row['settled_at'] !== null) throw conflict('settled');
  return id;
}

/** What follows from other facts gets its row now; a promise has none but its own. */
function rowFor(book: WriteBook, ref: ReminderRef, now: DateTime): ReminderId {
  const { id, kind, contactId, eventId, dueOn } = ref;
  if (id !== undefined) return openId(book, id);
  if (kind === 'promise') throw notFound('reminder');
  checkOther(book, contactId);
  if (eventId !== undefined && book.rowOf('event', eventId) === undefined) throw notFound('event');
  const row = { contactId, kind, dueOn, createdAt: now, ...(eventId !== undefined && { eventId }) };
  return ReminderId.parse(book.insert(reminder, row));
}

/** Writes down how the owner answered. Throws as `openId` says. */
export function settle(book: WriteBook, ref: ReminderRef, outcome: Outcome, now: DateTime): void {
  book.update(reminder, rowFor(book, ref, now), { settledAt: now, outcome, ...OWNERS });
}

/** Puts it off. Throws as `openId` says. */
export function snooze(book: WriteBook, ref: ReminderRef, until: Day, now: DateTime): void {
  book.update(reminder, rowFor(book, ref, now), { dueOn: until, ...OWNERS });
}

/** An event that goes is named by no reminder any more; what is to be done stays. */
export function forgetEvent(book: WriteBook, eventId: EventId): void {
  for (const id of book.statement('select id from reminder where event_id = ?').pluck().all(eventId))
    book.update(reminder, Number(id), { eventId: null });
}
