// Working through possible duplicates: what was put off, and what was decided, in this sitting. Nothing of it is kept.
import type { StateCreator } from 'zustand';

export interface ReviewSlice {
  /** Groups put off: they come last, in the order in which they were put off. */
  readonly skipped: readonly string[];
  /** Groups being decided about: out of the list already, while the book is still writing. */
  readonly leaving: readonly string[];
  /** Groups decided about. */
  readonly decided: readonly string[];
  /** How many windows of the list have been asked for: it is fetched as far as it is looked at. */
  readonly windows: number;
  readonly wantWindows: (windows: number) => void;
  readonly skipGroup: (key: string) => void;
  readonly groupsLeave: (keys: readonly string[]) => void;
  /** The book has answered: decided, or back in the list. */
  readonly groupsSettled: (keys: readonly string[], isDecided: boolean) => void;
}

export const createReviewSlice: StateCreator<ReviewSlice> = (set) => ({
  skipped: [],
  leaving: [],
  decided: [],
  windows: 1,
  wantWindows: (windows) => set({ windows }),
  skipGroup: (key) => set(({ skipped }) => ({ skipped: [...without(skipped, [key]), key] })),
  groupsLeave: (keys) => set(({ leaving }) => ({ leaving: [...leaving, ...keys] })),
  groupsSettled: (keys, isDecided) =>
    set(({ leaving, decided }) => ({
      leaving: without(leaving, keys),
      decided: isDecided ? [...without(decided, keys), ...keys] : decided,
    })),
});

const without = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((key) => !some.includes(key));
