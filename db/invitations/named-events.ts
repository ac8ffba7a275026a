// The book's events, ready to be found in a message by their names.
import { EventId } from '#core/events/model.ts';
import type { NamedEvent } from '#core/invitations/evidence.ts';
import type { Invitation } from '#core/invitations/model.ts';
import { phraseIndex, phrasesIn, type PhraseIndex } from '#core/invitations/phrase-index.ts';
import { tokens } from '#core/shared/fold.ts';
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
  /** Events of one name together: a weekly meeting is one thing to be named. */
  readonly index: PhraseIndex<readonly Row[]>;
}

const kept = new WeakMap<ReadBook, Kept>();

/** More events than this are not named in one note: the first ones count. */
const MOST_EVENTS = 10;

function indexOf(book: ReadBook): PhraseIndex<readonly Row[]> {
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
  const index = known?.print === print ? known.index : indexed(book);
  kept.set(book, { version, print, index });
  return index;
}

function indexed(book: ReadBook): PhraseIndex<readonly Row[]> {
  // The columns named.
  const rows = book.statement('select id, summary, dtstart from event order by dtstart, id').all() as Row[];
  const byName = Map.groupBy(rows, (row) => tokens(row.summary).join(' '));
  return phraseIndex(
    [...byName].map(([name, together]) => ({ id: together, name })),
    'events',
  );
}

/** Of several events of one name the last before the note was written, else the first after. */
function meant(rows: readonly Row[], sentAt: string | undefined): Row | undefined {
  if (sentAt === undefined) return rows.at(-1);
  const day = sentAt.slice(0, 10);
  return rows.findLast(({ dtstart }) => dtstart === null || dtstart.slice(0, 10) <= day) ?? rows[0];
}

/**
 * Events whose names the message has, each with the owner's own answer and whether one of the candidates is on its
 * list of people.
 */
export function eventsNamedIn(
  book: ReadBook,
  { message, sentAt }: Pick<Invitation, 'message' | 'sentAt'>,
  { owner, candidates }: { readonly owner: number | undefined; readonly candidates: readonly number[] },
): NamedEvent[] {
  if (message === '') return [];
  return phrasesIn(indexOf(book), message)
    .slice(0, MOST_EVENTS)
    .flatMap((rows) => meant(rows, sentAt) ?? [])
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
