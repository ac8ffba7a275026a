// Events and evidence out of a plan: whom the owner met where, and what says that two people know each other.
import type { ContactId } from '#core/contacts/model.ts';
import type { PlannedEvent, PlannedEvidence } from '#core/imports/planned.ts';
import { fold } from '#core/shared/fold.ts';
import type { Applying } from './applying.ts';
import type { KeptItem } from './kept.ts';
import { changeEvent, staysWhen } from './event-changes.ts';
import { isDirected } from './lookup.ts';

const INSERT_EVENT = `insert into event
  (summary, location, dtstart, dtend, url, description, summary_key, uid, kind, organizer, series, created_at, batch_id, line)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ENCOUNTER = `insert into encounter
  (contact_id, event_id, met_on, location, channel, note, created_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_ATTENDEE = `insert into attendee
  (event_id, contact_id, partstat, role, created_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?)`;

/** Stores an event, or finds the one that is there, whom the owner has newly met at it, and who is on its list. */
export function applyEvent(
  applying: Applying,
  planned: PlannedEvent,
  item: KeptItem,
  leftOut: readonly number[],
): void {
  const { at, line } = item;
  const { book, batchId, now } = applying;
  const { eventId } = planned;
  const known = eventId === undefined ? undefined : applying.eventAt({ eventId });
  const id = known ?? addEvent(applying, planned, line);
  applying.isEvent(at, id);
  if (known !== undefined) changeEvent(book, known, item, leftOut);
  const list = book.statement(INSERT_ATTENDEE);
  for (const { person, partstat, role } of planned.listed ?? []) {
    const contactId = applying.personAt(person);
    if (contactId !== undefined) list.run(id, contactId, partstat, role, now, batchId, line);
  }
  if (!staysWhen(item, leftOut)) applyMeetings(applying, planned, { id, line });
}

/** Meetings at an event. */
function applyMeetings(
  applying: Applying,
  { met, draft }: PlannedEvent,
  { id, line }: { readonly id: number; readonly line: number },
): void {
  const { book, batchId, now } = applying;
  const insert = book.statement(INSERT_ENCOUNTER);
  // A calendar's meetings are work, unless somebody said otherwise.
  for (const { person, on, channel = 'work', note = '' } of met) {
    const contactId = applying.personAt(person);
    if (contactId === undefined) continue;
    for (const day of on) insert.run(contactId, id, day, draft.location, channel, note, now, batchId, line);
  }
}

function addEvent({ book, batchId, now }: Applying, { draft }: PlannedEvent, line: number): number {
  const { summary, location, dtstart, dtend, url, description, uid } = draft;
  const { kind = '', organizer = '', series = '' } = draft;
  const key = fold(`${summary} ${location}`);
  const said = [summary, location, dtstart ?? null, dtend ?? null, url, description];
  const kept = [key, uid, kind, organizer, series, now, batchId, line];
  return Number(book.statement(INSERT_EVENT).run(...said, ...kept).lastInsertRowid);
}

const INSERT_EVIDENCE = `insert into evidence
  (kind, contact_id, other_id, "on", level, text, count, created_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Stores evidence in the place of what imports said before of its kind about the same two. */
export function applyEvidence(applying: Applying, planned: PlannedEvidence, { line }: KeptItem): void {
  const { book, batchId, now } = applying;
  const { kind, on, level, text, count } = planned;
  const pair = pairOf(applying, planned);
  if (pair === undefined) return;
  supersede(applying, kind, pair);
  if (!isDirected(kind) && pair.other !== undefined)
    supersede(applying, kind, { one: pair.other, other: pair.one });
  book
    .statement(INSERT_EVIDENCE)
    .run(kind, pair.one, pair.other ?? null, on ?? null, level ?? null, text, count, now, batchId, line);
}

interface Pair {
  readonly one: ContactId;
  /** Absent: the owner. */
  readonly other: ContactId | undefined;
}

/** Undefined where somebody has been left out, or the two have become one. */
function pairOf(applying: Applying, { kind, person, other }: PlannedEvidence): Pair | undefined {
  const one = applying.personAt(person);
  if (one === undefined) return undefined;
  if (other === undefined) return { one, other: undefined };
  const second = applying.personAt(other);
  if (second === undefined || second === one) return undefined;
  // Where it does not matter who says it, one order serves to find it again.
  return isDirected(kind) || one < second ? { one, other: second } : { one: second, other: one };
}

/** What this batch itself has said stays. */
function supersede({ book, batchId }: Applying, kind: string, { one, other }: Pair): void {
  book
    .statement(
      `update evidence set superseded_by = @batchId where contact_id = @one and other_id is @other and kind = @kind
       and batch_id is not null and batch_id <> @batchId and superseded_by is null`,
    )
    .run({ batchId, kind, one, other: other ?? null });
}
