import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { decideMany, decisionOf } from './decisions.ts';
import type { Queued, QueueKey } from './decisions.ts';
import css from './InvitationsList.module.css';

const DEEDS = ['accept', 'ask', 'decline', 'ignore', 'later'] as const satisfies readonly QueueKey[];

/** Under the list while several are chosen: how many, and what can be decided about all of them. */
export function MarkedBar({
  marked,
  onDone,
}: {
  readonly marked: readonly Queued[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('invitations');
  if (marked.length === 0) return null;
  const done = () => {
    onDone();
    // The bar goes, and with it the button: the list is where one goes on.
    document.querySelector<HTMLElement>('[data-list]')?.focus();
  };
  const take = async (key: QueueKey) => {
    if (await decideMany(marked, key)) done();
  };
  const possible = DEEDS.filter((key) => marked.some((row) => decisionOf(key, row) !== undefined));
  return (
    <div className={css.marked} role="group" aria-label={t('marks.label')}>
      <div className={css.markedHead}>
        <span className={css.markedCount} role="status">
          {t('marks.count', { count: marked.length })}
        </span>
        <IconButton icon={X} label={t('marks.clear')} onClick={done} />
      </div>
      <div className={css.deeds}>
        {possible.map((key) => (
          <Button key={key} onClick={() => void take(key)}>
            {key === 'ask' ? t('marks.ask') : t(`action.${laterOrReopen(key, marked)}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What is decided already is opened again by the key that puts off what is not. */
const laterOrReopen = (key: Exclude<QueueKey, 'ask'>, marked: readonly Queued[]) =>
  key === 'later' && marked.every((row) => decisionOf(key, row) !== 'later') ? 'reopen' : key;
