import type { contacts } from '#api/contacts.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { howWeKnow } from '#core/network/how-we-know.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { mergedInto } from '#db/duplicates/merged.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import { encountersWith } from '#db/events/encounters.ts';
import type { HandlersFor } from '#db/handler.ts';
import { acceptancesOf } from '#db/invitations/acceptance.ts';
import { invitationsWith } from '#db/invitations/queries.ts';
import { ownerEvidence } from '#db/network/queries.ts';
import { positionsOf, savePositions } from './positions.ts';
import { ownerId, setOwnerId } from '#db/settings/queries.ts';
import { currentProperties, formOf } from './properties.ts';
import {
  contactRow,
  countContacts,
  createContact,
  deleteContact,
  idsInOrder,
  idsWithAddress,
  originOf,
  standingId,
  summaries,
  updateContact,
} from './queries.ts';
import { bestMatches, facetValues, foundPage } from './search-people.ts';
import { timelineOf } from './timeline.ts';

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
  get: ({ book, input, now }) => contactPage(book, input.id, now),
  positions: ({ book, input }) => positionsOf(book, input.id),
  savePositions: ({ book, input, now }) => savePositions(book, input, now),
  timeline: ({ book, input }) => timelineOf(book, input.id),
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

function contactPage(book: ReadBook, asked: ContactId, now: DateTime) {
  const id = standingId(book, asked);
  const row = contactRow(book, id);
  const encounters = encountersWith(book, id);
  const evidence = ownerEvidence(book, id, now);
  const invitations = invitationsWith(book, id);
  const origin = originOf(book, row);
  return {
    id,
    fn: row.fn,
    org: row.org,
    title: row.title,
    isOwner: ownerId(book) === id,
    form: formOf(book, id),
    properties: currentProperties(book, id),
    howWeKnow: howWeKnow({
      encounters,
      evidence,
      invitations,
      acceptances: acceptancesOf(book, id),
      origin,
    }),
    encounters,
    tie: tieOf(evidence, now),
    invitations,
  };
}
