import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { ErasePhase, trash } from '#api/trash.ts';
import { isConfirmedBy } from '#core/contacts/forgotten.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { clearFile } from './clearing.ts';
import { erase } from './erase.ts';
import { forgettingOf } from './forgetting.ts';
import { bury, keysBefore } from './tombstones.ts';
import { tracesOf } from './traces.ts';
import { allTrashed, refuseUnlessTrashed, restore, trashedPage, trashedPerson } from './trashed.ts';

export const trashHandlers: HandlersFor<typeof trash> = {
  list: ({ book, input, now }) => trashedPage(book, input, now),
  get: ({ book, input, now }) => trashedPerson(book, input.id, now),
  restore({ book, input }) {
    const ids = input.ids ?? allTrashed(book);
    restore(book, ids);
    return { people: ids.length };
  },
  erase: ({ writer, input }) =>
    erasing(writer, (book) => {
      const ids = input.ids ?? allTrashed(book);
      refuseUnlessTrashed(book, ids);
      erase(book, ids, { clean: false });
      return ids.length;
    }),
  forgetting: ({ jobs, input }) => forgettingOf(jobs.book, input.id),
  forget: ({ writer, input, now }) =>
    erasing(writer, (book) => {
      forget(book, input, now);
      return 1;
    }),
};

interface Wish {
  readonly id: ContactId;
  readonly name: string;
  readonly clean: boolean;
}

function forget(book: WriteBook, { id, name, clean }: Wish, now: DateTime): void {
  const { fn } = contactRow(book, id);
  if (!isConfirmedBy(fn, name)) throw conflict('name_differs');
  if (ownerId(book) === id) throw conflict('owner_forgotten');
  const keys = keysBefore(book, tracesOf(book, [id]));
  erase(book, [id], { clean });
  bury(book, keys, now);
}

type Phases = AsyncGenerator<z.infer<typeof ErasePhase>, { people: number; isCleared: boolean }>;

/**
 * Erases in one transaction, and clears the file once it is committed – even when nobody listens any more: from then on
 * there is no way back.
 */
async function* erasing(writer: WriterThread, act: (book: WriteBook) => number): Phases {
  const endTurn = await writer.takeTurn();
  const { sqlite } = writer.book;
  let isErased = false;
  let isCleared = false;
  try {
    yield { phase: 'erasing' };
    const recorder = new Recorder(writer.book);
    sqlite.exec('begin immediate');
    const people = act(recorder);
    sqlite.exec('commit');
    isErased = true;
    const changes = recorder.summary();
    writer.tell(changes && { ...changes, isErasure: true });
    yield { phase: 'clearing' };
    await nextTurn();
    isCleared = clearFile(writer.book);
    isErased = false;
    return { people, isCleared };
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    if (isErased) clearFile(writer.book);
    endTurn();
  }
}
