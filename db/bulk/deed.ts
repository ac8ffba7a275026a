// One deed about many people: in one transaction, with one entry of the history, telling how far it has come.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { HistoryEntry } from '#api/book.ts';
import type { People, PeopleChanged, PeopleProgress } from '#api/people.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { beginBulk } from '#db/bulk-writing.ts';
import { selectedPeople } from '#db/contacts/selected-people.ts';
import type { LongCommandCall } from '#db/handler.ts';
import { keepEntry } from '#db/history/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';

/** Often enough that progress moves and a cancel is heard, rarely enough that it costs nothing. */
const PEOPLE_A_TURN = 1000;
/** From so many people on the log is not written into the book after every few rows. */
const MANY = 2000;

export type PeopleSteps = AsyncGenerator<z.infer<typeof PeopleProgress>, PeopleChanged>;

/** What is done with each of many people. */
export interface PeopleDeed {
  /** The procedure's name. */
  readonly code: string;
  /** What the history says beside the number of people. */
  readonly params: HistoryEntry['params'];
  readonly people: People;
  /** Looks at what is needed once; answers what is done with each, which says whether it changed anything. Throws before anything is written. */
  readonly begin: (book: WriteBook) => (id: ContactId) => boolean;
  /** Done after the last one, in the same deed. */
  readonly end?: (book: WriteBook) => void;
}

/**
 * Does it, yielding progress; ending the iteration early takes everything back. People are those who are meant when its
 * turn has come. What is changed is one entry of the history.
 */
export async function* inOneDeed(
  {
    writer,
    now,
    signal,
  }: Pick<LongCommandCall<unknown>, 'writer' | 'now'> & { readonly signal?: AbortSignal | undefined },
  deed: PeopleDeed,
): PeopleSteps {
  const endTurn = await writer.takeTurn();
  const { book } = writer;
  let endBulk: (() => void) | undefined;
  try {
    const ids = await selectedPeople(writer, deed.people, now);
    const total = ids.length;
    if (total >= MANY) endBulk = beginBulk(book.sqlite, { ownKeys: false, appends: false });
    book.sqlite.exec('begin immediate');
    const recorder = new Recorder(book);
    const change = deed.begin(recorder);
    let changed = 0;
    for (const [at, id] of ids.entries()) {
      if (change(id)) changed += 1;
      if ((at + 1) % PEOPLE_A_TURN !== 0 || at + 1 === total) continue;
      yield { done: at + 1, total };
      await nextTurn();
    }
    deed.end?.(recorder);
    const params = { ...deed.params, count: changed };
    keepEntry(recorder, { code: deed.code, params }, recorder.changes, now);
    // The last moment in which it can be stopped: what was asked for meanwhile is heard first.
    await nextTurn();
    signal?.throwIfAborted();
    book.sqlite.exec('commit');
    writer.tell(recorder.summary());
    yield { done: total, total };
    return { changed, of: total };
  } finally {
    // Reached with the transaction open after an error, or when the window stopped listening.
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback');
    endBulk?.();
    endTurn();
  }
}
