import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { parseQuery } from '#core/contacts/search/query.ts';
import { orpc } from '#renderer/client/queries.ts';
import { writeTyped } from '#renderer/people/typed-query.ts';
import { NetworkFrame, NetworkTitle } from '#renderer/network-panels/NetworkFrame.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Answer } from './Answer.tsx';
import { NotInBook } from './NotInBook.tsx';
import { routeTo, targetOf } from './target.ts';
import type { Stranger, Target } from './target.ts';
import { TargetPicker } from './TargetPicker.tsx';
import css from './Network.module.css';

/** "Who can introduce me to …?" and everything that helps to reach them. */
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
  const name = nameOf(target, person.data?.fn ?? '');
  return (
    <NetworkFrame label={t('title')}>
      <header className={css.head}>
        <NetworkTitle>{t('ask.title')}</NetworkTitle>
        <TargetPicker key={name} name={name} onTarget={(next) => navigate(routeTo(next))} />
      </header>
      {target === undefined ? (
        <EmptyState icon={Waypoints} title={t('ask.start')} text={t('ask.startText')} />
      ) : target.kind === 'stranger' ? (
        <NotInBook key={target.fn} fn={target.fn} org={target.org} />
      ) : (
        <Answer key={JSON.stringify(target)} target={target} name={name} />
      )}
    </NetworkFrame>
  );
}

/** Asked for only while no person is the target, and then not at all. */
const NOBODY = 1 as Extract<Target, { kind: 'contact' }>['contactId'];

function nameOf(target: Target | Stranger | undefined, fn: string): string {
  switch (target?.kind) {
    case undefined:
      return '';
    case 'contact':
      return fn;
    case 'org':
      return target.org;
    case 'found':
      return writeTyped(parseQuery(target.text).query);
    case 'stranger':
      return target.fn;
  }
}
