// A chosen picture as the book keeps it: small, and nothing but its pixels.
import { isModest, pictureSize } from '#core/capture/picture-size.ts';

const KINDS: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);
/** No portrait is larger; decoding one that is would only take memory. */
const LARGEST_FILE = 30_000_000;
const LONGEST_SIDE = 512;
const LARGEST_KEPT = 200_000;

/** Qualities and sizes tried in turn, until the picture is small enough. */
const TRIES = [
  { quality: 0.88, side: LONGEST_SIDE },
  { quality: 0.75, side: LONGEST_SIDE },
  { quality: 0.6, side: LONGEST_SIDE },
  { quality: 0.6, side: 320 },
  { quality: 0.5, side: 160 },
] as const;

/** The first picture among files that were chosen, dropped or pasted. */
export const pictureAmong = (files: Iterable<File>): File | undefined =>
  [...files].find(({ type }) => KINDS.has(type));

/**
 * A PNG, JPEG or WebP as a JPEG `data:` URI (RFC 2397) of at most 512 × 512 and 200 KB; undefined for what is none of
 * them, cannot be decoded, or is far too large. SECURITY: drawn anew, so nothing of the file but its pixels is kept –
 * no place, no camera, no bytes a decoder elsewhere might stumble over.
 */
export async function portraitFrom(file: Blob): Promise<string | undefined> {
  if (!KINDS.has(file.type) || file.size > LARGEST_FILE) return undefined;
  const size = pictureSize(new Uint8Array(await file.arrayBuffer()));
  if (size === undefined || !isModest(size)) return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return undefined;
  try {
    for (const { quality, side } of TRIES) {
      // Each try needs to know how large the one before has become.
      // eslint-disable-next-line no-await-in-loop
      const blob = await drawn(picture, side, quality);
      if (blob !== undefined && blob.size <= LARGEST_KEPT) return await dataUri(blob);
    }
    return undefined;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, longest: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d');
  if (brush === null) return Promise.resolve(undefined);
  // JPEG knows no transparency, and would show black.
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality);
  });
}

async function dataUri(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${blob.type};base64,${btoa(letters)}`;
}
