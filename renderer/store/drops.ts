// Files dropped anywhere on the window, waiting for the import screen to take them.
import type { StateCreator } from 'zustand';

/** A dropped file under the name it has inside what was dropped (`export/Connections.csv`). */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

/** One drop: a file, several files, or a folder's files, under the name of what was dropped. */
export interface Drop {
  readonly id: number;
  readonly name: string;
  readonly files: readonly DroppedFile[];
}

export interface DropsSlice {
  readonly drops: readonly Drop[];
  readonly filesDropped: (name: string, files: readonly DroppedFile[]) => void;
  /** The import screen takes a drop over; from then on it is its business. */
  readonly takeDrop: (id: number) => void;
}

export const createDropsSlice: StateCreator<DropsSlice> = (set) => ({
  drops: [],
  filesDropped: (name, files) =>
    set(({ drops }) => ({ drops: [...drops, { id: (drops.at(-1)?.id ?? 0) + 1, name, files }] })),
  takeDrop: (id) => set(({ drops }) => ({ drops: drops.filter((drop) => drop.id !== id) })),
});
