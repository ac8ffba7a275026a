import type { reminders } from '#api/reminders.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import { followUpsAt } from '#core/reminders/at-event.ts';
import { everyDays, lastDayOf, nextBy, plusDays } from '#core/reminders/days.ts';
import { dormantOf, DORMANT_MONTHS } from '#core/reminders/dormant.ts';
import type { StrongTie } from '#core/reminders/dormant.ts';
import { dueReminders } from '#core/reminders/due.ts';
import type { DueReminder } from '#core/reminders/due.ts';
import { REMINDER_KINDS } from '#core/reminders/model.ts';
import type { Day, Reminder, ReminderKind } from '#core/reminders/model.ts';
import { levelOf } from '#core/network/link.ts';
import { atLeast } from '#core/network/model.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import { eventRow } from '#db/events/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { ownerId } from '#db/settings/queries.ts';
import { cadenceByTag, cadenceOf, keptPeople, setCadence, setTagCadence, tagCadences } from './cadences.ts';
import { metAt, reminderFacts } from './facts.ts';
import { lastContacts } from './last-contact.ts';
import { addPromise, changePromise, rowsOf, settle, snooze } from './rows.ts';

export const reminderHandlers: HandlersFor<typeof reminders> = {
  list: ({ book, input, now }) => listed(book, input, now),
  about: ({ book, input }) => about(book, input.contactId, input.today),
  atEvent: ({ book, input }) => atEvent(book, input.eventId, input.today),
  promise: ({ book, input, now }) => ({ id: addPromise(book, input, now) }),
  update: ({ book, input }) => changePromise(book, input),
  settle: ({ book, input, now }) => settle(book, input.reminder, input.outcome, now),
  snooze: ({ book, input, now }) => snooze(book, input.reminder, input.until, now),
  setCadence: ({ book, input, now }) => setCadence(book, input, now),
  tagCadences: ({ book }) => tagCadences(book),
  setTagCadence: ({ book, input }) => setTagCadence(book, input),
  dormant: async ({ book, reader, input, now }) => dormant(book, await reader.network(now), input.today),
};

/** Whether it is shown among what is due: a birthday is, from a week before. */
const isNow = ({ kind, state, isSnoozed }: DueReminder): boolean =>
  state !== 'upcoming' || (kind === 'birthday' && !isSnoozed);

function listed(book: ReadBook, { today, limit }: { today: Day; limit: number }, now: DateTime) {
  const { reminders: all, letGo } = dueReminders(reminderFacts(book, today, now), today);
  const due = REMINDER_KINDS.flatMap((kind) =>
    all.filter((one) => one.kind === kind && isNow(one)).slice(0, limit),
  );
  const upcoming = all
    .filter((one) => !isNow(one))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .slice(0, limit);
  const waiting = Object.fromEntries(
    REMINDER_KINDS.map((kind) => [
      kind,
      all.filter((one) => one.kind === kind && one.state !== 'upcoming').length,
    ]),
  ) as Record<ReminderKind, number>; // every kind has just been given its count
  return { due: named(book, due), upcoming: named(book, upcoming), waiting, letGo };
}

function named(book: ReadBook, all: readonly DueReminder[]): Reminder[] {
  const names = namesOf(
    book,
    all.map(({ contactId }) => contactId),
  );
  return all.map((one) => ({ ...one, fn: names.get(one.contactId)?.fn ?? '' }));
}

function about(book: ReadBook, contactId: ContactId, today: Day) {
  contactRow(book, contactId);
  const cadence = cadenceOf(book, contactId);
  const byTag = cadenceByTag(book, contactId);
  const lastContact = lastContacts(book, [contactId], today);
  const lastOn = lastContact.get(contactId);
  const last = lastOn === undefined ? undefined : lastDayOf(lastOn);
  const every = cadence ?? (byTag === undefined ? undefined : everyDays(byTag.days));
  const { reminders: promises } = dueReminders(
    {
      owner: ownerId(book),
      rows: rowsOf(book, [contactId]).filter(({ kind }) => kind === 'promise'),
      occasions: [],
      birthdays: [],
      kept: [],
      lastContact,
    },
    today,
  );
  return {
    ...(cadence !== undefined && { cadence }),
    ...(byTag !== undefined && { byTag }),
    ...(lastOn !== undefined && { lastOn }),
    ...(every !== undefined && last !== undefined && { nextOn: nextBy(last, every) }),
    promises: named(book, promises),
  };
}

/** Throws NOT_FOUND when there is no such event. */
function atEvent(book: ReadBook, eventId: EventId, today: Day) {
  eventRow(book, eventId);
  const met = metAt(book, eventId);
  const ids = met.map(({ contactId }) => contactId);
  const facts = {
    owner: ownerId(book),
    rows: rowsOf(book, ids),
    lastContact: lastContacts(book, ids, today),
  };
  return followUpsAt(facts, { eventId, today, met });
}

/** Days for which somebody who was let go is not among the quiet ones again. */
const LET_REST = 365;

/** Whom the owner has asked to be reminded of, or has let go since a day. */
const lateAnswers = (book: ReadBook, since: Day): ReadonlySet<unknown> =>
  new Set(
    book
      .statement(
        `select contact_id from reminder where kind = 'keep_in_touch'
         and (settled_at is null or (outcome = 'let_go' and settled_at >= ?))`,
      )
      .pluck()
      .all(since),
  );

function dormant(book: ReadBook, graph: NetworkGraph, today: Day) {
  const strong: ContactId[] = [];
  for (const [node, link] of graph.own.entries()) {
    if (link !== 0 && atLeast(levelOf(link), 'know_well')) strong.push(ContactId.parse(graph.ids[node]));
  }
  const names = namesOf(book, strong);
  const answered = lateAnswers(book, plusDays(today, -LET_REST));
  // Whom the owner keeps up with anyway has a section of their own.
  const kept = new Set(keptPeople(book).map(({ contactId }) => contactId));
  const there = strong.filter((id) => names.has(id) && !answered.has(id) && !kept.has(id));
  const last = lastContacts(book, there, today);
  const ties = there.map((contactId): StrongTie => {
    const lastOn = last.get(contactId);
    return lastOn === undefined ? { contactId } : { contactId, lastOn };
  });
  const { people, ...counts } = dormantOf(ties, { owner: ownerId(book), today });
  return {
    ...counts,
    months: DORMANT_MONTHS,
    people: people.map((one) => ({ ...one, fn: '', org: '', ...names.get(one.contactId) })),
  };
}
