// The keys of Today's rows: j k move, D done, S later, L let go; Enter opens, as on any link.
import { useEffect, useRef } from 'react';
import { useStore } from '#renderer/store/store.ts';

export type ReminderKey = 'done' | 'later' | 'let_go';

const KEYS: Readonly<Record<string, ReminderKey>> = { d: 'done', s: 'later', l: 'let_go' };
const HAS_LETTERS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [role="listbox"]';
const ROW = '[data-reminder]';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ROW)];
const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>(ROW) ?? undefined) : undefined;
const focus = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('a')?.focus();

/** Moves on from a row that is about to go, so that the keyboard stays where it is in the list. */
export function stepOff(key: string): void {
  const all = rows();
  const at = all.findIndex((row) => row.dataset['reminder'] === key);
  if (at >= 0 && all[at]?.contains(document.activeElement) === true) focus(all[at + 1] ?? all[at - 1]);
}

/** The row to go to: the next or the one before; from nowhere the first. */
function step(event: KeyboardEvent, key: string): HTMLElement | undefined {
  const here = rowOf(event.target);
  const isArrow = key.startsWith('arrow');
  // Arrows scroll the page unless the focus is among the rows.
  if (isArrow && here === undefined) return undefined;
  const all = rows();
  if (here === undefined) return all[0];
  const by = key === 'j' || key === 'arrowdown' ? 1 : -1;
  return all[Math.min(all.length - 1, Math.max(0, all.indexOf(here) + by))];
}

/** Listens for as long as Today is shown; `onKey` is told which row is meant by its `data-reminder`. */
export function useReminderKeys(onKey: (row: string, key: ReminderKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isOurs(event)) return;
      const key = event.key.toLowerCase();
      const deed = KEYS[key];
      const row = rowOf(event.target)?.dataset['reminder'];
      if (deed !== undefined && row !== undefined) {
        event.preventDefault();
        latest.current(row, deed);
      } else if (['j', 'k', 'arrowdown', 'arrowup'].includes(key)) {
        const to = step(event, key);
        if (to === undefined) return;
        event.preventDefault();
        focus(to);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** With a modifier it is somebody else's; in text it is a letter; during a composition it is the IME's. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  if (event.target instanceof Element && event.target.closest(HAS_LETTERS) !== null) return false;
  // Held down, a key moves on, but answers once.
  if (event.repeat && KEYS[event.key.toLowerCase()] !== undefined) return false;
  return useStore.getState().overlay === undefined;
}
