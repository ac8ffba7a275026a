import type { contacts } from '#api/contacts.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { mergedInto } from '#db/duplicates/merged.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import type { HandlersFor } from '#db/handler.ts';
import { positionsOf, savePositions } from './positions.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import {
  contactRow,
  countContacts,
  createContact,
  deleteContact,
  idsInOrder,
  idsWithAddress,
  summaries,
  updateContact,
} from './queries.ts';
import { bestMatches, facetValues, foundPage } from './search-people.ts';

export const contactHandlers: HandlersFor<typeof contacts> = {
  list: ({ book, reader, input, now }) =>
    input.text.trim() === ''
      ? {
          total: countContacts(book),
          rows: summaries(book, idsInOrder(book, input.page.offset, input.page.limit)),
        }
      : foundPage(reader, input, now),
  find: ({ reader, input }) => bestMatches(reader, input),
  withAddress: ({ book, input }) => summaries(book, idsWithAddress(book, input.addresses)),
  facetValues: ({ reader, input, now }) => facetValues(reader, input, now),
  // What vetting knows of languages comes with it, and the list does not wait for that.
  get: async ({ book, input, now }) => (await import('./contact-page.ts')).contactPage(book, input.id, now),
  positions: ({ book, input }) => positionsOf(book, input.id),
  savePositions: ({ book, input, now }) => savePositions(book, input, now),
  timeline: async ({ book, input }) => (await import('./timeline.ts')).timelineOf(book, input.id),
  create: ({ book, input, now }) => ({ id: createContact(book, input, now) }),
  update: ({ book, input, now }) => updateContact(book, input.id, input.form, now),
  delete: ({ book, input, now }) => deleteContact(book, input.id, now),
  merge: ({ book, input, now }) => ({ mergeIds: mergeGroups(book, input.groups, now) }),
  merged({ book, input }) {
    contactRow(book, input.id);
    return mergedInto(book, input.id);
  },
  unmerge: ({ book, input, now }) => ({ id: unmerge(book, input, now) }),
  setOwner({ book, input }) {
    contactRow(book, input.id);
    setOwnerId(book, input.id);
  },
};
