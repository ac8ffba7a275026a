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
    const isTaken =
      (marks !== undefined && markByKey(event, marks, { ...moves, target })) || goByKey(event, props, target);
    if (isTaken) event.preventDefault();
  };
  const onClick = (event: MouseEvent) =>
    pressed(event.target, (index) => {
      if (marks === undefined || !markByPress(event, marks, { ...moves, index })) onSelect(index, 'press');
    });

  const isInView = selectedIndex >= 0 && selectedIndex >= first && selectedIndex <= last && count > 0;
  return (
    // The list has the focus and the keys; its rows are only named by it.
    <div
      ref={scroller}
      {...statesOf(props)}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={isInView ? `${id}-${selectedIndex}` : undefined}
      tabIndex={0}
      data-list=""
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => pressed(event.target, (index) => onOpen?.(index))}
      {...(drag !== undefined && dragHandlers(drag))}
    >
      <div className={css.spacer} style={{ blockSize: rows.getTotalSize() }}>
        {items.map((item) => (
          <ListRow
            key={item.key}
            list={props}
            id={`${id}-${item.index}`}
            index={item.index}
            size={item.size}
            start={item.start}
          />
        ))}
      </div>
    </div>
  );
}

/** What the list says of itself beside its name: that it is on its way, that several can be or are chosen. */
function statesOf<Row>({ isStale = false, marks }: VirtualListProps<Row>) {
  return {
    className: classes(css.list, isStale && css.stale),
    'aria-busy': isStale || undefined,
    'aria-multiselectable': marks === undefined ? undefined : true,
    'data-marking': marks?.isMarking === true ? '' : undefined,
  };
}

interface ListRowProps<Row> {
  readonly list: VirtualListProps<Row>;
  readonly id: string;
  readonly index: number;
  /** In px: its height, and where it stands. */
  readonly size: number;
  readonly start: number;
}

function ListRow<Row>({ list, id, index, size, start }: ListRowProps<Row>) {
  const { marks, count } = list;
  const row = list.rowAt(index);
  const isActive = index === list.selectedIndex;
  const isMarked = row !== undefined && marks?.isMarked(row) === true;
  return (
    <div
      id={id}
      data-index={index}
      role="option"
      // The list has the focus; its rows are named by it.
      aria-selected={marks?.isMarking === true ? isMarked : isActive}
      draggable={list.drag !== undefined && row !== undefined ? true : undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={classes(css.row, isActive && css.active, isMarked && css.marked)}
      style={{ blockSize: size, transform: `translateY(${start}px)` }}
    >
      {row === undefined ? <Skeleton lines={2} /> : list.render(row, isActive)}
    </div>
  );
}

/** Moves to or opens a row, as a key says; answers whether it says so. `target`: where it leads. */
function goByKey<Row>(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { selectedIndex, onSelect, onOpen }: VirtualListProps<Row>,
  target: number | undefined,
): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Enter' || key === 'o') {
    if (selectedIndex < 0) return false;
    if (onOpen === undefined) onSelect(selectedIndex, 'press');
    else onOpen(selectedIndex);
    return true;
  }
  if (target === undefined) return false;
  onSelect(target, 'key');
  return true;
}

const dragHandlers = ({ onGrab, onDrag }: RowDrag) => ({
  onMouseDown: (event: MouseEvent) => pressed(event.target, onGrab),
  onDragStart: (event: DragEvent) => pressed(event.target, (index) => onDrag(index, event)),
});

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
