// Opens the one book, says when that fails or the book goes, and opens it again when asked.
import type { BookTrouble } from '#api/errors.ts';
import type { Book } from '#db/client.ts';
import type { Log } from './logging.ts';

export interface Keeper {
  /** The book; rejects when it could not be opened. */
  readonly book: () => Promise<Book>;
  /** Why there is no book, once that is known. */
  readonly trouble: () => BookTrouble | undefined;
  /** Tries again; answers whether there is a book now. */
  readonly reopen: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface KeeperOptions {
  readonly open: () => Promise<Book>;
  /** Reads the reason out of a failed opening; undefined when it is a fault of ours. */
  readonly whyOf: (error: unknown) => BookTrouble | undefined;
  readonly inTrouble: (why: BookTrouble) => void;
  readonly log: Log;
}

/** Starts opening at once; nobody has to wait for it here. */
export function keepBook({ open, whyOf, inTrouble, log }: KeeperOptions): Keeper {
  let trouble: BookTrouble | undefined;
  let closing = false;
  const fail = (why: BookTrouble) => {
    if (closing || trouble !== undefined) return;
    trouble = why;
    inTrouble(why);
  };
  const begin = async (): Promise<Book> => {
    const started = performance.now();
    try {
      const book = await open();
      log.write('book-opened', { ms: Math.round(performance.now() - started) });
      book.onExit((why) => {
        log.write('book-gone', { why });
        fail(why);
      });
      return book;
    } catch (error) {
      const why = whyOf(error);
      if (why === undefined) log.fault(error);
      log.write('book-unavailable', { why: why ?? 'fault' });
      fail(why ?? 'gone');
      throw error;
    }
  };
  let current = begin();
  // The failure has been told to `inTrouble`; whoever asks for the book gets it again.
  current.catch(() => undefined);
  const closeCurrent = () =>
    current.then(
      (book) => book.close(),
      // Never opened: nothing to close.
      () => undefined,
    );
  return {
    book: () => current,
    trouble: () => trouble,
    reopen: async () => {
      await closeCurrent();
      trouble = undefined;
      current = begin();
      return current.then(
        () => true,
        () => false,
      );
    },
    close: () => {
      closing = true;
      return closeCurrent();
    },
  };
}
