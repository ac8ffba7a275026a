import { useQuery } from '@tanstack/react-query';
import { UserX, UsersRound } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactId } from '#core/contacts/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { isOnePane } from '#renderer/ui/list-selection.ts';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { Comparison } from './comparison.ts';
import { keepApart, mergeGroup } from './decisions.ts';
import { Group } from './Group.tsx';
import { idsOfKey, keyBeside, nextAfter, reviewRoute, useQueue } from './queue.ts';
import type { Queue } from './queue.ts';
import { tabOf } from './words.ts';

/** The right pane of the review: the open group side by side; beside a list, the first opens by itself. */
export function DuplicatesScreen() {
  const { t } = useTranslation('duplicates');
  const queue = useQueue();
  const { open, groups, tab } = queue;
  const first = groups[0]?.key;
  useEffect(() => {
    if (open === undefined && first !== undefined && !isOnePane()) {
      navigate(reviewRoute(tab, first), { replace: true });
    }
  }, [open, first, tab]);
  if (open !== undefined) return <OpenGroup key={open} groupKey={open} queue={queue} />;
  // Says nothing while there is nobody to choose: the list says it then.
  return first === undefined ? null : <EmptyState icon={UsersRound} title={t('group.choose')} />;
}

function OpenGroup({ groupKey, queue }: { readonly groupKey: string; readonly queue: Queue }) {
  const { t } = useTranslation('duplicates');
  const { tab, groups } = queue;
  const ids = idsOfKey(groupKey).map((id) => ContactId.parse(id));
  return (
    <Compared
      ids={ids}
      gone={<Button onClick={() => navigate(reviewRoute(tab), { replace: true })}>{t('group.goOn')}</Button>}
    >
      {(comparison) => {
        const known = groups.find(({ key }) => key === groupKey);
        const pair = known ?? comparison.pairs[0];
        const goTo = (key: string | undefined) => navigate(reviewRoute(tab, key), { replace: true });
        const next = nextAfter(groups, groupKey);
        /** Goes on first, so that what comes next is known; comes back where the book refuses. */
        const decide = async (deed: Promise<boolean>) => {
          goTo(next);
          if (!(await deed)) goTo(groupKey);
        };
        return (
          <Group
            comparison={comparison}
            tab={pair === undefined ? undefined : tabOf(pair)}
            onMerge={(request, fn) => void decide(mergeGroup(groupKey, request, fn))}
            onApart={() => void decide(keepApart(groupKey, comparison.people))}
            onSkip={() => {
              useStore.getState().skipGroup(groupKey);
              goTo(next ?? groupKey);
            }}
            onStep={(by) => {
              const key = keyBeside(groups, groupKey, by);
              if (key !== undefined) goTo(key);
            }}
          />
        );
      }}
    </Compared>
  );
}

/** Asks for people side by side; says so when one of them is gone. */
export function Compared({
  ids,
  gone,
  children,
}: {
  readonly ids: readonly ContactId[];
  /** What can be done when it cannot be shown. */
  readonly gone: React.ReactNode;
  readonly children: (comparison: Comparison) => React.ReactNode;
}) {
  const { t } = useTranslation('duplicates');
  const isGroup = ids.length > 1;
  const compared = useQuery({
    ...orpc.duplicates.compare.queryOptions({ input: { ids: [...ids] } }),
    enabled: isGroup,
  });
  if (!isGroup || compared.error !== null) {
    const isGone = !isGroup || isNotFound(compared.error);
    return (
      <EmptyState
        icon={UserX}
        title={isGone ? t('group.gone') : errorWords(compared.error)}
        text={isGone ? t('group.goneText') : undefined}
      >
        {gone}
      </EmptyState>
    );
  }
  if (compared.data === undefined) {
    return (
      <DetailPane label={t('compare.title')} wide>
        <Skeleton lines={8} />
      </DetailPane>
    );
  }
  return children(compared.data);
}
