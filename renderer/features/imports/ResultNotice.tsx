import { useQuery } from '@tanstack/react-query';
import { CircleCheck, MailQuestionMark, Undo2, UserRoundSearch, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { broughtWords } from './words.ts';
import { useWork } from './work.ts';
import css from './Notice.module.css';

/** How an import ended, and where to go from there. */
export function ResultNotice({ batch }: { readonly batch: ImportBatch }) {
  return batch.state === 'applied' ? <Applied batch={batch} /> : <Reverted batch={batch} />;
}

function Applied({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const summary = useQuery(orpc.book.summary.queryOptions());
  const what = broughtWords(batch.counts);
  const waiting = summary.data?.counts.invitationsWaiting ?? 0;
  return (
    <section className={css.notice} data-tone="done" role="status">
      <CircleCheck size={20} strokeWidth={1.75} aria-hidden />
      <div className={css.body}>
        <h2 className={css.title}>{t('result.title')}</h2>
        <p>{what === '' ? t('result.appliedNothing') : t('result.applied', { what })}</p>
        <div className={css.next}>
          {waiting === 0 ? null : (
            <Button
              look="primary"
              icon={MailQuestionMark}
              onClick={() => navigate({ section: 'invitations' })}
            >
              {t('result.invitations', { count: waiting })}
            </Button>
          )}
          <Silent />
          <Button
            look={waiting === 0 ? 'primary' : 'quiet'}
            icon={Users}
            onClick={() => navigate({ section: 'people' })}
          >
            {t('result.people')}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** An archive says at once whom one has accepted without a word. */
function Silent() {
  const { t, i18n } = useTranslation('imports');
  const { data } = useQuery(orpc.audit.summary.queryOptions());
  const count = data?.acceptedWithoutNote ?? 0;
  if (count === 0) return null;
  return (
    <Button icon={UserRoundSearch} onClick={() => navigate({ section: 'invitations', mode: 'audit' })}>
      {t('result.silent', { count, total: count.toLocaleString(i18n.language) })}
    </Button>
  );
}

function Reverted({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const result = useWork(({ reverted }) => reverted.get(batch.id));
  return (
    <section className={css.notice} role="status">
      <Undo2 size={20} strokeWidth={1.75} aria-hidden />
      <div className={css.body}>
        <p>{t('result.reverted')}</p>
        {result === undefined ? null : (
          <p>
            {t('result.removed', { count: result.removed })}{' '}
            {result.kept === 0 ? '' : t('result.kept', { count: result.kept })}
          </p>
        )}
        <p className={css.small}>{t('result.againHint')}</p>
      </div>
    </section>
  );
}
