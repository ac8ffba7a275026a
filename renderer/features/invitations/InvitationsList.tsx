import { useQuery } from '@tanstack/react-query';
import { MailPlus, MailQuestion, Scale, UserRoundSearch } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationCounts } from '#api/invitations.ts';
import type { Verdict } from '#core/invitations/model.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { QUEUE_KEYS } from './decisions.ts';
import { InvitationRow } from './InvitationRow.tsx';
import type { Summary } from './InvitationRow.tsx';
import { MarkedBar } from './MarkedBar.tsx';
import { VerdictFilter, WhoseFilter } from './QueueFilter.tsx';
import type { Whose } from './QueueFilter.tsx';
import { useQueueKeys } from './queue-keys.ts';
import { useQueueMarks } from './queue-marks.ts';
import css from './InvitationsList.module.css';

type Tab = 'pending' | 'asked' | 'decided' | 'all';
const TABS = ['pending', 'asked', 'decided', 'all'] as const satisfies readonly Tab[];

const add = () => navigate({ section: 'invitations', mode: 'new' });
const openAudit = () => navigate({ section: 'invitations', mode: 'audit' });
const openRules = () => navigate({ section: 'invitations', mode: 'rules' });

const countIn = (tab: Tab, counts: InvitationCounts): number =>
  tab === 'asked' ? counts.waitingInviter + counts.waitingReferences : counts[tab];

/** The queue: who has asked, what the book advises, and whom the owner waits for; worked through by five keys. */
export function InvitationsList() {
  const { t } = useTranslation('invitations');
  const { t: rules } = useTranslation('rules');
  const { t: audit } = useTranslation('audit');
  const [tab, setTab] = useState<Tab>('pending');
  const [whose, setWhose] = useState<Whose>('asked');
  const [verdict, setVerdict] = useState<Verdict>();
  const { data: counts } = useQuery(orpc.invitations.counts.queryOptions());
  const show = tab === 'asked' ? whose : tab;
  return (
    <ListPane
      title={t('title')}
      bar={
        <div className={css.tools}>
          <IconButton icon={MailPlus} label={t('list.add')} onClick={add} />
          <IconButton icon={Scale} label={rules('open')} onClick={openRules} />
          <IconButton icon={UserRoundSearch} label={audit('action')} onClick={openAudit} />
        </div>
      }
    >
      <div className={css.tabs}>
        <Tabs
          label={t('tabs.label')}
          value={tab}
          onValue={(value) => {
            setTab(value);
            setVerdict(undefined);
          }}
          tabs={TABS.map((value) => ({
            value,
            label: t(`tabs.${value}`),
            count: counts && countIn(value, counts),
          }))}
        >
          <div className={css.queue}>
            <div className={css.filters}>
              {tab === 'asked' && counts !== undefined && countIn('asked', counts) > 0 ? (
                <WhoseFilter value={whose} counts={counts} onValue={setWhose} />
              ) : null}
              {tab === 'pending' && counts !== undefined && counts.pending > 0 ? (
                <VerdictFilter show="pending" count={counts.pending} value={verdict} onValue={setVerdict} />
              ) : null}
            </div>
            <Queue
              tab={tab}
              show={show}
              verdict={tab === 'pending' ? verdict : undefined}
              onEveryVerdict={() => setVerdict(undefined)}
            />
          </div>
        </Tabs>
      </div>
    </ListPane>
  );
}

function Queue({
  tab,
  show,
  verdict,
  onEveryVerdict,
}: {
  readonly tab: Tab;
  readonly show: Exclude<Tab, 'asked'> | Whose;
  readonly verdict: Verdict | undefined;
  readonly onEveryVerdict: () => void;
}) {
  const { t } = useTranslation('invitations');
  const id = useStore(({ route }) => (route.section === 'invitations' ? route.id : undefined));
  const rows = usePagedRows<Summary>((page) =>
    orpc.invitations.list.queryOptions({
      input: { show, page, ...(verdict === undefined ? {} : { verdict }) },
    }),
  );
  const count = rows.total ?? 0;
  const go = useCallback((row: Summary) => navigate({ section: 'invitations', id: row.id }), []);
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  const { marks, marked, clear } = useQueueMarks({
    list: `${show} ${verdict ?? ''}`,
    count,
    rowAt: rows.rowAt,
  });
  const at = selection.selectedIndex;
  useQueueKeys({
    chosen: at < 0 ? undefined : rows.rowAt(at),
    marked,
    onMarkedDone: clear,
    onNext: () => {
      // The next one, or the one before the last; computed before the list is a row shorter.
      const next = rows.rowAt(at + 1) ?? rows.rowAt(at - 1);
      if (next !== undefined) selection.onSelect(at + (rows.rowAt(at + 1) === undefined ? -1 : 1), 'key');
    },
  });
  if (rows.total === 0) {
    return verdict === undefined ? (
      <NoInvitations tab={tab} />
    ) : (
      <EmptyState icon={MailQuestion} title={t('filter.none')} text={t('filter.noneText')}>
        <Button onClick={onEveryVerdict}>{t('filter.all')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <VirtualList
        {...selection}
        count={count}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        isStale={rows.isStale}
        marks={marks}
        label={t('list.label')}
        rowRem={4.75}
        render={(row) => (
          <InvitationRow row={row} isMarked={marks.isMarked(row)} isForOwner={tab === 'pending'} />
        )}
      />
      <div>
        <MarkedBar marked={marked} onDone={clear} />
        <KeysHint isDecided={tab === 'decided'} />
      </div>
    </>
  );
}

function KeysHint({ isDecided }: { readonly isDecided: boolean }) {
  const { t } = useTranslation('invitations');
  return (
    <ul className={css.keys} aria-label={t('keys.label')}>
      {QUEUE_KEYS.filter(([, what]) => !isDecided || what === 'later').map(([key, what]) => (
        <li key={key}>
          <Kbd keys={key} /> {t(`keys.${isDecided ? 'later_done' : what}`)}
        </li>
      ))}
    </ul>
  );
}

function NoInvitations({ tab }: { readonly tab: Tab }) {
  const { t } = useTranslation('invitations');
  if (tab === 'decided' || tab === 'asked') {
    const name = tab === 'decided' ? 'Decided' : 'Asked';
    return (
      <EmptyState icon={MailQuestion} title={t(`list.empty${name}`)} text={t(`list.empty${name}Text`)} />
    );
  }
  return (
    <EmptyState
      icon={MailQuestion}
      title={tab === 'all' ? t('list.emptyAll') : t('list.emptyPending')}
      text={t('list.emptyPendingText')}
    >
      <Button look="primary" icon={MailPlus} onClick={add}>
        {t('list.add')}
      </Button>
    </EmptyState>
  );
}
