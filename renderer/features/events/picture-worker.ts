// Unpacks a picture and reads its QR codes on a thread of its own: the window never waits, and loads this only when it is needed.
import { isModest, pictureSize } from '#core/capture/picture-size.ts';
import type { PictureAnswer } from './read-picture.ts';
import { codesIn } from './qr-codes.ts';

/** Codes are found in no larger picture than this, and small ones still in it. */
const LOOKED_AT = 2000;
const SHOWN = 1200;

async function answer(file: Blob): Promise<PictureAnswer> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = pictureSize(bytes);
  if (size === undefined) return { kind: 'refused', why: 'notPicture' };
  // SECURITY: before anything is unpacked.
  if (!isModest(size)) return { kind: 'refused', why: 'tooLarge' };
  const picture = await createImageBitmap(new Blob([bytes], { type: size.type })).catch(() => undefined);
  if (picture === undefined) return { kind: 'refused', why: 'notPicture' };
  try {
    const codes = await codesIn(pixelsOf(picture, LOOKED_AT));
    const shown = await drawn(picture, SHOWN).convertToBlob({ type: 'image/jpeg', quality: 0.88 });
    return { kind: 'read', codes, shown };
  } finally {
    picture.close();
  }
}

/** The picture on white, no side longer than so many pixels. */
function drawn(picture: ImageBitmap, longest: number): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const brush = brushOf(canvas);
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(picture: ImageBitmap, longest: number): ImageData {
  const canvas = drawn(picture, longest);
  return brushOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}

function brushOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) throw new Error('a canvas has a brush');
  return brush;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  answer(data).then(
    (said) => globalThis.postMessage(said),
    () => globalThis.postMessage({ kind: 'refused', why: 'notPicture' } satisfies PictureAnswer),
  );
});
