// Answering a reminder: done, let go, or later; each said, and each to be taken back.
import type { Day, Outcome, Reminder, ReminderRef } from '#core/reminders/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { refOf } from '#renderer/keeping-up/reminder-ref.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** Who is meant, and how to name them. */
export interface Asked {
  readonly reminder: ReminderRef;
  readonly fn: string;
}

export const asked = (reminder: Reminder): Asked => ({ reminder: refOf(reminder), fn: reminder.fn });

export async function answer({ reminder, fn }: Asked, outcome: Outcome): Promise<void> {
  await act(
    () => client.reminders.settle({ reminder, outcome }),
    i18n.t(`reminders:answered.${reminder.kind}.${outcome}`, { fn }),
  );
}

export async function putOff({ reminder, fn }: Asked, until: Day): Promise<void> {
  await act(
    () => client.reminders.snooze({ reminder, until }),
    i18n.t('reminders:snoozed', { fn, on: dateWords(until) }),
  );
}
