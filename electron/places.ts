// Where things are on this computer: the book, and the folder that belongs to one book's program.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';

export interface Places {
  /** Chromium's profile, the log and the window's bounds; also what "single instance" is counted by. */
  readonly userData: string;
  readonly book: string;
}

/**
 * One folder per book, so that two books can be open side by side and one book cannot be open twice.
 * `home` is Acquaint's own folder in the system's place for application data. A book elsewhere keeps its
 * program data under a hash of its path, so the name of a book shows up nowhere else.
 */
export function placesFor({ book, demo }: Pick<Arguments, 'book' | 'demo'>, home: string): Places {
  if (book !== undefined) {
    const key = createHash('sha256').update(book).digest('hex').slice(0, 16);
    return { userData: join(home, 'books', key), book };
  }
  if (demo) return { userData: join(home, 'demo'), book: join(home, 'demo', 'book', 'demo.acquaint') };
  return { userData: home, book: join(home, 'book', 'book.acquaint') };
}
