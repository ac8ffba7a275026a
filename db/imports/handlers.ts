import { inArray } from 'drizzle-orm';
import type { imports } from '#api/imports.ts';
import { conflict } from '#db/problems.ts';
import type { HandlersFor } from '#db/handler.ts';
import { applyBatch } from './apply.ts';
import { batchById, listBatches, listItems } from './queries.ts';
import { discardBatch, revertBatch } from './revert.ts';
import { stage } from './stage.ts';
import { importItem } from './tables.ts';

export const importHandlers: HandlersFor<typeof imports> = {
  begin({ jobs, input }) {
    jobs.attend();
    return { uploadId: jobs.uploads.begin(input.files) };
  },
  chunk({ jobs, input }) {
    jobs.attend();
    jobs.uploads.add(input.uploadId, input.file, input.base64);
  },
  stage: ({ jobs, input, now, signal }) =>
    stage(jobs, jobs.uploads.take(input.uploadId), { fileName: input.fileName, now, signal }),
  list: ({ book }) => listBatches(book),
  get: ({ book, input }) => batchById(book, input.id),
  items: ({ book, input }) => listItems(book, input.id, input.action, input.page),
  choose({ book, input }) {
    if (batchById(book, input.id).state !== 'staged') throw conflict('not_staged');
    const rows = book.select().from(importItem).where(inArray(importItem.id, input.itemIds)).all();
    for (const row of rows) {
      if (row.batchId !== input.id || (input.choice === 'join' && row.action !== 'review'))
        throw conflict('not_now');
      book.update(importItem, row.id, { choice: input.choice });
    }
  },
  apply: ({ writer, input, now }) => applyBatch(writer, input.id, now),
  revert: ({ book, input, now }) => revertBatch(book, input.id, now),
  discard: ({ book, input }) => discardBatch(book, input.id),
};
