import path from 'node:path';
import type { book as bookFeature, Topic } from '#api/book.ts';
import { countContacts, namesOf } from '#db/contacts/queries.ts';
import { countEvents } from '#db/events/queries.ts';
import type { HandlersFor, QueryCall } from '#db/handler.ts';
import { historyOf, nextUndoAndRedo, redo, undo } from '#db/history/queries.ts';
import { countStaged } from '#db/imports/queries.ts';
import { revertBatch } from '#db/imports/revert.ts';
import { countOpenIntroductions } from '#db/introductions/queries.ts';
import { countForOwner } from '#db/invitations/queue.ts';
import type { ReaderThread } from '#db/reader-thread.ts';
import { ownerId, preferencesOf, setPreferences } from './queries.ts';

const HISTORY_SHOWN = 200;

export const bookHandlers: HandlersFor<typeof bookFeature> = {
  summary: ({ book, reader, now }) => ({
    name: path.parse(reader.book.file).name,
    path: reader.book.file,
    isDemo: reader.isDemo,
    ...owner(book),
    counts: {
      contacts: countContacts(book),
      events: countEvents(book),
      invitationsWaiting: countForOwner(book, now),
      introductionsOpen: countOpenIntroductions(book),
      importsStaged: countStaged(book),
    },
    ...nextUndoAndRedo(book),
  }),
  changes: ({ reader, signal }) => topicsOf(reader, signal),
  replaying: ({ reader, signal }) => replayingOf(reader, signal),
  history: ({ book, input }) => historyOf(book, { ...input, limit: HISTORY_SHOWN }),
  undo: ({ book, input, now }) => undo(book, input.id, (batchId) => revertBatch(book, batchId, now), now),
  redo: ({ book }) => redo(book),
  preferences: ({ book }) => preferencesOf(book),
  setPreferences: ({ book, input }) => setPreferences(book, input),
};

function owner(book: QueryCall<unknown>['book']) {
  const id = ownerId(book);
  if (id === undefined) return {};
  // The owner's card may be in the trash.
  const known = namesOf(book, [id]).get(id);
  return known === undefined ? {} : { owner: { id, fn: known.fn } };
}

/** Yields the topics of every change until the window stops listening. */
function topicsOf(
  reader: ReaderThread,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ topics: Topic[] }> {
  const waiting = new Set<Topic>();
  return heard({
    listen: (wake) =>
      reader.watch((topics) => {
        for (const topic of topics) waiting.add(topic);
        wake();
      }),
    take: () => {
      if (waiting.size === 0) return undefined;
      const topics = [...waiting];
      waiting.clear();
      return { topics };
    },
    signal,
  });
}

/** Yields how far a deed about many is undone or done again; only the last word, where a window is slow. */
function replayingOf(reader: ReaderThread, signal: AbortSignal | undefined): AsyncGenerator<Far> {
  let last: Far | undefined;
  return heard({
    listen: (wake) =>
      reader.watchReplaying(({ done, total }) => {
        last = { done, total };
        wake();
      }),
    take: () => {
      const far = last;
      last = undefined;
      return far;
    },
    signal,
  });
}

interface Far {
  readonly done: number;
  readonly total: number;
}

/** Yields what there is to take each time somebody wakes it, until the window stops listening. */
async function* heard<Heard>({
  listen,
  take,
  signal,
}: {
  readonly listen: (wake: () => void) => () => void;
  readonly take: () => Heard | undefined;
  readonly signal: AbortSignal | undefined;
}): AsyncGenerator<Heard> {
  let wake = Promise.withResolvers<void>();
  const stop = listen(() => wake.resolve());
  signal?.addEventListener('abort', () => wake.resolve(), { once: true });
  try {
    // Ends from outside: the window closes the stream, or its port goes.
    for (;;) {
      await wake.promise;
      if (signal?.aborted === true) return;
      wake = Promise.withResolvers<void>();
      const next = take();
      if (next !== undefined) yield next;
    }
  } finally {
    stop();
  }
}
