// Finds QR codes in a photograph: the decoder is asked again with the picture turned, enlarged and stretched, as ADR 0032 measures.
import { decodeQR, decodeQRBatch } from 'qr/decode.js';

/** Pixels as a canvas gives them: RGBA. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Turned by so many degrees, its size times so much. A code is lost at some angles and found at the next. */
const TRIES = [
  { degrees: 60, scale: 1 },
  { degrees: 0, scale: 1.6 },
  { degrees: 30, scale: 1 },
  { degrees: 20, scale: 1.4 },
  { degrees: 0, scale: 0.5 },
  { degrees: 45, scale: 0.6 },
] as const;

/** Further tries are not worth enlarging what is large already. */
const MOST_ENLARGED = 6_000_000;
/** What one try may take, in milliseconds, on a slow computer. */
const TIME = 400;

/** The text of every QR code in a picture, each once; none where none can be read. */
export async function codesIn(picture: Pixels): Promise<string[]> {
  const [all = []] = await decodeQRBatch([picture], { timeLimit: TIME });
  const found = all.filter((one): one is string => typeof one === 'string');
  if (found.length > 0) return [...new Set(found)];
  const grey = greyOf(picture);
  const one = read(coloured(stretched(grey)));
  if (one !== undefined) return [one];
  for (const { degrees, scale } of TRIES) {
    if (scale > 1 && grey.width * grey.height * scale * scale > MOST_ENLARGED) continue;
    const text = read(coloured(turned(grey, degrees, scale)));
    if (text !== undefined) return [text];
  }
  return [];
}

function read(picture: Pixels): string | undefined {
  try {
    return decodeQR(picture, { timeLimit: TIME });
  } catch {
    // That there is none is how the decoder ends.
    return undefined;
  }
}

interface Grey {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

function greyOf({ data, width, height }: Pixels): Grey {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = (data[4 * at]! * 77 + data[4 * at + 1]! * 150 + data[4 * at + 2]! * 29) >> 8;
  return { data: grey, width, height };
}

function coloured({ data, width, height }: Grey): Pixels {
  const all = new Uint8ClampedArray(data.length * 4).fill(255);
  for (let at = 0; at < data.length; at += 1) all.fill(data[at]!, 4 * at, 4 * at + 3);
  return { data: all, width, height };
}

/** From black to white, whatever the darkest and the brightest are; one pixel in five hundred may be either. */
function stretched({ data, width, height }: Grey): Grey {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value]! += 1;
  const few = data.length / 500;
  const edge = (from: number, step: 1 | -1): number => {
    let seen = 0;
    for (let value = from; value >= 0 && value < 256; value += step) {
      seen += counts[value]!;
      if (seen > few) return value;
    }
    return from;
  };
  const [low, high] = [edge(0, 1), edge(255, -1)];
  const factor = 255 / Math.max(1, high - low);
  return { data: data.map((value) => (value - low) * factor), width, height };
}

/** Around its middle, between four pixels each; what was outside is white. */
function turned(picture: Grey, degrees: number, scale: number): Grey {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil((picture.width * Math.abs(cos) + picture.height * Math.abs(sin)) * scale);
  const height = Math.ceil((picture.width * Math.abs(sin) + picture.height * Math.abs(cos)) * scale);
  const data = new Uint8ClampedArray(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [right, down] = [(x - width / 2) / scale, (y - height / 2) / scale];
      const value = between(
        picture,
        cos * right + sin * down + picture.width / 2 - 0.5,
        cos * down - sin * right + picture.height / 2 - 0.5,
      );
      if (value !== undefined) data[y * width + x] = value;
    }
  }
  return { data, width, height };
}

function between({ data, width, height }: Grey, x: number, y: number): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return undefined;
  const [right, down] = [x - left, y - top];
  const at = top * width + left;
  const upper = data[at]! * (1 - right) + data[at + 1]! * right;
  const lower = data[at + width]! * (1 - right) + data[at + width + 1]! * right;
  return upper * (1 - down) + lower * down;
}
