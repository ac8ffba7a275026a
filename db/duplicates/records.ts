// What the linkage compares, read from the book: one record for each person but the owner.
import { precedence } from '#core/contacts/duplicates/merge-choices.ts';
import type { LinkageAddress, LinkageRecord } from '#core/contacts/duplicates/model.ts';
import { parseN } from '#core/contacts/structured-name.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId } from '#db/settings/queries.ts';

/** Rows read between two pauses: a few milliseconds' worth. */
const ROWS_A_PAUSE = 5000;

/** A record while it is read. */
interface Reading {
  readonly id: number;
  readonly org: string;
  readonly title: string;
  readonly otherNames: string[];
  readonly emails: string[];
  readonly tels: string[];
  readonly profiles: string[];
  readonly adr: LinkageAddress[];
  connectedOn: string;
  n: Word | undefined;
  bday: Word | undefined;
}

/** One of several words on what there is one of. */
interface Word {
  readonly id: number;
  readonly isOwner: boolean;
  readonly recordedAt: string;
  readonly text: string;
}

type PersonRow = readonly [id: number, org: string, title: string];
type ConnectedRow = readonly [contactId: number, on: string];
/** `text` is the key where the value has one to be matched by; `ownerSince` is null for what an import says. */
type ValueRow = readonly [
  contactId: number,
  kind: number,
  text: string,
  id: number,
  ownerSince: string | null,
];

const KINDS = ['N', 'EMAIL', 'TEL', 'URL', 'NICKNAME', 'FN', 'BDAY', 'ADR'] as const;

// Half a million rows: the fewer and shorter the columns, the better. A name is another name where it is not the one on
// the card, which only a merged card has; what an import said is told apart by its key alone.
const VALUE = `p.contact_id, case p.name ${KINDS.map((name, kind) => `when '${name}' then ${kind}`).join(' ')} end,
  case when p.name in ('EMAIL', 'TEL', 'URL') then p.key else p.value end, p.id,
  case when p.batch_id is null then p.recorded_at end`;
const IS_SAID = `p.hidden = 0 and p.superseded_by is null and p.value <> '' and p.name in (${KINDS.map((name) => `'${name}'`).join(', ')})
  and (p.name <> 'FN' or (p.contact_id in (select survivor_id from merge)
    and p.value <> (select f.fn from contact f where f.id = p.contact_id)))`;
const IS_CONNECTION = `e.kind = 'li_connected' and e.other_id is null and e.superseded_by is null and e."on" is not null`;

/** Everybody but the owner: what is said about them today. Pauses (yields) every few milliseconds. */
export function* readRecords(book: ReadBook): Generator<void, LinkageRecord[]> {
  const people = new Map<number, Reading>();
  const inPieces = function* <Row extends readonly unknown[]>(
    table: string,
    sql: string,
    take: (row: Row) => void,
  ): Generator<void> {
    const last = Number(book.statement(`select coalesce(max(id), 0) from ${table}`).pluck().get());
    const statement = book.statement(sql).raw();
    for (let after = 0; after < last; after += ROWS_A_PAUSE) {
      // The columns each query names, in order.
      for (const row of statement.all(after, after + ROWS_A_PAUSE) as Row[]) take(row);
      yield;
    }
  };
  yield* inPieces<PersonRow>(
    'contact',
    'select id, org, title from contact where id > ? and id <= ? and deleted_at is null',
    (row) => people.set(row[0], toReading(row)),
  );
  const owner = ownerId(book);
  if (owner !== undefined) people.delete(owner);
  yield* inPieces<ValueRow>(
    'property',
    `select ${VALUE} from property p where p.id > ? and p.id <= ? and ${IS_SAID}`,
    (row) => takeValue(people.get(row[0]), row),
  );
  yield* inPieces<ConnectedRow>(
    'evidence',
    `select e.contact_id, e."on" from evidence e where e.id > ? and e.id <= ? and ${IS_CONNECTION}`,
    (row) => takeConnection(people.get(row[0]), row),
  );
  const records: LinkageRecord[] = [];
  for (const reading of people.values()) {
    records.push(toRecord(reading));
    if (records.length % ROWS_A_PAUSE === 0) yield;
  }
  return records;
}

/** Those of `ids` who are there, the owner aside. */
export function linkageRecords(book: ReadBook, ids: readonly number[]): LinkageRecord[] {
  const people = new Map<number, Reading>();
  const owner = ownerId(book);
  const those = JSON.stringify(ids);
  const from = 'json_each(?) j join contact c on c.id = j.value and c.deleted_at is null';
  // The columns each query names, in order.
  const rowsOf = <Row extends readonly unknown[]>(sql: string) =>
    book.statement(sql).raw().all(those) as Row[];
  for (const row of rowsOf<PersonRow>(`select c.id, c.org, c.title from ${from}`))
    if (row[0] !== owner) people.set(row[0], toReading(row));
  for (const row of rowsOf<ValueRow>(
    `select ${VALUE} from ${from} join property p on p.contact_id = c.id where ${IS_SAID}`,
  ))
    takeValue(people.get(row[0]), row);
  for (const row of rowsOf<ConnectedRow>(
    `select e.contact_id, e."on" from ${from} join evidence e on e.contact_id = c.id where ${IS_CONNECTION}`,
  ))
    takeConnection(people.get(row[0]), row);
  return Array.from(people.values(), toRecord);
}

const toReading = ([id, org, title]: PersonRow): Reading => ({
  id,
  org,
  title,
  otherNames: [],
  emails: [],
  tels: [],
  profiles: [],
  adr: [],
  connectedOn: '',
  n: undefined,
  bday: undefined,
});

function takeConnection(person: Reading | undefined, [, on]: ConnectedRow): void {
  if (person !== undefined && on > person.connectedOn) person.connectedOn = on;
}

function takeValue(person: Reading | undefined, row: ValueRow): void {
  if (person === undefined) return;
  const [, kind, text] = row;
  switch (KINDS[kind]) {
    case 'N':
      person.n = above(person.n, row);
      return;
    case 'BDAY':
      person.bday = above(person.bday, row);
      return;
    case 'EMAIL':
      return add(person.emails, text);
    case 'TEL':
      return add(person.tels, text);
    case 'URL':
      return add(person.profiles, text);
    case 'ADR':
      person.adr.push(addressOf(text));
      return;
    case 'FN':
      return add(person.otherNames, text);
    case 'NICKNAME':
      for (const one of text.split(',')) add(person.otherNames, one.trim());
      return;
    case undefined:
  }
}

function add(list: string[], text: string): void {
  if (text !== '' && !list.includes(text)) list.push(text);
}

function above(known: Word | undefined, [, , text, id, ownerSince]: ValueRow): Word {
  const word = { id, text, isOwner: ownerSince !== null, recordedAt: ownerSince ?? '' };
  return known === undefined || precedence(word, known) > 0 ? word : known;
}

const toRecord = ({ n, bday, ...rest }: Reading): LinkageRecord => ({
  ...rest,
  n: parseN(n?.text ?? ''),
  bday: bday?.text ?? '',
  identifiers: [],
});

/** vCard `ADR` (RFC 6350 §6.3.1): box;extended;street;locality;region;code;country. A line without parts is a place. */
function addressOf(text: string): LinkageAddress {
  const parts = text.split(/(?<!\\);/).map((part) =>
    part
      .replaceAll(/\\([\\,;])/g, '$1')
      .replaceAll(/\\n/gi, ' ')
      .trim(),
  );
  const [, extended = '', street = '', locality = '', region = '', code = ''] = parts;
  return parts.length === 1
    ? { extended: '', street: '', locality: text.trim(), region: '', code: '' }
    : { extended, street, locality, region, code };
}
