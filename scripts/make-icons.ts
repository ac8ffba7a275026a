// Draws assets/icons/NxN.png, assets/icon.ico and assets/icon.icns from the two SVGs: `npm run icons`.
// All containers are written here, so that packaging has nothing to convert with tools it would have to download.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const ASSETS = resolve(import.meta.dirname, '../assets');
/** What Linux desktops look for (freedesktop icon theme specification). */
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's OSTypes that hold a PNG, by pixels: `ic11` is 16 pt at 2×, and so on. */
const ICNS_TYPES: readonly (readonly [string, number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
/** Up to this size the drawing made for whole pixels is used. */
const SMALL = 32;

const large = readFileSync(join(ASSETS, 'icon.svg'), 'utf8');
const small = readFileSync(join(ASSETS, 'icon-small.svg'), 'utf8');

/** The icon as a PNG of `size` × `size` pixels. */
function png(size: number): Buffer {
  const drawing = size <= SMALL ? small : large;
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/** Windows' container with PNG entries (ICONDIR, 6 bytes; one ICONDIRENTRY of 16 bytes each; then the pictures). */
function ico(sizes: readonly number[]): Buffer {
  const pictures = sizes.map((size) => ({ size, data: png(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, data }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)]);
}

/** Apple's container: chunks of a type, a big-endian length that counts the 8 bytes before the data, and the data. */
function icns(types: readonly (readonly [string, number])[]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return chunk('icns', Buffer.concat(types.map(([type, size]) => chunk(type, png(size)))));
}

mkdirSync(join(ASSETS, 'icons'), { recursive: true });
for (const size of PNG_SIZES) writeFileSync(join(ASSETS, 'icons', `${size}x${size}.png`), png(size));
writeFileSync(join(ASSETS, 'icon.ico'), ico(ICO_SIZES));
writeFileSync(join(ASSETS, 'icon.icns'), icns(ICNS_TYPES));
console.log(`Drawn: ${PNG_SIZES.length} PNGs, icon.ico, icon.icns.`);
