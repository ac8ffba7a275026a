// Whom of one event the owner has followed up, by the same rule as Today.
import type { EventId } from '#core/events/model.ts';
import { plusDays } from './days.ts';
import { FOLLOW_UP_AFTER, isFollowedUp } from './due.ts';
import type { Met } from './due.ts';
import type { ReminderFacts } from './facts.ts';
import type { Day, FollowUpState } from './model.ts';

interface Asked {
  readonly eventId: EventId;
  readonly today: Day;
  /** Everybody met there, each once. */
  readonly met: readonly Omit<Met, 'eventId'>[];
}

/**
 * The follow-up of each person met at an event, in the order given: what to answer, and whether it has been. One that was
 * put off is the row the owner put off; where no day is known it is of today. The owner's own card is answered from the start.
 */
export function followUpsAt(
  { owner, rows, lastContact }: Pick<ReminderFacts, 'owner' | 'rows' | 'lastContact'>,
  { eventId, today, met }: Asked,
): FollowUpState[] {
  const byContact = Map.groupBy(
    rows.filter(({ kind }) => kind === 'follow_up'),
    ({ contactId }) => contactId,
  );
  return met.map((one) => {
    const { contactId, on } = one;
    const theirs = byContact.get(contactId) ?? [];
    const put = theirs.findLast((row) => row.settled === undefined && row.eventId === eventId);
    const dueOn = put?.dueOn ?? (on === undefined ? today : plusDays(on, FOLLOW_UP_AFTER));
    return {
      reminder: { ...(put && { id: put.id }), kind: 'follow_up', contactId, dueOn, eventId },
      isAnswered: contactId === owner || isFollowedUp({ ...one, eventId }, theirs, lastContact),
    };
  });
}
