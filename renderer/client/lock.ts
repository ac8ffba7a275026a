// The lock as the page sees it: whether it has fallen, and word that somebody is there.
import { useStore } from '#renderer/store/store.ts';
import { client } from './client.ts';

/** Asks the book whether it is locked. A book that does not answer leaves things as they are. */
export async function refreshLock(): Promise<void> {
  const state = await client.lock.state().catch(() => undefined);
  if (state !== undefined) useStore.getState().lockChanged(state.isLocked);
}

/** As often as that somebody is said to be there, at most. */
const SAY_EVERY = 10_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Tells the book about keys and pointers for as long as the page is there; answers the way to stop. */
export function reportActivity(): () => void {
  let timer: number | undefined;
  let isSince = false;
  const say = () => {
    isSince = false;
    // Where there is no connection there is nothing to put off.
    void client.lock.active().catch(() => undefined);
    timer = window.setTimeout(() => {
      timer = undefined;
      // What came in between counts too.
      if (isSince) say();
    }, SAY_EVERY);
  };
  const onSign = () => {
    if (useStore.getState().isLocked) return;
    if (timer === undefined) say();
    else isSince = true;
  };
  for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true });
  return () => {
    window.clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true });
  };
}
