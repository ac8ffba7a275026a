import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { newerWords, useNewer } from './newer-export.ts';
import css from './BatchScreen.module.css';

/** What is new since the last export, where this is a newer one of the same archive. */
export function NewerSummary({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const newer = useNewer(batch);
  if (newer === undefined) return null;
  const words = newerWords(newer);
  return (
    <section className={css.newer} aria-label={t('newer.title')}>
      <h2 className={css.small}>{t('newer.title')}</h2>
      {words.length === 0 ? (
        <p>{t('newer.none')}</p>
      ) : (
        <ul className={css.facts}>
          {words.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
