// What the facets are made from: organisations, titles, tags and places, who was met where and when, and from which file.
import type { ContactId } from '#core/contacts/model.ts';
import { POSITION_PROPERTY, readPosition } from '#core/contacts/positions.ts';
import { addressPlaces } from '#core/contacts/search/address-places.ts';
import { docCollector } from '#core/contacts/search/facet-doc.ts';
import type { FacetDoc, FacetSink } from '#core/contacts/search/facet-doc.ts';
import { facetCollector } from '#core/contacts/search/facet-build.ts';
import type { FacetBase } from '#core/contacts/search/facet-index.ts';
import type { Flag } from '#core/contacts/search/facets.ts';
import type { ReadBook } from '#db/book.ts';

/** Values that are only asked for at all are not read: a photo is half a megabyte. */
const READ = `case when p.name in ('ORG', 'TITLE', 'CATEGORIES', 'ADR', '${POSITION_PROPERTY}') then p.value else '' end`;
const ASKED = `'ORG', 'TITLE', 'CATEGORIES', 'ADR', 'EMAIL', 'TEL', 'URL', 'BDAY', 'PHOTO', 'NOTE', '${POSITION_PROPERTY}'`;

/** The statements; `only` narrows each to some people. */
const PEOPLE = (only: string) =>
  `select c.id, c.created_at, c.batch_id from contact c where c.deleted_at is null ${only}`;
const PROPERTIES = (only: string) =>
  `select p.contact_id, p.name, ${READ}, p.superseded_by is not null, p.batch_id from property p
   where p.hidden = 0 and (p.superseded_by is null or p.name = 'ORG')
   and (p.name in (${ASKED}) or (p.batch_id is not null and p.name not in ('N', 'FN'))) ${only}`;
const ENCOUNTERS = (only: string) =>
  `select m.contact_id, coalesce(m.met_on, e.dtstart, ''), m.location, coalesce(e.summary, ''), coalesce(e.location, '')
   from encounter m left join event e on e.id = m.event_id where 1 ${only}`;
const DATED = (only: string) =>
  `select v.contact_id, v."on", v.kind in ('meeting', 'met_at_event') from evidence v
   where v.other_id is null and v.superseded_by is null and v.kind not in ('user_statement', 'disowned')
   and v."on" is not null ${only}`;
const SOURCES = `select b.id, b.file_name, json_extract(e.value, '$.kind') from import_batch b, json_each(b.entries) e
  where json_extract(e.value, '$.verdict') = 'recognised'`;

interface Source {
  readonly table: string;
  /** The table in its statement, and the column that says whose row it is. */
  readonly key: string;
  readonly contact: string;
  readonly sql: (only: string) => string;
}

const READ_FROM = {
  people: { table: 'contact', key: 'c', contact: 'c.id', sql: PEOPLE },
  properties: { table: 'property', key: 'p', contact: 'p.contact_id', sql: PROPERTIES },
  encounters: { table: 'encounter', key: 'm', contact: 'm.contact_id', sql: ENCOUNTERS },
  dated: { table: 'evidence', key: 'v', contact: 'v.contact_id', sql: DATED },
} as const satisfies Readonly<Record<string, Source>>;

type PersonRow = readonly [id: number, createdAt: string, batchId: number | null];
type PropertyRow = readonly [
  contactId: number,
  name: string,
  value: string,
  isFormer: number,
  batchId: number | null,
];
type EncounterRow = readonly [contactId: number, on: string, location: string, event: string, place: string];
type DatedRow = readonly [contactId: number, on: string, isMeeting: number];
type SourceRow = readonly [batchId: number, fileName: string, kind: string | null];

const FLAG_OF: Readonly<Partial<Record<string, Flag>>> = {
  EMAIL: 'email',
  TEL: 'tel',
  URL: 'url',
  ADR: 'address',
  BDAY: 'birthday',
  PHOTO: 'photo',
  NOTE: 'note',
  CATEGORIES: 'tag',
};

/** Rows read between two pauses: a few milliseconds' worth. */
const ROWS_A_PAUSE = 5000;

/** Everybody, for the jobs thread: half a second or so at a hundred thousand people, with a pause every few milliseconds. */
export function* wholeFacets(book: ReadBook): Generator<void, FacetBase> {
  const collector = facetCollector();
  const reading = readersOf(book, collector);
  // Each statement selects the columns of its row, in order.
  const inPieces = function* <Row>(
    { table, key, sql }: Source,
    take: (rows: Iterable<Row>) => void,
  ): Generator<void> {
    const last = Number(book.statement(`select coalesce(max(id), 0) from ${table}`).pluck().get());
    const statement = book.statement(sql(`and ${key}.id > ? and ${key}.id <= ?`)).raw();
    for (let after = 0; after < last; after += ROWS_A_PAUSE) {
      // All at once: handing rows over one by one costs more than reading them.
      take(statement.all(after, after + ROWS_A_PAUSE) as Row[]);
      yield;
    }
  };
  yield* inPieces(READ_FROM.people, reading.people);
  yield* inPieces(READ_FROM.properties, reading.properties);
  yield* inPieces(READ_FROM.encounters, reading.encounters);
  yield* inPieces(READ_FROM.dated, reading.dated);
  return yield* collector.finish();
}

/** The people named, as the facets see them now; those who are gone are left out. */
export function facetDocs(book: ReadBook, ids: readonly ContactId[]): FacetDoc[] {
  const collector = docCollector();
  const reading = readersOf(book, collector);
  const those = JSON.stringify(ids);
  // As above.
  const rows = <Row>({ sql, contact }: Source): Iterable<Row> =>
    book
      .statement(sql(`and ${contact} in (select value from json_each(?))`))
      .raw()
      .iterate(those) as Iterable<Row>;
  reading.people(rows(READ_FROM.people));
  reading.properties(rows(READ_FROM.properties));
  reading.encounters(rows(READ_FROM.encounters));
  reading.dated(rows(READ_FROM.dated));
  return collector.docs();
}

/** What is read of each table; people come first, because nobody else is taken. */
function readersOf(book: ReadBook, sink: FacetSink) {
  const sources = sourcesOf(book);
  const from = (id: number, batchId: number | null): void => {
    for (const source of sources.get(batchId ?? 0) ?? []) sink.value('from', id, source);
  };
  return {
    people: (rows: Iterable<PersonRow>): void => {
      for (const [id, createdAt, batchId] of rows) {
        sink.person(id, createdAt);
        from(id, batchId);
      }
    },
    properties: (rows: Iterable<PropertyRow>): void => readProperties(rows, sink, from),
    encounters: (rows: Iterable<EncounterRow>): void => {
      for (const [id, on, location, event, place] of rows) {
        sink.value('met', id, on);
        sink.day(id, on);
        if (event !== '') sink.value('event', id, event);
        for (const where of new Set([location, place])) if (where !== '') sink.value('place', id, where);
      }
    },
    dated: (rows: Iterable<DatedRow>): void => {
      for (const [id, on, isMeeting] of rows) {
        sink.day(id, on);
        if (isMeeting === 1) sink.value('met', id, on);
      }
    },
  };
}

function readProperties(
  rows: Iterable<PropertyRow>,
  sink: FacetSink,
  from: (id: number, batchId: number | null) => void,
): void {
  // The values of one person by one import stand together: it is named once.
  let [lastId, lastBatch] = [0, 0];
  for (const [id, name, value, isFormer, batchId] of rows) {
    if (batchId !== null && (id !== lastId || batchId !== lastBatch)) {
      [lastId, lastBatch] = [id, batchId];
      from(id, batchId);
    }
    readProperty(sink, id, { name, value, isFormer: isFormer === 1 });
  }
}

function readProperty(
  sink: FacetSink,
  id: number,
  { name, value, isFormer }: { readonly name: string; readonly value: string; readonly isFormer: boolean },
): void {
  const flag = FLAG_OF[name];
  if (flag !== undefined) sink.flag(flag, id);
  if (value === '') return;
  if (name === 'ORG') {
    sink.value('company', id, value);
    if (isFormer) sink.value('former', id, value);
  } else if (name === 'TITLE') sink.value('title', id, value);
  else if (name === POSITION_PROPERTY) readJob(sink, id, value);
  else if (name === 'CATEGORIES') sink.value('tag', id, value);
  else for (const place of addressPlaces(value)) sink.value('place', id, place);
}

/** A job the owner wrote down: a former one where it has ended. */
function readJob(sink: FacetSink, id: number, value: string): void {
  const { org = '', title = '', to } = readPosition(value) ?? {};
  if (org !== '') sink.value('company', id, org);
  if (org !== '' && to !== undefined) sink.value('former', id, org);
  if (title !== '') sink.value('title', id, title);
}

/** The file of each import, and the kinds of source that were found in it. */
function sourcesOf(book: ReadBook): Map<number, Set<string>> {
  const sources = new Map<number, Set<string>>();
  for (const [batchId, fileName, kind] of book.statement(SOURCES).raw().iterate() as Iterable<SourceRow>) {
    // The columns named in SOURCES, in order.
    const known = sources.get(batchId) ?? new Set([fileName]);
    if (kind !== null) known.add(kind);
    sources.set(batchId, known);
  }
  return sources;
}
