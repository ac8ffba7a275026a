// Whether two people have been brought up before: nobody is asked the same thing twice within a year.
import type { ContactId } from '#core/contacts/model.ts';
import type { IntroductionDirection, IntroductionId } from '#core/introductions/model.ts';
import { wasProposedLately } from '#core/introductions/refusal.ts';
import type { Day } from '#core/reminders/model.ts';
import type { ReadBook } from '#db/book.ts';
import { logOf } from './queries.ts';

export interface Pair {
  readonly a: ContactId;
  readonly b: ContactId;
  readonly direction: IntroductionDirection;
}

/** By the indexes of both sides, in either order; asking A for B and asking B for A are two matters. */
const OTHERS = `select id, state from introduction where a_id = @a and b_id = @b and id <> @id
    and (direction = 'requested') = @isRequest
  union all select id, state from introduction where a_id = @b and b_id = @a and id <> @id
    and direction <> 'requested' and @isRequest = 0`;

/**
 * Whether another introduction than `id` has brought these two up within the twelve months before a day. `isIdeaToo`: an
 * idea of the same two counts as well, because two of them would only get in each other's way.
 */
export function wasProposed(
  book: ReadBook,
  {
    a,
    b,
    direction,
    id,
    isIdeaToo = false,
  }: Pair & { readonly id?: IntroductionId; readonly isIdeaToo?: boolean },
  today: Day,
): boolean {
  const others = book
    .statement(OTHERS)
    .all({ a, b, id: id ?? 0, isRequest: direction === 'requested' ? 1 : 0 }) as {
    readonly id: number;
    readonly state: string;
  }[]; // the columns named
  return others.some(
    (other) =>
      (isIdeaToo && (other.state === 'idea' || other.state === 'fit')) ||
      wasProposedLately(logOf(book, other.id), today),
  );
}
