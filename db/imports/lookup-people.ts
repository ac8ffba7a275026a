// What the book knows of its people, for planning: keys, names, what imports said, and since when they are connected.
import type { ContactId, PropertyName } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { EntryReport, SourceKind } from '#core/imports/model.ts';
import { NAME_END, VALUE_END } from '#core/imports/plan-changes.ts';
import type { ImportedValue, KeyKind } from '#core/imports/planned.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { lazily } from '#core/shared/lazily.ts';
import type { ReadBook } from '#db/book.ts';
import { addTo, allRowsOf } from './lookup-rows.ts';

const NONE: readonly never[] = [];

const KEY_KINDS = ['url', 'email', 'tel', 'uid'] as const satisfies readonly KeyKind[];

/** Who has which keys, and which LinkedIn keys somebody has. */
export function keysIn(book: ReadBook) {
  const byKey = KEY_KINDS.map(() => new Map<string, ContactId[]>());
  const gone = new Set(book.statement('select id from contact where deleted_at is not null').pluck().all());
  // Kinds as numbers: a word a row would have to be made half a million times. The index of keys would be walked in the
  // order of the keys, with a look into the table for each.
  const rows = allRowsOf<readonly [ContactId, number, string]>(
    book,
    `select contact_id, case name when 'URL' then 0 when 'EMAIL' then 1 when 'TEL' then 2 else 3 end, key from property not indexed
     where key <> '' and name in ('URL', 'EMAIL', 'TEL', 'UID')`,
  );
  for (const [id, kind, key] of rows) {
    const known = byKey[kind]!.get(key); // one of the four above
    if (known === undefined) {
      if (!gone.has(id)) byKey[kind]!.set(key, [id]);
    } else if (!known.includes(id) && !gone.has(id)) known.push(id);
  }
  const linkedIn = lazily(() => {
    const keys = new Map<ContactId, string[]>();
    for (const [key, ids] of byKey[0]!) for (const id of ids) addTo(keys, id, key);
    return keys;
  });
  return {
    byKey: (kind: KeyKind, key: string): readonly ContactId[] =>
      byKey[KEY_KINDS.indexOf(kind)]!.get(key) ?? NONE,
    linkedInOf: (id: ContactId): readonly string[] => linkedIn().get(id) ?? NONE,
  };
}

/** Live people by `nameKey`, the owner left out. */
export function namesIn(book: ReadBook, owner: ContactId | undefined): Map<string, ContactId[]> {
  const names = new Map<string, ContactId[]>();
  const rows = allRowsOf<readonly [ContactId, string]>(
    book,
    'select id, name_key from contact where deleted_at is null',
  );
  for (const [id, key] of rows) if (id !== owner) addTo(names, key, id);
  // What they are called elsewhere, or have been called, is how an export may still call them.
  const others = allRowsOf<readonly [ContactId, string]>(
    book,
    `select p.contact_id, p.value from property p join contact c on c.id = p.contact_id
     where p.name = 'FN' and p.value <> '' and p.value <> c.fn and c.deleted_at is null`,
  );
  for (const [id, fn] of others) {
    const key = nameKey(fn);
    if (id !== owner && names.get(key)?.includes(id) !== true) addTo(names, key, id);
  }
  return names;
}

/** The kinds of what each batch was made of. */
export function kindsByBatch(book: ReadBook): Map<number, ReadonlySet<SourceKind>> {
  const rows = allRowsOf<readonly [number, string]>(book, 'select id, entries from import_batch');
  const kinds = new Map<number, ReadonlySet<SourceKind>>();
  for (const [id, entries] of rows) {
    const reports = JSON.parse(entries) as Pick<EntryReport, 'kind'>[]; // written by staging.ts
    kinds.set(id, new Set(reports.flatMap(({ kind }) => kind ?? [])));
  }
  return kinds;
}

const NO_KINDS: ReadonlySet<SourceKind> = new Set();

/** So many people are read at once, when they are asked for in the order in which they came into the book. */
const PEOPLE_AT_ONCE = 500;

/**
 * What imports say about people now, each in one text as `textSaid` writes it, with the days of their connection: what a
 * file that comes again asks of everybody, nearly always in the order in which they once came, so that a read serves
 * hundreds and only those are remembered.
 */
export function textsIn(book: ReadBook): (id: ContactId) => string | undefined {
  const read = book
    .statement(
      `select contact_id, group_concat(name || '${NAME_END}' || case when name = 'PHOTO' then key else value end, '${VALUE_END}')
       from property where contact_id between ? and ? and batch_id is not null and superseded_by is null
       group by contact_id`,
    )
    .raw();
  let texts = new Map<ContactId, string>();
  let [from, to] = [0, -1];
  return (id) => {
    if (id < from || id > to) {
      const isNext = id > to && id <= to + PEOPLE_AT_ONCE;
      [from, to] = [id, isNext ? id + PEOPLE_AT_ONCE - 1 : id];
      texts = new Map(read.all(from, to) as (readonly [ContactId, string])[]); // the columns named
    }
    return texts.get(id);
  };
}

/** People remembered: a planner asks several times about one, and comes back to few. */
const REMEMBERED = 500;

/**
 * What imports said about people, asked of the book one by one: a map of half a million values would take longer to fill
 * and ten times the memory. A photograph is known by its key, so that nothing as large is ever read.
 */
export function importedValues(book: ReadBook, kinds: ReadonlyMap<number, ReadonlySet<SourceKind>>) {
  const toValue = ([name, value, batch]: ValueRow): ImportedValue => ({
    name: nameOf(name),
    value,
    kinds: kinds.get(batch) ?? NO_KINDS,
  });
  const current = book.statement(`select ${VALUES} and superseded_by is null order by id`).raw();
  const former = book.statement(`select ${VALUES} and superseded_by is not null order by id`).raw();
  const batches = book
    .statement('select distinct batch_id from property where contact_id = ? and batch_id is not null')
    .pluck();
  const asked = new Map<ContactId, readonly ImportedValue[]>();
  return {
    valuesOf(id: ContactId): readonly ImportedValue[] {
      const known = asked.get(id);
      if (known !== undefined) return known;
      if (asked.size >= REMEMBERED) asked.clear();
      const values = (current.all(id) as ValueRow[]).map(toValue); // the columns named in VALUES
      asked.set(id, values);
      return values;
    },
    formerOf: (id: ContactId): readonly ImportedValue[] => (former.all(id) as ValueRow[]).map(toValue), // as above
    kindsOf(id: ContactId): ReadonlySet<SourceKind> {
      const all = (batches.all(id) as number[]).map((batch) => kinds.get(batch) ?? NO_KINDS); // the one column named
      return all.length === 1 ? all[0]! : new Set(all.flatMap((some) => [...some]));
    },
  };
}

/** Names that nearly every value has, as numbers. */
const USUAL_NAMES: readonly PropertyName[] = ['FN', 'N', 'URL', 'EMAIL', 'TEL', 'ORG', 'TITLE'];
const nameOf = (name: PropertyName | number): PropertyName =>
  typeof name === 'number' ? USUAL_NAMES[name]! : name; // VALUES gives no other number

type ValueRow = readonly [name: PropertyName | number, value: string, batch: number];
const VALUES = `case name ${USUAL_NAMES.map((name, at) => `when '${name}' then ${at}`).join(' ')} else name end,
  case when name = 'PHOTO' then key else value end, batch_id from property where contact_id = ? and batch_id is not null`;

/** The days on which the owner and people became connections. */
export function connectedIn(book: ReadBook): Map<ContactId, PartialDate[]> {
  const days = new Map<ContactId, PartialDate[]>();
  const rows = allRowsOf<readonly [ContactId, string]>(
    book,
    `select contact_id, "on" from evidence where kind = 'li_connected' and other_id is null and "on" is not null
       and superseded_by is null order by id`,
  );
  for (const [id, day] of rows) addTo(days, id, day);
  return days;
}

/** How many others each person is by now. */
export const mergedIn = (book: ReadBook): Map<ContactId, number> =>
  new Map(
    allRowsOf<readonly [ContactId, number]>(
      book,
      'select survivor_id, count(*) from merge group by survivor_id',
    ),
  );
