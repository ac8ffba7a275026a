import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatchId, ImportItem } from '#core/imports/model.ts';
import { chooseOne } from './choices.ts';
import { CHOICES } from './words.ts';
import css from './ChoiceGroup.module.css';

/** What to do with one record; the arrow keys go through the choices. */
export function ChoiceGroup({
  item,
  batchId,
}: {
  readonly item: ImportItem;
  readonly batchId: ImportBatchId;
}) {
  const { t } = useTranslation('imports');
  const name = useId();
  // Shown at once; the book's answer then says the same, or the old choice comes back with a word.
  const [asked, setAsked] = useState<ImportItem['choice']>();
  const choose = async (choice: ImportItem['choice']) => {
    setAsked(choice);
    await chooseOne(batchId, item, choice);
    setAsked(undefined);
  };
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{t('choice.label')}</legend>
      {CHOICES[item.action].map((choice) => (
        <label key={choice} className={css.choice}>
          <input
            type="radio"
            className={css.radio}
            name={name}
            value={choice}
            checked={(asked ?? item.choice) === choice}
            onChange={() => void choose(choice)}
          />
          {t(`choice.${item.action}.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
