// The network to be drawn, packed for the way to the page.
import type { PackedPicture, PictureScope } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { pictureOf } from '#core/network/picture.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { Channel } from '#core/events/model.ts';
import { HOW_MET, howByChannel, howByEvidence } from '#core/network/how-met.ts';
import type { HowMet } from '#core/network/how-met.ts';
import { EvidenceKind } from '#core/network/model.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { idsFound } from '#db/contacts/search-people.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import type { ReaderThread } from '#db/reader-thread.ts';
import { ownerId } from '#db/settings/queries.ts';

/** More lines than this are a grey cloud. */
const MOST_TIES = 150_000;
/** As many people around one person as can be told apart. */
const MOST_AROUND = 2000;

interface Asked {
  readonly book: ReadBook;
  readonly reader: ReaderThread;
  readonly now: DateTime;
}

/** The picture of a scope. Throws NOT_FOUND when the person in its middle is not in the book. */
export async function packedPicture(asked: Asked, scope: PictureScope): Promise<PackedPicture> {
  const { book, reader, now } = asked;
  if (scope.kind === 'around') contactRow(book, scope.contactId);
  const found = scope.kind === 'found' ? await idsFound(reader, scope.text, now) : undefined;
  const graph = await reader.network(now);
  const exclude = ownerId(book);
  const picture = pictureOf(graph, {
    among:
      scope.kind === 'around'
        ? around(graph, scope, exclude)
        : found?.map((id) => nodeOf(graph, id)).filter(isThere),
    exclude,
    mostTies: MOST_TIES,
  });
  const secret = confidentialPeople(book);
  return {
    ids: packed(picture.ids),
    levels: packed(picture.levels),
    confidential: packed(Uint8Array.from(picture.ids, (id) => Number(secret.has(id)))),
    how: packed(howMet(book, picture.ids)),
    degrees: packed(picture.degrees),
    pairs: packed(picture.pairs),
    kinds: packed(picture.kinds),
    tieCount: picture.tieCount,
  };
}

const isThere = (node: number): boolean => node >= 0;

/** A person, whoever is tied to them, and with two hops whoever is tied to those: the nearest first. */
function around(
  graph: NetworkGraph,
  { contactId, hops }: Extract<PictureScope, { kind: 'around' }>,
  owner: ContactId | undefined,
): Int32Array {
  const middle = nodeOf(graph, contactId);
  const mine = owner === undefined ? -1 : nodeOf(graph, owner);
  const reached = new Set(middle < 0 ? [] : [middle]);
  let edge: readonly number[] = [...reached];
  for (let hop = 0; hop < hops; hop += 1) {
    const next = new Set<number>();
    for (const node of edge)
      for (const neighbour of tiesOf(graph, node).neighbours) {
        // Through the owner everybody would be around everybody.
        if (neighbour !== mine) next.add(neighbour);
      }
    edge = [...next].filter((node) => !reached.has(node)).slice(0, MOST_AROUND - reached.size);
    for (const node of edge) reached.add(node);
  }
  return Int32Array.from(reached);
}

const ENCOUNTERS = `select contact_id as id, channel, introduced_by_id is not null as introduced from encounter`;
const EVIDENCE = `select distinct contact_id as id, kind from evidence where other_id is null and superseded_by is null`;

/** How the owner met each of these people, as places in HOW_MET: of everything on record what says most. */
function howMet(book: ReadBook, ids: Int32Array): Uint8Array {
  const met = new Map<number, number>();
  const note = (id: number, how: HowMet): void => {
    const rank = HOW_MET.indexOf(how);
    if (rank > (met.get(id) ?? 0)) met.set(id, rank);
  };
  // The columns named in both.
  type Row = { id: number; channel: string; introduced: number; kind: string };
  for (const row of book.statement(ENCOUNTERS).iterate() as IterableIterator<Row>)
    note(row.id, howByChannel(Channel.parse(row.channel), row.introduced === 1));
  for (const row of book.statement(EVIDENCE).iterate() as IterableIterator<Row>)
    note(row.id, howByEvidence(EvidenceKind.parse(row.kind)));
  return Uint8Array.from(ids, (id) => met.get(id) ?? 0);
}

const packed = ({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
