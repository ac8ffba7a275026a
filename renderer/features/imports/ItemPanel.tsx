import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { BulkBar } from './BulkBar.tsx';
import { isMarked } from './choices.ts';
import type { TabOf } from './choices.ts';
import { Inspector } from './Inspector.tsx';
import { ItemRow } from './ItemRow.tsx';
import { useMarking } from './marking.ts';
import { CHOICES } from './words.ts';
import css from './ItemPanel.module.css';

/** The records of one tab beside the one that is looked at; several can be marked and decided about at once. */
export function ItemPanel({ id, action, canChoose }: TabOf & { readonly canChoose: boolean }) {
  const { t } = useTranslation('imports');
  const rows = usePagedRows((page) => orpc.imports.items.queryOptions({ input: { id, action, page } }));
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const inspector = useRef<HTMLElement>(null);
  const total = rows.total ?? 0;
  const isMarking = canChoose && CHOICES[action].length > 0;
  const { marks, setMarks, ...marking } = useMarking({ rowAt: rows.rowAt, at, total, isOn: isMarking });
  const item = rows.rowAt(at);

  if (rows.error !== null) return <EmptyState title={t('items.loadError')} />;
  if (rows.total === 0) return <p className={css.none}>{t(`tabNone.${action}`)}</p>;
  const open = (index: number) => {
    setAt(index);
    // The record that was opened is shown after this turn.
    requestAnimationFrame(() => focusChoice(inspector.current));
  };
  return (
    <>
      {isMarking ? <BulkBar tab={{ id, action }} marks={marks} total={total} onMarks={setMarks} /> : null}
      <div className={css.panel}>
        {/* The list inside has the focus; what it does not do with keys and presses is done here. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div className={css.list} {...marking}>
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
        {item === undefined ? null : (
          <Inspector
            key={item.id}
            item={item}
            batchId={id}
            canChoose={canChoose}
            paneRef={inspector}
            onLeave={() => list.current?.focus()}
          />
        )}
      </div>
    </>
  );
}

/** The choice that is made now, or the record itself where there is none to make. */
function focusChoice(inspector: HTMLElement | null): void {
  (inspector?.querySelector<HTMLElement>('input:checked') ?? inspector)?.focus();
}
