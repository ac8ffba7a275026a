// Pairs the owner will not introduce to each other. Only this feature writes `do_not_introduce`.
import { ContactId } from '#core/contacts/model.ts';
import { DoNotIntroduceId } from '#core/manners/model.ts';
import type { KeptFrom } from '#core/manners/model.ts';
import { refusalOf } from '#core/introductions/refusal.ts';
import type { Refusal } from '#core/introductions/refusal.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { OWNERS } from '#db/columns.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { doNotIntroduce } from '#db/introductions/tables.ts';
import { conflict, notFound } from '#db/problems.ts';
import { policyOf } from './preferences.ts';

interface PairRow {
  readonly id: number;
  readonly other: number;
  readonly fn: string;
  readonly reason: string;
}

/** Whom this person is not introduced to, by name; of a pair that is said twice the latest word. */
export function keptFrom(book: ReadBook, id: ContactId): KeptFrom[] {
  const rows = book
    .statement(
      `select max(d.id) as id, c.id as other, c.fn, d.reason from (
         select id, b_id as other_id, reason from do_not_introduce where a_id = @id
         union all select id, a_id, reason from do_not_introduce where b_id = @id) d
       join contact c on c.id = d.other_id where c.deleted_at is null
       group by c.id order by c.sort_key, c.id`,
    )
    .all({ id }) as PairRow[]; // the columns named
  return rows.map(({ other, ...row }) => ({
    ...row,
    id: DoNotIntroduceId.parse(row.id),
    contactId: ContactId.parse(other),
  }));
}

/** Every row about a pair, whichever of them it names first. */
const rowsOn = (book: ReadBook, one: number, other: number): number[] =>
  book
    .statement(
      `select id from do_not_introduce where a_id = @one and b_id = @other
       union all select id from do_not_introduce where a_id = @other and b_id = @one order by id`,
    )
    .pluck()
    .all({ one, other }) as number[]; // keys

/** Says it of two people; of a pair it is said of already only the reason changes. Throws CONFLICT `same_person`. */
export function keepFrom(
  book: WriteBook,
  { a: one, b: other, reason }: { readonly a: ContactId; readonly b: ContactId; readonly reason: string },
  now: DateTime,
): DoNotIntroduceId {
  if (one === other) throw conflict('same_person');
  contactRow(book, one);
  contactRow(book, other);
  const known = rowsOn(book, one, other).at(-1);
  if (known !== undefined) {
    book.update(doNotIntroduce, known, { reason, ...OWNERS });
    return DoNotIntroduceId.parse(known);
  }
  const [a, b] = one < other ? [one, other] : [other, one];
  return DoNotIntroduceId.parse(book.insert(doNotIntroduce, { a, b, reason, createdAt: now }));
}

/** Takes it back, however often it was said. Throws NOT_FOUND when it has not been. */
export function allowAgain(book: WriteBook, id: DoNotIntroduceId): void {
  const row = book.rowOf('do_not_introduce', id);
  if (row === undefined) throw notFound('do_not_introduce');
  for (const one of rowsOn(book, Number(row['a_id']), Number(row['b_id']))) book.remove(doNotIntroduce, one);
}

/** Why the owner does not introduce these two; undefined where nothing they said speaks against it. */
export const refusalFor = (book: ReadBook, a: ContactId, b: ContactId): Refusal | undefined =>
  refusalOf({
    isKeptApart: rowsOn(book, a, b).length > 0,
    policies: [policyOf(book, a), policyOf(book, b)],
  });

/** Throws CONFLICT `do_not_introduce` or `never_introduced` where the owner has said that these two are not introduced. */
export function checkMayIntroduce(book: ReadBook, a: ContactId, b: ContactId): void {
  const refusal = refusalFor(book, a, b);
  if (refusal !== undefined) throw conflict(refusal);
}
