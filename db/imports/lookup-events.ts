// What planning asks of the events in the book: what imports have said of them, in which state, and what is the owner's.
import { isNewerVersion } from '#core/imports/event-version.ts';
import type { EventVersion } from '#core/imports/event-version.ts';
import { EVENT_FIELDS } from '#core/imports/plan-event-changes.ts';
import type { BookLookup, KnownEvent, KnownMeeting } from '#core/imports/planned.ts';
import { uidsOf } from '#core/events/same-event.ts';
import { lazily } from '#core/shared/lazily.ts';
import type { ReadBook } from '#db/book.ts';
import { choicesIn } from './choices.ts';
import { itemsIn } from './kept.ts';

interface EventRow extends Pick<
  KnownEvent,
  'summary' | 'location' | 'dtstart' | 'dtend' | 'url' | 'description'
> {
  readonly uid: string;
}

/** Answers about events; the history and the plans of before are read once, when first asked. */
export function eventsLookup(book: ReadBook): Pick<BookLookup, 'eventSaid' | 'eventVersion'> {
  const event = book.statement(
    `select summary, location, coalesce(dtstart, '') dtstart, coalesce(dtend, '') dtend, url, description, uid
     from event where id = ? and batch_id is not null`,
  );
  const met = book.statement(
    `select e.id, e.contact_id "contactId", e.met_on "on", e.location, e.channel, e.created_at "createdAt",
       e.batch_id "batchId", e.line
     from encounter e join contact c on c.id = e.contact_id
     where e.event_id = ? and e.batch_id is not null and e.met_on is not null and e.introduced_by_id is null
       and e.note = '' and c.deleted_at is null`,
  );
  const events = lazily(() => changedByOwner(book, 'event'));
  const encounters = lazily(() => changedByOwner(book, 'encounter'));
  const versions = lazily(() => versionsIn(book));
  return {
    eventSaid(id) {
      const row = event.get(id) as EventRow | undefined; // the columns named
      if (row === undefined || uidsOf(row.uid).length !== 1) return undefined;
      const meetings = met.all(id) as KnownMeeting[]; // the columns named
      const { uid: _uid, ...said } = row;
      return {
        ...said,
        owners: events().get(id) ?? new Set(),
        meetings: meetings.filter((one) => !encounters().has(one.id)),
      };
    },
    eventVersion: (uid) => versions().get(uid),
  };
}

/** Of each row the owner has changed, which columns; what they have undone does not count. */
function changedByOwner(book: ReadBook, table: 'event' | 'encounter'): Map<number, Set<string>> {
  const rows = book
    .statement(
      `select g.row_id id, g.before, g.after from journal_change g join journal_entry j on j.id = g.entry_id
       where g.table_name = ? and g.before is not null and g.after is not null and j.undone_at is null`,
    )
    .all(table) as { id: number; before: string; after: string }[]; // the columns named
  const changed = new Map<number, Set<string>>();
  for (const { id, before, after } of rows) {
    const columns = changed.get(id) ?? new Set();
    changed.set(id, columns);
    const [old, now] = [JSON.parse(before), JSON.parse(after)] as Record<string, unknown>[]; // rows as the journal keeps them
    for (const column of Object.values(EVENT_FIELDS))
      if ((old?.[column] ?? '') !== (now?.[column] ?? '')) columns.add(column);
  }
  return changed;
}

/** The newest state of each event by its UID, out of the plans of batches that stand. */
function versionsIn(book: ReadBook): Map<string, EventVersion> {
  const newest = new Map<string, EventVersion>();
  const pieces = book
    .statement(
      `select p.batch_id "batchId", p.id from import_plan p join import_batch b on b.id = p.batch_id
       where p.subject = 'event' and p.action in ('create', 'update') and b.state = 'applied'`,
    )
    .all() as { batchId: number; id: number }[]; // the columns named
  const items = book.statement('select items from import_plan where id = ?').pluck();
  for (const { batchId, id } of pieces) {
    const choices = choicesIn(book, batchId);
    for (const { at, event } of itemsIn(String(items.get(id)))) {
      const { uid, version } = event?.draft ?? {};
      if (uid === undefined || version === undefined || choices.get(at)?.choice === 'skip') continue;
      if (isNewerVersion(version, newest.get(uid))) newest.set(uid, version);
    }
  }
  return newest;
}
