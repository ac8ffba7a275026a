// Text from the clipboard, in the shape of a drop: it is looked at as a file would be.
import { useEffect } from 'react';
import type { Drop } from '#renderer/store/drops.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** More than anybody pastes on purpose; a file of that size is better dropped. In UTF-16 units. */
export const MOST_PASTED = 20_000_000;

/** Pasted text as one file. Lone surrogates become �, as in every UTF-8 encoder. */
function pastedText(text: string): Omit<Drop, 'id'> {
  const name = i18n.t('imports:pasted');
  return { name, files: [{ name, file: new File([text], name, { type: 'text/plain' }) }] };
}

/** Hands pasted text over, unless there is nothing in it. Answers whether there was. */
export function takeText(text: string): boolean {
  if (text.trim() === '' || text.length > MOST_PASTED) return false;
  const { name, files } = pastedText(text);
  useStore.getState().filesDropped(name, files);
  return true;
}

const WRITES = 'input, textarea, select, [contenteditable]';

/** Whether the keyboard belongs to a field or a dialog, which paste for themselves. */
const isTaken = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(WRITES) !== null) ||
  document.querySelector('dialog[open]') !== null;

/** Takes what is pasted anywhere on the page while the imports are shown: text, or files copied in a file manager. */
export function usePaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (clipboardData === null || isTaken(event.target)) return;
      const files = Array.from(clipboardData.files, (file) => ({ name: file.name, file }));
      const [first] = files;
      if (first !== undefined) useStore.getState().filesDropped(first.name, files);
      else if (!takeText(clipboardData.getData('text/plain'))) return;
      event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
