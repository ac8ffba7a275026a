// What can be wrong with a book as a whole, and how SQLite's codes tell.
import type { BookTrouble } from '#api/errors.ts';

/** A book that cannot be opened or used; `why` is what the person is told, `cause` what SQLite said. */
export class BookUnavailable extends Error {
  readonly why: BookTrouble;

  constructor(why: BookTrouble, cause?: unknown) {
    super(`the book is not available: ${why}`, { cause });
    this.name = 'BookUnavailable';
    this.why = why;
  }
}

const BY_CODE: readonly (readonly [prefix: string, why: BookTrouble])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_PERM', 'read_only'],
  ['SQLITE_CANTOPEN', 'no_folder'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_IOERR', 'disk_full'],
  ['SQLITE_NOTADB', 'not_a_book'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'read_only'],
  ['EACCES', 'read_only'],
  ['EPERM', 'read_only'],
  ['ENOTDIR', 'no_folder'],
  ['ENOENT', 'no_folder'],
];

/** The trouble an error stands for, by its SQLite or system code (https://sqlite.org/rescode.html); undefined if it is a bug of ours. */
export function troubleOf(error: unknown): BookTrouble | undefined {
  if (error instanceof BookUnavailable) return error.why;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const { code } = error;
  return BY_CODE.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1];
}
