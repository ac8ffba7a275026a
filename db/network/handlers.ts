import type { network } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { atLeast } from '#core/network/model.ts';
import type { MutualContact, NetworkPath, Tie, TieLevel } from '#core/network/model.ts';
import { rankMutuals, whoKnows } from '#core/network/mutual-contacts.ts';
import { bestWays } from '#core/network/paths.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { ownerId } from '#db/settings/queries.ts';
import { packedPicture } from './picture.ts';
import { findOrgs, neighboursOf, ownerTies, peopleAt, stateTie } from './queries.ts';

/** A hub may be known to thousands: the strongest are shown. */
const MUTUALS_SHOWN = 200;
const PATHS_SHOWN = 5;
const MOST_HOPS = 4;

export const networkHandlers: HandlersFor<typeof network> = {
  async mutuals({ book, reader, input, now }) {
    contactRow(book, input.contactId);
    return mutualContacts({ book, graph: await reader.network(now), now }, input.contactId);
  },
  async paths({ book, reader, input: { to }, now }) {
    if (to.kind === 'contact') contactRow(book, to.contactId);
    const targets = to.kind === 'contact' ? [to.contactId] : peopleAt(book, to.org);
    return pathsTo({ book, graph: await reader.network(now), now }, targets);
  },
  picture: ({ book, reader, input, now }) => packedPicture({ book, reader, now }, input.scope),
  names: ({ book, input }) => Array.from(namesOf(book, input.ids), ([id, { fn, org }]) => ({ id, fn, org })),
  findOrgs: ({ book, input }) => findOrgs(book, input.text, input.limit),
  stateTie({ book, input, now }) {
    contactRow(book, input.contactId);
    if (input.other !== undefined) contactRow(book, input.other);
    stateTie(book, { ...input, other: input.other }, now);
  },
};

/** What a question about the network is answered from. */
interface Asked {
  readonly book: ReadBook;
  readonly graph: NetworkGraph;
  readonly now: DateTime;
}

/** Who in the book knows this person, on what basis, strongest first. The network says who, the book says why. */
function mutualContacts({ book, graph, now }: Asked, id: ContactId): MutualContact[] {
  const exclude = ownerId(book);
  const ids = whoKnows(graph, id, { limit: MUTUALS_SHOWN, exclude });
  const neighbours = neighboursOf(book, id, ids);
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

/** The best ways to any of these people: the network finds them, the book says what each tie rests on. */
function pathsTo(asked: Asked, targets: readonly ContactId[]): NetworkPath[] {
  const { book, graph, now } = asked;
  const exclude = ownerId(book);
  const ways = bestWays(graph, { targets, maxHops: MOST_HOPS, limit: PATHS_SHOWN, exclude });
  const ids = ways.map(({ steps }) => steps.map(({ id }) => id));
  const names = namesOf(book, ids.flat());
  const firsts = ids.flatMap((path) => path.slice(0, 1));
  const ownTies = ownerTies(book, firsts, now);
  return ids.map((path) => {
    const steps = path.map((contactId, at) => {
      const before = path[at - 1];
      const tie = before === undefined ? ownTies.get(contactId)! : tieBetween(asked, before, contactId);
      return { contactId, fn: '', org: '', ...names.get(contactId), tie };
    });
    return { steps, weakest: weakestOf(steps.map(({ tie }) => tie.level)) };
  });
}

/** Read around the one who knows fewer people, of whom somebody may know thousands. */
function tieBetween({ book, graph, now }: Asked, one: ContactId, other: ContactId): Tie {
  const size = (id: ContactId): number => tiesOf(graph, nodeOf(graph, id)).neighbours.length;
  const [around, end] = size(one) <= size(other) ? [one, other] : [other, one];
  return tieOf(neighboursOf(book, around, [end]).get(end) ?? [], now, 'others');
}

const weakestOf = (levels: readonly TieLevel[]): TieLevel =>
  levels.reduce((weakest, level) => (atLeast(level, weakest) ? weakest : level));
