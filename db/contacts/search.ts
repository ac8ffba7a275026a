// What the search index is built from: names, organisations, e-mail addresses and the events where we met.
import type { ContactId } from '#core/contacts/model.ts';
import type { SearchDoc } from '#core/contacts/search-index.ts';
import type { ReadBook } from '#db/book.ts';

type Extra = readonly [contactId: number, value: string];

/** Search entries of the people named, or of everybody. */
export function searchDocs(book: ReadBook, ids?: readonly ContactId[]): SearchDoc[] {
  const only = ids === undefined ? '' : 'and c.id in (select value from json_each(?))';
  const bound = ids === undefined ? [] : [JSON.stringify(ids)];
  const people = book
    .statement(
      `select c.id, c.fn, c.sort_key as sortKey, c.org from contact c where c.deleted_at is null ${only}`,
    )
    .all(...bound) as { id: number; fn: string; sortKey: string; org: string }[]; // the columns named above
  const more = new Map<number, string[]>();
  const collect = (sql: string) => {
    // The columns of the two queries below, in order.
    for (const [contactId, value] of book
      .statement(sql)
      .raw()
      .iterate(...bound) as Iterable<Extra>) {
      const values = more.get(contactId);
      if (values === undefined) more.set(contactId, [value]);
      else values.push(value);
    }
  };
  collect(
    `select p.contact_id as contactId, p.value from property p join contact c on c.id = p.contact_id
     where p.name in ('EMAIL', 'NICKNAME') and p.hidden = 0 and p.superseded_by is null ${only}`,
  );
  collect(
    `select m.contact_id as contactId, e.summary as value from encounter m join event e on e.id = m.event_id
     join contact c on c.id = m.contact_id where 1 ${only}`,
  );
  return people.map(({ id, fn, sortKey, org }) => {
    const values = more.get(id) ?? [];
    return { id, fn, sortKey, more: org === '' ? values : [org, ...values] };
  });
}
