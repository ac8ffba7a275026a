// Making one event of several: everything that points at the ones that go points at the one that stays.
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId, Partstat } from '#core/events/model.ts';
import { joinedMeetings, mergedEvent } from '#core/events/merge.ts';
import type { MergingEvent, MergingMeeting } from '#core/events/merge.ts';
import { conflict } from '#db/problems.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { reminder } from '#db/reminders/tables.ts';
import { eventRow, eventValues, rowsAt, toForm } from './queries.ts';
import { attendee, encounter, event } from './tables.ts';

const merging = (book: ReadBook, id: EventId): MergingEvent => {
  const row = eventRow(book, id);
  return { ...toForm(row), uid: row.uid };
};

/**
 * Merges events into one: meetings, list and reminders move, somebody met at both is kept once with both notes, the days
 * reach from the first to the last. One deed, taken back exactly. Throws NOT_FOUND, and CONFLICT `same_event` when one is
 * named twice.
 */
export function mergeEvents(book: WriteBook, survivorId: EventId, absorbedIds: readonly EventId[]): void {
  const all = [survivorId, ...absorbedIds];
  if (new Set(all).size < all.length) throw conflict('same_event');
  const { uid, ...form } = mergedEvent(
    merging(book, survivorId),
    absorbedIds.map((id) => merging(book, id)),
  );
  book.update(event, survivorId, { ...eventValues(form), uid });
  moveMeetings(book, survivorId, all);
  for (const id of absorbedIds) {
    for (const row of rowsAt(book, 'reminder', id)) book.update(reminder, row, { eventId: survivorId });
    moveList(book, survivorId, id);
  }
  for (const id of absorbedIds) book.remove(event, id);
}

interface MeetingRow extends Omit<MergingMeeting, 'metOn' | 'introducedById'> {
  readonly metOn: string | null;
  readonly introducedById: number | null;
}

/** All meetings at the events, with people in the bin too, in the order in which the events are named. */
function meetingsAt(book: ReadBook, ids: readonly EventId[]): MergingMeeting[] {
  const rows = book
    .statement(
      `select m.id, m.event_id as "eventId", m.contact_id as "contactId", m.met_on as "metOn", m.location, m.channel,
         m.note, m.introduced_by_id as "introducedById"
       from json_each(?) j join encounter m on m.event_id = j.value order by j.key, m.id`,
    )
    .all(JSON.stringify(ids)) as MeetingRow[]; // the columns named
  return rows.map(({ metOn, introducedById, ...row }) => ({
    ...row,
    ...(metOn !== null && { metOn }),
    ...(introducedById !== null && { introducedById }),
  }));
}

function moveMeetings(book: WriteBook, survivorId: EventId, ids: readonly EventId[]): void {
  for (const { kept, gone } of joinedMeetings(meetingsAt(book, ids))) {
    const { id, eventId: _left, contactId: _same, metOn, introducedById, ...rest } = kept;
    // A meeting nobody joined only moves: an import that is taken back still knows it as its own.
    const joined = { ...rest, metOn: metOn ?? null, introducedById: introducedById ?? null };
    book.update(encounter, id, { eventId: survivorId, ...(gone.length > 0 && joined) });
    for (const other of gone) book.remove(encounter, other);
  }
}

interface ListedRow {
  readonly id: number;
  readonly contactId: ContactId;
  readonly partstat: Partstat;
}

/** Moves a list; where the owner has spoken of somebody at both, the answer that was given stands. */
function moveList(book: WriteBook, survivorId: EventId, id: EventId): void {
  const own = book.statement(
    `select id, contact_id as "contactId", partstat from attendee where event_id = ? and batch_id is null`,
  );
  const there = new Map((own.all(survivorId) as ListedRow[]).map((row) => [row.contactId, row])); // the columns named
  for (const row of own.all(id) as ListedRow[]) {
    const twin = there.get(row.contactId);
    if (twin === undefined) continue;
    if (twin.partstat === 'NEEDS-ACTION') book.update(attendee, twin.id, { partstat: row.partstat });
    book.remove(attendee, row.id);
  }
  for (const row of rowsAt(book, 'attendee', id)) book.update(attendee, row, { eventId: survivorId });
}
