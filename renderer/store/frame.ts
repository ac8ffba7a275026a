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
  /** Shows it, unless something else is up in which the owner may have begun to write. */
  readonly openOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
}

/** Nothing is lost when another takes their place. */
const ONLY_READ: ReadonlySet<Overlay> = new Set(['palette', 'shortcuts']);

export const createFrameSlice: StateCreator<FrameSlice> = (set) => ({
  connection: { state: 'connecting' },
  connectionChanged: (connection) => set({ connection }),
  overlay: undefined,
  openOverlay: (overlay) =>
    set((state) =>
      state.overlay === undefined || ONLY_READ.has(state.overlay) ? { overlay } : { overlay: state.overlay },
    ),
  closeOverlay: () => set({ overlay: undefined }),
});
