// What an event is called in files that leave the book, where no calendar has given it a UID.
import type { DateTime } from '#core/shared/dates.ts';

const digits = (at: DateTime): string => at.replaceAll(/\D/g, '');

/** The same for one event each time it is exported, and no other event's, of whatever book. */
export const ownUid = ({ id, createdAt }: { readonly id: number; readonly createdAt: DateTime }): string =>
  `acquaint-event-${id}-${digits(createdAt)}`;

/** The key in the book that wrote a UID of this kind; whether it was this book `ownUid` of that event tells. */
export function idInOwnUid(uid: string): number | undefined {
  const id = /^acquaint-event-([1-9]\d{0,14})-\d+$/.exec(uid)?.[1];
  return id === undefined ? undefined : Number(id);
}
