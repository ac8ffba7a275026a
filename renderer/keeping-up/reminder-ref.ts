import type { Reminder, ReminderRef } from '#core/reminders/model.ts';

/** What the book needs to know which reminder is meant. */
export const refOf = ({ id, kind, contactId, dueOn, eventId }: Reminder): ReminderRef => ({
  ...(id !== undefined && { id }),
  kind,
  contactId,
  dueOn,
  ...(eventId !== undefined && { eventId }),
});
