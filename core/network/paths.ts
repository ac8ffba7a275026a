// Ways from the owner to somebody they want to reach, judged by their weakest link.
import type { ContactId } from '#core/contacts/model.ts';
import { BackwardSearch } from './backward-search.ts';
import type { Introducer } from './backward-search.ts';
import { idOf, linkIn, nodeOf, tiesOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { heightOf, levelOf } from './link.ts';
import { TIE_LEVELS } from './model.ts';
import type { TieLevel } from './model.ts';

export interface WaysRequest {
  /** The person to reach, or everybody at an organisation. */
  readonly targets: readonly ContactId[];
  /** Most ties in one way, the owner's own counted. */
  readonly maxHops: number;
  /** Most ways to answer. */
  readonly limit: number;
  /** The owner, who may be in the book too and is no step of a way. */
  readonly exclude?: ContactId | undefined;
  /** What each person to ask has of the owner's goodwill, greater is better; 0 for whoever is not named. */
  readonly goodwill?: ReadonlyMap<ContactId, number> | undefined;
}

export interface Way {
  /** From the first person to ask to the target; each link leads to the step from the one before, first from the owner. */
  readonly steps: readonly { readonly id: ContactId; readonly link: number }[];
  readonly weakest: TieLevel;
}

const NAME_ONLY = TIE_LEVELS.indexOf('name_only');
const KNOW = TIE_LEVELS.indexOf('know');
const NO_GOODWILL: ReadonlyMap<ContactId, number> = new Map();
const HIGHEST = TIE_LEVELS.length - 1;

/**
 * The best ways to any target, at most one for each first person to ask, best first: by weakest link, then those
 * whose first person the owner really knows, then fewer steps, then the first person's goodwill, then the freshest
 * stalest link, then the keys of people. Knowing a target oneself is a way of one step. Links that are no more than a name on a list are used only
 * when there is no better way at all, and never for the first of several steps: a stranger cannot introduce anybody.
 * Nor is there a way round to somebody whom the owner could ask, or write to, just as well directly.
 *
 * Looks for ways whose links are all at least `trusted`, then at least `know_well`, and so on down, until there are
 * enough. At each of these heights people are of two kinds: those the owner could ask, where a way begins, and the
 * others, through whom it leads; so one search by layers, from the targets back, finds the best ways of that height.
 */
export function bestWays(
  graph: NetworkGraph,
  { targets, maxHops, limit, exclude, goodwill = NO_GOODWILL }: WaysRequest,
): Way[] {
  const excluded = exclude === undefined ? -1 : nodeOf(graph, exclude);
  const nodes = new Set(targets.map((id) => nodeOf(graph, id)));
  for (const none of [-1, excluded]) nodes.delete(none);
  const search = new BackwardSearch(graph, { targets: [...nodes], excluded, maxHops });
  const taken = new Set<number>();
  const ways: Way[] = [];
  const takeAt = (height: number): void => {
    const wanted = limit - ways.length;
    const fresh = search.at(height, (introducers) => isEnough(introducers, taken, wanted));
    for (const { node } of fresh
      .filter((one) => !taken.has(one.node))
      .sort(better(graph, goodwill))
      .slice(0, wanted)) {
      taken.add(node);
      ways.push(wayAlong(graph, search.pathFrom(node)));
    }
  };
  for (let height = HIGHEST; height > NAME_ONLY && ways.length < limit; height = search.nextHeight)
    takeAt(height);
  if (ways.length === 0 && limit > 0) takeAt(NAME_ONLY);
  return ways;
}

/** Whether so many were found that the owner knows that no longer way of the same height can come before them. */
function isEnough(introducers: readonly Introducer[], taken: ReadonlySet<number>, wanted: number): boolean {
  if (introducers.length < wanted) return false;
  let known = 0;
  for (const { node, own } of introducers) if (heightOf(own) >= KNOW && !taken.has(node)) known += 1;
  return known >= wanted;
}

const better =
  (graph: NetworkGraph, goodwill: ReadonlyMap<ContactId, number>) =>
  (a: Introducer, b: Introducer): number =>
    Number(heightOf(b.own) >= KNOW) - Number(heightOf(a.own) >= KNOW) ||
    a.hops - b.hops ||
    (goodwill.get(idOf(graph, b.node)) ?? 0) - (goodwill.get(idOf(graph, a.node)) ?? 0) ||
    b.stalest - a.stalest ||
    idOf(graph, a.node) - idOf(graph, b.node);

function wayAlong(graph: NetworkGraph, path: readonly number[]): Way {
  const steps = path.map((node, at) => ({
    id: idOf(graph, node),
    link: at === 0 ? graph.own[node]! : linkIn(tiesOf(graph, node), path[at - 1]!),
  }));
  return { steps, weakest: levelOf(Math.min(...steps.map(({ link }) => link))) };
}
