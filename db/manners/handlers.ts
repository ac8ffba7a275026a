import type { manners } from '#api/manners.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { conflict } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { allowAgain, keepFrom, keptFrom } from './pairs.ts';
import { mannersOf, setManners } from './preferences.ts';

export const mannersHandlers: HandlersFor<typeof manners> = {
  get({ book, input }) {
    contactRow(book, input.contactId);
    return { ...mannersOf(book, input.contactId), keptFrom: keptFrom(book, input.contactId) };
  },
  set({ book, input: { contactId, patch }, now }) {
    contactRow(book, contactId);
    if (ownerId(book) === contactId) throw conflict('is_owner');
    setManners(book, contactId, patch, now);
  },
  keepFrom({ book, input, now }) {
    const owner = ownerId(book);
    if (input.a === owner || input.b === owner) throw conflict('is_owner');
    return { id: keepFrom(book, input, now) };
  },
  allow: ({ book, input }) => allowAgain(book, input.id),
};
