import { CalendarDays, ChevronRight, FileInput, Handshake, Keyboard, UserRound } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { navigate } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { openAtFirst, treeMove, treeRows } from './tree-rows.ts';
import type { TreeRow } from './tree-rows.ts';
import css from './Pictures.module.css';

type Source = Awaited<ReturnType<Client['network']['sources']>>[number];

const ICONS = { event: CalendarDays, import: FileInput, met: Handshake, typed: Keyboard } as const;

/** A tree that keys go through: up and down, in and out, Enter leads to the person, event or file. */
export function SourceTree({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation('pictures');
  const help = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(sources));
  const [current, setCurrent] = useState('');
  const rows = treeRows(sources, open);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === current),
  );
  const set = (key: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpen(next);
    setCurrent(key);
  };
  const press = (event: React.KeyboardEvent) => {
    const move = treeMove(rows, at, event.key, document.documentElement.dir === 'rtl');
    const row = rows[at]!;
    if (event.key === 'Enter' || event.key === ' ') {
      const route = routeOf(row);
      if (route !== undefined && event.key === 'Enter') navigate(route);
      else if (row.isOpen !== undefined) set(row.key, !row.isOpen);
    } else if (move === undefined) return;
    else if (move.kind === 'go') items(tree.current)[move.to]?.focus();
    else set(move.key, move.kind === 'open');
    event.preventDefault();
  };
  return (
    <>
      <div ref={tree} className={css.tree} role="tree" aria-label={t('sources.tree')} aria-describedby={help}>
        {rows.map((row, index) => (
          <div
            key={row.key}
            role="treeitem"
            className={css.treeRow}
            data-level={Math.min(row.level, 8)}
            tabIndex={index === at ? 0 : -1}
            aria-level={row.level}
            aria-posinset={row.place}
            aria-setsize={row.among}
            aria-expanded={row.isOpen}
            aria-selected={index === at}
            onKeyDown={press}
            onFocus={() => setCurrent(row.key)}
            onClick={() => {
              if (row.isOpen !== undefined) set(row.key, !row.isOpen);
            }}
          >
            <RowWords row={row} most={sources[0]!.people} />
          </div>
        ))}
      </div>
      <p id={help} className={css.quiet}>
        {t('sources.help')}
      </p>
    </>
  );
}

/** The rows as they stand on the page: one that takes the focus becomes the current one. */
const items = (tree: HTMLElement | null): readonly HTMLElement[] => [
  ...(tree?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []),
];

/** Where a row leads; undefined: nowhere but to what is below it. */
function routeOf({ what }: TreeRow): Route | undefined {
  if (what.kind === 'person') return { section: 'people', id: what.id };
  if (what.kind !== 'source' || !('id' in what.source.origin)) return undefined;
  const { kind, id } = what.source.origin;
  return { section: kind === 'event' ? 'events' : 'imports', id };
}

function RowWords({ row, most }: { readonly row: TreeRow; readonly most: number }) {
  const { t } = useTranslation('pictures');
  const { what, people, isOpen } = row;
  if (what.kind === 'others' || what.kind === 'leftOut')
    return <span className={css.ends}>{t(`sources.${what.kind}`, { count: what.source[what.kind] })}</span>;
  const Icon = what.kind === 'person' ? UserRound : ICONS[what.source.origin.kind];
  return (
    <>
      <ChevronRight
        className={css.chevron}
        data-open={isOpen}
        data-none={isOpen === undefined ? '' : undefined}
        size={16}
        aria-hidden
      />
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <RowName row={row} />
      {what.kind === 'source' && what.source.on !== undefined ? (
        <span className={css.quiet}>{dateWords(what.source.on)}</span>
      ) : null}
      <span className={css.quiet}>
        {what.kind === 'source'
          ? t('people', { count: people })
          : people === 0
            ? null
            : t('sources.introduced', { count: people })}
      </span>
      {what.kind === 'source' ? (
        <svg className={css.share} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect width={Math.max(1, (people / most) * 100)} height={6} rx={1} />
        </svg>
      ) : null}
    </>
  );
}

/** A link for the mouse; keys reach it through the row. */
function RowName({ row }: { readonly row: TreeRow }) {
  const { t } = useTranslation('pictures');
  const { what } = row;
  const route = routeOf(row);
  if (what.kind === 'others' || what.kind === 'leftOut') return null;
  if (route === undefined) {
    const isMet = what.kind === 'source' && what.source.origin.kind === 'met';
    return <span>{t(isMet ? 'sources.met' : 'sources.typed')}</span>;
  }
  const isFile = what.kind === 'source' && what.source.origin.kind === 'import';
  return (
    <a href={hashOf(route)} tabIndex={-1} dir="auto" onClick={(event) => event.stopPropagation()}>
      {what.kind === 'person' ? null : (
        <span className="visually-hidden">{t(isFile ? 'sources.import' : 'sources.event')} </span>
      )}
      {what.kind === 'person' ? what.fn : what.source.name}
    </a>
  );
}
