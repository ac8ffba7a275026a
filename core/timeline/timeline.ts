// The story with one person: everything that happened between them and the owner, in one order, each with its source.
import { z } from 'zod';
import { AttendeeRole, Encounter, EventId, Partstat } from '#core/events/model.ts';
import { ContactId } from '#core/contacts/model.ts';
import { IntroductionDirection, IntroductionId, IntroductionStep } from '#core/introductions/model.ts';
import { Decision, InvitationId } from '#core/invitations/model.ts';
import { EvidenceKind } from '#core/network/model.ts';
import { PartialDate } from '#core/shared/dates.ts';

/** Where it is known from: a file that was imported, or the owner where it is absent. */
const Source = z.strictObject({ batchId: z.int(), fileName: z.string() }).optional();

const entry = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), on: PartialDate.optional(), source: Source, ...shape });

export const TimelineEntry = z.discriminatedUnion('kind', [
  entry('met', { encounter: Encounter }),
  /** They said they would come, or were there, without the owner having met them. */
  entry('listed', {
    eventId: EventId,
    eventSummary: z.string(),
    partstat: Partstat,
    role: AttendeeRole,
  }),
  entry('invited', {
    invitationId: InvitationId,
    direction: z.enum(['incoming', 'outgoing']),
    message: z.string(),
  }),
  entry('decided', { invitationId: InvitationId, decision: Decision, reason: z.string() }),
  /** A step of the owner introducing them and somebody else. */
  entry('introduction', {
    introductionId: IntroductionId,
    direction: IntroductionDirection,
    step: IntroductionStep,
    otherId: ContactId,
    otherFn: z.string(),
    /** Whether the person of the timeline is A of the introduction. */
    isA: z.boolean(),
  }),
  /** Letters, chats and connections as imports tell them: the last day, and how often in all. */
  entry('evidence', { evidence: EvidenceKind, count: z.int().nonnegative(), text: z.string() }),
  /** How the card came into the book. */
  entry('added', {}),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** In the order in which they are offered for choosing. */
export const TimelineKind = z.enum([
  'met',
  'listed',
  'invited',
  'decided',
  'introduction',
  'evidence',
  'added',
]) satisfies z.ZodType<TimelineEntry['kind']>;
export type TimelineKind = z.infer<typeof TimelineKind>;

/** What comes first of one day: what happened, before what the book noted of it. */
const RANK: Readonly<Record<TimelineKind, number>> = {
  met: 0,
  listed: 1,
  decided: 2,
  invited: 3,
  introduction: 4,
  evidence: 5,
  added: 6,
};

/**
 * The entries newest first. A date that says less stands after the dates within it: `2024-05` follows the days of May 2024
 * and `2024` its months; what has no year stands at the end.
 */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries
    .map((one, at) => ({ one, at }))
    .sort((a, b) => compareDates(b.one.on, a.one.on) || RANK[a.one.kind] - RANK[b.one.kind] || a.at - b.at)
    .map(({ one }) => one);
}

/** Below zero where the first is the earlier one; a vague date is earlier than all it may mean. */
function compareDates(one: PartialDate | undefined, other: PartialDate | undefined): number {
  const [a, b] = [yearly(one), yearly(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const yearly = (date: PartialDate | undefined): string =>
  date === undefined || date.startsWith('--') ? '' : date;
