// Events that may be the same as one: said on its page, never merged unasked.
import { EventId } from '#core/events/model.ts';
import { dayAfter, sameEvent, spanOf, uidsOf } from '#core/events/same-event.ts';
import type { DatedEvent, SameEventReason } from '#core/events/same-event.ts';
import type { ReadBook } from '#db/book.ts';
import { eventById, eventRow } from './queries.ts';

const MOST = 10;
/** Longer events are found by what they share with others only where these begin within so many days. */
const LONGEST_EVENT = 31;

interface Row {
  readonly id: number;
  readonly summary: string;
  readonly dtstart: string | null;
  readonly dtend: string | null;
  readonly uid: string;
}

const dated = ({ summary, dtstart, dtend, uid }: Omit<Row, 'id'>): DatedEvent => ({
  summary,
  uid,
  ...(dtstart !== null && { dtstart }),
  ...(dtend !== null && { dtend }),
});

/** The events that may be this one, with the reason, the surest first; at most ten. */
export function similarEvents(book: ReadBook, id: EventId) {
  const row = eventRow(book, id);
  const found = [...byUid(book, uidsOf(row.uid)), ...near(book, dated(row))];
  const reasons = new Map<number, SameEventReason>();
  for (const other of found) {
    if (other.id === id || reasons.has(other.id)) continue;
    const because = sameEvent(dated(row), dated(other));
    if (because !== undefined) reasons.set(other.id, because);
  }
  return [...reasons]
    .slice(0, MOST)
    .map(([other, because]) => ({ event: eventById(book, EventId.parse(other)), because }));
}

const COLUMNS = 'e.id, e.summary, e.dtstart, e.dtend, e.uid';

function byUid(book: ReadBook, uids: readonly string[]): Row[] {
  // Only with the second condition may SQLite use the index, which leaves out those without one.
  const named = book.statement(`select ${COLUMNS} from event e where e.uid = ? and e.uid <> ''`);
  return uids.flatMap((uid) => named.all(uid) as Row[]); // the columns named
}

/** Events that begin around the same days, whatever they are called; of undated ones those with nearly the same words. */
function near(book: ReadBook, event: DatedEvent): Row[] {
  const span = spanOf(event);
  if (span === undefined) {
    return book
      .statement(`select ${COLUMNS} from event e where e.dtstart is null and e.dtend is null limit 1000`)
      .all() as Row[]; // the columns named
  }
  const [first, last] = span;
  return book
    .statement(
      `select ${COLUMNS} from event e where e.dtstart between @from and @to
       union select ${COLUMNS} from event e where e.dtstart in (select value from json_each(@vague)) limit 2000`,
    )
    .all({
      from: dayAfter(first, -LONGEST_EVENT),
      to: dayAfter(last),
      // `2024` and `2024-05` stand before the days they may mean.
      vague: JSON.stringify([...new Set([first, last].flatMap((day) => [day.slice(0, 4), day.slice(0, 7)]))]),
    }) as Row[]; // the columns named
}
