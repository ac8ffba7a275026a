// Whom the selection means now, and how many.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { People } from '#api/people.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { pageInput } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { peopleOf } from '#renderer/store/selection.ts';
import type { PeopleSelection } from '#renderer/store/selection.ts';
import { useStore } from '#renderer/store/store.ts';

export interface Selected {
  readonly selection: PeopleSelection;
  readonly people: People;
  readonly count: number;
}

/** The selection with its number of people; undefined while there is none. */
export function useSelected(): Selected | undefined {
  const selection = useStore((state) => state.selection);
  const isAll = selection?.all === true;
  // The list's own first page, which is there already.
  const { data } = useQuery({
    ...orpc.contacts.list.queryOptions({ input: { text: selection?.query ?? '', page: pageInput(0) } }),
    enabled: isAll,
    placeholderData: keepPreviousData,
  });
  if (selection === undefined) return undefined;
  const count = isAll ? Math.max(0, (data?.total ?? 0) - selection.ids.size) : selection.ids.size;
  return { selection, people: peopleOf(selection), count };
}

/** The same, for code that is not a component. */
export async function selectedNow(): Promise<Selected | undefined> {
  const { selection } = useStore.getState();
  if (selection === undefined) return undefined;
  const { all, ids, query } = selection;
  const total = all ? (await client.contacts.list({ text: query, page: { limit: 1 } })).total : 0;
  return { selection, people: peopleOf(selection), count: all ? Math.max(0, total - ids.size) : ids.size };
}

/** The keys of a few people; undefined where the selection is of more than `most`. */
export async function fewSelected(
  { selection, count }: Selected,
  most: number,
): Promise<readonly ContactId[] | undefined> {
  if (count > most) return undefined;
  if (!selection.all) return [...selection.ids];
  const limit = Math.max(1, Math.min(5000, most + selection.ids.size));
  const ids = await client.bulk.ids({ text: selection.query, offset: 0, limit });
  return ids.filter((id) => !selection.ids.has(id));
}
