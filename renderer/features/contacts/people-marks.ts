// Choosing several people in the list: a row, a stretch of rows, everybody found.
import { useEffect, useRef } from 'react';
import { MOST_PICKED } from '#api/limits.ts';
import type { ContactId, ContactSummary } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { isSelected, withAlso, withToggled } from '#renderer/store/selection.ts';
import type { PeopleSelection } from '#renderer/store/selection.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import type { ListMarks } from '#renderer/ui/list-marks.ts';

/** Where choosing a stretch began, where it has come to, and who was chosen before. */
interface Anchor {
  readonly index: number;
  readonly last: number;
  readonly before: PeopleSelection | undefined;
}

const tell = (text: string): void => useStore.getState().showToast({ text, tone: 'done' });

/** What the list needs to have several rows chosen, over the selection in the store. */
export function usePeopleMarks(options: {
  /** The query as it is asked, without spaces around it. */
  readonly query: string;
  /** How many people the query finds; undefined until that is known. */
  readonly count: number | undefined;
  readonly rowAt: (index: number) => ContactSummary | undefined;
}): ListMarks<ContactSummary> {
  const { query, count, rowAt } = options;
  const selection = useStore((state) => state.selection);
  const select = useStore((state) => state.selectPeople);
  const anchor = useRef<Anchor>(undefined);
  // The book may answer an earlier wish after a later one.
  const wishes = useRef(0);
  useDropped(query, count);

  /** The keys of rows, of which some may not have been looked at. */
  const keysOf = async (first: number, last: number): Promise<readonly ContactId[]> => {
    const rows = Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at));
    if (rows.every((row) => row !== undefined)) return rows.map(({ id }) => id);
    return client.bulk.ids({ text: query, offset: first, limit: last - first + 1 });
  };

  const markTo = async (from: number, to: number) => {
    // Whoever has moved on without choosing begins anew.
    const begun = anchor.current?.last === from ? anchor.current : { index: from, before: selection };
    const { index, before } = begun;
    anchor.current = { index, before, last: to };
    const wish = (wishes.current += 1);
    const [first, last] = [Math.min(index, to), Math.max(index, to)];
    if (last - first >= MOST_PICKED) {
      tell(i18n.t('bulk:tooFar', { count: MOST_PICKED }));
      return;
    }
    try {
      const keys = await keysOf(first, last);
      if (wish === wishes.current) select(withAlso(before, query, keys));
    } catch (error) {
      sayProblem(error);
    }
  };

  return {
    isMarking: selection !== undefined,
    isMarked: ({ id }) => isSelected(selection, id),
    onToggle: (index) => {
      const row = rowAt(index);
      if (row === undefined) return;
      const next = withToggled(selection, query, row.id);
      if (next.ids.size > MOST_PICKED) {
        tell(i18n.t('bulk:tooMany', { count: MOST_PICKED }));
        return;
      }
      select(next);
      anchor.current = { index, last: index, before: next };
    },
    onMarkTo: (from, to) => void markTo(from, to),
    onMarkAll: () => {
      anchor.current = undefined;
      select({ query, all: true, ids: new Set() });
    },
    onClear: () => {
      anchor.current = undefined;
      select(undefined);
    },
  };
}

/** Another search shows other people: who was chosen among the ones before is let go, and said so. */
function useDropped(query: string, count: number | undefined): void {
  const selection = useStore((state) => state.selection);
  const select = useStore((state) => state.selectPeople);
  useEffect(() => {
    if (selection === undefined) return;
    if (selection.query !== query) {
      select(undefined);
      tell(i18n.t('bulk:dropped'));
    } else if (selection.all && count === 0) select(undefined);
  }, [selection, select, query, count]);
}
