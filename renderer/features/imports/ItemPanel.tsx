import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '#core/imports/model.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import type { PagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { BulkBar } from './BulkBar.tsx';
import { isMarked, NO_MARKS } from './choices.ts';
import type { Part, TabOf } from './choices.ts';
import { Inspector } from './Inspector.tsx';
import { ItemFilter } from './ItemFilter.tsx';
import { ItemRow } from './ItemRow.tsx';
import { useMarking } from './marking.ts';
import { useStretches } from './subjects.ts';
import type { Stretch, Subject } from './subjects.ts';
import { CHOICES } from './words.ts';
import css from './ItemPanel.module.css';

interface PanelProps extends Omit<TabOf, 'search'> {
  readonly canChoose: boolean;
  /** How many records the tab holds. */
  readonly count: number;
}

/** The records of one tab: searched, narrowed to one subject, and each beside its list. */
export function ItemPanel({ id, action, canChoose, count }: PanelProps) {
  const { t } = useTranslation('imports');
  const [search, setSearch] = useState('');
  const [subject, setSubject] = useState<Subject>();
  const tab = { id, action, search };
  const { stretches, isStale } = useStretches(tab);
  const stretch = stretches.find((one) => one.subject === subject);
  if (count === 0) return <p className={css.none}>{t(`tabNone.${action}`)}</p>;
  return (
    <>
      <ItemFilter
        search={search}
        onSearch={setSearch}
        stretches={stretches}
        subject={stretch?.subject}
        onSubject={setSubject}
      />
      <Records
        tab={tab}
        part={stretches.length > 1 && !isStale ? stretch : undefined}
        canChoose={canChoose}
      />
    </>
  );
}

interface RecordsProps {
  readonly tab: TabOf;
  readonly part: Stretch | undefined;
  readonly canChoose: boolean;
}

/** The rows of a part of a list, as if there were no others. */
function windowOf(rows: PagedRows<ImportItem>, part: Part | undefined): PagedRows<ImportItem> {
  if (part === undefined) return rows;
  const { offset, count } = part;
  return {
    ...rows,
    total: rows.total === undefined ? undefined : Math.min(count, Math.max(0, rows.total - offset)),
    rowAt: (index) => rows.rowAt(offset + index),
    onRange: (first, last) => rows.onRange(offset + first, offset + last),
  };
}

/** The list beside the record that is looked at; several can be marked and decided about at once. */
function Records({ tab, part, canChoose }: RecordsProps) {
  const { t } = useTranslation('imports');
  const { id, action, search } = tab;
  const rows = windowOf(
    usePagedRows((page) => orpc.imports.items.queryOptions({ input: { ...tab, page } })),
    part,
  );
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const inspector = useRef<HTMLElement>(null);
  const total = rows.total ?? 0;
  const isMarking = canChoose && CHOICES[action].length > 0;
  const { marks, setMarks, ...marking } = useMarking({ rowAt: rows.rowAt, at, total, isOn: isMarking });
  const item = rows.rowAt(at);
  useFresh(`${search}\n${part?.subject ?? ''}`, () => {
    setAt(0);
    setMarks(NO_MARKS);
  });

  if (rows.error !== null) return <EmptyState title={t('items.loadError')} />;
  if (rows.total === 0) {
    return (
      <p className={css.none} role="status">
        {search === '' ? t(`tabNone.${action}`) : t('items.none', { text: search })}
      </p>
    );
  }
  const open = (index: number) => {
    setAt(index);
    // The record that was opened is shown after this turn.
    requestAnimationFrame(() => focusChoice(inspector.current));
  };
  return (
    <>
      {isMarking ? <BulkBar marked={{ tab, marks, total, part }} onMarks={setMarks} /> : null}
      <div className={css.panel}>
        {/* The list inside has the focus; what it does not do with keys and presses is done here. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div className={css.list} style={{ maxBlockSize: heightOf(total) }} {...marking}>
          <VirtualList
            count={total}
            rowAt={rows.rowAt}
            render={(row) => (
              <ItemRow item={row} isMarked={isMarking ? isMarked(marks, row.id) : undefined} />
            )}
            onRange={rows.onRange}
            selectedIndex={at}
            onSelect={setAt}
            onOpen={open}
            label={t('items.label', { tab: t(`tabs.${action}`) })}
            isStale={rows.isStale}
            listRef={list}
          />
        </div>
        <Beside item={item} batchId={id} canChoose={canChoose} paneRef={inspector} list={list} />
      </div>
    </>
  );
}

/** Marks and the place in a list belong to what is shown: another search or subject begins afresh. */
function useFresh(shown: string, begin: () => void): void {
  const [before, setBefore] = useState(shown);
  if (before === shown) return;
  setBefore(shown);
  begin();
}

/** A short list is no taller than its rows. */
const heightOf = (rows: number): string => `calc(${Math.max(rows, 3)} * var(--row-height) + 2px)`;

function Beside({
  item,
  list,
  ...rest
}: {
  readonly item: ImportItem | undefined;
  readonly batchId: TabOf['id'];
  readonly canChoose: boolean;
  readonly paneRef: RefObject<HTMLElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
}) {
  return item === undefined ? null : (
    <Inspector key={item.id} item={item} {...rest} onLeave={() => list.current?.focus()} />
  );
}

/** The choice that is made now, or the record itself where there is none to make. */
function focusChoice(inspector: HTMLElement | null): void {
  (inspector?.querySelector<HTMLElement>('input:checked') ?? inspector)?.focus();
}
