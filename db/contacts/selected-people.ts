// Many people, as a window named them, made into keys: those who are there, in list order.
import type { People } from '#api/people.ts';
import { ContactId } from '#core/contacts/model.ts';
import { invariant } from '#core/shared/assert.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { PeopleFinder } from '#db/people-finder.ts';

/** Everybody, in list order. */
export const everybody = (book: ReadBook): ContactId[] =>
  keys(book.statement('select id from contact where deleted_at is null order by sort_key, id').pluck().all());

/** Of these those who are there, each once, in list order. */
export const livingOf = (book: ReadBook, ids: Iterable<number>): ContactId[] =>
  keys(
    book
      .statement(
        `select c.id from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null
         group by c.id order by c.sort_key, c.id`,
      )
      .pluck()
      .all(JSON.stringify([...ids])),
  );

/** The people meant. A query is asked of the reader, which has heard of everything committed before. */
export async function selectedPeople(
  { book, finder }: { readonly book: ReadBook; readonly finder: PeopleFinder | undefined },
  people: People,
  now: DateTime,
): Promise<ContactId[]> {
  if ('ids' in people) return livingOf(book, people.ids);
  const except = new Set<number>(people.except);
  return (await peopleFound({ book, finder }, people.query, now)).filter((id) => !except.has(id));
}

async function peopleFound(
  { book, finder }: { readonly book: ReadBook; readonly finder: PeopleFinder | undefined },
  query: string,
  now: DateTime,
): Promise<ContactId[]> {
  if (query.trim() === '') return everybody(book);
  invariant(finder, 'a thread that is asked about a query can ask the reader');
  return livingOf(book, await finder.find(query, now));
}

// The table's own keys.
const keys = (ids: readonly unknown[]): ContactId[] => ids as ContactId[];
