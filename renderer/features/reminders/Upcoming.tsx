import { useTranslation } from 'react-i18next';
import { daysFrom, plusDays } from '#core/reminders/days.ts';
import type { Day, Reminder, ReminderRef } from '#core/reminders/model.ts';
import { weekday } from '#core/shared/civil.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { asked } from './answers.ts';
import type { ReminderKey } from './reminder-keys.ts';
import { reasonWords, whenWords } from './reminder-words.ts';
import { ReminderRow } from './ReminderRow.tsx';
import css from './Reminders.module.css';

/** The Monday of a day's week. */
const mondayOf = (day: Day): Day => plusDays(day, -((weekday(daysFrom('1970-01-01', day)) + 6) % 7));

/** What is to come within four weeks, week by week; folded, because none of it is for today. */
export function Upcoming({
  reminders,
  today,
  keyOf,
  onKey,
}: {
  readonly reminders: readonly Reminder[];
  readonly today: Day;
  readonly keyOf: (reminder: ReminderRef) => string;
  readonly onKey: (row: string, key: ReminderKey) => void;
}) {
  const { t } = useTranslation('reminders');
  if (reminders.length === 0) return null;
  const thisWeek = mondayOf(today);
  const weeks = Map.groupBy(reminders, ({ dueOn }) => mondayOf(dueOn));
  const name = (monday: Day): string => {
    const away = daysFrom(thisWeek, monday) / 7;
    if (away <= 0) return t('upcoming.thisWeek');
    return away === 1 ? t('upcoming.nextWeek') : t('upcoming.weekOf', { on: dateWords(monday) });
  };
  return (
    <PaneSection title={t('upcoming.title')}>
      <details className={css.upcoming}>
        <summary>{t('upcoming.count', { count: reminders.length })}</summary>
        {[...weeks].map(([monday, ofWeek]) => (
          <section key={monday} aria-label={name(monday)}>
            <h3 className={css.week}>{name(monday)}</h3>
            <ul className={css.rows}>
              {ofWeek.map((reminder) => (
                <ReminderRow
                  key={keyOf(reminder)}
                  rowKey={keyOf(reminder)}
                  asked={asked(reminder)}
                  note={reasonWords(reminder)}
                  end={whenWords({ ...reminder, isSnoozed: true }, today)}
                  onKey={onKey}
                />
              ))}
            </ul>
          </section>
        ))}
      </details>
    </PaneSection>
  );
}
