// One window of a long list at a time: pages are fetched as they scroll into view and kept while they are replaced.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

export interface PageOf<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PagedRows<Row> {
  /** How long the whole list is; undefined before the first answer. */
  readonly total: number | undefined;
  /** The row at an index, or undefined while its page is on the way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tell it which rows are in view; VirtualList's `onRange`. */
  readonly onRange: (first: number, last: number) => void;
  /** The rows shown are those of an earlier question, until the new answer is here. */
  readonly isStale: boolean;
  readonly error: Error | null;
}

export const PAGE_ROWS = 100;

/** The `page` input of a procedure for a page number. */
export const pageInput = (page: number): { offset: number; limit: number } => ({
  offset: page * PAGE_ROWS,
  limit: PAGE_ROWS,
});

/**
 * Rows of a paged procedure: `usePagedRows((page) => orpc.contacts.list.queryOptions({ input: { text, page } }))`.
 * The first page is always kept, with the answer to the question before it until its own is here; a question
 * that is no longer asked is cancelled by TanStack Query through its signal.
 */
export function usePagedRows<Row>(
  optionsOf: (page: { offset: number; limit: number }) => UseQueryOptions<PageOf<Row>>,
): PagedRows<Row> {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const first = useQuery({ ...optionsOf(pageInput(0)), placeholderData: keepPreviousData });
  const total = first.data?.total;
  const last = Math.min(range[1], Math.max(0, Math.ceil((total ?? 0) / PAGE_ROWS) - 1));
  const numbers = Array.from({ length: Math.max(0, last - range[0] + 1) }, (_, at) => range[0] + at).filter(
    (page) => page > 0,
  );
  const others = useQueries({ queries: numbers.map((page) => optionsOf(pageInput(page))) });
  const pages = new Map(numbers.map((page, at) => [page, others[at]?.data?.rows]));
  pages.set(0, first.data?.rows);
  const onRange = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / PAGE_ROWS), Math.floor(Math.max(from, to) / PAGE_ROWS)] as const;
    setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);
  return {
    total,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    onRange,
    isStale: first.isPlaceholderData,
    error: first.error,
  };
}
