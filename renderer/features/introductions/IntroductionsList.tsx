import { useQuery } from '@tanstack/react-query';
import { Check, CircleDashed, Clock, Handshake, MessageCircleQuestion, UserRoundPlus, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Introduction, IntroductionState } from '#core/introductions/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { stateWords } from '#renderer/people/introduction-words.ts';
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

const ASKED = { icon: MessageCircleQuestion, meaning: 'ask' } as const;
const AGREED = { icon: Check, meaning: 'accept' } as const;
const RESTS = { icon: Clock, meaning: 'neutral' } as const;
const DONE = { icon: Check, meaning: 'neutral' } as const;
const MADE = { icon: Handshake, meaning: 'accept' } as const;

const LOOK: Readonly<Record<IntroductionState, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  idea: { icon: CircleDashed, meaning: 'neutral' },
  fit: { icon: CircleDashed, meaning: 'neutral' },
  asked_a: ASKED,
  a_later: RESTS,
  a_yes: AGREED,
  asked_b: ASKED,
  b_later: RESTS,
  b_yes: AGREED,
  introduced: MADE,
  replied: MADE,
  met: MADE,
  outcome: MADE,
  thanked: DONE,
  lapsed: RESTS,
  closed_no: { icon: X, meaning: 'neutral' },
  closed: DONE,
};

/** Where an introduction stands, as icon and words. */
export function StateBadge({ introduction }: { readonly introduction: Introduction }) {
  const { icon, meaning } = LOOK[introduction.state];
  return (
    <Badge icon={icon} meaning={meaning}>
      {/* No <bdi>: a sentence that begins with a name from right to left is still one of this page's language. */}
      <span className={css.badge} data-private="">
        {stateWords(introduction, introduction.state)}
      </span>
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
