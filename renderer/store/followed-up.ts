// Who of an event has had a word from the owner in this sitting.
import type { StateCreator } from 'zustand';

export interface FollowedUpSlice {
  /** "event person", by their keys. */
  readonly followedUp: readonly string[];
  readonly markFollowedUp: (key: string) => void;
}

export const createFollowedUpSlice: StateCreator<FollowedUpSlice> = (set) => ({
  followedUp: [],
  markFollowedUp: (key) =>
    set(({ followedUp }) => ({ followedUp: followedUp.includes(key) ? followedUp : [...followedUp, key] })),
});
