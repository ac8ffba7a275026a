import { useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { AuditGroup } from '#core/invitations/audit.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { AuditedPerson } from './AuditedPerson.tsx';
import { FirstLine } from './FirstLine.tsx';
import { auditRoute, shownId } from './route.ts';
import css from './Audit.module.css';

/** The right pane of the audit: everything counted, or one person and what is known of the tie. */
export function AuditScreen() {
  const id = useStore(({ route }) => shownId(route));
  return id === undefined ? <Overview /> : <One key={id} id={id} />;
}

function One({ id }: { readonly id: ContactId }) {
  const { t } = useTranslation('audit');
  const { data, error } = useQuery(orpc.audit.get.queryOptions({ input: { contactId: id } }));
  if (error !== null)
    return <EmptyState icon={UserX} title={isNotFound(error) ? t('gone') : errorWords(error)} />;
  if (data === undefined) {
    return (
      <DetailPane label={t('title')}>
        <Skeleton lines={6} />
      </DetailPane>
    );
  }
  return <AuditedPerson one={data} />;
}

function Overview() {
  const { t, i18n } = useTranslation('audit');
  const { data } = useQuery(orpc.audit.summary.queryOptions());
  if (data === undefined) return null;
  if (data.connections === 0) return <EmptyState title={t('none')} text={t('noneText')} />;
  const hollow = AuditGroup.options.filter((group) => group !== 'kept' && group !== 'parting');
  const total = hollow.reduce((sum, group) => sum + data.groups[group], 0);
  return (
    <DetailPane label={t('title')}>
      <header>
        <h1 className={css.title}>{t('title')}</h1>
        <FirstLine />
      </header>
      <p>
        {t('overview', {
          count: total,
          hollow: total.toLocaleString(i18n.language),
          total: data.connections.toLocaleString(i18n.language),
        })}
      </p>
      <ul className={css.groups}>
        {AuditGroup.options.map((group) => (
          <li key={group}>
            <a className={css.group} href={hashOf(auditRoute(group))}>
              <strong className={css.count}>{data.groups[group].toLocaleString(i18n.language)}</strong>
              <span>
                <span className={css.groupName}>{t(`group.${group}`)}</span>
                <span className={css.quiet}>{t(`why.${group}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className={css.quiet}>{t('gently')}</p>
    </DetailPane>
  );
}
