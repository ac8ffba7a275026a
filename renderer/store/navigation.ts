// Where the owner is: one route, mirrored in the URL hash so Back, Forward and reload work.
import type { StateCreator } from 'zustand';

export const SECTIONS = [
  'today',
  'people',
  'events',
  'invitations',
  'network',
  'introductions',
  'imports',
  'settings',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** `#/people/12/edit?via=3` → `{ section: 'people', id: 12, mode: 'edit', params: { via: '3' } }`. */
export interface Route {
  readonly section: SectionId;
  /** The thing the detail pane shows. */
  readonly id?: number;
  /** What is being done with it, or (without id) something about to be made: `edit`, `new`. */
  readonly mode?: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface NavigationSlice {
  readonly route: Route;
  /** Goes somewhere; `replace` where Back should not lead to the place left. */
  readonly navigate: (to: Route, options?: { readonly replace?: boolean }) => void;
  /** Called by the hash listener only: takes over what the URL says. */
  readonly routeChanged: (route: Route) => void;
}

const isSection = (text: string): text is SectionId => (SECTIONS as readonly string[]).includes(text);

/** Reads a location hash; anything it cannot read is Today. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [section = '', ...rest] = path.split('/').filter((part) => part !== '');
  if (!isSection(section)) return { section: 'today' };
  const id = /^[1-9]\d{0,15}$/.test(rest[0] ?? '') ? Number(rest[0]) : undefined;
  const mode = id === undefined ? rest[0] : rest[1];
  const params = Object.fromEntries(new URLSearchParams(query));
  return {
    section,
    ...(id === undefined ? {} : { id }),
    ...(mode === undefined ? {} : { mode }),
    ...(Object.keys(params).length === 0 ? {} : { params }),
  };
}

/** The hash of a route: the inverse of `parseRoute`. */
export function hashOf(route: Route): string {
  const path = [route.section, route.id, route.mode].filter((part) => part !== undefined).join('/');
  const query = new URLSearchParams(route.params).toString();
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}

export const createNavigationSlice: StateCreator<NavigationSlice> = (set) => ({
  route: { section: 'today' },
  navigate: (route, options) => {
    const hash = hashOf(route);
    if (hash !== window.location.hash) {
      window.history[options?.replace === true ? 'replaceState' : 'pushState'](null, '', hash);
    }
    set({ route });
  },
  routeChanged: (route) => set({ route }),
});

/** Keeps the store in step with Back, Forward and hand-typed hashes; returns the way to stop. */
export function followHash(routeChanged: (route: Route) => void): () => void {
  const follow = () => routeChanged(parseRoute(window.location.hash));
  follow();
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  return () => {
    window.removeEventListener('popstate', follow);
    window.removeEventListener('hashchange', follow);
  };
}
