// Keys that work everywhere. Plain keys (`/`, `?`) only while no text is being written.
import { useEffect } from 'react';
import { hostBridge, isApple } from '#renderer/client/host-bridge.ts';
import { matches } from '#renderer/store/actions.ts';
import { useStore } from '#renderer/store/store.ts';
import { actions, runAction } from './actions.ts';

/** A dialog has the keyboard to itself, except for what opened it and what keeps other eyes out. */
const OVER_DIALOGS: ReadonlySet<string> = new Set(['palette', 'lock', 'presentation']);

const EDITABLE = 'input, textarea, select, [contenteditable]';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(EDITABLE);
}

/** What a key press leads to, if anything: the id of an action. */
export function actionFor(event: KeyboardEvent): string | undefined {
  // During an IME composition every key belongs to the IME.
  if (event.isComposing || event.defaultPrevented) return undefined;
  const writing = isWriting(event.target);
  const action = actions.find(
    ({ shortcut }) =>
      shortcut !== undefined &&
      matches(shortcut, event, isApple()) &&
      !(writing && !shortcut.includes('Mod')) &&
      // A field's own undo works on letters; see `inText`.
      !(writing && shortcut.endsWith('+Z')),
  );
  return action?.id;
}

/** Listens for shortcuts and for the native menu, for as long as the shell is there. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = actionFor(event);
      if (id === undefined || (useStore.getState().overlay !== undefined && !OVER_DIALOGS.has(id))) return;
      event.preventDefault();
      runAction(id);
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = hostBridge()?.onCommand(runAction);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop?.();
    };
  }, []);
}
