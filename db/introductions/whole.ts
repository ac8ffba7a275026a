// Introductions with their logs, for a file that holds the whole book.
import { ContactId } from '#core/contacts/model.ts';
import { IntroductionSaid } from '#core/imports/own-records.ts';
import type { IntroductionOf } from '#core/imports/own-records.ts';
import type { ReadBook } from '#db/book.ts';
import { standingId } from '#db/contacts/queries.ts';
import { logOf } from './queries.ts';

export interface WholeIntroduction {
  readonly id: number;
  readonly said: IntroductionOf<ContactId>;
}

interface Row {
  readonly id: number;
  readonly a: number;
  readonly b: number;
}

/** All of them, the oldest first, but for what this version cannot read and whose two people have become one. */
export function wholeIntroductions(book: ReadBook): WholeIntroduction[] {
  const rows = book
    .statement(
      `select id, direction, a_id as a, b_id as b, purpose, benefit_a as "benefitA", benefit_b as "benefitB", state,
         created_at as "createdAt" from introduction order by id`,
    )
    .all() as Row[]; // the columns named
  return rows.flatMap(({ id, a, b, ...row }) => {
    const said = IntroductionSaid.safeParse({ ...row, steps: logOf(book, id) });
    if (!said.success || a === b) return [];
    const two = { a: standingId(book, ContactId.parse(a)), b: standingId(book, ContactId.parse(b)) };
    return [{ id, said: { what: 'introduction' as const, ...said.data, ...two } }];
  });
}
