// What the owner has written down of people, for planning; asked only by our own file, and index by index.
import type { BookLookup, KnownEncounter, KnownReminder } from '#core/imports/planned.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { Outcome } from '#core/reminders/model.ts';
import type { ReadBook } from '#db/book.ts';

interface EncounterRow extends Omit<KnownEncounter, 'eventId' | 'introducedBy' | 'on'> {
  readonly eventId: number | null;
  readonly on: string | null;
  readonly introducedBy: number | null;
}

const toEncounter = ({ eventId, on, introducedBy, ...row }: EncounterRow): KnownEncounter => ({
  ...row,
  ...(eventId !== null && { eventId: EventId.parse(eventId) }),
  ...(on !== null && { on }),
  ...(introducedBy !== null && { introducedBy: ContactId.parse(introducedBy) }),
});

interface ReminderRow extends Omit<KnownReminder, 'eventId' | 'settledAt' | 'outcome'> {
  readonly eventId: number | null;
  readonly settledAt: string | null;
  readonly outcome: Outcome | '';
}

const toReminder = ({ eventId, settledAt, outcome, ...row }: ReminderRow): KnownReminder => ({
  ...row,
  ...(eventId !== null && { eventId: EventId.parse(eventId) }),
  ...(settledAt !== null && { settledAt }),
  ...(outcome !== '' && { outcome }),
});

export function diaryLookup(
  book: ReadBook,
): Pick<BookLookup, 'encountersOf' | 'remindersOf' | 'tagCadence' | 'pairKept'> {
  const encounters = book.statement(
    `select event_id as "eventId", met_on as "on", location, channel, note, introduced_by_id as "introducedBy"
     from encounter where contact_id = ? order by id`,
  );
  const reminders = book.statement(
    `select kind, event_id as "eventId", due_on as "dueOn", text, created_at as "createdAt",
       settled_at as "settledAt", outcome from reminder where contact_id = ? order by id`,
  );
  const cadence = book.statement('select days from tag_cadence where tag_key = ?').pluck();
  const pair = book
    .statement(
      `select reason from (select id, reason from do_not_introduce where a_id = @a and b_id = @b
         union all select id, reason from do_not_introduce where a_id = @b and b_id = @a) order by id desc limit 1`,
    )
    .pluck();
  return {
    encountersOf: (id) => (encounters.all(id) as EncounterRow[]).map(toEncounter), // the columns named
    remindersOf: (id) => (reminders.all(id) as ReminderRow[]).map(toReminder), // the columns named
    tagCadence: (tagKey) => cadence.get(tagKey) as number | undefined, // the one column named
    pairKept: (a, b) => pair.get({ a, b }) as string | undefined, // the one column named
  };
}
