import type { views } from '#api/views.ts';
import type { HandlersFor } from '#db/handler.ts';
import { deleteView, listViews, renameView, saveView } from './queries.ts';

export const viewHandlers: HandlersFor<typeof views> = {
  list: ({ book }) => listViews(book),
  save: ({ book, input, now }) => ({ id: saveView(book, input, now) }),
  rename: ({ book, input }) => renameView(book, input.id, input.name),
  delete: ({ book, input }) => deleteView(book, input.id),
};
