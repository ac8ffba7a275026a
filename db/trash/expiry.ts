// The trash empties itself: whoever has been in it for its whole time is erased when the book is opened.
import type { DateTime } from '#core/shared/dates.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { expired } from './trashed.ts';

/**
 * Erases those whose time is over; answers how many. They may come back with an import, as anybody may whom nobody has
 * forgotten. The file is not written anew for it: opening a book must not take longer the larger it is.
 */
export async function eraseExpired({ book }: WriterThread, now: DateTime): Promise<number> {
  const ids = expired(book, now);
  if (ids.length === 0) return 0;
  // Erasing knows every table there is; on most days nobody is erased.
  const [{ Recorder }, { emptyLog }, { erase }] = await Promise.all([
    import('#db/history/journal.ts'),
    import('./clearing.ts'),
    import('./erase.ts'),
  ]);
  book.sqlite.transaction(() => erase(new Recorder(book), ids, { clean: false })).immediate();
  emptyLog(book);
  return ids.length;
}
