// From the book's pieces to a file the owner keeps.
import type { z } from 'zod';
import type { ExportPiece } from '#api/exports.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How an export is followed and stopped. */
export interface Following {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Gathers the file and what the book says of it. Throws the door's errors, and the signal's reason when it aborts. */
export async function takeOut<Result extends { readonly mediaType: string }>(
  pieces: AsyncIterator<z.infer<typeof ExportPiece>, Result, void>,
  { signal, onProgress }: Following,
): Promise<{ readonly blob: Blob; readonly result: Result }> {
  const bytes: BlobPart[] = [];
  for (;;) {
    const step = await pieces.next();
    signal.throwIfAborted();
    if (step.done === true)
      return { blob: new Blob(bytes, { type: step.value.mediaType }), result: step.value };
    bytes.push(Uint8Array.from(atob(step.value.base64), (letter) => letter.charCodeAt(0)));
    onProgress({ done: step.value.done, total: step.value.total });
  }
}
