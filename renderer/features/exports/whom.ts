// Whom an export may be of: everybody, those selected, those the list shows, or whoever is on the screen.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { People } from '#api/people.ts';
import { ContactId } from '#core/contacts/model.ts';
import { pageInput } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { peopleOf } from '#renderer/store/selection.ts';
import { useStore } from '#renderer/store/store.ts';

export type Whom =
  | { readonly kind: 'everybody'; readonly count: number }
  | { readonly kind: 'selection' | 'search'; readonly people: People; readonly count: number }
  | { readonly kind: 'person'; readonly people: People; readonly fn: string };

/** How many a query finds; asked for only where it is wanted. */
function useCount(text: string | undefined): number | undefined {
  const { data } = useQuery({
    ...orpc.contacts.list.queryOptions({ input: { text: text ?? '', page: pageInput(0) } }),
    enabled: text !== undefined,
    placeholderData: keepPreviousData,
  });
  return text === undefined ? undefined : data?.total;
}

/** Whoever is on the screen; `undefined` while that is not known. */
function useShown(): readonly Whom[] | undefined {
  const id = useStore(({ route }) => (route.section === 'people' ? route.id : undefined));
  const { data, isPending } = useQuery({
    ...orpc.contacts.get.queryOptions({ input: { id: ContactId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (id === undefined) return [];
  if (isPending) return undefined;
  return data === undefined ? [] : [{ kind: 'person', people: { ids: [data.id] }, fn: data.fn }];
}

/** Whom the search in the list finds, where there is one. */
function useFound(): readonly Whom[] {
  const text = useStore(({ route }) => (route.section === 'people' ? route.params?.['q']?.trim() : '')) ?? '';
  const count = useCount(text === '' ? undefined : text);
  return count === undefined ? [] : [{ kind: 'search', people: { query: text, except: [] }, count }];
}

/** Those who are selected. */
function useChosen(): readonly Whom[] {
  const chosen = useStore(({ route, selection }) => (route.section === 'people' ? selection : undefined));
  const total = useCount(chosen?.all === true ? chosen.query : undefined) ?? 0;
  if (chosen === undefined) return [];
  const count = chosen.all ? total - chosen.ids.size : chosen.ids.size;
  return [{ kind: 'selection', people: peopleOf(chosen), count }];
}

/** Those there are to choose from, the likeliest first; undefined while that is not known. */
export function useWhom(): readonly Whom[] | undefined {
  const everybody = useCount('');
  const [shown, found, chosen] = [useShown(), useFound(), useChosen()];
  if (everybody === undefined || shown === undefined) return undefined;
  return [...chosen, { kind: 'everybody', count: everybody }, ...shown, ...found];
}
