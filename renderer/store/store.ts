// Everything the page knows that the book does not: one zustand store, one slice per concern.
import { create } from 'zustand';
import { createDropsSlice } from './drops.ts';
import type { DropsSlice } from './drops.ts';
import { createFrameSlice } from './frame.ts';
import type { FrameSlice } from './frame.ts';
import { createNavigationSlice } from './navigation.ts';
import type { NavigationSlice } from './navigation.ts';
import { createOwnLetterSlice } from './own-letter.ts';
import type { OwnLetterSlice } from './own-letter.ts';
import { createPreferencesSlice } from './preferences.ts';
import type { PreferencesSlice } from './preferences.ts';
import { createPrivacySlice } from './privacy.ts';
import type { PrivacySlice } from './privacy.ts';
import { createReviewSlice } from './review.ts';
import type { ReviewSlice } from './review.ts';
import { createSelectionSlice } from './selection.ts';
import type { SelectionSlice } from './selection.ts';
import { createStickySlice } from './sticky.ts';
import type { StickySlice } from './sticky.ts';
import { createToastSlice } from './toasts.ts';
import type { ToastSlice } from './toasts.ts';

export type StoreState = NavigationSlice &
  PreferencesSlice &
  FrameSlice &
  ToastSlice &
  DropsSlice &
  StickySlice &
  ReviewSlice &
  OwnLetterSlice &
  SelectionSlice &
  PrivacySlice;

/** Subscribe to the smallest value: `useStore((state) => state.route.section)`. */
export const useStore = create<StoreState>()((...api) => ({
  ...createNavigationSlice(...api),
  ...createPreferencesSlice(...api),
  ...createFrameSlice(...api),
  ...createToastSlice(...api),
  ...createDropsSlice(...api),
  ...createStickySlice(...api),
  ...createPrivacySlice(...api),
  ...createReviewSlice(...api),
  ...createOwnLetterSlice(...api),
  ...createSelectionSlice(...api),
}));

/** Goes somewhere, from code that is not a component. */
export const navigate: NavigationSlice['navigate'] = (to, options) =>
  useStore.getState().navigate(to, options);
