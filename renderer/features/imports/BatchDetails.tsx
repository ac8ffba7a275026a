import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import css from './BatchScreen.module.css';

/** When what was done with an import, and the fingerprint by which the same files are known again. */
export function BatchDetails({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const { hash, stagedAt, appliedAt, revertedAt } = batch;
  const facts = [
    [t('batch.detail.staged'), dateTimeWords(stagedAt)],
    [t('batch.detail.applied'), appliedAt === undefined ? '' : dateTimeWords(appliedAt)],
    [t('batch.detail.reverted'), revertedAt === undefined ? '' : dateTimeWords(revertedAt)],
    [t('batch.detail.hash'), hash],
  ].filter(([, value]) => value !== '');
  return (
    <details className={css.details}>
      <summary>{t('batch.details')}</summary>
      <dl>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
