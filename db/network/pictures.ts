// What the further pictures of the network are drawn from: whom the owner met when, from whom people come, circles.
import type { NetworkCircle, NetworkSource, OverTime } from '#api/network-pictures.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { circlesOf } from '#core/network/circles.ts';
import type { Meetings } from '#core/network/meetings.ts';
import { metAtEvents, metOverTime } from '#core/network/over-time.ts';
import type { TimeStep } from '#core/network/over-time.ts';
import { sourcesOf } from '#core/network/sources.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { namesOf } from '#db/contacts/queries.ts';
import type { ReaderThread } from '#db/reader-thread.ts';
import { ownerId } from '#db/settings/queries.ts';

/** As many events as can be told apart on one line of time. */
const MOST_EVENTS = 100;
/** As many people as a tree is read through. */
const MOST_BRANCHES = 1000;
const MOST_SOURCES = 300;
/** As many people as circles hold before they are a cloud. */
const MOST_DRAWN = 500;

/** Whom the owner met in which month or year, and the events at which they met most people. */
export function overTime(book: ReadBook, meetings: Meetings, step: TimeStep): OverTime {
  const owner = ownerId(book);
  const most = [...metAtEvents(meetings, owner)]
    .toSorted(([one, a], [other, b]) => b - a || one - other)
    .slice(0, MOST_EVENTS);
  const people = new Map(most);
  const rows = book
    .statement(
      `select e.id, e.summary, e.dtstart as "on" from json_each(?) j join event e on e.id = j.value
       where e.dtstart glob '[0-9][0-9][0-9][0-9]*' order by j.key`,
    )
    .all(JSON.stringify([...people.keys()])) as { id: number; summary: string; on: string }[]; // as named
  return {
    periods: metOverTime(meetings, step, owner),
    events: rows.map(({ id, ...row }) => ({ id: EventId.parse(id), ...row, people: people.get(id) ?? 0 })),
  };
}

/** From where people came, and who introduced whom. */
export const networkSources = (book: ReadBook, meetings: Meetings): NetworkSource[] =>
  named(book, sourcesOf(meetings, ownerId(book)).slice(0, MOST_SOURCES));

function named(book: ReadBook, sources: ReturnType<typeof sourcesOf>): NetworkSource[] {
  let left = MOST_BRANCHES;
  const shown = sources.map((source) => {
    const branches = source.branches.slice(0, left);
    left -= branches.length;
    return { ...source, branches, leftOut: source.branches.length - branches.length };
  });
  const names = namesOf(
    book,
    shown.flatMap(({ branches }) => branches.map(({ id }) => ContactId.parse(id))),
  );
  const idsOf = (kind: 'event' | 'import') =>
    shown.flatMap(({ origin }) => (origin.kind === kind ? [origin.id] : []));
  const [events, files] = [
    namesIn(book, 'select id, summary, dtstart from event', idsOf('event')),
    namesIn(book, 'select id, file_name, null from import_batch', idsOf('import')),
  ];
  const kinds = { event: events, import: files };
  return shown.map(({ origin, branches, ...source }) => {
    const [name = '', on] = 'id' in origin ? (kinds[origin.kind].get(origin.id) ?? []) : [];
    return {
      ...source,
      origin,
      name,
      ...(typeof on === 'string' && { on }),
      branches: branches.map((branch) => {
        const id = ContactId.parse(branch.id);
        return { ...branch, id, fn: names.get(id)?.fn ?? '' };
      }),
    };
  });
}

type Named = readonly [name: string, on: string | null];

const namesIn = (book: ReadBook, sql: string, ids: readonly number[]): Map<number, Named> => {
  const rows = book
    .statement(`${sql} where id in (select value from json_each(?))`)
    .raw()
    .all(JSON.stringify(ids)) as (readonly [number, ...Named])[]; // as both statements select
  return new Map(rows.map(([id, ...name]) => [id, name]));
};

/** The owner's circles, with the names of those who are drawn. */
export async function networkCircles(
  book: ReadBook,
  reader: ReaderThread,
  now: DateTime,
): Promise<NetworkCircle[]> {
  const graph = await reader.network(now);
  const circles = circlesOf(graph, { now, most: MOST_DRAWN, exclude: ownerId(book) });
  const names = namesOf(
    book,
    circles.flatMap(({ drawn }) => drawn.map(({ id }) => id)),
  );
  return circles.map((circle) => ({
    ...circle,
    drawn: circle.drawn.flatMap((one) => {
      const name = names.get(one.id);
      return name === undefined ? [] : [{ ...one, fn: name.fn, org: name.org }];
    }),
  }));
}
