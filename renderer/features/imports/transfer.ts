// Handing files to the book piece by piece, and following long work to its end or to the owner's "stop".
import type { z } from 'zod';
import type { Client } from '#api/contract.ts';
import { CHUNK_BYTES } from '#api/imports.ts';
import type { Progress } from '#api/imports.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import type { DroppedFile } from '#renderer/store/drops.ts';

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
 * Sends files to the book and has it plan them; answers the staged batch. Nothing in the book has changed then.
 * Throws the door's errors (UNREADABLE_FILE among them), a DOMException when a file cannot be read, and the
 * signal's reason when it aborts.
 */
export async function stageFiles(
  door: ImportDoor,
  drop: { readonly name: string; readonly files: readonly DroppedFile[] },
  { signal, onProgress }: Following<StageProgress>,
): Promise<ImportBatchId> {
  const total = drop.files.reduce((sum, { file }) => sum + file.size, 0);
  onProgress({ phase: 'sending', done: 0, total });
  const files = drop.files.map(({ name, file }) => ({ name: nameFor(name), size: file.size }));
  const { uploadId } = await door.begin({ files }, { signal });
  let done = 0;
  for (const [index, { file }] of drop.files.entries()) {
    for await (const piece of piecesOf(file)) {
      signal.throwIfAborted();
      await door.chunk({ uploadId, file: index, base64: base64Of(piece) }, { signal });
      done += piece.length;
      onProgress({ phase: 'sending', done, total });
    }
  }
  signal.throwIfAborted();
  const steps = await door.stage({ uploadId, fileName: nameFor(drop.name) }, { signal });
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
