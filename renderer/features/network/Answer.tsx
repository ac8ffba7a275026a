import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { MutualContacts } from '#renderer/network-panels/MutualContacts.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { AdviceCard } from './AdviceCard.tsx';
import { NoPath } from './NoPath.tsx';
import { PathCard } from './PathCard.tsx';
import type { Target } from './target.ts';
import { There } from './There.tsx';
import css from './Network.module.css';

/** Everything about reaching somebody: what to do, whom the owner knows there, and every way. */
export function Answer({
  target,
  name,
  isPart = false,
}: {
  readonly target: Target;
  readonly name: string;
  /** Only a part of an answer, which says itself what to do. */
  readonly isPart?: boolean;
}) {
  const { t } = useTranslation('network');
  const found = useQuery(orpc.network.lookUp.queryOptions({ input: { to: target } }));
  if (found.error !== null) return <EmptyState icon={Waypoints} title={errorWords(found.error)} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  const { paths, total } = found.data;
  if (total === 0 && target.kind === 'found')
    return <EmptyState icon={Waypoints} title={t('answer.nobody')} text={t('answer.nobodyText')} />;
  const label = t(`answer.${LABELS[target.kind]}`, { fn: name, org: name, query: name });
  return (
    <>
      {isPart ? null : <AdviceCard found={found.data} target={target} name={name} />}
      {target.kind === 'contact' ? null : <There found={found.data} target={target} name={name} />}
      {paths.length === 0 ? (
        <NoPath target={target} name={name} />
      ) : (
        <section className={css.ways} aria-label={label}>
          <p className={css.count} role="status">
            {t('answer.count', { count: paths.length })}
          </p>
          <ol className={css.paths}>
            {paths.map((path, at) => (
              <li key={path.steps.map(({ contactId }) => contactId).join('-')}>
                <PathCard path={path} isBest={at === 0} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {target.kind === 'contact' && paths.length > 0 ? (
        <MutualContacts contactId={target.contactId} fn={name} isAskedAbout />
      ) : null}
    </>
  );
}

const LABELS = { contact: 'person', org: 'org', found: 'found' } as const;
