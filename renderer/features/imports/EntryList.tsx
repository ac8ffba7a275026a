import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CircleSlash,
  Clock,
  Lock,
  ShieldAlert,
  TriangleAlert,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryReport, ImportBatch } from '#core/imports/model.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { ReadDialog } from './ReadDialog.tsx';
import type { OpenUpload } from './transfer.ts';
import { entryWords, listWords } from './words.ts';
import { useWork } from './work.ts';
import type { OpenEntry } from './work.ts';
import css from './EntryList.module.css';

const LOOK: Readonly<
  Record<EntryReport['verdict'], { readonly icon: LucideIcon; readonly meaning: Meaning }>
> = {
  recognised: { icon: CircleCheck, meaning: 'accept' },
  sensitive: { icon: Lock, meaning: 'caution' },
  not_people: { icon: CircleMinus, meaning: 'neutral' },
  not_supported_yet: { icon: Clock, meaning: 'neutral' },
  unknown: { icon: CircleHelp, meaning: 'neutral' },
  unreadable: { icon: TriangleAlert, meaning: 'decline' },
  too_large: { icon: CircleSlash, meaning: 'decline' },
  unsafe_name: { icon: ShieldAlert, meaning: 'decline' },
};

/** As many files as are shown without being asked. */
const FEW = 4;

/** Files that were opened and might be something else than we think. The others were not read on purpose. */
const MAY_BE_ELSE: ReadonlySet<EntryReport['verdict']> = new Set([
  'recognised',
  'not_people',
  'not_supported_yet',
  'unknown',
  'unreadable',
]);

/** What each file of the drop is and why we think so; sensitive ones are named and were not opened. */
export function EntryList({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const { entries, id, state } = batch;
  const upload = useWork(({ uploads }) => (state === 'staged' ? uploads.get(id) : undefined));
  const [open, setOpen] = useState<OpenEntry>();
  const read = entries.filter(({ verdict }) => verdict === 'recognised');
  const rest = entries.filter(({ verdict }) => verdict !== 'recognised');
  const sensitive = rest.filter(({ verdict }) => verdict === 'sensitive').map(({ entryName }) => entryName);
  const isFew = entries.length <= FEW;
  const lists = {
    upload,
    onOpen: (entryName: string, of: OpenUpload) => setOpen({ upload: of, entryName, replaces: id }),
  };
  return (
    <PaneSection title={t('entries.title')}>
      {read.length === 0 ? null : (
        <Entries {...lists} entries={read} label={t('entries.read', { count: read.length })} />
      )}
      {sensitive.length === 0 || isFew ? null : (
        <p className={css.sensitive}>
          <Lock size={16} strokeWidth={1.75} aria-hidden />
          <span dir="auto">{t('entries.sensitive', { names: listWords(sensitive) })}</span>
        </p>
      )}
      {rest.length === 0 ? null : isFew ? (
        <Entries {...lists} entries={rest} label={t('entries.left', { count: rest.length })} />
      ) : (
        <details className={css.more}>
          <summary>{t('entries.left', { count: rest.length })}</summary>
          <Entries {...lists} entries={rest} label={t('entries.left', { count: rest.length })} />
        </details>
      )}
      {state === 'staged' && upload === undefined ? (
        <p className={css.why}>{t('entries.dropAgain')}</p>
      ) : null}
      {open === undefined ? null : <ReadDialog entry={open} onClose={() => setOpen(undefined)} />}
    </PaneSection>
  );
}

interface ListProps {
  /** Undefined: the book has the bytes no longer. */
  readonly upload: OpenUpload | undefined;
  readonly onOpen: (entryName: string, upload: OpenUpload) => void;
}

function Entries({
  entries,
  label,
  ...rest
}: ListProps & { readonly entries: readonly EntryReport[]; readonly label: string }) {
  return (
    <ul className={css.entries} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.entryName} entry={entry} {...rest} />
      ))}
    </ul>
  );
}

function Entry({ entry, upload, onOpen }: ListProps & { readonly entry: EntryReport }) {
  const { t } = useTranslation('imports');
  const { entryName, verdict } = entry;
  const { icon, meaning } = LOOK[verdict];
  const isRead = verdict === 'recognised';
  return (
    <li className={css.entry}>
      <div className={css.text}>
        <p className={css.name}>
          <bdi>{entryName}</bdi>
          {entry.kind === undefined ? null : <span className={css.kind}>{t(`kind.${entry.kind}`)}</span>}
        </p>
        <p className={css.why} dir="auto">
          {isRead ? `${t('entries.records', { count: entry.records })} · ` : ''}
          {entryWords(entry)}
        </p>
      </div>
      <div className={css.end}>
        {upload !== undefined && MAY_BE_ELSE.has(verdict) ? (
          <Button
            look="plain"
            aria-label={t('entries.readDifferentlyOf', { entryName })}
            onClick={() => onOpen(entryName, upload)}
          >
            {t('entries.readDifferently')}
          </Button>
        ) : null}
        <Badge meaning={meaning} icon={icon}>
          {t(`verdict.${verdict}`)}
        </Badge>
      </div>
    </li>
  );
}
