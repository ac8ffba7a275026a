// Book data in the page: cached by procedure and input, dropped when the book says a topic has changed.
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '#api/book.ts';
import { client, connectionProved } from './client.ts';
import { refreshLock } from './lock.ts';

/** `useQuery(orpc.contacts.get.queryOptions({ input: { id } }))`, `useMutation(orpc.contacts.create.mutationOptions())`. */
export const orpc = createTanstackQueryUtils(client);

/**
 * Answers stay fresh until the book says otherwise. `networkMode: 'always'` because this page has no network:
 * TanStack Query would otherwise wait for a machine without one to come online.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

export const queryClient = createQueryClient();

/** What the answers of each part of the contract are made from. A person's name is in nearly everything. */
const DEPENDS_ON: Readonly<Record<string, readonly Topic[]>> = {
  contacts: ['contacts', 'events', 'network', 'invitations'],
  // The reader says when its suggestions have changed; side by side also stands what hangs on each card.
  duplicates: ['duplicates', 'contacts', 'events', 'network', 'invitations', 'introductions'],
  events: ['events', 'contacts'],
  // What was asked of people, and done for them, orders whom to ask.
  network: ['network', 'contacts', 'events', 'invitations', 'introductions'],
  invitations: ['invitations', 'contacts', 'events', 'network', 'book'],
  // A verdict depends on all that vetting looks at, the policy among it.
  rules: ['invitations', 'contacts', 'events', 'network', 'book'],
  audit: ['invitations', 'contacts', 'events', 'network', 'book'],
  // A letter is made of meetings, invitations and preferences as well.
  introductions: ['introductions', 'contacts', 'events', 'invitations', 'book'],
  manners: ['contacts', 'introductions'],
  reminders: ['reminders', 'contacts', 'events', 'network', 'introductions'],
  imports: ['imports'],
  // Everything is held about somebody, and everything names them.
  trash: ['contacts', 'events', 'network', 'invitations', 'introductions', 'imports', 'reminders', 'book'],
  holdings: ['contacts', 'events', 'network', 'invitations', 'introductions', 'imports', 'reminders', 'book'],
  views: ['book'],
  letters: ['book'],
  bulk: ['contacts', 'events', 'network', 'invitations'],
  tags: ['contacts'],
  lock: ['lock'],
  // The frame counts everything and knows what can be undone.
  book: ['contacts', 'events', 'network', 'invitations', 'introductions', 'imports', 'book'],
};

/** Whether the cached answer under `queryKey` may be out of date after a change of these topics. */
export function isTouched(queryKey: readonly unknown[], topics: readonly Topic[]): boolean {
  const [path] = queryKey;
  const part: unknown = Array.isArray(path) ? path[0] : undefined;
  if (typeof part !== 'string') return false;
  return DEPENDS_ON[part]?.some((topic) => topics.includes(topic)) ?? false;
}

/** Drops what the topics touch; visible screens fetch again by themselves. */
export const invalidateTopics = (topics: readonly Topic[]): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, topics) });

let hasFollowed = false;

/**
 * Listens to the book's changes until the signal or the connection ends. After a lost connection everything
 * cached is dropped first: what happened while nobody listened is not known.
 */
export async function followChanges(signal: AbortSignal): Promise<void> {
  const changes = await client.book.changes(undefined, { signal });
  connectionProved();
  if (hasFollowed) await queryClient.invalidateQueries();
  hasFollowed = true;
  for await (const { topics } of changes) {
    if (topics.includes('lock')) await refreshLock();
    await invalidateTopics(topics);
  }
}
