// The book's events, ready to be found in a message by their names.
import { EventId } from '#core/events/model.ts';
import type { NamedEvent } from '#core/invitations/evidence.ts';
import { phraseIndex, phrasesIn, type PhraseIndex } from '#core/invitations/phrase-index.ts';
import type { ReadBook } from '#db/book.ts';
import { versionOf } from './received.ts';

interface Row {
  readonly id: number;
  readonly summary: string;
  readonly dtstart: string | null;
}

interface Kept {
  readonly version: string;
  readonly print: string;
  readonly index: PhraseIndex<Row>;
}

const kept = new WeakMap<ReadBook, Kept>();

function indexOf(book: ReadBook): PhraseIndex<Row> {
  const version = versionOf(book);
  const known = kept.get(book);
  if (known?.version === version) return known.index;
  const print = JSON.stringify(
    book
      .statement(
        `select count(*) as n, max(id) as last, total(length(summary) * (id % 97 + 1)) as names,
           total(julianday(dtstart)) as days from event`,
      )
      .get(),
  );
  const index =
    known?.print === print
      ? known.index
      : phraseIndex(
          (book.statement('select id, summary, dtstart from event').all() as Row[]) // the columns named
            .map((row) => ({ id: row, name: row.summary })),
          'events',
        );
  kept.set(book, { version, print, index });
  return index;
}

/**
 * Events whose names the message has, each with the owner's own answer and whether one of the candidates is on its
 * list of people.
 */
export function eventsNamedIn(
  book: ReadBook,
  message: string,
  { owner, candidates }: { readonly owner: number | undefined; readonly candidates: readonly number[] },
): NamedEvent[] {
  if (message === '') return [];
  return phrasesIn(indexOf(book), message)
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, summary, dtstart }) => ({
      eventId: EventId.parse(id),
      summary,
      dtstart: dtstart ?? undefined,
      ...listOf(book, id, owner, candidates),
    }));
}

function listOf(book: ReadBook, id: number, owner: number | undefined, candidates: readonly number[]) {
  const rows = book
    .statement(
      `select contact_id as "contactId", partstat from attendee
       where event_id = ? and contact_id in (select value from json_each(?))`,
    )
    .all(id, JSON.stringify(owner === undefined ? candidates : [owner, ...candidates])) as {
    contactId: number;
    partstat: string;
  }[]; // the columns named
  const declined = rows.some((row) => row.contactId === owner && row.partstat === 'DECLINED');
  const listed = rows.some((row) => row.contactId !== owner && row.partstat !== 'DECLINED');
  return { ...(declined ? { declined } : {}), ...(listed ? { inviterListed: true } : {}) };
}
