import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyOffer } from '#core/introductions/reply.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import css from './DraftEditor.module.css';

/** Whether the letter answers one of its reader's, and what that does to its file. */
export function ReplyOption({
  reply,
  isAnswer,
  isPossible,
  onAnswer,
}: {
  readonly reply: ReplyOffer;
  readonly isAnswer: boolean;
  /** It goes to them alone. */
  readonly isPossible: boolean;
  readonly onAnswer: (isAnswer: boolean) => void;
}) {
  const { t } = useTranslation('drafts');
  const id = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isAnswer && isPossible}
          disabled={!isPossible}
          aria-describedby={id}
          onChange={(event) => onAnswer(event.target.checked)}
        />
        {t('reply.label', { day: dateWords(reply.on) })}
      </label>
      <p id={id} className={css.hint}>
        {t(isPossible ? 'reply.hint' : 'reply.others')}
      </p>
    </div>
  );
}
