// PNG (ISO/IEC 15948) packed as tightly as zlib can; the pixels stay as they are.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function bytesOf({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same picture, smaller where it can be: image data deflated anew, nothing kept but header, data and end. */
export function smallPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const data = deflateSync(inflateSync(packed), { level: 9, memLevel: 9 });
  const kept = chunks.filter(({ type }) => type === 'IHDR' || type === 'PLTE');
  const small = Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    ...[...kept, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }].map(bytesOf),
  ]);
  return small.length < png.length ? small : png;
}
