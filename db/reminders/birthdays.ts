// Whose birthday is near, of the people the owner has something to do with.
import { ContactId } from '#core/contacts/model.ts';
import { atLeast } from '#core/network/model.ts';
import { birthdaysNear } from '#core/reminders/birthdays.ts';
import type { ReminderFacts } from '#core/reminders/facts.ts';
import type { Day } from '#core/reminders/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerTies } from '#db/network/queries.ts';

type Birthdays = ReminderFacts['birthdays'];

/** In the order in which words on one person stand: the owner's last, of imports the latest. */
const WORDS = `select p.contact_id, p.value from json_each(?) j cross join property p
  on p.contact_id = j.value and p.name = 'BDAY' and p.hidden = 0 and p.superseded_by is null
  order by p.batch_id is null, case when p.batch_id is null then p.recorded_at end, p.id`;

const NEAR = `select c.id, max(p.batch_id is null) from json_each(?) d
  cross join property p on p.name = 'BDAY' and p.value = d.value
  cross join contact c on c.id = p.contact_id where c.deleted_at is null group by c.id`;

/** Something that has made two people known to each other: who has none of it is not asked about. */
const MAY_BE_KNOWN = `select j.value from json_each(?) j
  where exists (select 1 from encounter m where m.contact_id = j.value)
  or exists (select 1 from evidence v where v.contact_id = j.value and v.other_id is null
    and v.kind <> 'li_connected' and v.kind <> 'li_endorsed' and v.superseded_by is null)`;

/**
 * Birthdays near a day of everybody the owner chose: those whose birthday they wrote down themselves, whom they keep in
 * touch with, or whom they know. An address book brings hundreds of others, of whom nobody wants to be told.
 */
export function birthdays(
  book: ReadBook,
  { today, now, chosen }: { today: Day; now: DateTime; chosen: ReadonlySet<ContactId> },
): Birthdays {
  // The columns named in it.
  const rows = book
    .statement(NEAR)
    .raw()
    .all(JSON.stringify(birthdaysNear(today))) as [number, number][];
  const near = rows.map(([key, isOwn]) => {
    const id = ContactId.parse(key);
    return { id, isChosen: isOwn === 1 || chosen.has(id) };
  });
  const wanted = near.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  const others = near.filter(({ isChosen }) => !isChosen).map(({ id }) => id);
  wanted.push(...knownOf(book, others, now));
  const words = book.statement(WORDS).raw().all(JSON.stringify(wanted)) as [id: number, bday: string][]; // its columns
  const standing = new Map(words.map(([id, bday]) => [ContactId.parse(id), bday]));
  return [...standing].flatMap(([contactId, bday]) => (bday === '' ? [] : [{ contactId, bday }]));
}

/** Of these people those whom the owner knows. */
function knownOf(book: ReadBook, ids: readonly ContactId[], now: DateTime): ContactId[] {
  const maybe = book
    .statement(MAY_BE_KNOWN)
    .pluck()
    .all(JSON.stringify(ids))
    .map((id) => ContactId.parse(id));
  const ties = ownerTies(book, maybe, now);
  return maybe.filter((id) => atLeast(ties.get(id)?.level ?? 'unknown', 'know'));
}
