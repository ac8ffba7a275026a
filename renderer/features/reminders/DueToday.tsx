import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { REMINDER_KINDS } from '#core/reminders/model.ts';
import type { Day, Reminder, ReminderKind } from '#core/reminders/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useToday } from '#renderer/keeping-up/today.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { answer, asked, putOff } from './answers.ts';
import type { Asked } from './answers.ts';
import { stepOff, useReminderKeys } from './reminder-keys.ts';
import type { ReminderKey } from './reminder-keys.ts';
import { reasonWords, whenWords } from './reminder-words.ts';
import { ReminderRow } from './ReminderRow.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { Upcoming } from './Upcoming.tsx';
import css from './Reminders.module.css';

type Quiet = Awaited<ReturnType<Client['reminders']['dormant']>>;

/** As many of a kind as fit a glance. */
const GLANCE = 6;

/** Until the book has answered. */
const NOTHING = { due: [], upcoming: [], letGo: 0 } as const;

const keyOf = ({ kind, contactId, id, dueOn }: Asked['reminder']): string =>
  `${kind} ${contactId} ${id ?? dueOn}`;

/** What is due for whom today, what is coming, and whom the owner has not heard of for long. */
export function DueToday() {
  const today = useToday();
  const { data } = useQuery(orpc.reminders.list.queryOptions({ input: { today } }));
  // The network may still be building: everything else is shown meanwhile.
  const quiet = useQuery(orpc.reminders.dormant.queryOptions({ input: { today } }));
  const [later, setLater] = useState<Asked>();
  const { due, upcoming, letGo } = data ?? NOTHING;
  const all = [...due, ...upcoming].map(asked);
  const silent = (quiet.data?.people ?? []).map((one) => quietAsked(one, today));
  const rows = new Map([...all, ...silent].map((one) => [keyOf(one.reminder), one]));
  const onKey = (row: string, key: ReminderKey) => {
    const one = rows.get(row);
    if (one === undefined) return;
    if (key === 'later') return setLater(one);
    stepOff(row);
    void answer(one, key);
  };
  useReminderKeys(onKey);
  return (
    <>
      {REMINDER_KINDS.map((kind) => (
        <KindSection
          key={kind}
          kind={kind}
          reminders={due.filter((one) => one.kind === kind)}
          today={today}
          onKey={onKey}
        />
      ))}
      <LetGo count={letGo} />
      {quiet.data === undefined ? null : <QuietPeople quiet={quiet.data} today={today} onKey={onKey} />}
      <Upcoming reminders={upcoming} today={today} keyOf={keyOf} onKey={onKey} />
      {later === undefined ? null : (
        <SnoozeDialog
          fn={later.fn}
          onClose={() => setLater(undefined)}
          onDay={(day) => {
            setLater(undefined);
            void putOff(later, day);
          }}
        />
      )}
    </>
  );
}

/** Getting in touch with somebody who has no cadence is a reminder of today. */
const quietAsked = ({ contactId, fn }: Quiet['people'][number], today: Day): Asked => ({
  reminder: { kind: 'keep_in_touch', contactId, dueOn: today },
  fn,
});

function KindSection({
  kind,
  reminders,
  today,
  onKey,
}: {
  readonly kind: ReminderKind;
  readonly reminders: readonly Reminder[];
  readonly today: Day;
  readonly onKey: (row: string, key: ReminderKey) => void;
}) {
  const { t } = useTranslation('reminders');
  const [isAll, setAll] = useState(false);
  if (reminders.length === 0) return null;
  const shown = isAll ? reminders : reminders.slice(0, GLANCE);
  return (
    <PaneSection title={t(`kinds.${kind}`)}>
      <ul className={css.rows}>
        {shown.map((reminder) => (
          <ReminderRow
            key={keyOf(reminder)}
            rowKey={keyOf(reminder)}
            asked={asked(reminder)}
            note={reasonWords(reminder)}
            end={<When reminder={reminder} today={today} />}
            onKey={onKey}
          />
        ))}
      </ul>
      {shown.length === reminders.length ? null : (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {t('all', { count: reminders.length })}
          </Button>
        </div>
      )}
    </PaneSection>
  );
}

function When({ reminder, today }: { readonly reminder: Reminder; readonly today: Day }) {
  const { t } = useTranslation('reminders');
  const when = whenWords(reminder, today);
  if (reminder.state !== 'overdue') return when;
  return (
    <Badge meaning="caution" icon={Clock}>
      {t('overdue', { when })}
    </Badge>
  );
}

/** Said once, calmly: it is too late to be natural, and that is all right. */
function LetGo({ count }: { readonly count: number }) {
  const { t } = useTranslation('reminders');
  return count === 0 ? null : <p className={css.quiet}>{t('letGo', { count })}</p>;
}

function QuietPeople({
  quiet: { people, months, withoutContact },
  today,
  onKey,
}: {
  readonly quiet: Quiet;
  readonly today: Day;
  readonly onKey: (row: string, key: ReminderKey) => void;
}) {
  const { t } = useTranslation('reminders');
  if (people.length === 0) return null;
  return (
    <PaneSection title={t('quiet.title')}>
      <p className={css.quiet}>
        {t('quiet.why', { count: months })}{' '}
        {withoutContact === 0 ? null : t('quiet.withoutContact', { count: withoutContact })}
      </p>
      <ul className={css.rows}>
        {people.map((one) => {
          const row = quietAsked(one, today);
          return (
            <ReminderRow
              key={one.contactId}
              rowKey={keyOf(row.reminder)}
              asked={row}
              note={reasonWords({ ...row.reminder, ...one, state: 'due', text: '', isSnoozed: false })}
              onKey={onKey}
            />
          );
        })}
      </ul>
    </PaneSection>
  );
}
