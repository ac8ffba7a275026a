import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Escape, the close button, or a press beside it. */
  readonly onClose: () => void;
  readonly closeLabel: string;
  /** The title is for screen readers only, and there is no close button. */
  readonly bare?: boolean;
  readonly size?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** Where the focus goes: what says so, wherever it stands, else the first field. */
const entryOf = (dialog: HTMLElement) =>
  dialog.querySelector<HTMLElement>('[data-autofocus]') ??
  dialog.querySelector<HTMLElement>('input, textarea, select');

/**
 * A modal dialog: the browser's own `<dialog>`, which traps focus, makes the rest inert and gives focus back.
 * (Headless libraries lock scrolling with an injected style sheet, which our policy refuses.)
 * Render it only while it is open.
 */
export function Dialog({ title, onClose, closeLabel, bare = false, size = 'narrow', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // The browser would focus the close button, which comes first.
    element?.focus();
    const enter = () => {
      if (element !== null && document.activeElement === element) entryOf(element)?.focus();
    };
    enter();
    // What it asks for may come from the book a moment later; whoever has moved on by then is left where they are.
    const watch = new MutationObserver(enter);
    if (element !== null) watch.observe(element, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // The press beside it is a shortcut for Escape, which every keyboard has.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={classes(css.dialog, css[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={bare ? css.bare : css.body}>
        <header className={bare ? 'visually-hidden' : css.header}>
          <h2 id={titleId}>{title}</h2>
          {bare ? null : <IconButton icon={X} label={closeLabel} onClick={onClose} />}
        </header>
        {children}
      </div>
    </dialog>
  );
}
