// The keys of the review: ← → say whose values stand, M merges, N keeps apart, S puts off, j k go on and back.
import { useEffect, useRef } from 'react';
import { useStore } from '#renderer/store/store.ts';

export type ReviewKey = 'left' | 'right' | 'merge' | 'apart' | 'skip' | 'next' | 'previous';

/** Where keys mean something else: text, radio buttons and what opens above the page. */
const HAS_LETTERS =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog, [role="menu"]';
const HAS_ARROWS = `${HAS_LETTERS}, [type=radio], [role="tab"], [data-scrolls]`;

const KEYS: Readonly<Record<string, ReviewKey>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  m: 'merge',
  n: 'apart',
  s: 'skip',
  j: 'next',
  k: 'previous',
};

/** What a key press means here, if anything. Letters by what is printed on the key, whatever its case. */
function reviewKey(event: KeyboardEvent): ReviewKey | undefined {
  // With a modifier it is somebody else's; held down, one press decides once; during a composition it is the IME's.
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return undefined;
  const isArrow = event.key.startsWith('Arrow');
  const key = KEYS[isArrow ? event.key : event.key.toLowerCase()];
  if (key === undefined || event.defaultPrevented) return undefined;
  const isHeld =
    event.target instanceof Element && event.target.closest(isArrow ? HAS_ARROWS : HAS_LETTERS) !== null;
  return isHeld ? undefined : key;
}

/** Listens for the keys wherever the focus is, for as long as a group is open. */
export function useReviewKeys(onKey: (key: ReviewKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = reviewKey(event);
      if (key === undefined || useStore.getState().overlay !== undefined) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
