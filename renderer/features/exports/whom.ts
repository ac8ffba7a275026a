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

/** Those there are to choose from, the likeliest first; undefined while that is not known. */
export function useWhom(): readonly [Whom, ...Whom[]] | undefined {
  const route = useStore((state) => state.route);
  const selection = useStore((state) => state.selection);
  const isHere = route.section === 'people';
  const text = isHere ? route.params?.['q']?.trim() : undefined;
  const chosen = isHere ? selection : undefined;
  const everybody = useCount('');
  const found = useCount(text === '' ? undefined : text);
  const inSelection = useCount(chosen?.all === true ? chosen.query : undefined);
  const id = isHere ? route.id : undefined;
  const shown = useQuery({
    ...orpc.contacts.get.queryOptions({ input: { id: ContactId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (everybody === undefined || (id !== undefined && shown.isPending)) return undefined;
  const others: readonly Whom[] = [
    ...(shown.data === undefined || id === undefined
      ? []
      : [{ kind: 'person' as const, people: { ids: [shown.data.id] }, fn: shown.data.fn }]),
    ...(found === undefined || text === undefined
      ? []
      : [{ kind: 'search' as const, people: { query: text, except: [] }, count: found }]),
  ];
  const all: Whom = { kind: 'everybody', count: everybody };
  if (chosen === undefined) return [all, ...others];
  const count = chosen.all ? (inSelection ?? 0) - chosen.ids.size : chosen.ids.size;
  return [{ kind: 'selection', people: peopleOf(chosen), count }, all, ...others];
}
