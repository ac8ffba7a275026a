// What was dropped – a zip, an unpacked folder, a lone file – as named entries, with hostile archives kept out.
// Pure functions in core/ never see a zip; names are labels for the report and never become paths.
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import type { errors } from '#api/errors.ts';
import type { EntryReport } from '#core/imports/model.ts';

export type Unreadable = z.infer<(typeof errors)['UNREADABLE_FILE']['data']>['why'];

/** Why nothing of what was dropped can be read; `why` is one of UNREADABLE_FILE's. */
export class ArchiveError extends Error {
  readonly why: Unreadable;
  readonly detail: string;

  constructor(why: Unreadable, detail: string) {
    super(`${why}: ${detail}`);
    this.name = 'ArchiveError';
    this.why = why;
    this.detail = detail;
  }
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Archive {
  /** Entries that may be CSV, unpacked, with their path inside the archive. */
  readonly entries: readonly NamedBytes[];
  /** Entries that were left alone, and why. */
  readonly reports: readonly EntryReport[];
}

export interface ArchiveLimits {
  /** Files in the archive, folders and the Mac's droppings included. */
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked to packed size, once more than `freeBytes` have come out. Text packs 4–50 times, deflate at most 1032. */
  readonly ratio: number;
  readonly freeBytes: number;
}

const MIB = 1_048_576;
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 2000,
  entryBytes: 256 * MIB,
  totalBytes: 512 * MIB,
  ratio: 200,
  freeBytes: 16 * MIB,
};

/** What has been unpacked so far, over the archive and the zips inside it. */
interface Unpacking {
  readonly limits: ArchiveLimits;
  readonly entries: NamedBytes[];
  readonly reports: EntryReport[];
  entryCount: number;
  totalBytes: number;
  encrypted: number;
}

/**
 * Unpacks what was dropped. What is a zip is decided by content, not by name; a zip inside a zip (`.zip.zip`) is opened
 * one level deep. Names that climb (`../`), start at a root or a drive, or hold a NUL are refused one by one; folders,
 * `__MACOSX/` and `.DS_Store` are passed over; what is not CSV by name is reported without being unpacked.
 * Throws ArchiveError when nothing can be made of it at all or a limit is broken.
 */
export async function readArchive(
  files: readonly NamedBytes[],
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Archive> {
  const unpacking: Unpacking = {
    limits,
    entries: [],
    reports: [],
    entryCount: 0,
    totalBytes: 0,
    encrypted: 0,
  };
  for (const file of files) {
    if (isZip(file.bytes)) await unpackZip(file, unpacking, '', 0);
    else keepFile(file, files.length === 1, unpacking);
  }
  const { entries, reports, encrypted } = unpacking;
  const nothing = nothingIn(files, unpacking, encrypted);
  if (nothing !== undefined) throw new ArchiveError(nothing, files[0]?.name ?? '');
  return { entries, reports };
}

/** Why there is nothing to look at: no file has a byte, the zip has no files, or all of them need a password. */
function nothingIn(
  files: readonly NamedBytes[],
  { entries, reports }: Unpacking,
  encrypted: number,
): Unreadable | undefined {
  if (entries.length === 0 && encrypted > 0) return 'encrypted_zip';
  const empty = files.every(({ bytes }) => bytes.length === 0);
  return empty || entries.length + reports.length === 0 ? 'empty' : undefined;
}

/** A local file header, or the end record of a zip without files. */
function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

const DROPPINGS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
const CSV_NAME = /(?:^|\/)[^/.]+$|\.(?:csv|tsv|txt|tab)$/i;
const LATER_NAME = /\.(?:vcf|vcard|ics|mbox|eml|ldif|json|html?|xlsx?)$/i;
const LONGEST_LABEL = 500;

const reportOf = (name: string, verdict: EntryReport['verdict']): EntryReport => ({
  entryName: name.slice(0, LONGEST_LABEL),
  records: 0,
  verdict,
  because: '',
});

const setAside = (name: string) => reportOf(name, LATER_NAME.test(name) ? 'not_supported_yet' : 'unknown');

// SECURITY: a name is only ever a label, and one that tries to be a path elsewhere is refused all the same.
const isUnsafe = (name: string) => name.includes('\0') || validateFileName(name) !== null;

function countEntry(unpacking: Unpacking, name: string): void {
  if (++unpacking.entryCount > unpacking.limits.entries) throw new ArchiveError('too_many_entries', name);
}

function countBytes(unpacking: Unpacking, bytes: number, name: string): void {
  unpacking.totalBytes += bytes;
  if (unpacking.totalBytes > unpacking.limits.totalBytes) throw new ArchiveError('too_large', name);
}

/** A file as it was dropped. Alone it is tried whatever its name is; among a folder's files the name sorts it out. */
function keepFile({ name, bytes }: NamedBytes, alone: boolean, unpacking: Unpacking): void {
  const label = name.replaceAll('\\', '/').slice(0, LONGEST_LABEL);
  if (DROPPINGS.test(label)) return;
  countEntry(unpacking, label);
  if (isUnsafe(label)) unpacking.reports.push(reportOf(label, 'unsafe_name'));
  else if (bytes.length > unpacking.limits.entryBytes) unpacking.reports.push(reportOf(label, 'too_large'));
  else if (isBinary(bytes)) {
    if (alone && /\.zip$/i.test(label)) throw new ArchiveError('broken_zip', label);
    unpacking.reports.push(setAside(label));
  } else if (alone || CSV_NAME.test(label) || /\.zip$/i.test(label)) {
    countBytes(unpacking, bytes.length, label);
    unpacking.entries.push({ name: label, bytes });
  } else unpacking.reports.push(setAside(label));
}

/** Zero bytes without a byte order mark, and not every second one as UTF-16 has them: no text. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  return even + odd > 0 && Math.min(even, odd) > Math.max(even, odd) / 8;
}

async function unpackZip(
  zip: NamedBytes,
  unpacking: Unpacking,
  folder: string,
  depth: number,
): Promise<void> {
  const { buffer, byteOffset, byteLength } = zip.bytes;
  const file = await opened(Buffer.from(buffer, byteOffset, byteLength), zip.name);
  if (unpacking.entryCount + file.entryCount > unpacking.limits.entries) {
    throw new ArchiveError('too_many_entries', String(file.entryCount));
  }
  try {
    for await (const entry of file.eachEntry()) await unpackEntry(file, entry, unpacking, { folder, depth });
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    // The central directory itself is damaged: what was read before the damage is kept.
    if (unpacking.entries.length === 0) throw new ArchiveError('broken_zip', messageOf(error));
    unpacking.reports.push(reportOf(zip.name, 'unreadable'));
  } finally {
    file.close();
  }
}

async function opened(buffer: Buffer, name: string): Promise<ZipFile> {
  try {
    // Names are decoded and judged one by one here: yauzl would give up the whole archive for one `../`. Sizes are
    // counted on what comes out, because what a header says is only a claim.
    return await fromBufferPromise(buffer, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    throw new ArchiveError('broken_zip', `${name}: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function unpackEntry(
  file: ZipFile,
  entry: Entry,
  unpacking: Unpacking,
  { folder, depth }: { folder: string; depth: number },
): Promise<void> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const inner = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replaceAll(
    '\\',
    '/',
  );
  const name = folder + inner;
  countEntry(unpacking, name.slice(0, LONGEST_LABEL));
  if (DROPPINGS.test(inner) || inner.endsWith('/')) return;
  const refused = refusal(inner, entry, unpacking.limits, depth);
  if (refused) {
    if (entry.isEncrypted()) unpacking.encrypted++;
    unpacking.reports.push({ ...refused, entryName: name.slice(0, LONGEST_LABEL) });
    return;
  }
  const bytes = await inflated(file, entry, unpacking, name);
  if (bytes === undefined) unpacking.reports.push(reportOf(name, 'unreadable'));
  else if (bytes.length > unpacking.limits.entryBytes) unpacking.reports.push(reportOf(name, 'too_large'));
  else if (isZip(bytes)) await unpackInner({ name, bytes }, unpacking, depth);
  else unpacking.entries.push({ name: name.slice(0, LONGEST_LABEL), bytes });
}

/** Why an entry is not even unpacked. */
function refusal(name: string, entry: Entry, limits: ArchiveLimits, depth: number): EntryReport | undefined {
  if (isUnsafe(name)) return reportOf(name, 'unsafe_name');
  const isInnerZip = depth === 0 && /\.zip$/i.test(name);
  if (!isInnerZip && !CSV_NAME.test(name)) return setAside(name);
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return reportOf(name, 'unreadable');
  const claimed = entry.uncompressedSize;
  if (claimed > limits.freeBytes && claimed > entry.compressedSize * limits.ratio)
    throw new ArchiveError('zip_bomb', name);
  return claimed > limits.entryBytes ? reportOf(name, 'too_large') : undefined;
}

async function unpackInner(zip: NamedBytes, unpacking: Unpacking, depth: number): Promise<void> {
  if (depth > 0) {
    unpacking.reports.push(reportOf(zip.name, 'not_supported_yet'));
    return;
  }
  try {
    await unpackZip(zip, unpacking, `${zip.name}/`, depth + 1);
  } catch (error) {
    // A broken zip beside good files costs only itself; a bomb costs everything.
    if (!(error instanceof ArchiveError) || error.why !== 'broken_zip') throw error;
    unpacking.reports.push(reportOf(zip.name, 'unreadable'));
  }
}

/** The entry's bytes; undefined when they are damaged. Stops as soon as a limit is passed, whatever the headers claim. */
async function inflated(
  file: ZipFile,
  entry: Entry,
  unpacking: Unpacking,
  name: string,
): Promise<Uint8Array | undefined> {
  const { limits } = unpacking;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let sum = 0;
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      // A zip entry's stream has no encoding set, so it yields Buffers.
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      countBytes(unpacking, bytes.length, name);
      // SECURITY: the ratio is of what really came out.
      if (length > limits.freeBytes && length > entry.compressedSize * limits.ratio)
        throw new ArchiveError('zip_bomb', name);
      if (length > limits.entryBytes) throw new ArchiveError('too_large', name);
      sum = crc32(bytes, sum);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    // Cut off or damaged: half a table would look like people who were removed.
    return undefined;
  }
  return sum === entry.crc32 && length === entry.uncompressedSize ? Buffer.concat(chunks, length) : undefined;
}
