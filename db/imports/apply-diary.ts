// What the owner has written down, out of a plan: only what the book does not say yet, whatever was said since.
import type { EventAt, PersonAt, PlannedDiary } from '#core/imports/planned.ts';
import type { EncounterOf, PairOf, ReminderOf, TagCadence } from '#core/imports/diary.ts';
import { fold } from '#core/shared/fold.ts';
import { applyOwn } from './apply-own.ts';
import type { Applying } from './applying.ts';
import type { KeptItem } from './kept.ts';

/** What the same file has brought in another batch meanwhile is not brought twice. */
const INSERT_ENCOUNTER = `insert into encounter
  (contact_id, event_id, met_on, location, channel, note, introduced_by_id, created_at, batch_id, line)
  select @contactId, @eventId, @on, @location, @channel, @note, @introducedBy, @now, @batchId, @line
  where not exists (select 1 from encounter where contact_id = @contactId and event_id is @eventId and met_on is @on
    and location = @location and note = @note and batch_id is not @batchId)`;

const INSERT_REMINDER = `insert into reminder
  (contact_id, kind, event_id, due_on, text, created_at, settled_at, outcome, batch_id, line)
  select @contactId, @kind, @eventId, @dueOn, @text, @createdAt, @settledAt, @outcome, @batchId, @line
  where not exists (select 1 from reminder where contact_id = @contactId and kind = @kind and event_id is @eventId
    and created_at = @createdAt and batch_id is not @batchId)`;
const INSERT_CADENCE = `insert into tag_cadence (tag_key, days, batch_id, line) values (?, ?, ?, ?)
  on conflict (tag_key) do nothing`;
const INSERT_PAIR = `insert into do_not_introduce (a_id, b_id, reason, created_at, batch_id, line)
  select @a, @b, @reason, @now, @batchId, @line where not exists (select 1 from do_not_introduce
    where (a_id = @a and b_id = @b) or (a_id = @b and b_id = @a))`;

/** Stores it, unless somebody it is about has been left out. */
export function applyDiary(applying: Applying, diary: PlannedDiary, { line }: KeptItem): void {
  switch (diary.what) {
    case 'encounter':
      return applyEncounter(applying, diary, line);
    case 'reminder':
      return applyReminder(applying, diary, line);
    case 'cadence':
      return applyCadence(applying, diary, line);
    case 'pair':
      return applyPair(applying, diary, line);
    default:
      return applyOwn(applying, diary, line);
  }
}

function applyEncounter(applying: Applying, said: EncounterOf<PersonAt, EventAt>, line: number): void {
  const { on = null, location, channel, note, event } = said;
  const contactId = applying.personAt(said.person);
  if (contactId === undefined) return;
  const introducer = said.introducedBy && applying.personAt(said.introducedBy);
  const { book, batchId, now } = applying;
  book.statement(INSERT_ENCOUNTER).run({
    contactId,
    eventId: (event && applying.eventAt(event)) ?? null,
    on,
    location,
    channel,
    note,
    now,
    batchId,
    line,
    // Nobody introduces themselves, even where two have become one.
    introducedBy: introducer === contactId ? null : (introducer ?? null),
  });
}

function applyReminder(applying: Applying, diary: ReminderOf<PersonAt, EventAt>, line: number): void {
  const { kind, dueOn, text, createdAt, settledAt = null, outcome = '', event } = diary;
  const contactId = applying.personAt(diary.person);
  if (contactId === undefined) return;
  const eventId = (event && applying.eventAt(event)) ?? null;
  const { book, batchId } = applying;
  book
    .statement(INSERT_REMINDER)
    .run({ contactId, kind, eventId, dueOn, text, createdAt, settledAt, outcome, batchId, line });
}

function applyCadence({ book, batchId }: Applying, { tag, days }: TagCadence, line: number): void {
  book.statement(INSERT_CADENCE).run(fold(tag.trim()), days, batchId, line);
}

function applyPair(applying: Applying, pair: PairOf<PersonAt>, line: number): void {
  const [one, other] = [applying.personAt(pair.a), applying.personAt(pair.b)];
  // The two may have become one since it was planned.
  if (one === undefined || other === undefined || one === other) return;
  const { book, batchId, now } = applying;
  const [a, b] = one < other ? [one, other] : [other, one];
  book.statement(INSERT_PAIR).run({ a, b, reason: pair.reason, now, batchId, line });
}
