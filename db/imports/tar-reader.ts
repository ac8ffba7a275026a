// Tar archives as they come: ustar, pax and GNU names (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual,
// "Basic Tar Format"). An own reader, because a header may claim gigabytes of name, and libraries believe it.
import { ArchiveError } from './archive-limits.ts';
import { DamagedEntry } from './dropped.ts';
import type { Packed } from './packed.ts';

const BLOCK = 512;
/** More than any name or pax record of a real archive. */
const LONGEST_EXTRA = 65_536;

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK;
const LATIN1 = new TextDecoder('latin1');
const UTF8 = new TextDecoder('utf-8');

const textAt = (block: Uint8Array, at: number, length: number): Uint8Array => {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
};

/** An octal number, or GNU's base 256 for files of 8 GiB and more; NaN when it is neither. */
function numberAt(block: Uint8Array, at: number, length: number): number {
  if ((block[at] ?? 0) & 0x80) {
    let value = (block[at] ?? 0) & 0x7f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + (block[i] ?? 0);
    return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
  }
  const digits = LATIN1.decode(textAt(block, at, length)).trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** The header's own checksum: all its bytes, with the checksum itself as spaces; old tars added them signed. */
function checksumFits(block: Uint8Array): boolean {
  let sum = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 32 : (block[i] ?? 0);
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const said = numberAt(block, 148, 8);
  return said === sum || said === signed;
}

/** A tar has no magic at its beginning, but no other file begins with a header whose checksum fits. */
export const isTar = (head: Uint8Array) => head.length >= BLOCK && head[0] !== 0 && checksumFits(head);

/** Bytes that come in pieces of any size, taken in pieces of a wanted size. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** What is there of the next `most` bytes; empty at the end. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return this.#rest;
      this.#rest = next.value;
    }
    const bytes = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  /** Exactly `length` bytes; fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const some = await this.some(length - at);
      if (some.length === 0) return bytes.subarray(0, at);
      bytes.set(some, at);
      at += some.length;
    }
    return bytes;
  }

  /** Whether all of `length` bytes were there to be passed over. */
  async skip(length: number): Promise<boolean> {
    for (let left = length; left > 0;) {
      const some = await this.some(left);
      if (some.length === 0) return false;
      left -= some.length;
    }
    return true;
  }

  async end(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** What pax and GNU headers say about the file that follows. */
interface Extra {
  path?: string;
  size?: number;
}

/** pax records: `length key=value\n`, the length in decimal and of the whole record. */
function paxRecords(bytes: Uint8Array): Extra {
  const extra: Extra = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const length = space < 0 ? Number.NaN : Number(LATIN1.decode(bytes.subarray(at, space)));
    if (!Number.isInteger(length) || length < 5 || at + length > bytes.length) return extra;
    const record = UTF8.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    const value = record.slice(equals + 1);
    const key = record.slice(0, equals);
    if (key === 'path') extra.path = value;
    else if (key === 'size' && /^\d{1,15}$/.test(value)) extra.size = Number(value);
    at += length;
  }
  return extra;
}

function nameIn(block: Uint8Array): string {
  const name = UTF8.decode(textAt(block, 0, 100));
  const isUstar = LATIN1.decode(block.subarray(257, 262)) === 'ustar';
  // GNU's own header says "ustar  " and keeps other things where the prefix would be.
  const prefix = isUstar && block[262] === 0 ? UTF8.decode(textAt(block, 345, 155)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/**
 * The members of a tar, links and devices left out. What a consumer does not read is passed over. Throws ArchiveError
 * `broken_zip` where a header is damaged or the archive is cut off between members.
 */
export async function* tarMembers(chunks: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Packed> {
  const source = new Source(chunks);
  try {
    let extra: Extra = {};
    for (;;) {
      const block = await source.take(BLOCK);
      // Two blocks of zeros end it; some writers leave them out.
      if (block.length === 0 || (block.length === BLOCK && block.every((byte) => byte === 0))) return;
      const size = extra.size ?? numberAt(block, 124, 12);
      if (block.length < BLOCK || !checksumFits(block) || Number.isNaN(size))
        throw new ArchiveError('broken_zip', label);
      const type = LATIN1.decode(block.subarray(156, 157));
      if (EXTRA_TYPES.has(type)) {
        extra = { ...extra, ...(await extraOf(type, size, source, label)) };
        continue;
      }
      const name = (extra.path ?? nameIn(block)).replaceAll('\\', '/');
      extra = {};
      yield* memberOf({ name, size, type, label }, source);
    }
  } finally {
    await source.end();
  }
}

/** pax for one file and for all, GNU's long name and long link. */
const EXTRA_TYPES: ReadonlySet<string> = new Set(['x', 'g', 'L', 'K']);
/** Files: POSIX's, the oldest one's, and "contiguous". */
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '7']);

async function extraOf(type: string, size: number, source: Source, label: string): Promise<Extra> {
  // SECURITY: a name of gigabytes is never read into memory.
  if (size > LONGEST_EXTRA) throw new ArchiveError('broken_zip', label);
  const bytes = (await source.take(padded(size))).subarray(0, size);
  if (bytes.length < size) throw new ArchiveError('broken_zip', label);
  if (type === 'x') return paxRecords(bytes);
  return type === 'L' ? { path: UTF8.decode(textAt(bytes, 0, size)) } : {};
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly label: string;
}

async function* memberOf({ name, size, type, label }: Header, source: Source): AsyncGenerator<Packed> {
  let left = size;
  async function* open(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      const bytes = await source.some(left);
      if (bytes.length === 0) throw new DamagedEntry(name);
      left -= bytes.length;
      yield bytes;
    }
  }
  const isFolder = type === '5' || name.endsWith('/');
  if (isFolder || FILE_TYPES.has(type))
    yield { name, isFolder, size, needsPassword: false, canUnpack: true, open };
  if (!(await source.skip(left))) throw new ArchiveError('broken_zip', label);
  // Some writers leave out what fills the very last block.
  await source.skip(padded(size) - size);
}
