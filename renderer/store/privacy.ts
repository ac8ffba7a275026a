// What keeps other eyes out: the book's lock as this page knows it, and the presentation that blurs names.
import type { StateCreator } from 'zustand';

export interface PrivacySlice {
  /** The book refuses to answer until it is unlocked; the page shows nothing but that. */
  readonly isLocked: boolean;
  readonly lockChanged: (isLocked: boolean) => void;
  /** Names, notes, addresses and pictures are blurred; for as long as the window lives. */
  readonly isPresenting: boolean;
  readonly presentingChanged: (isPresenting: boolean) => void;
}

const KEY = 'presentation';

/** Survives a reload, which somebody looking on may bring about; ends with the window. */
const kept = (): boolean => globalThis.sessionStorage?.getItem(KEY) === 'on';

export const createPrivacySlice: StateCreator<PrivacySlice> = (set) => ({
  isLocked: false,
  lockChanged: (isLocked) => set({ isLocked }),
  isPresenting: kept(),
  presentingChanged: (isPresenting) => {
    if (isPresenting) globalThis.sessionStorage.setItem(KEY, 'on');
    else globalThis.sessionStorage.removeItem(KEY);
    set({ isPresenting });
  },
});
