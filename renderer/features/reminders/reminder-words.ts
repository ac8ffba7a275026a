// One line for each thing due: why it is there, and by when.
import type { Day, Reminder, ReminderKind } from '#core/reminders/model.ts';
import { awayWords } from '#renderer/keeping-up/today.ts';
import { cadenceWords } from '#renderer/people/manners.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

/** What stands under the name. */
export function reasonWords(reminder: Reminder): string {
  switch (reminder.kind) {
    case 'follow_up':
      return followUpWords(reminder);
    case 'promise':
      return reminder.text;
    case 'birthday':
      return birthdayWords(reminder);
    case 'keep_in_touch':
      return touchWords(reminder);
  }
}

function followUpWords({ event = '', metOn }: Reminder): string {
  const on = metOn === undefined ? '' : dateWords(metOn);
  if (event === '') return on === '' ? i18n.t('reminders:why.met') : i18n.t('reminders:why.metOn', { on });
  return on === ''
    ? i18n.t('reminders:why.metAt', { event: isolated(event) })
    : i18n.t('reminders:why.metAtOn', { event: isolated(event), on });
}

function birthdayWords({ bday = '', dueOn, age, isSnoozed }: Reminder): string {
  const isMonth = /^(?:\d{4}|-)-\d\d$/.test(bday);
  const on = isMonth
    ? i18n.t('reminders:why.inMonth', { month: dateWords(`--${bday.slice(-2)}`) })
    : dateWords(isSnoozed ? `-${bday.slice(-6)}` : `-${dueOn.slice(4)}`);
  return age === undefined ? on : i18n.t('reminders:why.turns', { on, age });
}

function touchWords({ cadence, lastOn }: Reminder): string {
  if (cadence === undefined)
    return lastOn === undefined
      ? i18n.t('reminders:person.noContact')
      : i18n.t('reminders:person.last', { on: dateWords(lastOn) });
  const last =
    lastOn === undefined
      ? i18n.t('reminders:why.noContact')
      : i18n.t('reminders:why.last', { on: dateWords(lastOn) });
  return i18n.t('reminders:why.cadence', { cadence: cadenceWords(cadence), last });
}

/** When it is or was due, where that says something; a month's birthday and a cadence are not to be late with. */
export function whenWords({ kind, bday = '', dueOn, isSnoozed }: Reminder, today: Day): string {
  if (kind === 'keep_in_touch' && !isSnoozed) return '';
  if (kind === 'birthday' && !isSnoozed && !/-\d\d-\d\d$/.test(bday)) return '';
  return awayWords(dueOn, today);
}

/** What the button that says "done" is called. */
export const doneWords = (kind: ReminderKind): string => i18n.t(`reminders:done.${kind}`);
