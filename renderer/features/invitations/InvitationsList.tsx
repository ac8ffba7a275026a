import { MailPlus, MailQuestion } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { QUEUE_KEYS } from './decisions.ts';
import { useQueueKeys } from './queue-keys.ts';
import css from './InvitationsList.module.css';

type Summary = Awaited<ReturnType<Client['invitations']['list']>>['rows'][number];
type Show = 'waiting' | 'decided' | 'all';
const SHOWS = ['waiting', 'decided', 'all'] as const satisfies readonly Show[];

const add = () => navigate({ section: 'invitations', mode: 'new' });

/** The queue: who has asked, and what the book advises; worked through by five keys. */
export function InvitationsList() {
  const { t } = useTranslation('invitations');
  const [show, setShow] = useState<Show>('waiting');
  const id = useStore(({ route }) => (route.section === 'invitations' ? route.id : undefined));
  const rows = usePagedRows<Summary>((page) => orpc.invitations.list.queryOptions({ input: { show, page } }));
  const count = rows.total ?? 0;
  const go = useCallback((row: Summary) => navigate({ section: 'invitations', id: row.id }), []);
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  const at = selection.selectedIndex;
  useQueueKeys(at < 0 ? undefined : rows.rowAt(at), () => {
    // The next one, or the one before the last; computed before the list is a row shorter.
    const next = rows.rowAt(at + 1) ?? rows.rowAt(at - 1);
    if (next !== undefined) selection.onSelect(at + (rows.rowAt(at + 1) === undefined ? -1 : 1), 'key');
  });
  return (
    <ListPane title={t('title')} bar={<IconButton icon={MailPlus} label={t('list.add')} onClick={add} />}>
      <div className={css.tabs}>
        <Tabs
          label={t('tabs.label')}
          value={show}
          onValue={setShow}
          tabs={SHOWS.map((value) => ({
            value,
            label: t(`tabs.${value}`),
            count: value === show ? rows.total : undefined,
          }))}
        >
          {rows.total === 0 ? (
            <NoInvitations show={show} />
          ) : (
            <div className={css.queue}>
              <VirtualList
                {...selection}
                count={count}
                rowAt={rows.rowAt}
                onRange={rows.onRange}
                isStale={rows.isStale}
                label={t('list.label')}
                rowRem={4.75}
                render={(row) => <InvitationRow row={row} />}
              />
              <KeysHint isDecided={show === 'decided'} />
            </div>
          )}
        </Tabs>
      </div>
    </ListPane>
  );
}

const WAITING: readonly Summary['state'][] = ['pending', 'waiting_inviter', 'waiting_references'];

function InvitationRow({ row }: { readonly row: Summary }) {
  const { t } = useTranslation('invitations');
  const { icon, meaning } = verdictLook(row.verdict);
  const isWaiting = WAITING.includes(row.state);
  return (
    <>
      <Avatar id={row.id} name={row.fn} />
      <span className={css.row}>
        <span className={css.name} dir="auto">
          {row.fn}
        </span>
        <span className={css.headline} dir="auto">
          {row.headline === '' ? t(row.hasMessage ? 'list.noHeadline' : 'list.noMessage') : row.headline}
        </span>
        <span className={css.badges}>
          {isWaiting ? (
            <Badge icon={icon} meaning={meaning}>
              {verdictWords(row.verdict)}
            </Badge>
          ) : null}
          {row.state === 'pending' ? null : <span className={css.state}>{t(`state.${row.state}`)}</span>}
        </span>
      </span>
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

function NoInvitations({ show }: { readonly show: Show }) {
  const { t } = useTranslation('invitations');
  if (show === 'decided') {
    return (
      <EmptyState icon={MailQuestion} title={t('list.emptyDecided')} text={t('list.emptyDecidedText')} />
    );
  }
  return (
    <EmptyState
      icon={MailQuestion}
      title={show === 'all' ? t('list.emptyAll') : t('list.emptyWaiting')}
      text={t('list.emptyWaitingText')}
    >
      <Button look="primary" icon={MailPlus} onClick={add}>
        {t('list.add')}
      </Button>
    </EmptyState>
  );
}
