// From the book's pieces to a file the owner keeps.
import type { Client } from '#api/contract.ts';
import type { People } from '#api/people.ts';
import type { ExportFormat } from '#core/exports/model.ts';

export interface Wish {
  readonly format: ExportFormat;
  /** Absent: everybody. */
  readonly people?: People;
  readonly withPrivate: boolean;
  readonly withConfidential: boolean;
}

export interface TakenOut {
  readonly blob: Blob;
  readonly fileName: string;
  readonly people: number;
  /** Confidential people who stayed behind. */
  readonly leftOut: number;
}

/** Gathers the file. Throws the door's errors, and the signal's reason when it aborts. */
export async function takeOut(
  door: Pick<Client['exports'], 'people'>,
  wish: Wish,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<TakenOut> {
  const pieces = await door.people(wish, { signal });
  const bytes: BlobPart[] = [];
  for (;;) {
    const step = await pieces.next();
    signal.throwIfAborted();
    if (step.done === true) {
      const { mediaType, ...rest } = step.value;
      return { blob: new Blob(bytes, { type: mediaType }), ...rest };
    }
    bytes.push(Uint8Array.from(atob(step.value.base64), (letter) => letter.charCodeAt(0)));
    onProgress(step.value.done, step.value.total);
  }
}
