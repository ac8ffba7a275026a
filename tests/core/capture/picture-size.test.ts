// How large a picture says it is, without unpacking it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isModest, pictureSize } from '#core/capture/picture-size.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const png = (width: number, height: number) =>
  Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n\u001a\n'),
    0,
    0,
    0,
    13,
    ...ascii('IHDR'),
    ...u32(width),
    ...u32(height),
    8,
    0,
  ]);
const jpeg = (width: number, height: number) => {
  const front = [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc4, 0, 3, 9];
  return Uint8Array.from(
    front.concat([0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]),
  );
};
const webp = (kind: string, body: readonly number[]) =>
  Uint8Array.from([
    ...ascii('RIFF'),
    9,
    9,
    0,
    0,
    ...ascii(`WEBP${kind}`),
    9,
    0,
    0,
    0,
    ...body,
    ...Array<number>(12).fill(0),
  ]);

describe('the size of a picture', () => {
  it.each([
    ['PNG', png(640, 480), { type: 'image/png', width: 640, height: 480 }],
    ['JPEG', jpeg(4000, 3000), { type: 'image/jpeg', width: 4000, height: 3000 }],
    [
      'extended WebP',
      webp('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
    [
      'lossless WebP',
      webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
    [
      'lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
    ['GIF', Uint8Array.from([...ascii('GIF89a'), ...Array<number>(40).fill(1)]), undefined],
    ['a page', Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9">')), undefined],
    ['nothing', new Uint8Array(), undefined],
    [
      'a JPEG without a frame',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, ...Array<number>(20).fill(0)]),
      undefined,
    ],
  ])('%s', (_, bytes, size) => {
    expect(pictureSize(bytes)).toEqual(size);
  });

  it('is refused where unpacking would take all memory', () => {
    expect(isModest(pictureSize(png(8000, 6000))!)).toBe(true);
    expect(isModest(pictureSize(png(100_000, 100_000))!)).toBe(false);
    expect(isModest(pictureSize(png(0xff_ff_ff_ff, 1))!)).toBe(false);
    expect(isModest(pictureSize(jpeg(65_535, 65_535))!)).toBe(false);
    expect(isModest(pictureSize(png(0, 10))!)).toBe(false);
  });

  it('is looked for in any bytes whatever', () => {
    const begun = fc.constantFrom(
      png(1, 1),
      jpeg(1, 1),
      webp('VP8X', []),
      new Uint8Array([0xff, 0xd8, 0xff]),
    );
    fc.assert(
      fc.property(begun, fc.nat(40), fc.uint8Array({ maxLength: 60 }), (front, kept, rest) => {
        const bytes = new Uint8Array([...front.slice(0, kept), ...rest]);
        expect(() => pictureSize(bytes)).not.toThrow();
      }),
    );
  });
});
