import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#core/imports/model.ts';
import { valueWords } from './words.ts';
import css from './ChangeTable.module.css';

/** What the book says now and what the file says, value by value; for somebody new only what the file says. */
export function ChangeTable({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation('imports');
  const hasBefore = item.changes.some(({ before }) => before !== '') || item.action === 'update';
  return (
    <table className={css.table}>
      <caption className={css.caption}>{hasBefore ? t('inspector.changes') : t('inspector.adds')}</caption>
      <thead className={hasBefore ? undefined : 'visually-hidden'}>
        <tr>
          <th scope="col">{t('inspector.field')}</th>
          {hasBefore ? <th scope="col">{t('inspector.before')}</th> : null}
          <th scope="col">{t('inspector.after')}</th>
        </tr>
      </thead>
      <tbody>
        {item.changes.map((change) => (
          <tr key={`${change.name} ${change.before} ${change.after}`}>
            <th scope="row">{t(`field.${change.name}`)}</th>
            {hasBefore ? (
              <td className={css.before}>
                <Value change={change} value={change.before} />
              </td>
            ) : null}
            <td>
              <Value change={change} value={change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({
  change,
  value,
}: {
  readonly change: ImportItem['changes'][number];
  readonly value: string;
}) {
  const { t } = useTranslation('imports');
  const words = valueWords(change, value);
  return words === '' ? <span className={css.nothing}>{t('inspector.nothing')}</span> : <bdi>{words}</bdi>;
}
