// What planning an import asks of the book, answered from maps that are filled once per plan, when first asked.
import type { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { idInOwnUid, ownUid } from '#core/events/own-uid.ts';
import { uidsOf } from '#core/events/same-event.ts';
import type { BookLookup, KnownEvidence, KnownLetter } from '#core/imports/planned.ts';
import { fold } from '#core/shared/fold.ts';
import { lazily } from '#core/shared/lazily.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId } from '#db/settings/queries.ts';
import { forgottenIn } from '#db/trash/tombstones.ts';
import {
  connectedIn,
  importedValues,
  keysIn,
  kindsByBatch,
  mergedIn,
  namesIn,
  textsIn,
} from './lookup-people.ts';
import { trashedIn } from './lookup-trash.ts';
import { diaryLookup } from './lookup-diary.ts';
import { ownLookup } from './lookup-own.ts';
import { eventsLookup } from './lookup-events.ts';
import { invitationsLookup } from './lookup-invitations.ts';
import { addTo, allRowsOf, rowsOf } from './lookup-rows.ts';

const NOBODY: readonly never[] = [];

/** A snapshot of the book for planning; each map is filled the first time it is asked. */
export const bookLookup = (book: ReadBook): BookLookup => ({
  ...peopleLookup(book),
  ...invitationsLookup(book),
  ...eventsLookup(book),
  ...diaryLookup(book),
  ...ownLookup(book),
});

type Elsewhere =
  | keyof ReturnType<typeof diaryLookup>
  | keyof ReturnType<typeof invitationsLookup>
  | 'ownUnder';

function peopleLookup(book: ReadBook): Omit<BookLookup, Elsewhere> {
  const owner = ownerId(book);
  const keys = lazily(() => keysIn(book));
  const names = lazily(() => namesIn(book, owner));
  const kinds = lazily(() => kindsByBatch(book));
  const imported = lazily(() => importedValues(book, kinds()));
  const texts = lazily(() => textsIn(book));
  const connected = lazily(() => connectedIn(book));
  const merged = lazily(() => mergedIn(book));
  const evidence = lazily(() => evidenceIn(book));
  const letters = lazily(() => lettersIn(book));
  const eventNames = lazily(() => eventsByName(book));
  // Only with the second condition may SQLite use the index, which leaves out those without a key.
  // Asked only where a mailbox matches, so that no map of everybody is needed.
  const namesSaid = book
    .statement("select value from property where contact_id = ? and name = 'FN' and value <> ''")
    .pluck();
  const met = book
    .statement('select met_on from encounter where event_id = ? and contact_id = ? and met_on is not null')
    .pluck();
  const listed = book
    .statement(
      `select partstat from attendee where event_id = ? and contact_id = ? and batch_id is not null
       order by id desc limit 1`,
    )
    .pluck();
  return {
    isEmpty: book.statement('select max(id) from contact').pluck().get() === null,
    contactsByKey: (kind, key) => keys().byKey(kind, key),
    contactsByName: (key) => names().get(key) ?? NOBODY,
    namesOf: (id) => namesSaid.all(id) as string[], // the one column named
    linkedInKeysOf: (id) => keys().linkedInOf(id),
    importedValues: (id) => imported().valuesOf(id),
    importedText: (id) => texts()(id),
    formerValues: (id) => imported().formerOf(id),
    importedFrom: (id) => imported().kindsOf(id),
    connectedOn: (id) => connected().get(id) ?? NOBODY,
    connections: () => connectionsIn(book),
    cardsOf: (id) => 1 + (merged().get(id) ?? 0),
    eventByUid: eventFinder(book),
    eventByName: (summaryKey, dtstart) => eventNames().get(`${summaryKey}\n${dtstart}`),
    daysMet: (event, id) => met.all(event, id) as string[], // the one column named
    partstatOf: (event, id) => listed.get(event, id) as string | undefined, // the one column named
    evidenceBetween: (id, other) =>
      evidence()
        .get(id)
        ?.get(other ?? OWNER) ?? NOBODY,
    letterOf: (id) => letters().get(id),
    ownerId: () => owner,
    isForgotten: forgottenIn(book),
    trashedByKey: trashedIn(book),
  };
}

/** The newest letter that can be answered, of everybody who has one. */
function lettersIn(book: ReadBook): Map<number, KnownLetter> {
  const rows = rowsOf<readonly [number, string, string]>(
    book,
    'select contact_id, "on", message_id from received_letter where superseded_by is null order by "on", id',
  );
  return new Map(Array.from(rows, ([id, on, messageId]) => [id, { on, messageId }]));
}

/** Stands for the owner where the other one of a pair is nobody else. No row has it for a key. */
const OWNER = 0;

/** What imports say about every pair, from both ends, but for who is connected with the owner. */
function evidenceIn(book: ReadBook): Map<number, Map<number, KnownEvidence[]>> {
  const all = new Map<number, Map<number, KnownEvidence[]>>();
  const keep = (one: number, other: number, known: KnownEvidence) => {
    let pairs = all.get(one);
    if (pairs === undefined) all.set(one, (pairs = new Map()));
    addTo(pairs, other, known);
  };
  const rows = rowsOf<readonly [number, number | null, KnownEvidence['kind'], string, number, string]>(
    book,
    `select contact_id, other_id, kind, coalesce("on", ''), count, text from evidence
     where batch_id is not null and superseded_by is null and not (kind = 'li_connected' and other_id is null)`,
  );
  for (const [one, other, kind, on, count, text] of rows) {
    const known = { kind, on, count, text };
    keep(one, other ?? OWNER, known);
    if (other !== null && !isDirected(kind)) keep(other, one, known);
  }
  return all;
}

/** Of these it matters who says it of whom; all else is about two people alike. */
export const isDirected = (kind: KnownEvidence['kind']): boolean => DIRECTED.has(kind);

const DIRECTED: ReadonlySet<string> = new Set([
  'li_recommended',
  'related',
  'introduced_by',
  'vouched',
  'disowned',
] satisfies KnownEvidence['kind'][]);

/** Every event by its folded name and the day on which it begins ('' where that is not said); the oldest of several. */
function eventsByName(book: ReadBook): Map<string, EventId> {
  const events = new Map<string, EventId>();
  const rows = rowsOf<readonly [EventId, string, string]>(
    book,
    `select id, summary, coalesce(dtstart, '') from event order by id`,
  );
  for (const [id, summary, dtstart] of rows) {
    const key = `${fold(summary)}\n${dtstart}`;
    if (!events.has(key)) events.set(key, id);
  }
  return events;
}

/** Finds the event that an import made of a UID, or that has come to it by a merge, or whose UID is this book's own. */
function eventFinder(book: ReadBook): BookLookup['eventByUid'] {
  const imported = book
    .statement(
      "select id from event where uid = ? and uid <> '' and batch_id is not null order by id limit 1",
    )
    .pluck();
  const merged = lazily(() => eventsByMergedUid(book));
  return (uid) =>
    (imported.get(uid) as EventId | undefined) ?? // the key column named
    merged().get(uid) ??
    eventOfOwnUid(book, uid);
}

/** Events that were several: they are known by the UID of each. */
function eventsByMergedUid(book: ReadBook): Map<string, EventId> {
  const rows = rowsOf<readonly [EventId, string]>(
    book,
    "select id, uid from event where uid <> '' and instr(uid, char(10)) > 0 order by id desc",
  );
  return new Map(Array.from(rows, ([id, uid]) => uidsOf(uid).map((one) => [one, id] as const)).flat());
}

/** The event of this very book that an export has given this UID. */
function eventOfOwnUid(book: ReadBook, uid: string): EventId | undefined {
  const id = idInOwnUid(uid);
  if (id === undefined) return undefined;
  const createdAt = book.statement('select created_at from event where id = ?').pluck().get(id);
  return typeof createdAt === 'string' && ownUid({ id, createdAt }) === uid ? EventId.parse(id) : undefined;
}

/** Whom a Connections.csv has named, as far as they are still in the book and connected. */
function* connectionsIn(book: ReadBook): Generator<{ contactId: ContactId; fn: string }> {
  const rows = allRowsOf<readonly [ContactId, string]>(
    book,
    `select c.id, c.fn from contact c where c.deleted_at is null and exists (
       select 1 from evidence e where e.contact_id = c.id and e.kind = 'li_connected' and e.other_id is null
         and e.superseded_by is null and e.batch_id in (
           select b.id from import_batch b, json_each(b.entries) j where j.value ->> 'kind' = 'linkedin-connections'))
     order by c.id`,
  );
  for (const [contactId, fn] of rows) yield { contactId, fn };
}
