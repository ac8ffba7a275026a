// What every kind of archive hands over: its members, one by one, before anybody has decided to unpack them.
import type { DroppedFile } from './dropped.ts';

/** One member of an archive; valid until the next one is asked for. */
export interface Packed {
  /** Inside the archive, with `/`. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Unpacked, as the archive claims; 0 where it says nothing. */
  readonly size: number;
  /** Compressed, where that is known of a single member. */
  readonly packedSize?: number;
  readonly needsPassword: boolean;
  /** False for compression nobody can undo here. */
  readonly canUnpack: boolean;
  /** Unpacks it, once. Throws DamagedEntry after the last good piece. */
  open(): AsyncIterable<Uint8Array>;
  /** The member as a file of its own, when it lies in the archive as it is. */
  file?(): Promise<DroppedFile | undefined>;
}
