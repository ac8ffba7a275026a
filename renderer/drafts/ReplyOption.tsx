import { useTranslation } from 'react-i18next';
import type { ReplyOffer } from '#core/introductions/reply.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Check } from '#renderer/ui/Check.tsx';

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
  return (
    <Check
      label={t('reply.label', { day: dateWords(reply.on) })}
      hint={t(isPossible ? 'reply.hint' : 'reply.others')}
      isChecked={isAnswer && isPossible}
      isDisabled={!isPossible}
      onChecked={onAnswer}
    />
  );
}
