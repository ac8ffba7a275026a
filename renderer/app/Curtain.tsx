import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { reportActivity } from '#renderer/client/lock.ts';
import { queryClient } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { LockScreen } from './LockScreen.tsx';
import { hasDrafts, watchDrafts } from './unsaved.ts';

/**
 * Everything, or while the book is locked nothing: the screens are unmounted and what they had read is forgotten. Where
 * something is being written they are taken out of the document as they are instead, and put back when the book is
 * unlocked, so that a lock never costs a word.
 */
export function Curtain({ children }: { readonly children: ReactNode }) {
  const isLocked = useStore((state) => state.isLocked);
  // Asked when the lock falls, while the screens still stand.
  const keeps = useMemo(() => isLocked && hasDrafts(), [isLocked]);
  const place = useRef<HTMLDivElement>(null);
  const [stage] = useState(newStage);
  useEffect(watchDrafts, []);
  useEffect(reportActivity, []);
  useLayoutEffect(() => {
    if (isLocked || place.current === null) return undefined;
    place.current.append(stage);
    const putBack = returning.get(stage);
    putBack?.();
    return () => {
      returning.set(stage, remembered(stage));
      stage.remove();
    };
  }, [isLocked, stage]);
  useForgetting(isLocked, keeps);
  return (
    <>
      <div ref={place} className="contents">
        {createPortal(isLocked && !keeps ? null : children, stage)}
      </div>
      {isLocked ? <LockScreen /> : null}
    </>
  );
}

function newStage(): HTMLDivElement {
  const stage = document.createElement('div');
  stage.className = 'contents';
  return stage;
}

/** How to make a stage as it was before it was taken out. */
const returning = new WeakMap<Element, () => void>();

/** What a document forgets about elements that leave it: where they were scrolled to, the focus, what was modal. */
function remembered(stage: Element): () => void {
  const focused = document.activeElement;
  const scrolled = [...stage.querySelectorAll('*')].flatMap((element) =>
    element.scrollTop === 0 ? [] : [[element, element.scrollTop] as const],
  );
  return () => {
    returning.delete(stage);
    for (const dialog of stage.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      // `close` would tell the dialog's owner.
      dialog.removeAttribute('open');
      dialog.showModal();
    }
    for (const [element, top] of scrolled) element.scrollTop = top;
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  };
}

/** While locked: no name in the title, the address, a message, a popover, the answers kept. */
function useForgetting(isLocked: boolean, keeps: boolean): void {
  useEffect(() => {
    if (!isLocked) return undefined;
    const { title } = document;
    document.title = i18n.t('app:name');
    document.documentElement.dataset['locked'] = '';
    window.history.replaceState(null, '', '#/');
    useStore.setState({ toasts: [] });
    if (keeps) {
      // Popovers and menus live outside the stage and close at Escape.
      for (let layer = 0; layer < 3; layer += 1)
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      queryClient.removeQueries({ type: 'inactive' });
    } else {
      useStore.getState().closeOverlay();
      queryClient.clear();
    }
    return () => {
      document.title = title;
      delete document.documentElement.dataset['locked'];
      window.history.replaceState(null, '', hashOf(useStore.getState().route));
      void queryClient.invalidateQueries();
    };
  }, [isLocked, keeps]);
}
