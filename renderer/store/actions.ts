// A command of the page: one object, used by its button, its shortcut, the palette and the native menu.
import type { StoreState } from './store.ts';

export interface Action {
  /** The native menu's id for it too: `person.new`, `go.people`. */
  readonly id: string;
  /** In the language of the page, asked for each time it is shown. */
  readonly label: () => string;
  /** `Mod+Shift+M`: Mod is ⌘ on a Mac and Ctrl elsewhere. Absent: no shortcut. */
  readonly shortcut?: string;
  /** Absent: always. */
  readonly isEnabled?: (state: StoreState) => boolean;
  readonly run: () => void | Promise<void>;
}

/** Whether a key press is the shortcut. Letters are compared by what is printed on the key, whatever the layout. */
export function matches(
  shortcut: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  apple: boolean,
): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1)!;
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  const hasMod = parts.includes('Mod');
  if (mod !== hasMod || other || event.altKey !== parts.includes('Alt')) return false;
  // `?` is a shifted key on most keyboards and a plain one on some: what it prints is what counts.
  const isLetter = /^[a-z]$/i.test(key);
  if ((isLetter || hasMod) && event.shiftKey !== parts.includes('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
