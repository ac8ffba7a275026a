// What those who could introduce the owner have of their goodwill, of everybody with whom there was any give and take.
import { ContactId } from '#core/contacts/model.ts';
import { goodwillFactor, UNTOUCHED } from '#core/introductions/goodwill.ts';
import type { Goodwill } from '#core/introductions/goodwill.ts';
import { yearsBefore } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ledgersOf } from '#db/introductions/goodwill.ts';

/** The ledgers of everybody who was asked for something or introduced to somebody within the last year: a few hundred. */
export function recentLedgers(book: ReadBook, now: DateTime): ReadonlyMap<ContactId, Goodwill> {
  const ids = book
    .statement(
      `with lately as (select i.a_id, i.b_id from introduction i where exists
         (select 1 from introduction_step s where s.introduction_id = i.id and s.at >= @since))
       select a_id from lately union select b_id from lately
       union select contact_id from mutual where asked_on >= @since and contact_id is not null`,
    )
    .pluck()
    .all({ since: yearsBefore(now, 1) })
    .map((id) => ContactId.parse(id));
  return ledgersOf(book, ids, now.slice(0, 10));
}

/** How much better, or worse, each can be asked than somebody with whom there was no give and take. */
export const standing = (ledgers: ReadonlyMap<ContactId, Goodwill>): Map<ContactId, number> =>
  new Map(Array.from(ledgers, ([id, ledger]) => [id, goodwillFactor(ledger) - goodwillFactor(UNTOUCHED)]));
