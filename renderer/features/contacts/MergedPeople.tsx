import { useQuery } from '@tanstack/react-query';
import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Merged } from '#api/contacts.ts';
import { orpc } from '#renderer/client/queries.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import type { Person } from './person.ts';
import { Unmerge } from './Unmerge.tsx';
import css from './MergedPeople.module.css';

/** Cards that became part of this one; each can be taken out again at any time. */
export function MergedPeople({ person }: { readonly person: Person }) {
  const { t } = useTranslation('duplicates');
  const { data = [] } = useQuery(orpc.contacts.merged.queryOptions({ input: { id: person.id } }));
  const [leaving, setLeaving] = useState<Merged>();
  if (data.length === 0) return null;
  return (
    <PaneSection title={t('person.merged')}>
      <ul className={css.merged}>
        {data.map((merged) => (
          <li key={merged.mergeId}>
            <div className={css.who}>
              <p className={css.name} dir="auto">
                {merged.fn}
              </p>
              <p className={css.quiet}>{t('person.mergedOn', { on: dateTimeWords(merged.mergedAt) })}</p>
              <p className={css.quiet}>{cameWords(merged)}</p>
            </div>
            <Button
              icon={Split}
              aria-label={t('person.takeOutOf', { fn: isolated(merged.fn) })}
              onClick={() => setLeaving(merged)}
            >
              {t('person.takeOut')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving === undefined ? null : <Unmerge merged={leaving} onClose={() => setLeaving(undefined)} />}
    </PaneSection>
  );
}

/** "Came along: 4 values, 2 meetings". */
function cameWords({ properties, links }: Merged): string {
  const came = (
    [
      ['person.values', properties.length],
      ['person.encounters', links.encounters],
      ['compare.ties', links.ties],
      ['compare.invitations', links.invitations],
      ['compare.introductions', links.introductions],
    ] as const
  ).filter(([key, count]) => count > 0 || key === 'person.values');
  const what = came.map(([key, count]) => i18n.t(`duplicates:${key}`, { count })).join(', ');
  return i18n.t('duplicates:person.came', { what });
}
