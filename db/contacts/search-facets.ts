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

/** Everybody, for the jobs thread: a second or so at a hundred thousand people. */
export function wholeFacets(book: ReadBook): FacetBase {
  const collector = facetCollector();
  readFacets(book, collector);
  return collector.finish();
}

/** The people named, as the facets see them now; those who are gone are left out. */
export function facetDocs(book: ReadBook, ids: readonly ContactId[]): FacetDoc[] {
  const collector = docCollector();
  readFacets(book, collector, ids);
  return collector.docs();
}

function readFacets(book: ReadBook, sink: FacetSink, ids?: readonly ContactId[]): void {
  const rows = <Row>(sql: (only: string) => string, key: string): Iterable<Row> => {
    const statement = book.statement(
      sql(ids === undefined ? '' : `and ${key} in (select value from json_each(?))`),
    );
    // Each statement above selects the columns of its row, in order.
    return statement.raw().iterate(...(ids === undefined ? [] : [JSON.stringify(ids)])) as Iterable<Row>;
  };
  const sources = sourcesOf(book);
  const from = (id: number, batchId: number | null): void => {
    for (const source of sources.get(batchId ?? 0) ?? []) sink.value('from', id, source);
  };
  for (const [id, createdAt, batchId] of rows<PersonRow>(PEOPLE, 'c.id')) {
    sink.person(id, createdAt);
    from(id, batchId);
  }
  readProperties(rows<PropertyRow>(PROPERTIES, 'p.contact_id'), sink, from);
  for (const [id, on, location, event, place] of rows<EncounterRow>(ENCOUNTERS, 'm.contact_id')) {
    sink.value('met', id, on);
    sink.day(id, on);
    if (event !== '') sink.value('event', id, event);
    for (const where of new Set([location, place])) if (where !== '') sink.value('place', id, where);
  }
  for (const [id, on, isMeeting] of rows<DatedRow>(DATED, 'v.contact_id')) {
    sink.day(id, on);
    if (isMeeting === 1) sink.value('met', id, on);
  }
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
