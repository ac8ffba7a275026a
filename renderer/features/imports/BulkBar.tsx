import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#core/imports/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ALL_MARKED, chooseMarked, markedCount, NO_MARKS } from './choices.ts';
import type { Marks, TabOf } from './choices.ts';
import { CHOICES } from './words.ts';
import css from './BulkBar.module.css';

/** How many records are marked and one button for each thing that can be decided about them. */
export function BulkBar({
  tab,
  marks,
  total,
  onMarks,
}: {
  readonly tab: TabOf;
  readonly marks: Marks;
  readonly total: number;
  readonly onMarks: (marks: Marks) => void;
}) {
  const { t } = useTranslation('imports');
  const [isWorking, setWorking] = useState(false);
  const count = markedCount(marks, total);
  const choose = async (choice: ImportItem['choice']) => {
    setWorking(true);
    const isDone = await chooseMarked(tab, marks, choice);
    setWorking(false);
    if (isDone) onMarks(NO_MARKS);
  };
  return (
    <div className={css.bar} role="group" aria-label={t('items.bulk')}>
      <p className={css.count} role="status">
        {count === 0 ? t('items.keys') : t('items.marked', { count })}
      </p>
      {count === 0 ? (
        <Button look="plain" disabled={total === 0} onClick={() => onMarks(ALL_MARKED)}>
          {t('items.markAll', { count: total })}
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
