// A private file for uploads too large to be held in memory.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Where the uploads of a book wait to be read. SECURITY: beside the book, like SQLite's own -wal, and not in the system's
 * temporary folder: that may be another disk, without the encryption or the rights the owner gave the book's.
 */
export const spoolFolderOf = (bookFile: string) => `${bookFile}.imports`;

/** Removes what a crash has left behind. Only for whoever holds the book's lock. */
export function removeLeftovers(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true });
  } catch {
    // A virus scanner that still looks at it must not keep the book from opening: the next start tries again.
  }
}

/** Bytes that may still be written into the folder, or beside it while it is not there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(fs.existsSync(folder) ? folder : path.dirname(folder));
  return bavail * bsize;
}

/** Bytes written and read at any place, until it is removed; its name on the disk says nothing. */
export class Spool {
  readonly #folder: string;
  readonly #own: string;
  readonly path: string;
  readonly #file: number;
  readonly #remove = () => this.remove();
  #isOpen = true;

  /**
   * Makes the file; `isNamed` where another thread is to open it by its `path`. Throws the system's errors.
   */
  constructor(folder: string, { isNamed = false }: { readonly isNamed?: boolean } = {}) {
    this.#folder = folder;
    // SECURITY: a folder of ours alone; one that somebody else has put there is not followed.
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!fs.lstatSync(folder).isDirectory()) throw new Error('the folder for uploads is not a folder');
    fs.chmodSync(folder, 0o700);
    this.#own = fs.mkdtempSync(path.join(folder, 'upload-'));
    this.path = path.join(this.#own, 'spool');
    this.#file = fs.openSync(this.path, 'wx+', 0o600);
    // SECURITY: without a name nothing can be left behind, whatever happens. Windows keeps names of open files; what has one
    // goes when it is removed, when the program ends, and after a crash when the book is opened.
    if (!isNamed && process.platform !== 'win32') fs.unlinkSync(this.path);
    process.once('exit', this.#remove);
  }

  /** Throws the system's errors: ENOSPC when the disk is full. */
  write(at: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      done += fs.writeSync(this.#file, bytes, done, bytes.length - done, at + done);
    }
  }

  /** Bytes never written read as zeros. Throws once it has been removed. */
  read(at: number, length: number): Uint8Array {
    if (!this.#isOpen) throw new Error('the upload is over');
    // Not from Node's shared pool: these bytes may be handed over to another thread.
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const read = fs.readSync(this.#file, bytes, done, length - done, at + done);
      if (read === 0) return bytes.subarray(0, done);
      done += read;
    }
    return bytes;
  }

  /** Closes and removes it; a second time does nothing. */
  remove(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    process.removeListener('exit', this.#remove);
    fs.closeSync(this.#file);
    fs.rmSync(this.#own, { recursive: true, force: true });
    try {
      fs.rmdirSync(this.#folder);
    } catch {
      // Another upload's folder is in it: the last one takes it away.
    }
  }
}
