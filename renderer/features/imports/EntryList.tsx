import { CircleCheck, CircleHelp, CircleSlash, Clock, Lock, ShieldAlert, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EntryReport } from '#core/imports/model.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { entryWords, listWords } from './words.ts';
import css from './EntryList.module.css';

const LOOK: Readonly<
  Record<EntryReport['verdict'], { readonly icon: LucideIcon; readonly meaning: Meaning }>
> = {
  recognised: { icon: CircleCheck, meaning: 'accept' },
  sensitive: { icon: Lock, meaning: 'caution' },
  not_supported_yet: { icon: Clock, meaning: 'neutral' },
  unknown: { icon: CircleHelp, meaning: 'neutral' },
  unreadable: { icon: TriangleAlert, meaning: 'decline' },
  too_large: { icon: CircleSlash, meaning: 'decline' },
  unsafe_name: { icon: ShieldAlert, meaning: 'decline' },
};

/** As many files as are shown without being asked. */
const FEW = 4;

/** What each file of the drop is and why we think so; sensitive ones are named and were not opened. */
export function EntryList({ entries }: { readonly entries: readonly EntryReport[] }) {
  const { t } = useTranslation('imports');
  const read = entries.filter(({ verdict }) => verdict === 'recognised');
  const rest = entries.filter(({ verdict }) => verdict !== 'recognised');
  const sensitive = rest.filter(({ verdict }) => verdict === 'sensitive').map(({ entryName }) => entryName);
  const isFew = entries.length <= FEW;
  return (
    <PaneSection title={t('entries.title')}>
      {read.length === 0 ? null : (
        <Entries entries={read} label={t('entries.read', { count: read.length })} />
      )}
      {sensitive.length === 0 || isFew ? null : (
        <p className={css.sensitive}>
          <Lock size={16} strokeWidth={1.75} aria-hidden />
          <span dir="auto">{t('entries.sensitive', { names: listWords(sensitive) })}</span>
        </p>
      )}
      {rest.length === 0 ? null : isFew ? (
        <Entries entries={rest} label={t('entries.left', { count: rest.length })} />
      ) : (
        <details className={css.more}>
          <summary>{t('entries.left', { count: rest.length })}</summary>
          <Entries entries={rest} label={t('entries.left', { count: rest.length })} />
        </details>
      )}
    </PaneSection>
  );
}

function Entries({ entries, label }: { readonly entries: readonly EntryReport[]; readonly label: string }) {
  return (
    <ul className={css.entries} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.entryName} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: EntryReport }) {
  const { t } = useTranslation('imports');
  const { icon, meaning } = LOOK[entry.verdict];
  const isRead = entry.verdict === 'recognised';
  return (
    <li className={css.entry}>
      <div className={css.text}>
        <p className={css.name}>
          <bdi>{entry.entryName}</bdi>
          {entry.kind === undefined ? null : <span className={css.kind}>{t(`kind.${entry.kind}`)}</span>}
        </p>
        <p className={css.why} dir="auto">
          {isRead ? `${t('entries.records', { count: entry.records })} · ` : ''}
          {entryWords(entry)}
        </p>
      </div>
      <Badge meaning={meaning} icon={icon}>
        {t(`verdict.${entry.verdict}`)}
      </Badge>
    </li>
  );
}
