import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import type { PositionForm, SeenPosition } from '#core/contacts/positions.ts';
import { orpc } from '#renderer/client/queries.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { PaneLine, PaneSection } from '#renderer/ui/Pane.tsx';
import type { Person } from './person.ts';
import { PositionsDialog } from './PositionsDialog.tsx';
import page from './PersonPage.module.css';

type Worked = Awaited<ReturnType<Client['contacts']['positions']>>;

/** Where they have worked: the owner's list with its dates, and what imports have shown, with the days they showed it. */
export function Positions({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const [isEditing, setEditing] = useState(false);
  const { data } = useQuery(orpc.contacts.positions.queryOptions({ input: { id: person.id } }));
  if (data === undefined) return null;
  // The job they have stands among the details already; alone it is no history.
  const seen = data.seen.filter(({ seenUntil }) => seenUntil !== undefined);
  return (
    <>
      {data.positions.length + seen.length === 0 ? (
        <PaneLine text={t('positions.none')}>
          <Button look="plain" icon={Plus} onClick={() => setEditing(true)}>
            {t('positions.add')}
          </Button>
        </PaneLine>
      ) : (
        <PaneSection
          title={t('positions.title')}
          action={<IconButton icon={Pencil} label={t('positions.edit')} onClick={() => setEditing(true)} />}
        >
          <Jobs positions={data.positions} seen={seen} />
        </PaneSection>
      )}
      {isEditing ? (
        <PositionsDialog person={person} positions={data.positions} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
}

function Jobs({
  positions,
  seen,
}: {
  readonly positions: readonly PositionForm[];
  readonly seen: Worked['seen'];
}) {
  const { t } = useTranslation('contacts');
  return (
    <ol className={page.list}>
      {positions.map((position) => (
        <li key={JSON.stringify(position)}>
          <span className={page.term}>{spanOf(position, t)}</span>
          <p dir="auto">{jobWords(position, t)}</p>
        </li>
      ))}
      {seen.map((position) => (
        <li key={JSON.stringify(position)}>
          <span className={page.term}>
            {t('positions.seen', {
              from: dateWords(position.seenFrom.slice(0, 10)),
              until: dateWords(position.seenUntil!.slice(0, 10)),
            })}
          </span>
          <p dir="auto">{jobWords(position, t)}</p>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useTranslation<'contacts'>>['t'];

function jobWords({ org, title }: PositionForm | SeenPosition, t: Words): string {
  if (org === '' || title === '') return org + title;
  return t('positions.job', { title: isolated(title), org: isolated(org) });
}

function spanOf({ from, to }: PositionForm, t: Words): string {
  if (from !== undefined && to !== undefined)
    return t('positions.fromTo', { from: dateWords(from), to: dateWords(to) });
  if (from !== undefined) return t('positions.since', { from: dateWords(from) });
  return to === undefined ? t('positions.undated') : t('positions.until', { to: dateWords(to) });
}
