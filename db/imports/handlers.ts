import type { imports } from '#api/imports.ts';
import type { HandlersFor } from '#db/handler.ts';
import { applyBatch } from './apply.ts';
import { choose, chooseAll, leaveOut } from './choices.ts';
import { listItems } from './items.ts';
import { batchById, listBatches } from './queries.ts';
import { discardBatch, revertBatch } from './revert.ts';

/** Every format there is: on the thread that reads files, and from the first file on. */
const reading = () => import('./stage.ts');

export const importHandlers: HandlersFor<typeof imports> = {
  begin({ jobs, input }) {
    jobs.attend();
    // They are there by the time the files are.
    void reading();
    jobs.hearAll();
    return { uploadId: jobs.uploads.begin(input.files) };
  },
  chunk({ jobs, input }) {
    jobs.attend();
    jobs.uploads.add(input.uploadId, input.file, input.base64);
  },
  async look({ jobs, input }) {
    const { look } = await reading();
    return look(jobs, input);
  },
  async *stage({ jobs, input, now, signal }) {
    const { stage } = await reading();
    return yield* stage(jobs, input, { now, signal });
  },
  list: ({ book }) => listBatches(book),
  get: ({ book, input }) => batchById(book, input.id),
  items: ({ book, input }) => listItems(book, input),
  choose: ({ book, input }) => choose(book, input),
  chooseAll: ({ book, input }) => chooseAll(book, input),
  leaveOut: ({ book, input }) => leaveOut(book, input),
  apply: ({ writer, input, now }) => applyBatch(writer, input.id, now),
  revert: ({ book, input, now }) => revertBatch(book, input.id, now),
  discard: ({ book, input }) => discardBatch(book, input.id),
};
