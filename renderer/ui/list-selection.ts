// Which row of a list is chosen, when what is chosen is named by an id and the rows come in pages.
import { useEffect, useRef, useState } from 'react';
import type { SelectedBy } from './VirtualList.tsx';

/** Below this width list and detail share one pane. Keep in step with app/Shell.module.css. */
const ONE_PANE = '(width < 800px)';

/** Whether list and detail take turns in the window as it is now. */
export const isOnePane = (): boolean => window.matchMedia(ONE_PANE).matches;

export interface ListSelection {
  readonly selectedIndex: number;
  readonly onSelect: (index: number, by: SelectedBy) => void;
  readonly onOpen: (index: number) => void;
}

/** As far as an id is looked for among loaded rows when it did not come from this list (a link, Back). */
const LOOKED_AT = 300;

/**
 * Ties a `VirtualList` to the id in the route. `go` shows a row's detail; where both share one pane, the arrow
 * keys only move and Enter goes. A row that is still on the way is gone to when it arrives.
 */
export function useListSelection<Row extends { readonly id: number | string }>(options: {
  readonly rowAt: (index: number) => Row | undefined;
  readonly count: number;
  readonly id: number | string | undefined;
  readonly go: (row: Row) => void;
}): ListSelection {
  const { rowAt, count, id, go } = options;
  const [at, setAt] = useState(-1);
  // One wish at a time; a new object for each, so that the same row can be wished for again.
  const [wish, setWish] = useState<{ readonly index: number }>();
  const granted = useRef<{ readonly index: number }>(undefined);
  const arrived = wish === undefined ? undefined : rowAt(wish.index);
  useEffect(() => {
    if (arrived === undefined || granted.current === wish) return;
    granted.current = wish;
    go(arrived);
  }, [arrived, wish, go]);

  // Where choosing several has come to, while what is open stays open.
  const [loose, setLoose] = useState<{ readonly index: number; readonly id: number | string | undefined }>();
  const goTo = (index: number) => {
    setAt(index);
    setWish({ index });
    setLoose(undefined);
  };
  const isLoose = loose !== undefined && loose.id === id && loose.index < count;
  return {
    selectedIndex: isLoose ? loose.index : indexOf(rowAt, count, id, at),
    onSelect: (index, by) => {
      if (by === 'mark') setLoose({ index, id });
      else if (by === 'key' && isOnePane()) {
        setAt(index);
        setLoose(undefined);
      } else goTo(index);
    },
    onOpen: goTo,
  };
}

function indexOf<Row extends { readonly id: number | string }>(
  rowAt: (index: number) => Row | undefined,
  count: number,
  id: number | string | undefined,
  at: number,
): number {
  if (id === undefined) return at < count ? at : -1;
  const here = at < count ? rowAt(at) : undefined;
  if (at >= 0 && at < count && (here === undefined || here.id === id)) return at;
  for (let index = 0; index < Math.min(count, LOOKED_AT); index += 1) {
    if (rowAt(index)?.id === id) return index;
  }
  return -1;
}
