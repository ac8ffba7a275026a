import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, History, UserRoundCheck, UserRoundMinus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch, ImportBatchId, ItemAction } from '#core/imports/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { BatchBar } from './BatchBar.tsx';
import { BatchDetails } from './BatchDetails.tsx';
import { EntryList } from './EntryList.tsx';
import { ItemTabs } from './ItemTabs.tsx';
import { NewerSummary } from './NewerSummary.tsx';
import { ResultNotice } from './ResultNotice.tsx';
import { RevertProgress, WorkProgress } from './WorkProgress.tsx';
import { batchDate, hasNews } from './words.ts';
import { useWork } from './work.ts';
import notice from './Notice.module.css';
import css from './BatchScreen.module.css';

/** One import: the preview of what it would do, or what it did. */
export function BatchScreen({ id }: { readonly id: ImportBatchId }) {
  const { t } = useTranslation('imports');
  const found = useQuery(orpc.imports.get.queryOptions({ input: { id } }));
  if (found.data !== undefined) return <Batch batch={found.data} />;
  if (!found.isError) return null;
  const isGone = found.error instanceof ORPCError && found.error.code === 'NOT_FOUND';
  return (
    <EmptyState
      title={isGone ? t('batch.missing') : t('batch.loadError')}
      text={isGone ? t('batch.missingText') : undefined}
    >
      {isGone ? (
        <Button onClick={() => navigate({ section: 'imports', mode: 'new' })}>{t('batch.toStart')}</Button>
      ) : (
        <Button onClick={() => void found.refetch()}>{t('again')}</Button>
      )}
    </EmptyState>
  );
}

function Batch({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const [tab, setTab] = useState<ItemAction>();
  const isApplying = useWork(({ work }) => work.state === 'applying' && work.batchId === batch.id);
  const isReverting = useWork(({ reverting }) => reverting === batch.id);
  const records = useRef<HTMLDivElement>(null);
  const canChoose = batch.state === 'staged' && !isApplying;
  return (
    <DetailPane
      wide
      label={t('batch.label', { fileName: batch.fileName })}
      bar={isApplying ? undefined : <BatchBar batch={batch} />}
    >
      <header className={css.head}>
        <h1 className={css.title} dir="auto">
          {batch.fileName}
        </h1>
        <p className={css.when}>{t(`batch.${batch.state}At`, { at: batchDate(batch) })}</p>
        <Before batch={batch} />
        <Owner batch={batch} />
      </header>
      {isApplying ? <WorkProgress /> : null}
      {isReverting ? <RevertProgress batch={batch} /> : null}
      {batch.state === 'staged' || isReverting ? null : <ResultNotice batch={batch} />}
      <NewerSummary batch={batch} />
      {canChoose ? (
        <Decide
          batch={batch}
          onDecide={(action) => {
            setTab(action);
            requestAnimationFrame(() => showTab(records.current));
          }}
        />
      ) : null}
      <EntryList batch={batch} />
      <PaneSection title={batch.state === 'staged' ? t('batch.review') : t('batch.reviewed')}>
        <div ref={records}>
          <ItemTabs batch={batch} tab={tab} onTab={setTab} canChoose={canChoose} />
        </div>
      </PaneSection>
      <BatchDetails batch={batch} />
    </DetailPane>
  );
}

/** Brings the records to the top of the pane and the keyboard to the tab that is shown. */
function showTab(records: HTMLElement | null): void {
  records?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus({ preventScroll: true });
  records?.scrollIntoView({ block: 'start' });
}

function Owner({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const { owner } = batch;
  if (owner === undefined || (owner.fn === '' && owner.url === '')) return null;
  const words =
    owner.fn === ''
      ? t('batch.ownerByUrl', { url: owner.url })
      : t(batch.state === 'staged' ? 'batch.owner' : 'batch.ownerApplied', { fn: owner.fn });
  return (
    <p className={css.owner} dir="auto">
      <UserRoundCheck size={18} strokeWidth={1.75} aria-hidden />
      <span>{words}</span>
    </p>
  );
}

/** The very same files again: nothing is wrong with that, and it is good to know. */
function Before({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const { appliedBefore } = batch;
  if (appliedBefore === undefined || batch.state !== 'staged') return null;
  return (
    <p className={css.owner}>
      <History size={18} strokeWidth={1.75} aria-hidden />
      <span>{t('batch.appliedBefore', { at: dateTimeWords(appliedBefore) })}</span>
    </p>
  );
}

interface DecideProps {
  readonly batch: ImportBatch;
  readonly onDecide: (tab: ItemAction) => void;
}

/** What the owner should look at before importing: names that may be two people, who left, or that nothing would change. */
function Decide({ batch, onDecide }: DecideProps) {
  const { t } = useTranslation('imports');
  const { review, left } = batch.counts;
  if (!hasNews(batch.counts)) return <p className={css.nothing}>{t('batch.nothing')}</p>;
  return (
    <>
      {review === 0 ? null : (
        <section className={notice.notice} data-tone="caution" aria-label={t('tabs.review')}>
          <CircleAlert size={20} strokeWidth={1.75} aria-hidden />
          <p className={notice.body}>{t('batch.reviewNotice', { count: review })}</p>
          <Button onClick={() => onDecide('review')}>{t('batch.reviewLook')}</Button>
        </section>
      )}
      {left === 0 ? null : (
        <section className={notice.notice} aria-label={t('tabs.left')}>
          <UserRoundMinus size={20} strokeWidth={1.75} aria-hidden />
          <p className={notice.body}>{t('batch.leftNotice', { count: left })}</p>
          <Button onClick={() => onDecide('left')}>{t('batch.leftLook')}</Button>
        </section>
      )}
    </>
  );
}
