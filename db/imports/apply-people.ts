// People out of a plan: new ones with all that is said about them, and what is news about those who are there.
import { parametersText } from '#db/contacts/parameters.ts';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { reproject } from '#db/contacts/queries.ts';
import type { Applying } from './applying.ts';
import type { KeptItem } from './kept.ts';

const INSERT_VALUE =
  'insert into property (contact_id, name, value, type, parameters, key, recorded_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)';
const INSERT_CONNECTED = `insert into evidence (kind, contact_id, "on", created_at, batch_id, line) values ('li_connected', ?, ?, ?, ?, ?)`;

/** Adds somebody, but for what the owner has left out of what is said about them; their name always comes along. */
export function addPerson(applying: Applying, item: KeptItem, leftOut: readonly number[] = []): ContactId {
  const id = applying.nextContactId();
  const { says = [] } = item;
  const wanted = leftOut.length === 0 ? says : says.filter((_, at) => at === 0 || !leftOut.includes(at));
  applying.newPeople.add(id, wanted, item.line);
  if (item.on !== undefined) applying.newPeople.connect(id, item.on, item.line);
  return id;
}

/**
 * Adds what the plan shows to a person already there: a change with `before` replaces that imported value, which is
 * kept as history; one without adds a value. The owner's own values stand above both and are not touched.
 */
export function changePerson(
  applying: Applying,
  id: ContactId,
  item: KeptItem,
  leftOut: readonly number[] = [],
): void {
  const { book, batchId, now } = applying;
  const insert = book.statement(INSERT_VALUE);
  const supersede = book.statement(
    `update property set superseded_by = @batchId where contact_id = @id and name = @name
     and (value = @before or (name = 'PHOTO' and key = @before)) and batch_id is not null and superseded_by is null`,
  );
  for (const [at, [name, before, after, type = '', parameters]] of (item.changes ?? []).entries()) {
    if (leftOut.includes(at)) continue;
    if (before !== '') supersede.run({ batchId, id, name, before });
    if (after === '') continue;
    const key = propertyKey(name, after);
    insert.run(id, name, after, type, parametersText(parameters), key, now, batchId, item.line);
  }
  connect(applying, id, item);
  reproject(book, id);
}

function connect({ book, batchId, now }: Applying, id: ContactId, { on, line }: KeptItem): void {
  if (on === undefined) return;
  const there = book
    .statement(
      `select 1 from evidence where contact_id = ? and other_id is null and kind = 'li_connected' and "on" = ?
       and superseded_by is null`,
    )
    .get(id, on);
  if (there !== undefined) return;
  book.statement(INSERT_CONNECTED).run(id, on, now, batchId, line);
}

/** They are no connection any more, whoever said that they were; it is kept as history and comes back with a revert. */
export function markLeft({ book, batchId }: Applying, id: ContactId): void {
  book
    .statement(
      `update evidence set superseded_by = ? where contact_id = ? and other_id is null and kind = 'li_connected'
       and superseded_by is null`,
    )
    .run(batchId, id);
}
