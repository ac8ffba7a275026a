// Marking records in a list: Space, Ctrl/Cmd-A, Escape; a press on the mark, Ctrl/Cmd-press, Shift-press for a stretch.
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { ImportItem } from '#core/imports/model.ts';
import { ALL_MARKED, NO_MARKS, toggled, withMarks } from './choices.ts';
import type { Marks } from './choices.ts';

interface Marking {
  readonly marks: Marks;
  readonly setMarks: (marks: Marks) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** The 0-based place of the row a press was on, from what the list tells screen readers about it. */
function rowIndex(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('[role="option"]') : null;
  return Number(row?.getAttribute('aria-posinset') ?? 0) - 1;
}

/** Marks for the rows of a list, and the handlers to put around it. `at` is the row the keys are on. */
export function useMarking({
  rowAt,
  at,
  total,
  isOn,
}: {
  readonly rowAt: (index: number) => ImportItem | undefined;
  readonly at: number;
  readonly total: number;
  readonly isOn: boolean;
}): Marking {
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const anchor = useRef(0);

  const toggle = (index: number) => {
    const item = rowAt(index);
    anchor.current = index;
    if (item !== undefined) setMarks((before) => toggled(before, item.id));
  };
  const stretch = (to: number) => {
    const [first, last] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    const ids: ImportItem['id'][] = [];
    for (let index = first; index <= Math.min(last, total - 1); index += 1) {
      const item = rowAt(index);
      if (item !== undefined) ids.push(item.id);
    }
    setMarks((before) => withMarks(before, ids));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOn || event.altKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && !isMod) toggle(at);
    else if (event.key === 'a' && isMod) setMarks(ALL_MARKED);
    else if (event.key === 'Escape' && marks !== NO_MARKS) setMarks(NO_MARKS);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const index = rowIndex(event.target);
    if (!isOn || index < 0) return;
    const isOnMark = event.target instanceof Element && event.target.closest('[data-mark]') !== null;
    if (event.shiftKey) stretch(index);
    else if (isOnMark || event.ctrlKey || event.metaKey) toggle(index);
    else anchor.current = index;
  };
  return { marks, setMarks, onKeyDown, onClick };
}
