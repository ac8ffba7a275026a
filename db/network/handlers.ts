import type { network } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { rankMutuals } from '#core/network/mutual-contacts.ts';
import type { MutualContact, NetworkPath, Tie } from '#core/network/model.ts';
import { bestPaths } from '#core/network/paths.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { ownerId } from '#db/settings/queries.ts';
import { findOrgs, neighboursOf, ownerTie, peopleAt, stateTie } from './queries.ts';

const PATHS_SHOWN = 5;
const MOST_HOPS = 4;

export const networkHandlers: HandlersFor<typeof network> = {
  mutuals: ({ book, input, now }) => mutualContacts(book, input.contactId, now),
  paths({ book, input, now }) {
    const { to } = input;
    return pathsTo(
      book,
      to.kind === 'contact' ? [contactIdOf(book, to.contactId)] : peopleAt(book, to.org),
      now,
    );
  },
  findOrgs: ({ book, input }) => findOrgs(book, input.text, input.limit),
  stateTie({ book, input, now }) {
    contactRow(book, input.contactId);
    if (input.other !== undefined) contactRow(book, input.other);
    stateTie(book, { ...input, other: input.other }, now);
  },
};

function contactIdOf(book: ReadBook, id: ContactId): ContactId {
  contactRow(book, id);
  return id;
}

/** Who in the book knows this person, on what basis, strongest first. */
export function mutualContacts(book: ReadBook, id: ContactId, now: DateTime): MutualContact[] {
  contactRow(book, id);
  const neighbours = neighboursOf(book, id);
  const names = namesOf(book, [...neighbours.keys()]);
  return rankMutuals(
    [...neighbours].flatMap(([contactId, evidence]) => {
      const name = names.get(contactId);
      if (name === undefined) return [];
      return [
        { contactId, ...name, ownerTie: ownerTie(book, contactId, now), tie: tieOf(evidence, now, 'others') },
      ];
    }),
  );
}

function pathsTo(book: ReadBook, targets: readonly ContactId[], now: DateTime): NetworkPath[] {
  const owner = ownerId(book);
  const ties = new Map<ContactId, Tie>();
  const ownerTieTo = (id: ContactId): Tie => {
    const known = ties.get(id) ?? ownerTie(book, id, now);
    ties.set(id, known);
    return known;
  };
  const routes = bestPaths({
    targets: targets.filter((id) => id !== owner),
    ownerTie: ownerTieTo,
    neighbours: (id) =>
      [...neighboursOf(book, id)].map(([other, evidence]) => ({
        id: other,
        tie: tieOf(evidence, now, 'others'),
      })),
    maxHops: MOST_HOPS,
    limit: PATHS_SHOWN,
    ...(owner === undefined ? {} : { exclude: owner }),
  });
  const names = namesOf(
    book,
    routes.flatMap(({ steps }) => steps.map(({ id }) => id)),
  );
  return routes.map(({ steps, weakest }) => ({
    weakest,
    steps: steps.map(({ id, tie }) => ({ contactId: id, fn: '', org: '', ...names.get(id), tie })),
  }));
}
