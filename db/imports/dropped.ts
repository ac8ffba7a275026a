// What was dropped, and what lies inside it: read in pieces, so that gigabytes of mail need no memory.
import type { EntryReport } from '#core/imports/model.ts';

/** A file as it was dropped; its name is a label and never becomes a path. */
export interface DroppedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** All of it, for files of at most WHOLE_BYTES; throws RangeError beyond. */
  bytes(): Uint8Array;
  /** From the beginning, 1 MiB at a time; may be asked for again. */
  chunks(): Iterable<Uint8Array>;
  /** At most `length` bytes from `at`; fewer at the end of the file. */
  read(at: number, length: number): Uint8Array;
}

/** One file to be read: dropped as it is, or unpacked. Valid until the next one is asked for. */
export interface DroppedEntry {
  /** With the folders, and the archives, it lies in. */
  readonly name: string;
  /** Unpacked; of a stream what the archive claims, 0 where it says nothing. */
  readonly size: number;
  /** The beginning, at least 4 096 bytes where there are as many. */
  readonly head: Uint8Array;
  /** All of it; absent for a mailbox too large to be held, which is read from `chunks`. */
  readonly bytes?: Uint8Array;
  /**
   * Piece by piece from the beginning, once. Where the data are damaged or cut off it throws DamagedEntry after the
   * last good piece: letters read so far are letters all the same. Throws ArchiveError when a limit is broken.
   */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Something of what was dropped: to be read, or left alone with the reason. */
export type Dropped =
  | { readonly entry: DroppedEntry; readonly report?: undefined }
  | { readonly entry?: undefined; readonly report: EntryReport };

/** An entry whose data end early or do not fit their checksum. */
export class DamagedEntry extends Error {
  constructor(name: string) {
    super(`damaged: ${name}`);
    this.name = 'DamagedEntry';
  }
}

const MIB = 1_048_576;
/** The largest file `bytes()` gives out in one. */
export const WHOLE_BYTES = 64 * MIB;

/** A file of which `read` can tell any part. */
export function fileOf(name: string, size: number, read: DroppedFile['read']): DroppedFile {
  return {
    name,
    size,
    read,
    bytes() {
      if (size > WHOLE_BYTES) throw new RangeError(`${size} bytes are not held at once`);
      return read(0, size);
    },
    *chunks() {
      for (let at = 0; at < size; at += MIB) yield read(at, Math.min(MIB, size - at));
    },
  };
}

/** A file that is in memory. */
export const fileInMemory = (name: string, bytes: Uint8Array): DroppedFile => ({
  ...fileOf(name, bytes.length, (at, length) => bytes.subarray(at, at + length)),
  bytes: () => bytes,
});

/** A part of a file as a file of its own: an archive that lies unpacked inside another. */
export const partOf = (name: string, file: DroppedFile, start: number, size: number): DroppedFile =>
  fileOf(name, size, (at, length) => file.read(start + at, Math.max(0, Math.min(length, size - at))));
