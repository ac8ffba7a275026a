import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import css from './Audit.module.css';

/** The first useful thing after an archive: "412 people you accepted without a note · 11 pending invitations to vet". */
export function FirstLine() {
  const { t, i18n } = useTranslation('audit');
  const { data } = useQuery(orpc.audit.summary.queryOptions());
  if (data === undefined) return null;
  const { acceptedWithoutNote, pending } = data;
  return (
    <p className={css.first}>
      <span>
        {t('first.accepted', {
          count: acceptedWithoutNote,
          total: acceptedWithoutNote.toLocaleString(i18n.language),
        })}
      </span>{' '}
      <span aria-hidden>·</span>{' '}
      {pending === 0 ? (
        <span>{t('first.noPending')}</span>
      ) : (
        <a href={hashOf({ section: 'invitations' })}>
          {t('first.pending', { count: pending, total: pending.toLocaleString(i18n.language) })}
        </a>
      )}
    </p>
  );
}
