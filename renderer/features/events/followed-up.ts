// Who of an event has had a word from the owner: remembered for this sitting.
import { useStore } from '#renderer/store/store.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';

const keyOf = (eventId: EventId, contactId: ContactId) => `${eventId} ${contactId}`;

/** Whom of an event the owner has written to, and the way to say so. */
export function useFollowedUp(eventId: EventId) {
  const followedUp = useStore((state) => state.followedUp);
  const markFollowedUp = useStore((state) => state.markFollowedUp);
  return {
    isDone: (contactId: ContactId) => followedUp.includes(keyOf(eventId, contactId)),
    settle: (contactId: ContactId) => markFollowedUp(keyOf(eventId, contactId)),
  };
}
