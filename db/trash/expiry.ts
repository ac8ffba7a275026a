// The trash empties itself: whoever has been in it for its whole time is erased when the book is opened.
import type { DateTime } from '#core/shared/dates.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { emptyLog } from './clearing.ts';
import { erase } from './erase.ts';
import { expired } from './trashed.ts';

/**
 * Erases those whose time is over; answers how many. They may come back with an import, as anybody may whom nobody has
 * forgotten. The file is not written anew for it: opening a book must not take longer the larger it is.
 */
export function eraseExpired({ book }: WriterThread, now: DateTime): number {
  const ids = expired(book, now);
  if (ids.length === 0) return 0;
  book.sqlite.transaction(() => erase(new Recorder(book), ids, { clean: false })).immediate();
  emptyLog(book);
  return ids.length;
}
