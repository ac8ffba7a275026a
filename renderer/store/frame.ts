// The frame around the screens: the connection to the book and what floats above the panes.
import type { StateCreator } from 'zustand';

/** Whether the book answers; `why` is a code for the catalogue. */
export interface ConnectionState {
  readonly state: 'connecting' | 'open' | 'lost';
  readonly why?: string;
}

/** What floats above the panes; one at a time. */
export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'met'
  | 'export'
  | 'calendar'
  | 'forget'
  | 'tags'
  | 'tag-people'
  | 'untag-people'
  | 'meet-people'
  | 'edit-people';

export interface FrameSlice {
  readonly connection: ConnectionState;
  readonly connectionChanged: (connection: ConnectionState) => void;
  readonly overlay: Overlay | undefined;
  readonly openOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
}

export const createFrameSlice: StateCreator<FrameSlice> = (set) => ({
  connection: { state: 'connecting' },
  connectionChanged: (connection) => set({ connection }),
  overlay: undefined,
  openOverlay: (overlay) => set({ overlay }),
  closeOverlay: () => set({ overlay: undefined }),
});
