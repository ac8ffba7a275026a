import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#core/imports/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ALL_MARKED, chooseMarked, markedCount, NO_MARKS } from './choices.ts';
import type { Marked, Marks } from './choices.ts';
import { CHOICES } from './words.ts';
import css from './BulkBar.module.css';

/** How many records are marked and one button for each thing that can be decided about them. */
export function BulkBar({
  marked,
  onMarks,
}: {
  readonly marked: Marked;
  readonly onMarks: (marks: Marks) => void;
}) {
  const { t } = useTranslation('imports');
  const [isWorking, setWorking] = useState(false);
  const { tab, marks, total, part } = marked;
  const count = markedCount(marks, total);
  const choose = async (choice: ImportItem['choice']) => {
    setWorking(true);
    const isDone = await chooseMarked(marked, choice);
    setWorking(false);
    if (isDone) onMarks(NO_MARKS);
  };
  const all = tab.search === '' && part === undefined ? 'markAll' : 'markFound';
  return (
    <div className={css.bar} role="group" aria-label={t('items.bulk')}>
      <p className={css.count} role="status">
        {count === 0 ? t('items.keys') : t('items.marked', { count })}
      </p>
      {count === 0 ? (
        <Button look="plain" disabled={total === 0} onClick={() => onMarks(ALL_MARKED)}>
          {t(`items.${all}`, { count: total })}
        </Button>
      ) : (
        <>
          {CHOICES[tab.action].map((choice) => (
            <Button key={choice} busy={isWorking} onClick={() => void choose(choice)}>
              {t(`choice.${tab.action}.${choice}`)}
            </Button>
          ))}
          <Button look="plain" disabled={isWorking} onClick={() => onMarks(NO_MARKS)}>
            {t('items.unmark')}
          </Button>
        </>
      )}
    </div>
  );
}
