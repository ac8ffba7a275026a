// Files on their way in: kept in memory piece by piece, never by a path, until they are read or given up.
import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { CHUNK_BYTES, UploadId } from '#api/imports.ts';
import { notFound } from '#db/problems.ts';

type Upload = z.infer<typeof UploadId>;

/** More than any contact archive; a mailbox of gigabytes needs another way in. */
const MOST_BYTES = 512 * CHUNK_BYTES;

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  received: number;
}

const refused = (why: 'too_large' | 'upload_incomplete' | 'empty', detail: string) =>
  new ORPCError('UNREADABLE_FILE', { data: { why, detail } });

/** What windows are sending. One upload a window at a time is the rule; abandoned ones are dropped by the next. */
export class Uploads {
  readonly #open = new Map<Upload, File[]>();

  /** Makes room for the files announced. Throws UNREADABLE_FILE when they are too large or hold nothing at all. */
  begin(files: readonly { readonly name: string; readonly size: number }[]): Upload {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    if (total > MOST_BYTES) throw refused('too_large', String(MOST_BYTES));
    if (total === 0) throw refused('empty', files[0]?.name ?? '');
    this.#open.clear();
    const uploadId = UploadId.parse(randomUUID());
    this.#open.set(
      uploadId,
      files.map(({ name, size }) => ({ name, bytes: new Uint8Array(size), received: 0 })),
    );
    return uploadId;
  }

  /** Takes the next piece of one file, in order; more than was announced is refused. */
  add(uploadId: Upload, index: number, base64: string): void {
    const file = this.#open.get(uploadId)?.[index];
    if (file === undefined) throw notFound('upload');
    const piece = Buffer.from(base64, 'base64');
    if (file.received + piece.length > file.bytes.length) throw refused('upload_incomplete', file.name);
    file.bytes.set(piece, file.received);
    file.received += piece.length;
  }

  /** The whole files; the upload is over. Throws UNREADABLE_FILE when a piece is missing. */
  take(uploadId: Upload): { name: string; bytes: Uint8Array }[] {
    const files = this.#open.get(uploadId);
    if (files === undefined) throw notFound('upload');
    this.#open.delete(uploadId);
    const short = files.find(({ received, bytes }) => received < bytes.length);
    if (short !== undefined) throw refused('upload_incomplete', short.name);
    return files.map(({ name, bytes }) => ({ name, bytes }));
  }
}
