import { useQuery } from '@tanstack/react-query';
import { Check, CircleDashed, Handshake, MessageCircleQuestion, UserRoundPlus, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Introduction, IntroductionState } from '#core/introductions/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { byStage } from './stages.ts';
import css from './Introductions.module.css';

const add = () => navigate({ section: 'introductions', mode: 'new' });

const LOOK: Readonly<Record<IntroductionState, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  idea: { icon: CircleDashed, meaning: 'neutral' },
  asked_a: { icon: MessageCircleQuestion, meaning: 'ask' },
  a_yes: { icon: Check, meaning: 'accept' },
  asked_b: { icon: MessageCircleQuestion, meaning: 'ask' },
  b_yes: { icon: Check, meaning: 'accept' },
  introduced: { icon: Handshake, meaning: 'accept' },
  closed_no: { icon: X, meaning: 'neutral' },
  closed: { icon: Check, meaning: 'neutral' },
};

/** Where an introduction stands, as icon and words. */
export function StateBadge({ introduction: { state, fnA, fnB } }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { icon, meaning } = LOOK[state];
  return (
    <Badge icon={icon} meaning={meaning}>
      <bdi className={css.badge}>{t(`state.${state}`, { a: isolated(fnA), b: isolated(fnB) })}</bdi>
    </Badge>
  );
}

/** Every introduction, those under way first. */
export function IntroductionsList() {
  const { t } = useTranslation('introductions');
  const all = useQuery(orpc.introductions.list.queryOptions());
  const id = useStore(({ route }) => (route.section === 'introductions' ? route.id : undefined));
  const rows = byStage(all.data ?? []);
  const go = useCallback((row: Introduction) => navigate({ section: 'introductions', id: row.id }), []);
  const selection = useListSelection({ rowAt: (at) => rows[at], count: rows.length, id, go });
  return (
    <ListPane title={t('title')} bar={<IconButton icon={UserRoundPlus} label={t('new')} onClick={add} />}>
      {all.data?.length === 0 ? (
        <EmptyState icon={Handshake} title={t('list.empty')} text={t('list.emptyText')}>
          <Button look="primary" icon={UserRoundPlus} onClick={add}>
            {t('new')}
          </Button>
        </EmptyState>
      ) : (
        <VirtualList
          {...selection}
          count={rows.length}
          rowAt={(at) => rows[at]}
          label={t('list.label')}
          rowRem={4.25}
          render={(row) => (
            <span className={css.row}>
              <span className={css.pair} data-private="">
                {t('list.pair', { a: isolated(row.fnA), b: isolated(row.fnB) })}
              </span>
              <span className={css.line}>
                <StateBadge introduction={row} />
              </span>
            </span>
          )}
        />
      )}
    </ListPane>
  );
}
