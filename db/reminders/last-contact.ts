// When something last passed between the owner and people: met, written, introduced, or kept in touch with and said so.
import { ContactId } from '#core/contacts/model.ts';
import type { Day } from '#core/reminders/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';

/** What two people do together; a list both are on, or a click that connects them, is none of it. */
const CONTACT = `('meeting', 'met_at_event', 'mail_two_way', 'chat_two_way', 'li_message_two_way')`;

const LAST = `select j.value as id, max(
    coalesce((select max(m.met_on) from encounter m where m.contact_id = j.value and m.met_on between '0' and @until), ''),
    coalesce((select max(v."on") from evidence v where v.contact_id = j.value and v.other_id is null and v.kind <> 'li_connected'
      and v.superseded_by is null and v.kind in ${CONTACT} and v."on" between '0' and @until), ''),
    coalesce((select max(substr(s.at, 1, 10)) from introduction i join introduction_step s on s.introduction_id = i.id
      where i.a_id = j.value and s.step in ('a_asks', 'ask_a', 'a_says_yes', 'a_says_later', 'a_says_no', 'introduce', 'tell_outcome', 'tell_no')), ''),
    coalesce((select max(substr(s.at, 1, 10)) from introduction i join introduction_step s on s.introduction_id = i.id
      where i.b_id = j.value and (s.step in ('introduce', 'move_to_bcc') or (i.direction <> 'requested'
        and s.step in ('ask_b', 'b_says_yes', 'b_says_later', 'b_says_no')))), ''),
    coalesce((select max(substr(r.settled_at, 1, 10)) from reminder r
      where r.contact_id = j.value and r.outcome = 'done' and r.kind <> 'promise'), '')
  ) as "on" from json_each(@ids) j`;

/** The newest such day of each of these people, up to today; those of whom none is known are left out. */
export function lastContacts(
  book: ReadBook,
  ids: Iterable<ContactId>,
  today: Day,
): Map<ContactId, PartialDate> {
  // "2026" may mean today as well as 2026-11-26: it sorts before either.
  const rows = book
    .statement(LAST)
    .raw()
    .all({ ids: JSON.stringify([...ids]), until: today });
  return new Map(
    (rows as [id: number, on: string][]) // the two columns named
      .filter(([, on]) => on !== '')
      .map(([id, on]) => [ContactId.parse(id), on]),
  );
}
