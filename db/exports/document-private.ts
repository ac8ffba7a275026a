// What our own JSON holds beyond people, events and ties: reminders, cadences of tags, pairs that are not introduced.
import type {
  AcquaintPair,
  AcquaintReminder,
  AcquaintTagCadence,
} from '#core/imports/sources/acquaint-schema.ts';
import { fold } from '#core/shared/fold.ts';
import type { Outcome } from '#core/reminders/model.ts';
import type { ReadBook } from '#db/book.ts';
import { tagCadences } from '#db/reminders/cadences.ts';
import { eventKey, personKey, said } from './document-keys.ts';

/** Whose word goes along, and the events that do. */
interface Along {
  readonly people: ReadonlySet<number>;
  readonly events: ReadonlySet<string>;
}

interface ReminderRow extends Pick<AcquaintReminder, 'kind' | 'dueOn' | 'text' | 'createdAt'> {
  readonly contactId: number;
  readonly eventId: number | null;
  readonly settledAt: string | null;
  readonly outcome: Outcome | '';
}

/** Reminders the book has a row for, settled or open; of an event that stays behind only the reminder. */
export function remindersOf(book: ReadBook, { people, events }: Along): AcquaintReminder[] {
  const rows = book
    .statement(
      `select contact_id as "contactId", kind, event_id as "eventId", due_on as "dueOn", text, created_at as "createdAt",
         settled_at as "settledAt", outcome from reminder order by id`,
    )
    .all() as ReminderRow[]; // the columns named
  return rows
    .filter(({ contactId }) => people.has(contactId))
    .map(({ contactId, eventId, settledAt, outcome, ...rest }) => ({
      person: personKey(contactId),
      ...rest,
      ...(eventId !== null && events.has(eventKey(eventId)) && { event: eventKey(eventId) }),
      ...said('settledAt', settledAt),
      ...said('outcome', outcome),
    }));
}

/** The rules for tags that somebody who goes along has, or nobody at all. */
export function tagCadencesOf(book: ReadBook, people: ReadonlySet<number>): AcquaintTagCadence[] {
  const tags = book
    .statement(
      `select distinct p.value from json_each(?) j cross join property p on p.contact_id = j.value
       where p.name = 'CATEGORIES' and p.hidden = 0 and p.superseded_by is null`,
    )
    .pluck()
    .all(JSON.stringify([...people]));
  const theirs = new Set(tags.map((tag) => fold(String(tag).trim())));
  return tagCadences(book)
    .filter((rule) => rule.people === 0 || theirs.has(fold(rule.tag.trim())))
    .map(({ tag, days }) => ({ tag, days }));
}

/** Pairs of whom both go along; of a pair that stands twice the latest word. */
export function pairsOf(book: ReadBook, people: ReadonlySet<number>): AcquaintPair[] {
  const rows = book
    .statement('select a_id as a, b_id as b, reason from do_not_introduce order by id')
    .all() as { readonly a: number; readonly b: number; readonly reason: string }[]; // the columns named
  const pairs = new Map<string, AcquaintPair>();
  for (const { a, b, reason } of rows) {
    if (!people.has(a) || !people.has(b)) continue;
    const [one, other] = a < b ? [a, b] : [b, a];
    pairs.set(`${one} ${other}`, { a: personKey(one), b: personKey(other), reason });
  }
  return [...pairs.values()];
}
