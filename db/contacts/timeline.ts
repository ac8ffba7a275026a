// Gathers the story with one person from every feature's tables.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { AttendeeRole, Partstat } from '#core/events/model.ts';
import { IntroductionId } from '#core/introductions/model.ts';
import type { IntroductionDirection, IntroductionStep } from '#core/introductions/model.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { Decision } from '#core/invitations/model.ts';
import type { EvidenceKind } from '#core/network/model.ts';
import { inOrder } from '#core/timeline/timeline.ts';
import type { TimelineEntry } from '#core/timeline/timeline.ts';
import type { ReadBook } from '#db/book.ts';
import { encountersWith } from '#db/events/encounters.ts';
import { invitationsWith } from '#db/invitations/queries.ts';
import { contactRow } from './queries.ts';

/** Everything that happened between the owner and a person, newest first. Throws NOT_FOUND. */
export function timelineOf(book: ReadBook, id: ContactId): TimelineEntry[] {
  const { createdAt, batchId } = contactRow(book, id);
  return inOrder([
    ...meetings(book, id),
    ...lists(book, id),
    ...invitations(book, id),
    ...introductions(book, id),
    ...evidence(book, id),
    { kind: 'added', on: createdAt.slice(0, 10), ...sourceOf(book, batchId) },
  ]);
}

const day = (at: string | null): { on?: string } => (at === null ? {} : { on: at.slice(0, 10) });

/** The file an import read; nothing where the owner said so, or the import is gone. */
function sourceOf(book: ReadBook, batchId: number | null): Pick<TimelineEntry, 'source'> {
  if (batchId === null) return {};
  const fileName = book.statement('select file_name from import_batch where id = ?').pluck().get(batchId);
  return typeof fileName === 'string' ? { source: { batchId, fileName } } : {};
}

const batchOf = (book: ReadBook, table: 'encounter' | 'invitation', id: number): number | null =>
  book.statement(`select batch_id from ${table} where id = ?`).pluck().get(id) as number | null; // the column named

const meetings = (book: ReadBook, id: ContactId): TimelineEntry[] =>
  encountersWith(book, id).map((encounter) => ({
    kind: 'met',
    ...(encounter.metOn !== undefined && { on: encounter.metOn }),
    ...sourceOf(book, batchOf(book, 'encounter', encounter.id)),
    encounter,
  }));

interface ListedRow {
  readonly eventId: number;
  readonly eventSummary: string;
  readonly partstat: Partstat;
  readonly role: AttendeeRole;
  readonly dtstart: string | null;
  readonly batchId: number | null;
}

/** Events on whose list they are and at which they were not met, the owner's word first. */
function lists(book: ReadBook, id: ContactId): TimelineEntry[] {
  const rows = book
    .statement(
      `select a.event_id as "eventId", e.summary as "eventSummary", a.partstat, a.role, e.dtstart, a.batch_id as "batchId"
       from attendee a join event e on e.id = a.event_id where a.contact_id = @id
         and not exists (select 1 from encounter m where m.event_id = a.event_id and m.contact_id = @id)
       order by a.batch_id is null desc, a.id desc`,
    )
    .all({ id }) as ListedRow[]; // the columns named
  const seen = new Set<number>();
  return rows.flatMap(({ eventId, dtstart, batchId, ...row }): TimelineEntry[] => {
    if (seen.has(eventId)) return [];
    seen.add(eventId);
    return [
      {
        kind: 'listed',
        ...(dtstart !== null && { on: dtstart }),
        ...sourceOf(book, batchId),
        eventId: EventId.parse(eventId),
        ...row,
      },
    ];
  });
}

interface DecisionRow {
  readonly invitationId: number;
  readonly decision: Decision;
  readonly reason: string;
  readonly at: string;
}

/** Invitations either way, and what was decided about them. */
function invitations(book: ReadBook, id: ContactId): TimelineEntry[] {
  const all = invitationsWith(book, id);
  const decisions = book
    .statement(
      `select invitation_id as "invitationId", decision, reason, decided_at as at from decision
       where invitation_id in (select value from json_each(?)) order by id desc`,
    )
    .all(JSON.stringify(all.map((one) => one.id))) as DecisionRow[]; // the columns named
  return [
    ...decisions.map(({ invitationId, at, ...row }): TimelineEntry => ({
      kind: 'decided',
      ...day(at),
      invitationId: InvitationId.parse(invitationId),
      ...row,
    })),
    ...all.map(({ sentAt = null, ...row }): TimelineEntry => ({
      kind: 'invited',
      ...day(sentAt),
      ...sourceOf(book, batchOf(book, 'invitation', row.id)),
      invitationId: InvitationId.parse(row.id),
      direction: row.direction,
      message: row.message,
    })),
  ];
}

interface StepRow {
  readonly introductionId: number;
  readonly direction: IntroductionDirection;
  readonly step: IntroductionStep;
  readonly at: string;
  readonly otherId: number;
  readonly otherFn: string;
  readonly isA: 0 | 1;
}

/** The steps of introducing them and others. */
function introductions(book: ReadBook, id: ContactId): TimelineEntry[] {
  const rows = book
    .statement(
      `select n.id as "introductionId", n.direction, s.step, s.at, o.id as "otherId", o.fn as "otherFn", n.a_id = @id as "isA"
       from (select id from introduction where a_id = @id union select id from introduction where b_id = @id) k
       join introduction n on n.id = k.id join introduction_step s on s.introduction_id = n.id
       join contact o on o.id = case when n.a_id = @id then n.b_id else n.a_id end
       where o.deleted_at is null order by s.id desc`,
    )
    .all({ id }) as StepRow[]; // the columns named
  return rows.map(({ introductionId, otherId, at, isA, ...row }) => ({
    kind: 'introduction',
    ...day(at),
    introductionId: IntroductionId.parse(introductionId),
    otherId: ContactId.parse(otherId),
    isA: isA === 1,
    ...row,
  }));
}

interface EvidenceRow {
  readonly evidence: EvidenceKind;
  readonly on: string | null;
  readonly count: number;
  readonly text: string;
  readonly batchId: number | null;
}

/** Letters, chats, connections, and what the owner said, as they stand. */
function evidence(book: ReadBook, id: ContactId): TimelineEntry[] {
  const rows = book
    .statement(
      `select kind as evidence, "on", count, text, batch_id as "batchId" from evidence
       where contact_id = ? and other_id is null and superseded_by is null order by id desc`,
    )
    .all(id) as EvidenceRow[]; // the columns named
  return rows.map(({ on, batchId, ...row }) => ({
    kind: 'evidence',
    ...(on !== null && { on }),
    ...sourceOf(book, batchId),
    ...row,
  }));
}
