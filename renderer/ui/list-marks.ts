// Choosing several rows of a list (WAI-ARIA listbox, multi-select): what keys and presses mean.
import type { KeyboardEvent, MouseEvent } from 'react';

/** Several rows chosen at once, beside the one that is open. */
export interface ListMarks<Row> {
  /** Whether any row is. */
  readonly isMarking: boolean;
  readonly isMarked: (row: Row) => boolean;
  /** Space, a press with Ctrl or ⌘, or one on what stands in front of a row (`data-mark`). */
  readonly onToggle: (index: number) => void;
  /** Shift with a press or an arrow: everything from the row where choosing began. */
  readonly onMarkTo: (from: number, to: number) => void;
  /** Ctrl or ⌘ with A. */
  readonly onMarkAll: () => void;
  /** Escape. */
  readonly onClear: () => void;
}

/** What the list itself does about it. */
export interface MarkMoves {
  /** The row that keys are about; −1: none. */
  readonly at: number;
  /** Makes another row the one that keys are about, and opens nothing. */
  readonly moveTo: (index: number) => void;
}

type Marking = Omit<ListMarks<never>, 'isMarked'>;

/** Does what a key says about choosing; answers whether it said anything. `target`: where it leads as an arrow. */
export function markByKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  marks: Marking,
  { at, moveTo, target }: MarkMoves & { readonly target: number | undefined },
): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey || event.key.toLowerCase() !== 'a') return false;
    marks.onMarkAll();
    return true;
  }
  if (event.shiftKey && target !== undefined) {
    marks.onMarkTo(at < 0 ? target : at, target);
    moveTo(target);
    return true;
  }
  return markByPlainKey(event.key, marks, at);
}

function markByPlainKey(key: string, marks: Marking, at: number): boolean {
  if (key === ' ' && at >= 0) {
    marks.onToggle(at);
    return true;
  }
  if (key !== 'Escape' || !marks.isMarking) return false;
  marks.onClear();
  return true;
}

/** Does what a press on a row says about choosing; answers whether it said anything. */
export function markByPress(
  event: Pick<MouseEvent, 'target' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  marks: Marking,
  { at, moveTo, index }: MarkMoves & { readonly index: number },
): boolean {
  const isInFront = event.target instanceof Element && event.target.closest('[data-mark]') !== null;
  if (event.shiftKey) marks.onMarkTo(at < 0 ? index : at, index);
  else if (event.ctrlKey || event.metaKey || isInFront) marks.onToggle(index);
  else return false;
  moveTo(index);
  return true;
}
