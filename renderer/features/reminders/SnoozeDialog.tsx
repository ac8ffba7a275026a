import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#core/reminders/model.ts';
import { nextBy } from '#core/reminders/days.ts';
import { DayField } from '#renderer/keeping-up/DayField.tsx';
import { localToday } from '#renderer/keeping-up/today.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import css from './Reminders.module.css';

const LATER = ['P1D', 'P3D', 'P1W', 'P1M'] as const;

/** Until when to put something off: one press, or a day as people write it. */
export function SnoozeDialog({
  fn,
  onDay,
  onClose,
}: {
  readonly fn: string;
  readonly onDay: (day: Day) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('reminders');
  const { t: ui } = useTranslation('ui');
  const [day, setDay] = useState<Day>();
  const [isTried, setTried] = useState(false);
  const isLater = day !== undefined && day > localToday();
  return (
    <Dialog title={t('snooze.title', { fn })} closeLabel={ui('close')} onClose={onClose}>
      <form
        className={css.snooze}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isLater) onDay(day);
        }}
      >
        <div className={css.choices}>
          {LATER.map((cadence) => (
            <Button key={cadence} onClick={() => onDay(nextBy(localToday(), cadence))}>
              {t(`snooze.${cadence}`)}
            </Button>
          ))}
        </div>
        <DayField
          label={t('snooze.day')}
          onDay={setDay}
          takesFocus
          error={isTried && !isLater ? t('snooze.missing') : undefined}
        />
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit">
            {t('snooze.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
