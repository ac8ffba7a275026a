import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { classes } from './classes.ts';
import { markByKey, markByPress } from './list-marks.ts';
import type { ListMarks } from './list-marks.ts';
import { Skeleton } from './Skeleton.tsx';
import css from './VirtualList.module.css';

export type SelectedBy = 'key' | 'press' | 'mark';

export interface VirtualListProps<Row> {
  /** How long the whole list is, loaded or not. */
  readonly count: number;
  /** The row at an index, or undefined while it is on the way: a placeholder of the same height stands in. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly render: (row: Row, isActive: boolean) => ReactNode;
  /** Which rows are in view, for the loader. */
  readonly onRange?: (first: number, last: number) => void;
  /** The chosen row; −1: none. */
  readonly selectedIndex: number;
  /** The keyboard or a press chose a row; `mark`: it is only where choosing several goes on. */
  readonly onSelect: (index: number, by: SelectedBy) => void;
  /** Enter, `o`, or a double press: the row is wanted, not just looked at. */
  readonly onOpen?: (index: number) => void;
  readonly label: string;
  /** Row height in rem before and without measuring; every row has the same. */
  readonly rowRem?: number;
  /** Shown dimmed while the rows answer an earlier question. */
  readonly isStale?: boolean;
  readonly listRef?: RefObject<HTMLDivElement | null>;
  /** Absent: one row at a time. */
  readonly marks?: ListMarks<Row> | undefined;
  /** Absent: rows stay where they are. */
  readonly drag?: RowDrag | undefined;
}

export interface RowDrag {
  /** A press that may become a drag has begun. */
  readonly onGrab: (index: number) => void;
  /** A row is dragged somewhere. */
  readonly onDrag: (index: number, event: DragEvent) => void;
}

/** The index a key leads to from `at`, or undefined for a key that moves nothing. `page` is rows per screen. */
export function targetOf(key: string, at: number, count: number, page: number): number | undefined {
  const last = count - 1;
  const within = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(at + 1);
    case 'ArrowUp':
    case 'k':
      return within(at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/**
 * A list of any length that only holds the rows in view (WAI-ARIA listbox, focus on the list, the active row
 * named by `aria-activedescendant`). ↑ ↓ j k Home End PageUp PageDown move and choose; Enter or `o` opens. With `marks`
 * several can be chosen: Space, Shift with a move, Ctrl or ⌘ with A, Escape.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { count, selectedIndex, onSelect, onOpen, onRange, marks, drag } = props;
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.listRef ?? own;
  const rowHeight = useRowHeight(props.rowRem);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 320, height: 640 },
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];

  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => {
    if (selectedIndex >= 0 && selectedIndex < count) rows.scrollToIndex(selectedIndex, { align: 'auto' });
    // Only a new choice scrolls; a longer list does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedIndex]);

  const moves = { at: selectedIndex, moveTo: (index: number) => onSelect(index, 'mark') };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = targetOf(event.key, selectedIndex, count, page);
    if (marks !== undefined && markByKey(event, marks, { ...moves, target })) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'o') {
      if (selectedIndex < 0) return;
      event.preventDefault();
      if (onOpen === undefined) onSelect(selectedIndex, 'press');
      else onOpen(selectedIndex);
      return;
    }
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target, 'key');
  };
  const onClick = (event: MouseEvent) =>
    pressed(event.target, (index) => {
      if (marks === undefined || !markByPress(event, marks, { ...moves, index })) onSelect(index, 'press');
    });

  const isInView = selectedIndex >= first && selectedIndex <= last && count > 0;
  return (
    // The list has the focus and the keys; its rows are only named by it.
    <div
      ref={scroller}
      className={classes(css.list, props.isStale === true && css.stale)}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={isInView && selectedIndex >= 0 ? `${id}-${selectedIndex}` : undefined}
      aria-busy={props.isStale === true || undefined}
      tabIndex={0}
      data-list=""
      onKeyDown={onKeyDown}
      aria-multiselectable={marks === undefined ? undefined : true}
      data-marking={marks?.isMarking === true ? '' : undefined}
      onClick={onClick}
      onDoubleClick={(event) => pressed(event.target, (index) => onOpen?.(index))}
      {...(drag === undefined
        ? {}
        : {
            onMouseDown: (event) => pressed(event.target, drag.onGrab),
            onDragStart: (event) => pressed(event.target, (index) => drag.onDrag(index, event)),
          })}
    >
      <div className={css.spacer} style={{ blockSize: rows.getTotalSize() }}>
        {items.map((item) => {
          const row = props.rowAt(item.index);
          const isActive = item.index === selectedIndex;
          const isMarked = marks !== undefined && row !== undefined && marks.isMarked(row);
          return (
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              data-index={item.index}
              role="option"
              aria-selected={marks?.isMarking === true ? isMarked : isActive}
              draggable={drag !== undefined && row !== undefined ? true : undefined}
              aria-setsize={count}
              aria-posinset={item.index + 1}
              className={classes(css.row, isActive && css.active, isMarked && css.marked)}
              style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
            >
              {row === undefined ? <Skeleton lines={2} /> : props.render(row, isActive)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Calls `then` with the index of the row that was pressed, if one was. */
function pressed(target: EventTarget, then: (index: number) => void): void {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  if (row !== null) then(Number(row.dataset['index']));
}

/** The row height in px: what tokens.css says (it depends on the density), times the text size. */
function useRowHeight(rem: number | undefined): number {
  const [height, setHeight] = useState(56);
  useEffect(() => {
    const read = () => {
      const root = getComputedStyle(document.documentElement);
      const token = Number.parseFloat(root.getPropertyValue('--row-height'));
      const perRem = Number.parseFloat(root.fontSize);
      const tall = rem ?? (Number.isNaN(token) ? 3.5 : token);
      setHeight(Math.round(tall * (Number.isNaN(perRem) ? 16 : perRem)));
    };
    read();
    const watcher = new MutationObserver(read);
    watcher.observe(document.documentElement, { attributeFilter: ['data-density'] });
    return () => watcher.disconnect();
  }, [rem]);
  return height;
}
