import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimelineKind } from '#core/timeline/timeline.ts';
import type { TimelineEntry } from '#core/timeline/timeline.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { Person } from './person.ts';
import { TimelineRow } from './TimelineRow.tsx';
import css from './PersonPage.module.css';

/** So many at once; a story of years is longer. */
const MOST = 20;
/** From so many on it is worth choosing what to see. */
const LONG = 8;

/** Everything that happened between the owner and a person, newest first, each linking on and naming its source. */
export function PersonTimeline({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const { data } = useQuery(orpc.contacts.timeline.queryOptions({ input: { id: person.id } }));
  return data === undefined ? (
    <PaneSection title={t('sections.timeline')}>
      <Skeleton lines={3} />
    </PaneSection>
  ) : (
    <Timeline all={data} person={person} />
  );
}

function Timeline({ all, person }: { readonly all: readonly TimelineEntry[]; readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const [kind, setKind] = useState<TimelineKind | 'all'>('all');
  const [shown, setShown] = useState(MOST);
  const kinds = TimelineKind.options.filter((one) => all.some((entry) => entry.kind === one));
  // What was chosen may have been removed meanwhile.
  const chosen = kind !== 'all' && kinds.includes(kind) ? kind : 'all';
  const entries = all.filter((entry) => chosen === 'all' || entry.kind === chosen);
  const isLong = all.length > LONG && kinds.length > 1;
  return (
    <PaneSection
      title={t('sections.timeline')}
      action={isLong ? <KindFilter kinds={kinds} kind={chosen} onKind={setKind} /> : null}
    >
      {kinds.includes('met') ? null : <p className={css.term}>{t('encounters.none')}</p>}
      <ol className={css.list}>
        {entries.slice(0, shown).map((entry) => (
          <TimelineRow key={keyOf(entry)} entry={entry} person={person} />
        ))}
      </ol>
      {entries.length <= shown ? null : (
        <div>
          <Button look="plain" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {t('timeline.showAll', { count: entries.length })}
          </Button>
        </div>
      )}
    </PaneSection>
  );
}

/** What an entry is, for React: no two have the same. */
function keyOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'met':
      return `met ${entry.encounter.id}`;
    case 'listed':
      return `listed ${entry.eventId}`;
    case 'invited':
      return `invited ${entry.invitationId}`;
    default:
      return JSON.stringify(entry);
  }
}

function KindFilter({
  kinds,
  kind,
  onKind,
}: {
  readonly kinds: readonly TimelineKind[];
  readonly kind: TimelineKind | 'all';
  readonly onKind: (kind: TimelineKind | 'all') => void;
}) {
  const { t } = useTranslation('contacts');
  return (
    <Select
      aria-label={t('timeline.filter')}
      value={kind}
      onValue={onKind}
      options={(['all', ...kinds] as const).map((value) => ({ value, label: t(`timeline.kinds.${value}`) }))}
    />
  );
}
