// The five keys of the queue: they work wherever the focus is, except in text and in dialogs.
import { useEffect, useRef } from 'react';
import type { InvitationId, InvitationState, Verdict } from '#core/invitations/model.ts';
import { useStore } from '#renderer/store/store.ts';
import { decide, decisionOf, queueKey } from './decisions.ts';

interface Queued {
  readonly id: InvitationId;
  readonly fn: string;
  readonly state: InvitationState;
  readonly verdict: Verdict;
}

const TAKES_DIGITS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [data-digits]';

/**
 * Listens for 1 2 3 4 0 and decides about the chosen invitation. `onNext` is called when it is done with: before
 * the book is asked, so that the next row is still known. List and detail share one key press: the list hears it
 * first, because it knows what comes next; the detail acts when what it shows is not in the list.
 */
export function useQueueKeys(
  chosen: Queued | undefined,
  onNext: () => void,
  listenOn: 'list' | 'detail' = 'list',
): void {
  const latest = useRef({ chosen, onNext });
  useEffect(() => {
    latest.current = { chosen, onNext };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = queueKey(event.key);
      if (key === undefined || event.defaultPrevented || event.isComposing || isHeld(event)) return;
      if (event.target instanceof Element && event.target.closest(TAKES_DIGITS) !== null) return;
      const { chosen: row, onNext: next } = latest.current;
      if (row === undefined || useStore.getState().overlay !== undefined) return;
      event.preventDefault();
      const decision = decisionOf(key, row);
      if (decision === undefined && key !== 'later') return;
      next();
      if (decision !== undefined) void decide(row, decision);
    };
    // A press reaches the document before the window.
    const place = listenOn === 'list' ? document : window;
    // Both take `keydown`; their overloads have no common form.
    const listener = onKeyDown as EventListener;
    place.addEventListener('keydown', listener);
    return () => place.removeEventListener('keydown', listener);
  }, [listenOn]);
}

/** With a modifier, or repeating because it is held down: one press decides once. */
const isHeld = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.repeat;
