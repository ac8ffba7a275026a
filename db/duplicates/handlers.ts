import type { duplicates } from '#api/duplicates.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { compare, countGroups, listGroups } from './queries.ts';
import { keepApart } from './relations.ts';

export const duplicateHandlers: HandlersFor<typeof duplicates> = {
  summary: ({ book, reader }) => countGroups(book, reader.suggestions),
  list: ({ book, reader, input }) => listGroups(book, reader.suggestions, input),
  compare: ({ book, reader, input }) => compare(book, reader.suggestions, input.ids),
  keepApart({ book, input, now }) {
    const ids = [...new Set(input.ids)];
    for (const id of ids) contactRow(book, id);
    for (const [at, one] of ids.entries())
      for (const other of ids.slice(at + 1)) keepApart(book, one, other, now);
  },
};
