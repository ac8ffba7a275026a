import { useQuery } from '@tanstack/react-query';
import { Share2, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client/queries.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { NoPath } from './NoPath.tsx';
import { PathCard } from './PathCard.tsx';
import { routeTo, targetOf } from './target.ts';
import type { Target } from './target.ts';
import { TargetPicker } from './TargetPicker.tsx';
import css from './Network.module.css';

/** "Who can introduce me to …?" and the ways there. */
export function NetworkScreen() {
  const { t } = useTranslation('network');
  const route = useStore((state) => state.route);
  const target = targetOf(route);
  const person = useQuery({
    ...orpc.contacts.get.queryOptions({
      input: { id: target?.kind === 'contact' ? target.contactId : NOBODY },
    }),
    enabled: target?.kind === 'contact',
  });
  const name = target?.kind === 'org' ? target.org : (person.data?.fn ?? '');
  return (
    <section className={css.screen} aria-label={t('title')}>
      <div className={css.column}>
        <header className={css.head}>
          <div className={css.titleLine}>
            <h1 className={css.title}>{t('ask.title')}</h1>
            <a className={css.toPicture} href={hashOf({ section: 'network', mode: 'picture' })}>
              <Share2 size={16} strokeWidth={1.75} aria-hidden />
              {t('picture.open')}
            </a>
          </div>
          <TargetPicker key={name} name={name} onTarget={(next) => navigate(routeTo(next))} />
        </header>
        {target === undefined ? (
          <EmptyState icon={Waypoints} title={t('ask.start')} text={t('ask.startText')} />
        ) : (
          <Ways key={JSON.stringify(target)} target={target} name={name} />
        )}
      </div>
    </section>
  );
}

/** Asked for only while no person is the target, and then not at all. */
const NOBODY = 1 as Extract<Target, { kind: 'contact' }>['contactId'];

function Ways({ target, name }: { readonly target: Target; readonly name: string }) {
  const { t } = useTranslation('network');
  const paths = useQuery(orpc.network.paths.queryOptions({ input: { to: target } }));
  if (paths.error !== null) return <EmptyState icon={Waypoints} title={errorWords(paths.error)} />;
  if (paths.data === undefined) return <Skeleton lines={6} />;
  if (paths.data.length === 0) return <NoPath target={target} name={name} />;
  return (
    <section
      className={css.ways}
      aria-label={t(`answer.${target.kind === 'org' ? 'org' : 'person'}`, { fn: name, org: name })}
    >
      <p className={css.count} role="status">
        {t('answer.count', { count: paths.data.length })}
      </p>
      <ol className={css.paths}>
        {paths.data.map((path) => (
          <li key={path.steps.map(({ contactId }) => contactId).join('-')}>
            <PathCard path={path} />
          </li>
        ))}
      </ol>
    </section>
  );
}
