// Handing files to the book piece by piece, and following long work to its end or to the owner's "stop".
import type { z } from 'zod';
import type { Client } from '#api/contract.ts';
import { CHUNK_BYTES } from '#api/imports.ts';
import type { Progress, UploadId as Upload } from '#api/imports.ts';
import type { ImportBatchId, Reading } from '#core/imports/model.ts';
import type { DroppedFile } from '#renderer/store/drops.ts';

export type UploadId = z.infer<typeof Upload>;
export type ProgressStep = z.infer<typeof Progress>;

/** `sending` counts bytes, the others records. */
export interface StageProgress {
  readonly phase: 'sending' | ProgressStep['phase'];
  readonly done: number;
  readonly total: number;
}

/** What the way in needs of the contract. */
export type ImportDoor = Pick<Client['imports'], 'begin' | 'chunk' | 'stage'>;

export interface Following<Step> {
  readonly signal: AbortSignal;
  readonly onProgress: (step: Step) => void;
}

/** `String.fromCharCode` takes its bytes as arguments, and engines allow only so many of those. */
const BYTES_A_CALL = 0x8000;

/** Bytes as base64 (RFC 4648 §4). */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_A_CALL) {
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_CALL));
  }
  return btoa(text);
}

/** The pieces of a file, in order, none longer than `CHUNK_BYTES`; an empty file has none. */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    yield new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
  }
}

/** A name the door takes; of a longer one the end, which holds the file's own name, is kept. */
const nameFor = (name: string): string => (name === '' ? '?' : name.slice(-1000));

/**
 * Sends files to the book and answers the upload they make. Throws the door's errors, a DOMException when a file
 * cannot be read, and the signal's reason when it aborts.
 */
export async function sendFiles(
  door: Pick<ImportDoor, 'begin' | 'chunk'>,
  dropped: readonly DroppedFile[],
  { signal, onProgress }: Following<StageProgress>,
): Promise<UploadId> {
  const total = dropped.reduce((sum, { file }) => sum + file.size, 0);
  onProgress({ phase: 'sending', done: 0, total });
  const files = dropped.map(({ name, file }) => ({ name: nameFor(name), size: file.size }));
  const { uploadId } = await door.begin({ files }, { signal });
  let done = 0;
  for (const [index, { file }] of dropped.entries()) {
    for await (const piece of piecesOf(file)) {
      signal.throwIfAborted();
      await door.chunk({ uploadId, file: index, base64: base64Of(piece) }, { signal });
      done += piece.length;
      onProgress({ phase: 'sending', done, total });
    }
  }
  return uploadId;
}

/** What was handed over, and how the owner wants its entries read where what was recognised is not it. */
export interface OpenUpload {
  readonly uploadId: UploadId;
  readonly fileName: string;
  readonly readings: Readonly<Record<string, Reading>>;
}

/**
 * Has the book plan an upload; answers the staged batch. Nothing in the book has changed then. `replaces` is the batch
 * that was staged of the same upload before. Throws the door's errors (UNREADABLE_FILE among them) and the signal's
 * reason when it aborts.
 */
export async function stageUpload(
  door: Pick<ImportDoor, 'stage'>,
  { uploadId, fileName, readings }: OpenUpload,
  replaces: ImportBatchId | undefined,
  { signal, onProgress }: Following<StageProgress>,
): Promise<ImportBatchId> {
  signal.throwIfAborted();
  const input = { uploadId, fileName: nameFor(fileName), readings: { ...readings } };
  const steps = await door.stage(replaces === undefined ? input : { ...input, replaces }, { signal });
  const { batchId } = await follow(steps, { signal, onProgress });
  return batchId;
}

/** Takes steps to the end and answers what the work returned. Stops the work, and throws, when the signal aborts. */
export async function follow<Step, Result>(
  steps: AsyncIterator<Step, Result, void>,
  { signal, onProgress }: Following<Step>,
): Promise<Result> {
  let stop: (reason: unknown) => void = () => undefined;
  // The next step may be long in coming: do not wait for it once the owner has said stop.
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => undefined);
  const onAbort = () => stop(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  let isOver = false;
  try {
    signal.throwIfAborted();
    for (;;) {
      const step = await Promise.race([steps.next(), stopped]);
      if (step.done === true) {
        isOver = true;
        return step.value;
      }
      onProgress(step.value);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Tells the far side that nobody listens any more; what it answers no longer matters.
    if (!isOver) void steps.return?.().catch(() => undefined);
  }
}
