// The five keys of the queue: they work wherever the focus is, except in text and in dialogs.
import { useEffect, useRef } from 'react';
import { useStore } from '#renderer/store/store.ts';
import { decide, decideMany, decisionOf, queueKey } from './decisions.ts';
import type { Queued, QueueKey } from './decisions.ts';

const TAKES_DIGITS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [data-digits]';

interface Queue {
  /** The one that is open. */
  readonly chosen: Queued | undefined;
  /** Those chosen together: then keys are about them. */
  readonly marked?: readonly Queued[];
  /** It is done with: called before the book is asked, so that the next row is still known. */
  readonly onNext?: () => void;
  /** All that were chosen together are decided about. */
  readonly onMarkedDone?: () => void;
  /**
   * List and detail share one key press: the list hears it first, because it knows what comes next; the detail acts
   * when what it shows is not in the list.
   */
  readonly listenOn?: 'list' | 'detail';
}

/** Listens for 1 2 3 4 0 and decides about what is chosen. */
export function useQueueKeys({ listenOn = 'list', ...queue }: Queue): void {
  const latest = useRef<Queue>(queue);
  useEffect(() => {
    latest.current = queue;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = queueKey(event.key);
      if (key === undefined || event.defaultPrevented || event.isComposing || isHeld(event)) return;
      if (event.target instanceof Element && event.target.closest(TAKES_DIGITS) !== null) return;
      const { chosen, marked = [] } = latest.current;
      if (useStore.getState().overlay !== undefined || (chosen === undefined && marked.length === 0)) return;
      event.preventDefault();
      press(key, latest.current);
    };
    // A press reaches the document before the window.
    const place = listenOn === 'list' ? document : window;
    // Both take `keydown`; their overloads have no common form.
    const listener = onKeyDown as EventListener;
    place.addEventListener('keydown', listener);
    return () => place.removeEventListener('keydown', listener);
  }, [listenOn]);
}

function press(key: QueueKey, { chosen, marked = [], onNext, onMarkedDone }: Queue): void {
  if (marked.length > 0) {
    void decideMany(marked, key).then((isDone) => (isDone ? onMarkedDone?.() : undefined));
    return;
  }
  const decision = chosen && decisionOf(key, chosen);
  if (chosen === undefined || (decision === undefined && key !== 'later')) return;
  onNext?.();
  if (decision !== undefined) void decide(chosen, decision);
}

/** With a modifier, or repeating because it is held down: one press decides once. */
const isHeld = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.repeat;
