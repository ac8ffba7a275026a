// How much an archive may hold, counted on what really comes out: headers only make claims.
import type { z } from 'zod';
import type { errors } from '#api/errors.ts';

export type Unreadable = z.infer<(typeof errors)['UNREADABLE_FILE']['data']>['why'];

/** Why nothing of what was dropped can be read; `why` is one of UNREADABLE_FILE's. */
export class ArchiveError extends Error {
  readonly why: Unreadable;
  readonly detail: string;

  constructor(why: Unreadable, detail: string) {
    super(`${why}: ${detail}`);
    this.name = 'ArchiveError';
    this.why = why;
    this.detail = detail;
  }
}

export interface ArchiveLimits {
  /** Files in all that was dropped, folders and the Mac's droppings included. */
  readonly entries: number;
  /** The largest entry that is unpacked into memory. */
  readonly entryBytes: number;
  /** The largest mailbox that is; beyond, it is read as it comes. */
  readonly heldBytes: number;
  /** All that is unpacked, one entry after the other. */
  readonly totalBytes: number;
  /** Unpacked to packed size, once more than `freeBytes` have come out. Text packs 4–50 times, deflate at most 1032. */
  readonly ratio: number;
  readonly freeBytes: number;
}

const MIB = 1_048_576;
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  entryBytes: 256 * MIB,
  heldBytes: 64 * MIB,
  totalBytes: 16_384 * MIB,
  ratio: 200,
  freeBytes: 16 * MIB,
};

/** What has come out so far, over everything that was dropped and the archives inside it. */
export class Budget {
  readonly limits: ArchiveLimits;
  readonly #packedBytes: number;
  #entries = 0;
  #bytes = 0;

  constructor(limits: ArchiveLimits, packedBytes: number) {
    this.limits = limits;
    this.#packedBytes = packedBytes;
  }

  /** Throws `too_many_entries` when that many more are too many. */
  room(entries: number, name: string): void {
    if (this.#entries + entries > this.limits.entries) throw new ArchiveError('too_many_entries', name);
  }

  countEntry(name: string): void {
    this.room(1, name);
    this.#entries += 1;
  }

  /** Bytes that have come out. Many entries that share one small heart are a bomb as well as a single one. */
  countBytes(bytes: number, name: string): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limits.totalBytes) throw new ArchiveError('too_large', name);
    this.checkRatio(this.#bytes, this.#packedBytes, name);
  }

  /** SECURITY: throws `zip_bomb` when so little has become, or is said to become, so much. */
  checkRatio(unpacked: number, packed: number, name: string): void {
    const { freeBytes, ratio } = this.limits;
    if (unpacked > freeBytes && unpacked > packed * ratio) throw new ArchiveError('zip_bomb', name);
  }
}
