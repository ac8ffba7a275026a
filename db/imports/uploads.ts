// Files on their way in: piece by piece, never by a path; what is large waits on the disk until it is read or given up.
import { createHash, type Hash, randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { CHUNK_BYTES, UploadId } from '#api/imports.ts';
import { notFound } from '#db/problems.ts';
import { troubleOf } from '#db/trouble.ts';
import { ArchiveError } from './archive-limits.ts';
import { type DroppedFile, fileInMemory, fileOf } from './dropped.ts';
import { freeBytes, removeLeftovers, Spool } from './spool.ts';

type Upload = z.infer<typeof UploadId>;

export interface UploadLimits {
  /** One file. */
  readonly fileBytes: number;
  /** All files of an upload. */
  readonly totalBytes: number;
  /** A file up to this size, and all such files together, are kept in memory. */
  readonly heldFileBytes: number;
  readonly heldBytes: number;
}

const GIB = 1024 * CHUNK_BYTES;
export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 4 * GIB,
  totalBytes: 16 * GIB,
  heldFileBytes: 8 * CHUNK_BYTES,
  heldBytes: 64 * CHUNK_BYTES,
};
/** Where there is no folder to put large files into. */
const MEMORY_ONLY: UploadLimits = {
  fileBytes: 512 * CHUNK_BYTES,
  totalBytes: 512 * CHUNK_BYTES,
  heldFileBytes: 512 * CHUNK_BYTES,
  heldBytes: 512 * CHUNK_BYTES,
};
/** Left for the book itself, which grows with what is imported. */
const ROOM_FOR_THE_BOOK = 64 * CHUNK_BYTES;

interface File {
  readonly name: string;
  readonly size: number;
  /** Where it begins in the spool; undefined for one kept in memory. */
  readonly at: number | undefined;
  /** Only in memory, from the first piece on. */
  bytes: Uint8Array;
  received: number;
}

interface OpenUpload {
  readonly files: readonly File[];
  readonly spool: Spool | undefined;
  /** Over all files in their order, as long as the pieces come in that order. */
  readonly hash: Hash;
  hashed: { file: number; at: number } | undefined;
  /** What was made ready of it, and goes with it. */
  ready: Spool | undefined;
}

const refused = (why: 'too_large' | 'upload_incomplete' | 'empty' | 'disk_full', detail: string) =>
  new ORPCError('UNREADABLE_FILE', { data: { why, detail } });

/** What windows are sending. One upload a window at a time is the rule; abandoned ones are dropped by the next. */
export class Uploads {
  readonly #folder: string | undefined;
  readonly #limits: UploadLimits;
  readonly #open = new Map<Upload, OpenUpload>();

  /** `folder`: see `spoolFolderOf`; what a crash has left in it is removed. Without one, only memory is used. */
  constructor(folder?: string, limits: UploadLimits = folder === undefined ? MEMORY_ONLY : UPLOAD_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
    if (folder !== undefined) removeLeftovers(folder);
  }

  /**
   * Makes room for the files announced. Throws UNREADABLE_FILE when they are too large or hold nothing at all,
   * `disk_full` when the disk has no room for them.
   */
  begin(files: readonly { readonly name: string; readonly size: number }[]): Upload {
    const { fileBytes, totalBytes } = this.#limits;
    const total = files.reduce((sum, { size }) => sum + size, 0);
    if (total > totalBytes) throw refused('too_large', String(totalBytes));
    if (files.some(({ size }) => size > fileBytes)) throw refused('too_large', String(fileBytes));
    if (total === 0) throw refused('empty', files[0]?.name ?? '');
    this.close();
    const placed = this.#placed(files);
    const uploadId = UploadId.parse(randomUUID());
    this.#open.set(uploadId, {
      files: placed,
      spool: this.#spoolFor(placed),
      hash: createHash('sha256'),
      hashed: { file: 0, at: 0 },
      ready: undefined,
    });
    return uploadId;
  }

  /** Small files go to memory as long as there is room for them, the others one behind the other into the spool. */
  #placed(files: readonly { readonly name: string; readonly size: number }[]): File[] {
    const { heldFileBytes, heldBytes } = this.#limits;
    let held = 0;
    let spooled = 0;
    return files.map(({ name, size }) => {
      const inMemory = size <= heldFileBytes && held + size <= heldBytes;
      const at = inMemory ? undefined : spooled;
      if (inMemory) held += size;
      else spooled += size;
      return { name, size, at, bytes: new Uint8Array(), received: 0 };
    });
  }

  #spoolFor(files: readonly File[]): Spool | undefined {
    const folder = this.#folder;
    const size = files.reduce((sum, file) => sum + (file.at === undefined ? 0 : file.size), 0);
    if (folder === undefined || size === 0) return undefined;
    return onDisk(() => {
      // Said now rather than after an hour of sending.
      if (freeBytes(folder) < size + ROOM_FOR_THE_BOOK) throw refused('disk_full', '');
      return new Spool(folder);
    });
  }

  /** Takes the next piece of one file, in order; more than was announced is refused, and so is what finds no room. */
  add(uploadId: Upload, index: number, base64: string): void {
    const upload = this.#upload(uploadId);
    const file = upload.files[index];
    if (file === undefined) throw notFound('upload');
    const piece = Buffer.from(base64, 'base64');
    if (file.received + piece.length > file.size) throw refused('upload_incomplete', file.name);
    if (file.at === undefined) {
      if (file.bytes.length === 0) file.bytes = new Uint8Array(file.size);
      file.bytes.set(piece, file.received);
    } else {
      const at = file.at + file.received;
      onDisk(() => upload.spool?.write(at, piece));
    }
    hashPiece(upload, { file: index, at: file.received }, piece);
    file.received += piece.length;
  }

  /** The files, as long as the upload is open. Throws UNREADABLE_FILE when a piece is missing. */
  peek(uploadId: Upload): DroppedFile[] {
    const { files, spool } = this.#upload(uploadId);
    const short = files.find(({ received, size }) => received < size);
    if (short !== undefined) throw refused('upload_incomplete', short.name);
    return files.map(({ name, size, at, bytes }) =>
      at === undefined || spool === undefined ? fileInMemory(name, bytes) : fileIn(spool, { name, size, at }),
    );
  }

  /** SHA-256 over the content of all files in order, lower-case hexadecimal; of a single file what `sha256sum` says. */
  hash(uploadId: Upload): string {
    const upload = this.#upload(uploadId);
    // A copy, because a hash that has been told takes no more.
    if (isHashed(upload)) return upload.hash.copy().digest('hex');
    const hash = createHash('sha256');
    for (const file of this.peek(uploadId)) for (const piece of file.chunks()) hash.update(piece);
    return hash.digest('hex');
  }

  /** Takes what was made of the upload, in place of what was made before; it goes when the upload goes. Answers its path. */
  keepReady(uploadId: Upload, ready: Spool | undefined): string | undefined {
    const upload = this.#open.get(uploadId);
    if (upload === undefined) {
      ready?.remove();
      return undefined;
    }
    upload.ready?.remove();
    upload.ready = ready;
    return ready?.path;
  }

  /** Forgets an upload and its files; one that is not there is no error. */
  drop(uploadId: Upload): void {
    const upload = this.#open.get(uploadId);
    upload?.spool?.remove();
    upload?.ready?.remove();
    this.#open.delete(uploadId);
  }

  /** Forgets all of them. */
  close(): void {
    for (const uploadId of this.#open.keys()) this.drop(uploadId);
  }

  #upload(uploadId: Upload): OpenUpload {
    const upload = this.#open.get(uploadId);
    if (upload === undefined) throw notFound('upload');
    return upload;
  }
}

/** What the disk will not take is said in words. */
function onDisk<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (troubleOf(error) === 'disk_full') throw refused('disk_full', '');
    throw error;
  }
}

/** Reading from an upload that has been dropped meanwhile is the upload's end, not damage in an archive. */
const fileIn = (spool: Spool, { name, size, at }: { name: string; size: number; at: number }): DroppedFile =>
  fileOf(name, size, (from, length) => {
    try {
      return spool.read(at + from, Math.max(0, Math.min(length, size - from)));
    } catch {
      throw new ArchiveError('upload_incomplete', name);
    }
  });

function hashPiece(upload: OpenUpload, place: { file: number; at: number }, piece: Uint8Array): void {
  const next = afterEmpty(upload);
  if (next?.file !== place.file || next.at !== place.at) {
    upload.hashed = undefined;
    return;
  }
  upload.hash.update(piece);
  upload.hashed = { file: place.file, at: place.at + piece.length };
}

/** Where the next piece belongs: files that are complete, empty ones among them, are passed over. */
function afterEmpty({ files, hashed }: OpenUpload): { file: number; at: number } | undefined {
  if (hashed === undefined) return undefined;
  let { file, at } = hashed;
  for (let size = files[file]?.size; size !== undefined && at >= size; size = files[file]?.size) {
    file += 1;
    at = 0;
  }
  return { file, at };
}

const isHashed = (upload: OpenUpload) => afterEmpty(upload)?.file === upload.files.length;
