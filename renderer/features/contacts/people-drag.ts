// Rows of the list dragged out of the window: the one that is grabbed, or everybody selected where it is one of them.
import type { ContactSummary } from '#core/contacts/model.ts';
import { MOST_DRAGGED, useDragOut } from '#renderer/people/drag-out.ts';
import type { DraggedPeople } from '#renderer/people/drag-out.ts';
import { isSelected, peopleOf } from '#renderer/store/selection.ts';
import { useStore } from '#renderer/store/store.ts';
import type { RowDrag } from '#renderer/ui/VirtualList.tsx';

/** What the list needs to have its rows dragged. */
export function usePeopleDrag(rowAt: (index: number) => ContactSummary | undefined, count: number): RowDrag {
  const { onGrab, onDrag } = useDragOut();
  const dragged = (index: number): DraggedPeople | undefined => {
    const row = rowAt(index);
    if (row === undefined) return undefined;
    const { selection } = useStore.getState();
    const isAll = selection !== undefined && isSelected(selection, row.id);
    const size =
      selection === undefined ? 0 : selection.all ? count - selection.ids.size : selection.ids.size;
    const people =
      isAll && size <= MOST_DRAGGED
        ? peopleOf(selection)
        : ({ ids: [row.id] } satisfies DraggedPeople['people']);
    return { people, names: row.fn };
  };
  return {
    onGrab(index) {
      const people = dragged(index);
      if (people !== undefined) onGrab(people);
    },
    onDrag(index, event) {
      const people = dragged(index);
      if (people !== undefined) onDrag(people, event);
    },
  };
}
