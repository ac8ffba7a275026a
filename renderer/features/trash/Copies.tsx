import { useTranslation } from 'react-i18next';
import type { Forgetting } from '#api/trash.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import css from './Trash.module.css';

/** Which copies of the book still have the person; what cannot be known is said as well. */
export function Copies({ forgetting: { backups } }: { readonly forgetting: Forgetting }) {
  const { t } = useTranslation('trash');
  const holding = backups.filter(({ holds }) => holds);
  return (
    <div className={css.part}>
      <h3>{t('forgetting.backups')}</h3>
      {holding.length === 0 ? (
        <p>{t('forgetting.backupsNone')}</p>
      ) : (
        <>
          <p>{t('forgetting.backupsHold', { count: holding.length })}</p>
          <ul className={css.points}>
            {holding.map(({ fileName, madeAt }) => (
              <li key={fileName}>
                {t('forgetting.backup', { fileName, on: dateWords(madeAt.slice(0, 10)) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={css.quiet}>{t('forgetting.elsewhere')}</p>
    </div>
  );
}
