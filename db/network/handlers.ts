import type { network } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { MutualContact } from '#core/network/model.ts';
import { rankMutuals, whoKnows } from '#core/network/mutual-contacts.ts';
import { tieOf } from '#core/network/tie.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { ownerId } from '#db/settings/queries.ts';
import { lookUp, targetsOf } from './look-up.ts';
import { pathsTo } from './paths.ts';
import type { AskedWhy } from './paths.ts';
import { packedPicture } from './picture.ts';
import { networkCircles, networkSources, overTime } from './pictures.ts';
import { findOrgs, neighboursOf, ownerTies, stateTie } from './queries.ts';
import { addRelation, relationsOfPerson, removeRelation } from './relations.ts';
import { stranger } from './stranger.ts';

/** A hub may be known to thousands: the strongest are shown. */
const MUTUALS_SHOWN = 200;

export const networkHandlers: HandlersFor<typeof network> = {
  async mutuals({ book, reader, input, now }) {
    contactRow(book, input.contactId);
    const graph = await reader.network(now);
    return mutualContacts({ book, graph, stays: reader.stays(), now }, input.contactId);
  },
  async paths({ book, reader, input: { to }, now }) {
    const graph = await reader.network(now);
    const { targets } = await targetsOf({ book, reader, graph, now }, to);
    return pathsTo({ book, graph, stays: reader.stays(), now }, targets);
  },
  lookUp: ({ book, reader, input, now }) => lookUp({ book, reader, now }, input.to),
  stranger: ({ book, reader, input, now }) => stranger({ book, reader, now }, input),
  picture: ({ book, reader, input, now }) => packedPicture({ book, reader, now }, input.scope),
  overTime: ({ book, reader, input: { step } }) => overTime(book, reader.meetings(), step),
  sources: ({ book, reader }) => networkSources(book, reader.meetings()),
  circles: ({ book, reader, now }) => networkCircles(book, reader, now),
  names: ({ book, input }) => Array.from(namesOf(book, input.ids), ([id, { fn, org }]) => ({ id, fn, org })),
  findOrgs: ({ book, input }) => findOrgs(book, input.text, input.limit),
  stateTie({ book, input, now }) {
    contactRow(book, input.contactId);
    if (input.other !== undefined) contactRow(book, input.other);
    stateTie(book, { ...input, other: input.other }, now);
    if (input.relation !== undefined) addRelation(book, { ...input, relation: input.relation }, now);
  },
  relations({ book, input: { contactId } }) {
    contactRow(book, contactId);
    return relationsOfPerson(book, contactId);
  },
  addRelation: ({ book, input, now }) => addRelation(book, input, now),
  removeRelation: ({ book, input: { id } }) => removeRelation(book, id),
};

/** Who in the book knows this person, on what basis, strongest first. The network says who, the book says why. */
function mutualContacts({ book, graph, stays, now }: AskedWhy, id: ContactId): MutualContact[] {
  const exclude = ownerId(book);
  const ids = whoKnows(graph, id, { limit: MUTUALS_SHOWN, exclude });
  const neighbours = neighboursOf(book, id, { among: ids, stays });
  const names = namesOf(book, ids);
  const ties = ownerTies(book, ids, now);
  return rankMutuals(
    ids.flatMap((contactId) => {
      const [name, evidence, ownTie] = [names.get(contactId), neighbours.get(contactId), ties.get(contactId)];
      if (name === undefined || evidence === undefined || ownTie === undefined) return [];
      return [{ contactId, ...name, ownerTie: ownTie, tie: tieOf(evidence, now, 'others') }];
    }),
  );
}
