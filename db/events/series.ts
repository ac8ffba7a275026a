// The list of events with series folded, and one series with everybody met in it.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { Event } from '#core/events/model.ts';
import type { ReadBook } from '#db/book.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { eventById, likeText } from './queries.ts';
import { event } from './tables.ts';

export interface EventFilter {
  readonly text: string;
  readonly kind?: string | undefined;
  /** Four digits. */
  readonly year?: string | undefined;
}

/** The condition of a filter and what it binds. */
function conditionOf({ text, kind, year }: EventFilter) {
  const terms = [String.raw`summary_key like @like escape '\'`];
  if (kind !== undefined) terms.push('kind = @kind');
  if (year !== undefined) terms.push("dtstart >= @year and dtstart < @year || '-99'");
  return {
    where: terms.join(' and '),
    bind: { like: likeText(text), ...(kind !== undefined && { kind }), ...(year !== undefined && { year }) },
  };
}

/** A row of the list: an event, or a series by its latest event. */
export interface Overviewed {
  readonly event: Event;
  /** Present where the row stands for all events of a series that the filter finds. */
  readonly series?: { readonly name: string; readonly events: number; readonly met: number };
}

/**
 * One window of the events the filter finds, newest first, a series of several as one row at the place of its latest
 * event; and the kinds and years there are, for filtering further.
 */
export function overview(
  book: ReadBook,
  filter: EventFilter,
  page: { offset: number; limit: number },
): { total: number; rows: Overviewed[] } {
  const { where, bind } = conditionOf(filter);
  // SQLite answers bare columns of a group from the row that has the maximum (https://sqlite.org/lang_select.html#bareagg).
  const grouped = `select id, series, count(*) as events, max(coalesce(dtstart, '')) as latest from event where ${where}
    group by case when series = '' then id else series end`;
  const total = Number(book.statement(`select count(*) from (${grouped})`).pluck().get(bind));
  const rows = book
    .statement(`${grouped} order by latest desc, id desc limit @limit offset @offset`)
    .all({ ...bind, ...page }) as { id: number; series: string; events: number }[]; // the columns named
  return {
    total,
    rows: rows.map(({ id, series: name, events }) => ({
      event: eventById(book, EventId.parse(id)),
      ...(events > 1 && { series: { name, events, met: metIn(book, name) } }),
    })),
  };
}

const metIn = (book: ReadBook, name: string): number =>
  Number(
    book
      .statement(
        `select count(distinct m.contact_id) from event e join encounter m on m.event_id = e.id
         join contact c on c.id = m.contact_id where e.series = ? and e.series <> '' and c.deleted_at is null`,
      )
      .pluck()
      .get(name),
  );

/** The kinds and the years of the events in the book, with how many have each; kinds by number, years newest first. */
export function eventFacets(book: ReadBook) {
  const kinds = book
    .statement(
      `select kind as value, count(*) as events from event where kind <> '' group by kind order by events desc, kind`,
    )
    .all();
  const years = book
    .statement(
      `select substr(dtstart, 1, 4) as value, count(*) as events from event where dtstart >= '0' group by 1 order by 1 desc`,
    )
    .all();
  const series = book
    .statement(
      `select series as value, count(*) as events from event where series <> '' group by series order by series`,
    )
    .all();
  return { kinds, years, series } as Record<
    'kinds' | 'years' | 'series',
    { value: string; events: number }[]
  >; // the columns named
}

/** The events of a series, newest first, and everybody met in it with how often and when last. Throws NOT_FOUND. */
export function seriesByName(book: ReadBook, name: string) {
  const ids = idsIn(book, name);
  if (ids.length === 0) throw notFound('series');
  const people = book
    .statement(
      `select c.id as "contactId", c.fn, c.org, count(*) as times, max(m.met_on) as "lastOn"
       from event e join encounter m on m.event_id = e.id join contact c on c.id = m.contact_id
       where e.series = ? and e.series <> '' and c.deleted_at is null
       group by c.id order by times desc, c.sort_key, c.id limit 1000`,
    )
    .all(name) as { contactId: number; fn: string; org: string; times: number; lastOn: string | null }[]; // the columns named
  return {
    name,
    events: ids.slice(0, 1000).map((id) => eventById(book, id)),
    people: people.map(({ contactId, lastOn, ...row }) => ({
      ...row,
      contactId: ContactId.parse(contactId),
      ...(lastOn !== null && { lastOn }),
    })),
  };
}

const idsIn = (book: ReadBook, name: string): EventId[] =>
  book
    .statement(
      `select id from event where series = ? and series <> '' order by dtstart is null, dtstart desc, id desc`,
    )
    .pluck()
    .all(name)
    .map((id) => EventId.parse(id));

/** Puts events into a series, or takes them out of theirs with an empty name. Throws NOT_FOUND. */
export function setSeries(book: WriteBook, ids: readonly EventId[], name: string): void {
  for (const id of ids) {
    eventById(book, id);
    book.update(event, id, { series: name });
  }
}

/** Gives a series another name, that of another one to join it, or none to let it go. Throws NOT_FOUND. */
export function renameSeries(book: WriteBook, from: string, to: string): void {
  const ids = idsIn(book, from);
  if (ids.length === 0) throw notFound('series');
  for (const id of ids) book.update(event, id, { series: to });
}
