// What stands in the search box of the people: kept in the route, so that Back, Forward and reload know it.
import { useCallback, useEffect, useState } from 'react';
import { LONGEST_QUERY } from '#renderer/people/typed-query.ts';
import { navigate, useStore } from '#renderer/store/store.ts';

/** The query in the box and the way to change it. One that is too long is not taken. */
export function usePeopleQuery(): readonly [text: string, setText: (text: string) => void] {
  const isHere = useStore(({ route }) => route.section === 'people' && route.mode === undefined);
  const asked = useStore(({ route }) => (route.section === 'people' ? route.params?.['q'] : undefined));
  const [text, keep] = useState(asked ?? '');
  const [seen, see] = useState(asked);
  if (asked !== undefined && asked !== seen) {
    see(asked);
    keep(asked);
  }
  const setText = useCallback((next: string) => {
    if (next.length > LONGEST_QUERY) return;
    keep(next);
    see(next);
    write(next);
  }, []);
  useEffect(() => {
    // Whoever led here without a query left the box as it was.
    if (isHere && asked === undefined && text !== '') write(text);
  }, [isHere, asked, text]);
  return [text, setText];
}

function write(text: string): void {
  const { route } = useStore.getState();
  if (route.section !== 'people') return;
  const { q: _, ...params } = route.params ?? {};
  navigate({ ...route, params: text === '' ? params : { ...params, q: text } }, { replace: true });
}
