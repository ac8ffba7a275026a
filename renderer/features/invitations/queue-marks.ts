// Choosing several invitations of the queue: a row, a stretch, all of a short list.
import { useRef, useState } from 'react';
import { MOST_AT_ONCE } from '#api/limits.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import type { ListMarks } from '#renderer/ui/list-marks.ts';
import type { Queued } from './decisions.ts';

interface Marks<Row extends Queued> {
  readonly marks: ListMarks<Row>;
  /** As they were when they were chosen. */
  readonly marked: readonly Row[];
  readonly clear: () => void;
}

/** Over the rows of one list: `list` names it, and another list begins with none chosen. */
export function useQueueMarks<Row extends Queued>(options: {
  readonly list: string;
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
}): Marks<Row> {
  const { list, count, rowAt } = options;
  const [kept, setKept] = useState<{
    readonly list: string;
    readonly rows: ReadonlyMap<InvitationId, Row>;
  }>();
  const anchor = useRef<number>(undefined);
  const rows = kept?.list === list ? kept.rows : new Map<InvitationId, Row>();

  const choose = (next: ReadonlyMap<InvitationId, Row>) => {
    if (next.size > MOST_AT_ONCE) {
      const text = i18n.t('invitations:marks.tooMany', { count: MOST_AT_ONCE });
      useStore.getState().showToast({ text, tone: 'done' });
      return;
    }
    setKept({ list, rows: next });
  };
  const clear = () => {
    anchor.current = undefined;
    setKept(undefined);
  };
  /** Rows that are not here yet cannot be judged, so they are not chosen. */
  const stretch = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at)).filter((row) => row !== undefined);
  const withAlso = (more: readonly Row[]) =>
    choose(new Map([...rows, ...more.map((row) => [row.id, row] as const)]));

  return {
    marked: [...rows.values()],
    clear,
    marks: {
      isMarking: rows.size > 0,
      isMarked: ({ id }) => rows.has(id),
      onToggle: (index) => {
        const row = rowAt(index);
        if (row === undefined) return;
        anchor.current = index;
        const next = new Map(rows);
        if (!next.delete(row.id)) next.set(row.id, row);
        choose(next);
      },
      onMarkTo: (from, to) => {
        anchor.current ??= from;
        withAlso(stretch(Math.min(anchor.current, to), Math.max(anchor.current, to)));
      },
      onMarkAll: () => withAlso(stretch(0, Math.min(count, MOST_AT_ONCE) - 1)),
      onClear: clear,
    },
  };
}
