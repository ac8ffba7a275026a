// Has a picture read on a thread of its own. Nothing of it leaves the page.

export type PictureAnswer =
  | {
      readonly kind: 'read';
      /** The text of each QR code; none where none could be read. */
      readonly codes: readonly string[];
      /** The picture, small, and nothing but its pixels. */
      readonly shown: Blob;
    }
  | { readonly kind: 'refused'; readonly why: 'notPicture' | 'tooLarge' };

/** No photograph is larger. */
const LARGEST_FILE = 60_000_000;
const PATIENCE = 30_000;

/** What is in a PNG, JPEG or WebP. Never rejects: what cannot be read is `refused`. */
export function readPicture(file: Blob): Promise<PictureAnswer> {
  if (file.size > LARGEST_FILE) return Promise.resolve({ kind: 'refused', why: 'tooLarge' });
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<PictureAnswer>();
  const refuse = () => resolve({ kind: 'refused', why: 'notPicture' });
  const late = setTimeout(refuse, PATIENCE);
  worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => resolve(data));
  worker.addEventListener('error', refuse);
  worker.postMessage(file);
  return promise.finally(() => {
    clearTimeout(late);
    worker.terminate();
  });
}
