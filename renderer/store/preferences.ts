// How the owner likes it. Saved in the book through the door; this slice is what the page shows right now.
import type { StateCreator } from 'zustand';
import type { Preferences } from '#api/book.ts';

export interface PreferencesSlice {
  readonly preferences: Preferences;
  /** Shows preferences; saving them is `savePreferences` in client/preferences.ts. */
  readonly showPreferences: (preferences: Preferences) => void;
}

export const createPreferencesSlice: StateCreator<PreferencesSlice> = (set) => ({
  preferences: {
    theme: 'system',
    density: 'comfortable',
    sidebar: 'full',
    asksHindsight: true,
    noteLimit: 200,
  },
  showPreferences: (preferences) => set({ preferences }),
});
