// What planning an import asks of the book, answered from maps that are filled once per plan.
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { BookLookup, ImportedValue } from '#core/imports/plan.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId } from '#db/settings/queries.ts';

const NOBODY: readonly never[] = [];

/** A snapshot of the book for planning; each map is filled the first time it is asked. */
export function bookLookup(book: ReadBook): BookLookup {
  const owner = ownerId(book);
  const keys = lazily(() => keysOf(book));
  const names = lazily(() => namesIn(book, owner));
  const imported = lazily(() => importedIn(book));
  const connected = lazily(() => connectedIn(book));
  const merged = lazily(() => mergedIn(book));
  // Only with the second condition may SQLite use the index, which leaves out those without a key.
  const invitation = book.statement("select state from invitation where key = ? and key <> ''").pluck();
  // Asked only where a mailbox matches, so that no map of everybody is needed.
  const namesSaid = book
    .statement("select value from property where contact_id = ? and name = 'FN' and value <> ''")
    .pluck();
  return {
    contactsByKey: (kind, key) => keys()[kind].get(key) ?? NOBODY,
    contactsByName: (key) => names().get(key) ?? NOBODY,
    namesOf: (id) => namesSaid.all(id) as string[], // the one column named
    linkedInKeysOf: (id) => keys().urlKeysOf.get(id) ?? NOBODY,
    importedValues: (id) => imported().get(id) ?? NOBODY,
    connectedOn: (id) => connected().get(id) ?? NOBODY,
    cardsOf: (id) => 1 + (merged().get(id) ?? 0),
    invitationByKey(key) {
      const state = invitation.get(key);
      return state === undefined ? undefined : { pending: state === 'pending' };
    },
    ownerId: () => owner,
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

// Rows are read as arrays (`raw`), which is half the work of objects for half a million of them.
const rowsOf = <Row extends readonly unknown[]>(book: ReadBook, sql: string): IterableIterator<Row> =>
  // The columns each query names, in order.
  book.statement(sql).raw().iterate() as IterableIterator<Row>;

function keysOf(book: ReadBook) {
  const url = new Map<string, ContactId[]>();
  const email = new Map<string, ContactId[]>();
  const urlKeysOf = new Map<ContactId, string[]>();
  const rows = rowsOf<readonly [ContactId, 'URL' | 'EMAIL' | 'TEL', string]>(
    book,
    `select distinct p.contact_id, p.name, p.key from property p join contact c on c.id = p.contact_id
     where p.key <> '' and c.deleted_at is null`,
  );
  for (const [id, name, key] of rows) {
    if (name === 'EMAIL') addTo(email, key, id);
    if (name !== 'URL') continue;
    addTo(url, key, id);
    addTo(urlKeysOf, id, key);
  }
  return { url, email, urlKeysOf };
}

function namesIn(book: ReadBook, owner: ContactId | undefined): Map<string, ContactId[]> {
  const names = new Map<string, ContactId[]>();
  const rows = rowsOf<readonly [ContactId, string]>(
    book,
    'select id, name_key from contact where deleted_at is null',
  );
  for (const [id, key] of rows) if (id !== owner) addTo(names, key, id);
  // Whoever has been merged is still known by the name an older export calls them.
  const merged = rowsOf<readonly [ContactId, string]>(
    book,
    `select p.contact_id, p.value from property p join contact c on c.id = p.contact_id
     where p.name = 'FN' and c.deleted_at is null and c.id in (select survivor_id from merge)`,
  );
  for (const [id, fn] of merged) {
    const key = nameKey(fn);
    if (id !== owner && names.get(key)?.includes(id) !== true) addTo(names, key, id);
  }
  return names;
}

function importedIn(book: ReadBook): Map<ContactId, ImportedValue[]> {
  const values = new Map<ContactId, ImportedValue[]>();
  const rows = rowsOf<readonly [ContactId, PropertyName, string]>(
    book,
    'select contact_id, name, value from property where batch_id is not null and superseded_by is null',
  );
  for (const [id, name, value] of rows) addTo(values, id, { name, value });
  return values;
}

function connectedIn(book: ReadBook): Map<ContactId, PartialDate[]> {
  const days = new Map<ContactId, PartialDate[]>();
  const rows = rowsOf<readonly [ContactId, string]>(
    book,
    `select contact_id, "on" from evidence where kind = 'li_connected' and other_id is null and "on" is not null order by id`,
  );
  for (const [id, day] of rows) addTo(days, id, day);
  return days;
}

/** How many others each person is by now. */
const mergedIn = (book: ReadBook): Map<ContactId, number> =>
  new Map(
    rowsOf<readonly [ContactId, number]>(
      book,
      'select survivor_id, count(*) from merge group by survivor_id',
    ),
  );
