// Our own JSON of the book: people with every property, events, encounters, ties, what is due; with everybody all of it.
import type {
  AcquaintAttendee,
  AcquaintEncounter,
  AcquaintEvent,
  AcquaintEvidence,
} from '#core/imports/sources/acquaint-schema.ts';
import { ACQUAINT_VERSION } from '#core/imports/sources/acquaint-schema.ts';
import type { EventKind } from '#core/events/model.ts';
import { ownUid } from '#core/events/own-uid.ts';
import { parseN } from '#core/contacts/structured-name.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { everybody } from '#db/contacts/selected-people.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { ownerId } from '#db/settings/queries.ts';
import { eventKey, personKey, said } from './document-keys.ts';
import { ownOf } from './document-own.ts';
import { pairsOf, remindersOf, tagCadencesOf } from './document-private.ts';
import { exportedPerson } from './people.ts';
import { secretNames } from './secret-names.ts';

interface Wanted {
  readonly ids: readonly ContactId[];
  readonly withPrivate: boolean;
  readonly now: DateTime;
}

/** The document text by text, a person a piece; joined it is one JSON value that the import reads back. */
export function* documentOf(book: ReadBook, { ids, withPrivate, now }: Wanted): Generator<string> {
  const owner = ownerId(book);
  const people = new Set<number>(ids);
  const head = {
    acquaint: ACQUAINT_VERSION,
    exportedAt: now,
    ...(owner !== undefined && people.has(owner) && { owner: personKey(owner) }),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"people":[`;
  for (const [at, id] of ids.entries())
    yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(person(book, id, withPrivate))}`;
  const encounters = encountersOf(book, people, withPrivate);
  const met = new Set(encounters.flatMap(({ event }) => event ?? []));
  const isWhole = isEverybody(book, people);
  const alone = isWhole ? withoutAnybody(book) : NONE;
  const events = eventsOf(book, people).filter(
    ({ id, attendees }) => met.has(id) || attendees.length > 0 || alone.has(id),
  );
  const evidence = evidenceOf(book, people, withPrivate);
  yield `\n],${JSON.stringify({ events, encounters, evidence, ...treatment(book, { people, events, withPrivate, isWhole }) }).slice(1)}\n`;
}

const NONE: ReadonlySet<string> = new Set();

/** All go along but those whom the owner keeps to themselves. */
function isEverybody(book: ReadBook, people: ReadonlySet<number>): boolean {
  const secret = confidentialPeople(book);
  return everybody(book).every((id) => people.has(id) || secret.has(id));
}

/** Events that are about nobody: no export of some people has them, one of everybody does. */
const withoutAnybody = (book: ReadBook): ReadonlySet<string> =>
  new Set(
    book
      .statement(
        `select id from event e where not exists (select 1 from encounter m where m.event_id = e.id)
         and not exists (select 1 from attendee a where a.event_id = e.id)`,
      )
      .pluck()
      .all()
      .map((id) => eventKey(Number(id))),
  );

/** How the owner treats people, and what they have promised: theirs alone, like a note. */
function treatment(
  book: ReadBook,
  {
    people,
    withPrivate,
    isWhole,
    ...wanted
  }: Pick<Wanted, 'withPrivate'> & {
    readonly people: ReadonlySet<number>;
    readonly events: readonly AcquaintEvent[];
    readonly isWhole: boolean;
  },
) {
  if (!withPrivate) return {};
  const events = new Set(wanted.events.map(({ id }) => id));
  return {
    reminders: remindersOf(book, { people, events }),
    tagCadences: tagCadencesOf(book, people),
    doNotIntroduce: pairsOf(book, people),
    ...ownOf(book, { people, events, isWhole }),
  };
}

function person(book: ReadBook, id: ContactId, withPrivate: boolean) {
  const { fn, properties } = exportedPerson(book, id, withPrivate);
  const n = properties.find(({ name }) => name === 'N')?.value;
  const connected = book
    .statement(
      `select "on" from evidence where contact_id = ? and other_id is null and kind = 'li_connected'
       and superseded_by is null and "on" is not null order by id limit 1`,
    )
    .pluck()
    .get(id);
  return {
    id: personKey(id),
    fn,
    ...(n !== undefined && { n: parseN(n) }),
    ...(typeof connected === 'string' && { connectedOn: connected }),
    properties: properties
      .filter(({ name }) => name !== 'N')
      .map(({ type, ...rest }) => ({ ...rest, ...(type !== '' && { type }) })),
  };
}

interface EventRow extends Omit<AcquaintEvent, 'id' | 'dtstart' | 'dtend' | 'kind' | 'attendees'> {
  readonly id: number;
  readonly createdAt: DateTime;
  readonly dtstart: string | null;
  readonly dtend: string | null;
  readonly kind: EventKind | '';
}

/** The lists of all events, as far as the people on them go along. */
function listsOf(book: ReadBook, people: ReadonlySet<number>): Map<number, AcquaintAttendee[]> {
  const rows = book
    .statement(
      `select event_id as "eventId", contact_id as "contactId", partstat, role from attendee
       order by event_id, batch_id is null desc, id desc`,
    )
    .all() as (Omit<AcquaintAttendee, 'person'> & { eventId: number; contactId: number })[]; // the columns named
  const lists = new Map<number, Map<number, AcquaintAttendee>>();
  for (const { eventId, contactId, partstat, role } of rows) {
    if (!people.has(contactId)) continue;
    const list = lists.get(eventId) ?? new Map<number, AcquaintAttendee>();
    lists.set(eventId, list);
    // The owner's word comes first, then the newest.
    if (!list.has(contactId)) list.set(contactId, { person: personKey(contactId), partstat, role });
  }
  return new Map([...lists].map(([id, list]) => [id, [...list.values()]]));
}

function eventsOf(book: ReadBook, people: ReadonlySet<number>): AcquaintEvent[] {
  const lists = listsOf(book, people);
  const rows = book
    .statement(
      `select id, uid, summary, location, url, description, dtstart, dtend, kind, organizer, series,
         created_at as "createdAt" from event order by id`,
    )
    .all() as EventRow[]; // the columns named
  const isSecret = secretNames(book, people);
  return rows.map(({ id, uid, createdAt, dtstart, dtend, kind, organizer, ...texts }) => ({
    id: eventKey(id),
    uid: uid || ownUid({ id, createdAt }),
    ...texts,
    organizer: isSecret(organizer) ? '' : organizer,
    ...said('dtstart', dtstart),
    ...said('dtend', dtend),
    ...said('kind', kind),
    attendees: lists.get(id) ?? [],
  }));
}

interface EncounterRow {
  readonly contactId: number;
  readonly eventId: number | null;
  readonly metOn: string | null;
  readonly location: string;
  readonly channel: AcquaintEncounter['channel'];
  readonly note: string;
  readonly introducedById: number | null;
}

function encountersOf(
  book: ReadBook,
  people: ReadonlySet<number>,
  withPrivate: boolean,
): AcquaintEncounter[] {
  const rows = book
    .statement(
      `select contact_id as "contactId", event_id as "eventId", met_on as "metOn", location, channel, note,
         introduced_by_id as "introducedById" from encounter order by id`,
    )
    .all() as EncounterRow[]; // the columns named
  return rows
    .filter(({ contactId }) => people.has(contactId))
    .map(({ contactId, eventId, metOn, location, channel, note, introducedById }) => ({
      person: personKey(contactId),
      ...(eventId !== null && { event: eventKey(eventId) }),
      ...said('on', metOn),
      location,
      channel,
      note: withPrivate ? note : '',
      ...(introducedById !== null &&
        people.has(introducedById) && { introducedBy: personKey(introducedById) }),
    }));
}

interface EvidenceRow {
  readonly kind: AcquaintEvidence['kind'];
  readonly contactId: number;
  readonly otherId: number | null;
  readonly on: string | null;
  readonly count: number;
  readonly level: AcquaintEvidence['level'] | null;
  readonly text: string;
}

/**
 * What the owner or somebody asked has said about people is theirs: it goes along only with what is private. So does
 * a relation in the owner's word.
 */
const SAID_IN_CONFIDENCE: ReadonlySet<string> = new Set(['user_statement', 'vouched', 'disowned']);

function evidenceOf(book: ReadBook, people: ReadonlySet<number>, withPrivate: boolean): AcquaintEvidence[] {
  const rows = book
    .statement(
      `select kind, contact_id as "contactId", other_id as "otherId", "on", count, level, text from evidence
       where superseded_by is null and not (kind = 'li_connected' and other_id is null)
         and (@all = 1 or not (kind = 'related' and batch_id is null)) order by id`,
    )
    .all({ all: Number(withPrivate) }) as EvidenceRow[]; // the columns named
  return rows
    .filter(({ contactId, otherId }) => people.has(contactId) && (otherId === null || people.has(otherId)))
    .filter(({ kind }) => withPrivate || !SAID_IN_CONFIDENCE.has(kind))
    .map(({ kind, contactId, otherId, on, count, level, text }) => ({
      kind,
      person: personKey(contactId),
      ...(otherId !== null && { other: personKey(otherId) }),
      ...said('on', on),
      ...(count > 0 && { count }),
      ...(level !== null && { level }),
      text,
    }));
}
