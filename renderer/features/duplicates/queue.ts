// The groups to look at, in the order of this sitting: as the book answers them, those put off last.
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DuplicateGroupSummary } from '#api/duplicates.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { isTab, TABS } from './words.ts';
import type { Tab } from './words.ts';

/** Groups are fetched this many at a time: as many as one deed may merge. */
export const WINDOW = 500;

export const MODE = 'duplicates';

/** Where a group is reviewed; without one, its tab. */
export const reviewRoute = (tab: Tab | undefined, key?: string): Route => {
  const params = { ...(tab === undefined ? {} : { tier: tab }), ...(key === undefined ? {} : { ids: key }) };
  return { section: 'people', mode: MODE, ...(Object.keys(params).length === 0 ? {} : { params }) };
};

/** The people a key names; empty for what is no key. */
export const idsOfKey = (key: string): number[] =>
  /^[1-9]\d{0,15}(?:-[1-9]\d{0,15}){1,19}$/.test(key) ? key.split('-').map(Number) : [];

export interface Queue {
  readonly tab: Tab;
  readonly groups: readonly DuplicateGroupSummary[];
  /** The key of the open group, whether it is suggested or not. */
  readonly open: string | undefined;
  /** Groups waiting under each tab, and whether everybody has been compared. */
  readonly summary: Summary | undefined;
  /** Decided about in this sitting. */
  readonly done: number;
  readonly isPending: boolean;
  /** Tell it the last row in view, so that the next window is fetched in time. */
  readonly onRange: (first: number, last: number) => void;
}

export type Summary = Readonly<Record<Tab, number>> & { readonly isReady: boolean };

/** Those put off come last, in the order in which they were; those being decided about are gone. */
export function inOrder(
  groups: readonly DuplicateGroupSummary[],
  skipped: readonly string[],
  leaving: readonly string[],
): DuplicateGroupSummary[] {
  const here = groups.filter(({ key }) => !leaving.includes(key));
  const later = skipped.flatMap((key) => here.find((group) => group.key === key) ?? []);
  return [...here.filter(({ key }) => !skipped.includes(key)), ...later];
}

/** The queue under the tab the route names, else under the first that holds anything. */
export function useQueue(): Queue {
  const params = useStore(({ route }) => (route.mode === MODE ? route.params : undefined));
  const skipped = useStore((state) => state.skipped);
  const leaving = useStore((state) => state.leaving);
  const decided = useStore((state) => state.decided);
  const windows = useStore((state) => state.windows);
  const wantWindows = useStore((state) => state.wantWindows);
  const { data: summary } = useQuery(orpc.duplicates.summary.queryOptions());
  const wanted = params?.['tier'];
  const tab = isTab(wanted) ? wanted : (TABS.find((one) => (summary?.[one] ?? 0) > 0) ?? 'surely');
  const filter = tab === 'clones' ? ({ kind: 'clone' } as const) : ({ kind: 'same', tier: tab } as const);
  const pages = useQueries({
    queries: Array.from({ length: windows }, (_, at) =>
      orpc.duplicates.list.queryOptions({
        input: { ...filter, page: { offset: at * WINDOW, limit: WINDOW } },
        enabled: summary !== undefined,
      }),
    ),
    combine: (results) => ({
      rows: results.flatMap(({ data }) => data?.rows ?? []),
      total: results[0]?.data?.total ?? 0,
      isPending: results.some(({ isPending }) => isPending),
    }),
  });
  const groups = useMemo(() => inOrder(pages.rows, skipped, leaving), [pages.rows, skipped, leaving]);
  const onRange = useCallback(
    (_first: number, last: number) => {
      if (last + 50 > windows * WINDOW && windows * WINDOW < pages.total) wantWindows(windows + 1);
    },
    [windows, pages.total, wantWindows],
  );
  // What was undone waits again.
  const done = decided.filter((key) => !groups.some((group) => group.key === key)).length;
  return { tab, groups, open: params?.['ids'], summary, done, isPending: pages.isPending, onRange };
}

/** The key of the group so many places further or back; undefined past either end. */
export function keyBeside(
  groups: readonly DuplicateGroupSummary[],
  key: string,
  by: 1 | -1,
): string | undefined {
  const at = groups.findIndex((group) => group.key === key);
  return at < 0 ? undefined : groups[at + by]?.key;
}

/** What opens when a group is done with or put off: the one after it, else the first of the others. */
export const nextAfter = (groups: readonly DuplicateGroupSummary[], key: string): string | undefined =>
  keyBeside(groups, key, 1) ?? groups.find((group) => group.key !== key)?.key;
