// What stays filled in while people are logged one after the other: the event and the day.
import type { StateCreator } from 'zustand';
import type { EventId } from '#core/events/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';

export interface StickySlice {
  readonly stickyEvent: { readonly id: EventId; readonly summary: string } | undefined;
  readonly stickyMetOn: PartialDate | undefined;
  readonly stick: (
    event: { readonly id: EventId; readonly summary: string } | undefined,
    metOn: PartialDate | undefined,
  ) => void;
}

export const createStickySlice: StateCreator<StickySlice> = (set) => ({
  stickyEvent: undefined,
  stickyMetOn: undefined,
  stick: (stickyEvent, stickyMetOn) => set({ stickyEvent, stickyMetOn }),
});
