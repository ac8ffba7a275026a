import { Check, Clock, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '#renderer/store/navigation.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import type { Asked } from './answers.ts';
import { doneWords } from './reminder-words.ts';
import type { ReminderKey } from './reminder-keys.ts';
import css from './Reminders.module.css';

/** Somebody to think of, why, and the three ways to answer. */
export function ReminderRow({
  rowKey,
  asked: { reminder, fn },
  note,
  end,
  onKey,
}: {
  readonly rowKey: string;
  readonly asked: Asked;
  readonly note: string;
  readonly end?: ReactNode;
  readonly onKey: (row: string, key: ReminderKey) => void;
}) {
  const { t } = useTranslation('reminders');
  const { kind, contactId } = reminder;
  return (
    <li className={css.row} data-reminder={rowKey}>
      <a className={css.line} href={hashOf({ section: 'people', id: contactId })} aria-keyshortcuts="D S L">
        <Row lead={<Avatar id={contactId} name={fn} />} title={fn} note={note} />
      </a>
      <span className={css.answers}>
        <IconButton
          className={css.other}
          icon={Clock}
          label={t('rowAnswer', { what: t('later'), fn })}
          onClick={() => onKey(rowKey, 'later')}
        />
        <IconButton
          className={css.other}
          icon={X}
          label={t('rowAnswer', { what: t('letItGo'), fn })}
          onClick={() => onKey(rowKey, 'let_go')}
        />
        {end === undefined ? null : <span className={css.when}>{end}</span>}
        <IconButton
          icon={Check}
          label={t('rowAnswer', { what: doneWords(kind), fn })}
          onClick={() => onKey(rowKey, 'done')}
        />
      </span>
    </li>
  );
}
