// Ways to people as they are shown: the network finds them, the book says what each tie rests on.
import type { ContactId } from '#core/contacts/model.ts';
import { nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { atLeast } from '#core/network/model.ts';
import type { NetworkPath, Tie, TieLevel } from '#core/network/model.ts';
import { bestWays } from '#core/network/paths.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { namesOf } from '#db/contacts/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { recentLedgers, standing } from './goodwill.ts';
import { neighboursOf, ownerTies } from './queries.ts';
import type { Stays } from './stays.ts';

const PATHS_SHOWN = 5;
const MOST_HOPS = 4;

/** What a question about the network is answered from. */
export interface Asked {
  readonly book: ReadBook;
  readonly graph: NetworkGraph;
  readonly now: DateTime;
}

/** Beside that when people were where, for what their ties rest on. */
export interface AskedWhy extends Asked {
  readonly stays: Stays;
}

/** The best ways to any of these people. `goodwill` is that of those who could be asked. */
export function pathsTo(
  asked: AskedWhy,
  targets: readonly ContactId[],
  goodwill = standing(recentLedgers(asked.book, asked.now)),
): NetworkPath[] {
  const { book, graph, now } = asked;
  const exclude = ownerId(book);
  const ways = bestWays(graph, { targets, maxHops: MOST_HOPS, limit: PATHS_SHOWN, exclude, goodwill });
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
function tieBetween({ book, graph, stays, now }: AskedWhy, one: ContactId, other: ContactId): Tie {
  const size = (id: ContactId): number => tiesOf(graph, nodeOf(graph, id)).neighbours.length;
  const [around, end] = size(one) <= size(other) ? [one, other] : [other, one];
  return tieOf(neighboursOf(book, around, { among: [end], stays }).get(end) ?? [], now, 'others');
}

const weakestOf = (levels: readonly TieLevel[]): TieLevel =>
  levels.reduce((weakest, level) => (atLeast(level, weakest) ? weakest : level));
