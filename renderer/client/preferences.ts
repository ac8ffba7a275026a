// Preferences: shown at once, saved in the book through the door.
import type { Preferences } from '#api/book.ts';
import { useStore } from '#renderer/store/store.ts';
import { client } from './client.ts';
import { sayProblem } from './commands.ts';

/** Takes over what the book says the owner prefers. */
export async function loadPreferences(): Promise<void> {
  useStore.getState().showPreferences(await client.book.preferences());
}

/** Changes some preferences; put back, with a word, where they cannot be saved. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const { preferences, showPreferences } = useStore.getState();
  const next = { ...preferences, ...change };
  showPreferences(next);
  try {
    await client.book.setPreferences(next);
  } catch (error) {
    showPreferences(preferences);
    sayProblem(error);
  }
}
