// The one writer: commands take turns, each in one transaction, journalled, told to the others after the commit.
import type { MessagePort } from 'node:worker_threads';
import type { DateTime } from '#core/shared/dates.ts';
import type { OpenBook } from './book.ts';
import { keepEntry } from './history/queries.ts';
import { Recorder } from './history/journal.ts';
import type { Changes, WriteBook } from './history/journal.ts';
import type { PeopleFinder } from './people-finder.ts';
import type { ChangedMessage, ReplayingMessage } from './threads.ts';

/** What a command did, for the history list. `undoable: false` for undo and redo themselves and for settings. */
export interface Deed {
  readonly code: string;
  readonly undoable: boolean;
}

/** Rows of a plan's new people as `readyRows` made them. */
export interface ReadyFile {
  readonly batchId: number;
  readonly file: string;
  /** Says to whom it matters that these people are on their way, behind those with keys up to `before`. */
  readonly foretell: (before: number) => void;
}

export class WriterThread {
  readonly book: OpenBook;
  readonly isDemo: boolean;
  /** Asks the reader whom a query finds; a writer on its own, as tests have it, has nobody to ask. */
  readonly finder: PeopleFinder | undefined;
  /** Of the plan that was kept last, as long as nobody has been erased since. */
  ready: ReadyFile | undefined;
  readonly #listeners: readonly MessagePort[];
  #turn: Promise<void> = Promise.resolve();

  constructor(book: OpenBook, isDemo: boolean, listeners: readonly MessagePort[], finder?: PeopleFinder) {
    this.book = book;
    this.isDemo = isDemo;
    this.finder = finder;
    this.#listeners = listeners;
  }

  /** Waits until no other command is running; call what it answers when done. */
  async takeTurn(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#turn;
    this.#turn = before.then(() => promise);
    await before;
    return resolve;
  }

  /** Runs `act` in one transaction: all of it is kept, with its journal entry, or none. */
  async command<Result>(deed: Deed, now: DateTime, act: (book: WriteBook) => Result): Promise<Result> {
    const endTurn = await this.takeTurn();
    try {
      const recorder = new Recorder(this.book, (done, total) => this.#tellReplaying(done, total));
      this.book.sqlite.exec('begin immediate');
      let result: Result;
      try {
        result = act(recorder);
        if (deed.undoable) keepEntry(recorder, deed, recorder.changes, now);
        this.book.sqlite.exec('commit');
      } catch (error) {
        if (this.book.sqlite.inTransaction) this.book.sqlite.exec('rollback');
        throw error;
      }
      this.tell(recorder.summary());
      return result;
    } finally {
      endTurn();
    }
  }

  /** What is posted goes out at once, although this thread is busy until the deed is done. */
  #tellReplaying(done: number, total: number): void {
    const message: ReplayingMessage = { kind: 'replaying', done, total };
    // To the reader, which comes first: windows listen there.
    this.#listeners[0]?.postMessage(message);
  }

  /** Tells the other threads what has changed; a no-op for undefined. */
  tell(
    changes: Changes | undefined,
    { isAsForetold = false }: { readonly isAsForetold?: boolean } = {},
  ): void {
    if (changes === undefined) return;
    // The plan's own records have been emptied of them; the rows have not.
    if (changes.isErasure === true) this.ready = undefined;
    const message: ChangedMessage = { kind: 'changed', ...changes, ...(isAsForetold && { isAsForetold }) };
    for (const port of this.#listeners) port.postMessage(message);
  }
}
