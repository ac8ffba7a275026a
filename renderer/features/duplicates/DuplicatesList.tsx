import { ArrowLeft, CheckCheck, UsersRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroupSummary } from '#api/duplicates.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { isOnePane } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { reviewRoute, useQueue } from './queue.ts';
import type { Queue, Summary } from './queue.ts';
import { reasonWords, TABS, tellingReason } from './words.ts';
import css from './DuplicatesList.module.css';

const waiting = (summary: Summary): number => TABS.reduce((sum, tab) => sum + summary[tab], 0);

/** Cards that may be one person, the surest first, in place of the list of people. */
export function DuplicatesList() {
  const { t } = useTranslation('duplicates');
  const queue = useQueue();
  const [isBulk, setBulk] = useState(false);
  const { tab, summary, done } = queue;
  return (
    <ListPane
      title={t('list.title')}
      bar={
        <>
          <IconButton
            icon={ArrowLeft}
            label={t('list.back')}
            onClick={() => navigate({ section: 'people' })}
          />
          {summary === undefined || waiting(summary) + done === 0 ? null : (
            <p className={css.progress}>{t('list.progress', { done, total: done + waiting(summary) })}</p>
          )}
        </>
      }
    >
      {summary === undefined ? null : waiting(summary) === 0 ? (
        <NothingAtAll isReady={summary.isReady} />
      ) : (
        <div className={css.tabs}>
          <Tabs
            label={t('tabs.label')}
            value={tab}
            onValue={(value) => navigate(reviewRoute(value), { replace: true })}
            tabs={TABS.map((value) => ({ value, label: t(`tabs.${value}`), count: summary[value] }))}
          >
            {queue.groups.length === 0 ? (
              <NothingHere queue={queue} />
            ) : (
              <Groups key={tab} queue={queue} onBulk={() => setBulk(true)} />
            )}
          </Tabs>
        </div>
      )}
      {isBulk ? <BulkDialog queue={queue} onClose={() => setBulk(false)} /> : null}
    </ListPane>
  );
}

/** Calm: nobody is in it twice, or not everybody has been compared yet. */
function NothingAtAll({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation('duplicates');
  return isReady ? (
    <EmptyState icon={UsersRound} title={t('list.empty')} text={t('list.emptyText')} />
  ) : (
    <EmptyState icon={UsersRound} title={t('list.comparing')} text={t('list.comparingText')} />
  );
}

function NothingHere({ queue: { summary, isPending, tab } }: { readonly queue: Queue }) {
  const { t } = useTranslation('duplicates');
  const next = TABS.find((one) => one !== tab && (summary?.[one] ?? 0) > 0);
  if (isPending) return null;
  return (
    <EmptyState title={t('list.emptyTier')} text={next === undefined ? undefined : t('list.emptyTierText')}>
      {next === undefined ? null : (
        <Button onClick={() => navigate(reviewRoute(next), { replace: true })}>{t('list.next')}</Button>
      )}
    </EmptyState>
  );
}

function Groups({ queue, onBulk }: { readonly queue: Queue; readonly onBulk: () => void }) {
  const { t } = useTranslation('duplicates');
  const { groups, open, tab } = queue;
  const list = useRef<HTMLDivElement>(null);
  // Where the keys are while list and detail take turns; undefined: at the open group.
  const [at, setAt] = useState<number>();
  const openAt = groups.findIndex(({ key }) => key === open);
  const go = (index: number) => {
    const group = groups[index];
    if (group !== undefined) {
      navigate(reviewRoute(tab, group.key), { replace: open !== undefined && !isOnePane() });
    }
  };
  return (
    <div className={css.queue}>
      {tab === 'surely' ? (
        <div className={css.bulk}>
          <Button icon={CheckCheck} onClick={onBulk}>
            {t('bulk.button', { count: groups.length })}
          </Button>
        </div>
      ) : null}
      <VirtualList
        listRef={list}
        label={t('list.label')}
        count={groups.length}
        rowAt={(index) => groups[index]}
        onRange={queue.onRange}
        selectedIndex={at !== undefined && at < groups.length ? at : openAt}
        onSelect={(index, by) => {
          const isOnlyMoving = by === 'key' && isOnePane();
          setAt(isOnlyMoving ? index : undefined);
          if (!isOnlyMoving) go(index);
        }}
        onOpen={(index) => {
          setAt(undefined);
          go(index);
          // The title of a group takes the focus where nothing else has it.
          if (index === openAt) document.querySelector<HTMLElement>('[data-group-title]')?.focus();
          else list.current?.blur();
        }}
        render={(group) => <GroupRow group={group} />}
      />
    </div>
  );
}

function GroupRow({ group: { key, people, reasons } }: { readonly group: DuplicateGroupSummary }) {
  const { t, i18n } = useTranslation('duplicates');
  const isSkipped = useStore((state) => state.skipped.includes(key));
  const names = [...new Set(people.map(({ fn }) => fn))];
  const [first] = people;
  const reason = tellingReason(reasons);
  const count = people.length > 2 ? t('list.cards', { count: people.length }) : undefined;
  return (
    <Row
      lead={first === undefined ? null : <Avatar id={first.id} name={first.fn} />}
      // A phrase of the page's language, whatever script the first name is in.
      title={<span dir={i18n.dir()}>{namesInWords(names)}</span>}
      note={reason === undefined ? '' : reasonWords(reason)}
      end={isSkipped ? t('list.skipped') : count}
    />
  );
}
