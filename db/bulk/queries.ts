// What can be known of many people before anything is done with them, read on the jobs thread.
import { mailbox } from '#core/exports/mailboxes.ts';
import { changedValue } from '#core/contacts/bulk-edit.ts';
import type { BulkChange, BulkProperty } from '#core/contacts/bulk-edit.ts';
import { emailKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { COLUMN_OF } from '#db/contacts/bulk-rows.ts';
import { firstOf, parametersIn } from '#db/contacts/parameters.ts';
import { currentRows } from '#db/contacts/properties.ts';

/** How many people an edit would change. */
export function countChanged(
  book: ReadBook,
  ids: readonly ContactId[],
  { property, change }: { readonly property: BulkProperty; readonly change: BulkChange },
): number {
  const values = book
    .statement(
      `select c.${COLUMN_OF[property]}, count(*) from json_each(?) j join contact c on c.id = j.value group by 1`,
    )
    .raw()
    .all(JSON.stringify(ids)) as (readonly [value: string, people: number])[]; // the columns named
  return values.reduce(
    (sum, [value, people]) => sum + (changedValue(value, change) === value ? 0 : people),
    0,
  );
}

/** Their addresses, one a person, for the head of a letter. */
export function addressesOf(book: ReadBook, ids: readonly ContactId[]) {
  const name = book.statement('select fn from contact where id = ?').pluck();
  const written = ids.flatMap((id) => {
    const address = addressOf(book, id);
    return address === undefined ? [] : [mailbox(String(name.get(id)), address)];
  });
  return { text: written.join(', '), with: written.length, without: ids.length - written.length };
}

/** The address a person prefers, else their first; undefined where none can be written to. */
function addressOf(book: ReadBook, id: ContactId): string | undefined {
  const rows = currentRows(book, id).filter(({ name, value }) => name === 'EMAIL' && emailKey(value));
  const preferred = rows.find(({ parameters }) => firstOf(parametersIn(parameters), 'PREF') === '1');
  return (preferred ?? rows[0])?.value
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1');
}
