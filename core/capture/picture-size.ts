// How large a picture says it is, read from its first bytes: known before anything is unpacked.

export interface PictureSize {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels, as stored: a rotation noted in the file is not looked at. */
  readonly width: number;
  readonly height: number;
}

/** The largest picture that is unpacked, in pixels: 200 MB of memory. Cameras of telephones stay below. */
export const MOST_PIXELS = 50_000_000;
/** The longest side: more than any decoder's own limit, less than what overflows one. */
const LONGEST_SIDE = 30_000;

/** Whether a picture may be unpacked. */
export const isModest = ({ width, height }: PictureSize): boolean =>
  width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;

/**
 * The kind and size of a PNG, JPEG or WebP by its content; undefined for anything else, and where the size does not
 * stand in it.
 * SECURITY: a picture of a few kilobytes may say that it is a hundred thousand pixels wide; it is refused before a
 * decoder sees it.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 16) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pngSize(view) ?? webpSize(view) ?? jpegSize(view);
}

/** PNG (W3C, third edition, §11.2.1): the header chunk comes first. */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89_50_4e_47 || view.getUint32(12) !== 0x49_48_44_52)
    return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

const RIFF = 0x52_49_46_46;
const WEBP = 0x57_45_42_50;

/** WebP (RFC 9649 §2): a canvas, a lossless or a lossy frame comes first. */
function webpSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 30 || view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return undefined;
  const size = (width: number, height: number): PictureSize => ({ type: 'image/webp', width, height });
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))) {
    case 'VP8X':
      return size(three(24) + 1, three(27) + 1);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return size((bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1);
    }
    case 'VP8 ':
      return size(view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff);
    default:
      return undefined;
  }
}

/** JPEG (ITU-T T.81, B.2.2): segment after segment until the one that opens a frame. */
function jpegSize(view: DataView): PictureSize | undefined {
  if (view.getUint16(0) !== 0xff_d8) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Bytes that fill up before a marker.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** SOF0 to SOF15 without the tables that are numbered among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
