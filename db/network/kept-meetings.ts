// When the owner met whom, as the reader keeps it: read when it is first asked about, brought up to date before every answer.
import type { ContactId } from '#core/contacts/model.ts';
import { Channel } from '#core/events/model.ts';
import { howByChannel } from '#core/network/how-met.ts';
import type { HowMet } from '#core/network/how-met.ts';
import { meetingsCollector, withPeople } from '#core/network/meetings.ts';
import type { Meetings } from '#core/network/meetings.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';

/** The statements; `only` narrows each to some people. The days are those that `met:` in a search knows. */
const PEOPLE = (only: string) =>
  `select c.id, coalesce(c.batch_id, 0) from contact c where c.deleted_at is null ${only} order by c.id`;
const ENCOUNTERS = (only: string) =>
  `select m.contact_id, coalesce(m.met_on, e.dtstart, ''), m.channel, coalesce(m.event_id, 0), coalesce(m.introduced_by_id, 0)
   from encounter m left join event e on e.id = m.event_id where 1 ${only}`;
const CALENDARS = (only: string) =>
  `select v.contact_id, v."on", 'in_person', 0, 0 from evidence v
   where v.other_id is null and v.kind <> 'li_connected' and v.kind in ('meeting', 'met_at_event')
   and v.superseded_by is null and v."on" is not null ${only}`;

type Row = readonly [id: number, on: string, channel: string, event: number, by: number];

/** Of so many changed people everything is read anew. */
const MOST_PENDING = 3000;

export class KeptMeetings {
  readonly #book: ReadBook;
  #meetings: Meetings | undefined;
  #pending = new Set<ContactId>();

  constructor(book: ReadBook) {
    this.#book = book;
  }

  /** Notes whom a transaction changed. */
  heard({ contacts }: Pick<Changes, 'contacts'>): void {
    if (this.#meetings === undefined) return;
    if (contacts !== 'all') for (const id of contacts) this.#pending.add(id);
    if (contacts === 'all' || this.#pending.size > MOST_PENDING) this.#meetings = undefined;
    if (this.#meetings === undefined) this.#pending.clear();
  }

  /** Every meeting with every change heard of so far. */
  now(): Meetings {
    if (this.#meetings === undefined) this.#meetings = allMeetings(this.#book);
    else if (this.#pending.size > 0) {
      this.#meetings = withPeople(
        this.#meetings,
        this.#pending,
        read(this.#book, (column) => `and ${column} in (select value from json_each(@ids))`, {
          ids: JSON.stringify([...this.#pending]),
        }),
      );
      this.#pending.clear();
    }
    return this.#meetings;
  }
}

/** Everybody's, from the book: a fifth of a second at a hundred thousand meetings. */
export const allMeetings = (book: ReadBook): Meetings => read(book, () => '', {});

function read(
  book: ReadBook,
  only: (column: string) => string,
  bound: Readonly<Record<string, string>>,
): Meetings {
  const collector = meetingsCollector();
  const rows = (sql: string) => book.statement(sql).raw().iterate(bound);
  // Each statement selects the columns of its row, in order.
  for (const [id, batch] of rows(PEOPLE(only('c.id'))) as Iterable<readonly [number, number]>)
    collector.person(id, batch);
  const hows = new Map<string, HowMet>();
  for (const sql of [ENCOUNTERS(only('m.contact_id')), CALENDARS(only('v.contact_id'))]) {
    for (const [id, on, channel, event, by] of rows(sql) as Iterable<Row>) {
      const key = `${channel} ${by > 0}`;
      let how = hows.get(key);
      if (how === undefined) hows.set(key, (how = howByChannel(Channel.parse(channel), by > 0)));
      collector.meeting(id, { on, how, event, by });
    }
  }
  return collector.finish();
}
