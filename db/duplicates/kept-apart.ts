// Pairs of people of whom the owner has said that they are two.
import { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';

export interface KeptApart {
  readonly id: number;
  readonly a: ContactId;
  readonly b: ContactId;
  readonly decidedAt: DateTime;
}

/** All pairs, in the order in which they were said. */
export function keptApartPairs(book: ReadBook): KeptApart[] {
  const rows = book
    .statement('select id, a_id as a, b_id as b, decided_at as "decidedAt" from kept_apart order by id')
    .all() as { readonly id: number; readonly a: number; readonly b: number; readonly decidedAt: DateTime }[]; // the columns named
  return rows.map(({ a, b, ...row }) => ({ ...row, a: ContactId.parse(a), b: ContactId.parse(b) }));
}
