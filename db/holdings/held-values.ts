// Every value anybody has said about a person, with what has become of it.
import type { HeldValue } from '#api/holdings.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { parametersIn } from '#db/contacts/parameters.ts';
import { currentRows } from '#db/contacts/properties.ts';
import { sourceFinder } from './sources.ts';

interface ValueRow {
  readonly id: number;
  readonly name: string;
  readonly value: string;
  readonly type: string;
  readonly parameters: string;
  readonly at: string;
  readonly batchId: number | null;
  readonly line: number | null;
  readonly supersededBy: number | null;
  readonly hidden: 0 | 1;
}

/** Those that stand come first; otherwise in the order in which they were said. */
export function heldValues(book: ReadBook, id: ContactId): HeldValue[] {
  const sourceOf = sourceFinder(book);
  const standing = new Set(currentRows(book, id).map((row) => row.id));
  const rows = book
    .statement(
      `select id, name, value, type, parameters, recorded_at as at, batch_id as "batchId", line,
         superseded_by as "supersededBy", hidden from property where contact_id = ? and value <> '' order by id`,
    )
    .all(id) as ValueRow[]; // the columns named
  const values = rows.map((row) => ({
    name: row.name,
    value: row.value,
    type: row.type,
    ...(row.parameters === '' ? {} : { parameters: parametersIn(row.parameters) }),
    state: stateOf(row, standing),
    provenance: sourceOf(row),
  }));
  return [
    ...values.filter(({ state }) => state === 'stands'),
    ...values.filter(({ state }) => state !== 'stands'),
  ];
}

function stateOf({ id, supersededBy, hidden }: ValueRow, standing: ReadonlySet<number>): HeldValue['state'] {
  if (standing.has(id)) return 'stands';
  if (supersededBy !== null) return 'replaced';
  return hidden === 1 ? 'hidden' : 'overruled';
}
