// Zip archives (APPNOTE 6.3.10, zip64 included), read at random places: only the entry that is asked for is in memory.
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { ArchiveError, type Budget } from './archive-limits.ts';
import { DamagedEntry, type DroppedFile, partOf } from './dropped.ts';
import type { Packed } from './packed.ts';

const PIECE = 262_144;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A local file header, or the end record of a zip without files. */
export function isZip(head: Uint8Array): boolean {
  const [p, k, a, b] = head;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** yauzl's way to a file that is not on a path. */
class FileReader extends RandomAccessReader {
  readonly #file: DroppedFile;
  /** What went wrong with the file itself, which is not the archive's fault. */
  trouble: unknown;

  constructor(file: DroppedFile) {
    super();
    this.#file = file;
  }

  #part(at: number, length: number): Uint8Array {
    try {
      return this.#file.read(at, length);
    } catch (error) {
      this.trouble = error;
      throw error;
    }
  }

  override read(
    ...[buffer, offset, length, position, done]: Parameters<RandomAccessReader['read']>
  ): ReturnType<RandomAccessReader['read']> {
    try {
      const bytes = this.#part(position, length);
      buffer.set(bytes, offset);
      done(bytes.length < length ? new Error('the file ends too early') : null);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    let at = start;
    const next = () => this.#part(at, Math.min(PIECE, end - at));
    return new Readable({
      read() {
        try {
          const bytes = next();
          at += bytes.length;
          this.push(bytes.length === 0 ? null : bytes);
        } catch (error) {
          this.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      },
    });
  }
}

/**
 * The members of a zip in the order of its directory. Throws ArchiveError `broken_zip` when there is no directory, or
 * where it is damaged; `too_many_entries` before anything is unpacked.
 */
export async function* zipMembers(file: DroppedFile, budget: Budget): AsyncGenerator<Packed> {
  const reader = new FileReader(file);
  let zip: ZipFile | undefined;
  try {
    zip = await opened(reader, file);
    budget.room(zip.entryCount, String(zip.entryCount));
    for await (const entry of zip.eachEntry()) yield memberOf(zip, entry, { file, reader });
  } catch (error) {
    throwTrouble(reader);
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError('broken_zip', `${file.name}: ${messageOf(error)}`);
  } finally {
    zip?.close();
  }
}

function throwTrouble({ trouble }: FileReader): void {
  if (trouble !== undefined) throw trouble;
}

// Names are decoded and judged one by one: yauzl would give up the whole archive for one `../`. Sizes are counted on
// what comes out, because what a header says is only a claim.
const opened = (reader: FileReader, { size }: DroppedFile): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(reader, size, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  });

interface Source {
  readonly file: DroppedFile;
  readonly reader: FileReader;
}

function memberOf(zip: ZipFile, entry: Entry, source: Source): Packed {
  const { generalPurposeBitFlag, fileNameRaw, extraFields, compressedSize, uncompressedSize } = entry;
  const raw = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const name = raw.replaceAll('\\', '/');
  return {
    name,
    isFolder: name.endsWith('/'),
    size: uncompressedSize,
    packedSize: compressedSize,
    needsPassword: entry.isEncrypted(),
    canUnpack: !entry.isEncrypted() && entry.canDecodeFileData(),
    open: () => inflated(zip, entry, name, source.reader),
    file: () => asItLies(zip, entry, name, source.file),
  };
}

/** The entry's bytes as they come out, with their checksum taken. */
async function* inflated(
  zip: ZipFile,
  entry: Entry,
  name: string,
  reader: FileReader,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      // A zip entry's stream has no encoding set, so it yields Buffers.
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    throwTrouble(reader);
    // What a consumer throws at a generator never arrives here: this is the inflater, or the file's end.
    throw new DamagedEntry(`${name}: ${messageOf(error)}`);
  }
  if (sum !== entry.crc32 || length !== entry.uncompressedSize) throw new DamagedEntry(name);
}

/** An archive that lies uncompressed in this one is read where it lies. */
async function asItLies(
  zip: ZipFile,
  entry: Entry,
  name: string,
  file: DroppedFile,
): Promise<DroppedFile | undefined> {
  if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize) return undefined;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return partOf(name, file, fileDataStart, entry.compressedSize);
  } catch {
    // A header that is not there: unpacking it says the same, and says it in the report.
    return undefined;
  }
}
