// What gzip has packed (RFC 1952): one file, or a tar as Google Takeout sends it.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Budget } from './archive-limits.ts';
import { DamagedEntry, type DroppedFile } from './dropped.ts';

export const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;

/** `letters.mbox.gz` holds `letters.mbox`. */
export const withoutGz = (name: string) => name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');

const PIECE = 262_144;

/**
 * The file as it comes out, several members one after the other as RFC 1952 has it. Throws DamagedEntry after the last
 * good piece; ArchiveError when it is a bomb – what nobody reads is counted as well, for it has to be unpacked too.
 */
export async function* gunzipped(file: DroppedFile, budget: Budget): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  const packed = Readable.from(file.chunks(), { objectMode: false });
  let trouble: unknown;
  packed.once('error', (error) => {
    trouble = error;
    gunzip.destroy(error);
  });
  packed.pipe(gunzip);
  let length = 0;
  try {
    for await (const chunk of gunzip) {
      // Without an encoding set, the stream yields Buffers.
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      budget.checkRatio(length, file.size, file.name);
      budget.countBytes(bytes.length, file.name);
      yield bytes;
    }
  } catch (error) {
    if (trouble !== undefined) throw trouble;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new DamagedEntry(file.name);
    throw error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}
