// After an erasure: no byte of it stays in the book's file, and which copies of the book still hold it.
import fs from 'node:fs';
import path from 'node:path';
import type { OpenBook } from '#db/book.ts';

/**
 * Writes the file anew, so that neither its free room nor its log holds what was erased: what is deleted is overwritten
 * (`secure_delete`, see book.ts), but moving rows between pages leaves copies behind that nobody deletes. Call it outside a
 * transaction. Answers false where there was no room to do so; closing the book or the next erasure then tries again.
 */
export function clearFile({ sqlite }: Pick<OpenBook, 'sqlite'>): boolean {
  try {
    // SECURITY: VACUUM works on a copy of the whole book, which must not come to lie in the system's temporary folder.
    sqlite.pragma('temp_store = memory');
    sqlite.exec('vacuum');
    return emptyLog({ sqlite });
  } catch {
    emptyLog({ sqlite });
    return false;
  } finally {
    sqlite.pragma('temp_store = default');
  }
}

/** https://sqlite.org/pragma.html#pragma_wal_checkpoint: waits for readers as long as the connection's timeout says. */
export function emptyLog({ sqlite }: Pick<OpenBook, 'sqlite'>): boolean {
  const [result] = sqlite.pragma('wal_checkpoint(truncate)') as { readonly busy: number }[]; // its one row
  return result?.busy === 0;
}

/** Where `backUp` puts copies. */
export const backupFolderOf = (bookFile: string): string => path.join(path.dirname(bookFile), 'backups');

export interface BackupFile {
  readonly fileName: string;
  /** When it was made. */
  readonly madeAt: string;
  /** Whether one of the words looked for is in it. */
  readonly holds: boolean;
}

const PIECE = 4 * 1024 * 1024;

/** The copies of the book beside it, the newest first, and which of them hold one of the words. */
export function backupsOf(bookFile: string, words: readonly string[]): BackupFile[] {
  const folder = backupFolderOf(bookFile);
  if (!fs.existsSync(folder)) return [];
  const wanted = words.filter(Boolean).map((word) => Buffer.from(word));
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => {
      const file = path.join(folder, name);
      return {
        fileName: name,
        madeAt: fs.statSync(file).mtime.toISOString(),
        holds: fileHolds(file, wanted),
      };
    })
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** True when one of the words stands in the file, across the borders of pieces as well. */
export function fileHolds(file: string, words: readonly Buffer[]): boolean {
  const overlap = Math.max(0, ...words.map(({ length }) => length - 1));
  const piece = Buffer.allocUnsafe(PIECE + overlap);
  const open = fs.openSync(file, 'r');
  try {
    let kept = 0;
    for (;;) {
      const read = fs.readSync(open, piece, kept, PIECE, null);
      if (read === 0) return false;
      const text = piece.subarray(0, kept + read);
      if (words.some((word) => text.includes(word))) return true;
      kept = Math.min(overlap, text.length);
      piece.copyWithin(0, text.length - kept, text.length);
    }
  } finally {
    fs.closeSync(open);
  }
}
