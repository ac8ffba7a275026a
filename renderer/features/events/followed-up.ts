// Who of an event has had a word from the owner: kept in the book as an answered reminder, as on Today.
import type { ContactId } from '#core/contacts/model.ts';
import type { FollowUpState } from '#core/reminders/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** Whether a person needs no word any more; whoever was not met there needs none. */
export const hasHadWord = (followUps: readonly FollowUpState[], contactId: ContactId): boolean =>
  followUps.find(({ reminder }) => reminder.contactId === contactId)?.isAnswered ?? true;

/** Says that somebody has had their word; whoever has had one already is left as they are. */
export async function followUp(
  followUps: readonly FollowUpState[],
  { contactId, fn }: { readonly contactId: ContactId; readonly fn: string },
): Promise<void> {
  const due = followUps.find(({ reminder }) => reminder.contactId === contactId);
  if (due === undefined || due.isAnswered) return;
  await act(
    () => client.reminders.settle({ reminder: due.reminder, outcome: 'done' }),
    i18n.t('reminders:answered.follow_up.done', { fn }),
  );
}
