import { useQuery } from '@tanstack/react-query';
import { FileCheck, FileClock, FileInput, FileX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { usePaste } from './pasted.ts';
import { batchDate, broughtWords, plannedWords } from './words.ts';
import { isBusy, prepare, useWork } from './work.ts';
import css from './ImportsList.module.css';

const ICONS: Readonly<Record<ImportBatch['state'], LucideIcon>> = {
  staged: FileClock,
  applied: FileCheck,
  reverted: FileX,
};

const go = (batch: ImportBatch): void => navigate({ section: 'imports', id: batch.id });

/** Every import there has been, the newest first. It also takes over what is dropped on the window. */
export function ImportsList() {
  const { t } = useTranslation('imports');
  useDrops();
  usePaste();
  return (
    <ListPane
      title={t('title')}
      bar={
        <Button icon={FileInput} onClick={() => navigate({ section: 'imports', mode: 'new' })}>
          {t('new')}
        </Button>
      }
    >
      <Batches />
    </ListPane>
  );
}

function Batches() {
  const { t } = useTranslation('imports');
  const id = useStore((state) => state.route.id);
  const list = useQuery(orpc.imports.list.queryOptions());
  const batches = list.data;
  const count = batches?.length ?? 0;
  const rowAt = useCallback((index: number) => batches?.[index], [batches]);
  const selection = useListSelection({ rowAt, count, id, go });
  if (list.isError) {
    return (
      <EmptyState title={t('listError')}>
        <Button onClick={() => void list.refetch()}>{t('again')}</Button>
      </EmptyState>
    );
  }
  if (batches === undefined) return null;
  if (count === 0) return <EmptyState icon={FileInput} title={t('listEmpty')} text={t('listEmptyText')} />;
  return (
    <VirtualList
      count={count}
      rowAt={rowAt}
      render={(batch) => <BatchRow batch={batch} />}
      label={t('listLabel')}
      {...selection}
    />
  );
}

function BatchRow({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const Icon = ICONS[batch.state];
  const state = t(`state.${batch.state}`);
  const words = { staged: plannedWords, applied: broughtWords, reverted: () => '' };
  const what = words[batch.state](batch.counts);
  return (
    <Row
      lead={
        <span className={css.lead} data-state={batch.state}>
          <Icon size={18} strokeWidth={1.75} aria-hidden />
        </span>
      }
      title={batch.fileName}
      // A narrow row is cut at its end: what it was comes before when.
      note={[state, what, batchDate(batch)].filter((part) => part !== '').join(' · ')}
    />
  );
}

/** Takes the oldest waiting drop as soon as nothing else is being done, and shows where that goes on. */
function useDrops(): void {
  const next = useStore((state) => state.drops[0]);
  const busy = useWork((state) => isBusy(state.work));
  useEffect(() => {
    if (next === undefined || busy) return;
    useStore.getState().takeDrop(next.id);
    const { id, mode } = useStore.getState().route;
    if (id === undefined && mode === undefined)
      navigate({ section: 'imports', mode: 'new' }, { replace: true });
    void prepare(next);
  }, [next, busy]);
}
