// Who could introduce the owner to any of many people – those of a company, a place, a profession – and to whom best.
import type { ContactId } from '#core/contacts/model.ts';
import { idOf, nodeOf, tiesOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { dayOf, heightOf } from './link.ts';
import { TIE_LEVELS } from './model.ts';

/** Somebody whom the owner could ask, and the one of the targets whom they know best. */
export interface KnowsOneOf {
  readonly id: ContactId;
  /** The owner's own link to them. */
  readonly own: number;
  readonly knows: ContactId;
  /** Their link to that target. */
  readonly link: number;
  /** How many of the targets they are tied to. */
  readonly count: number;
}

interface Asked {
  readonly limit: number;
  readonly exclude?: ContactId | undefined;
}

const LOWEST_TO_ASK = TIE_LEVELS.indexOf('met_once');

/**
 * Everybody whom the owner has met and who is tied to one of these people without being one of them, at most `limit`,
 * in the order of `rankMutuals` as far as links say: by the weaker of the two ties, then the owner's, then theirs, then
 * how recently the owner had to do with them. Of several they know the strongest, then the freshest tie counts.
 */
export function introducersTo(
  graph: NetworkGraph,
  targets: readonly ContactId[],
  { limit, exclude }: Asked,
): KnowsOneOf[] {
  const excluded = exclude === undefined ? -1 : nodeOf(graph, exclude);
  const wanted = new Set(targets.map((id) => nodeOf(graph, id)));
  for (const none of [-1, excluded]) wanted.delete(none);
  const found = new Map<number, { target: number; link: number; count: number }>();
  for (const target of wanted) {
    const { neighbours, links } = tiesOf(graph, target);
    for (let at = 0; at < neighbours.length; at += 1) {
      const one = neighbours[at]!;
      if (heightOf(graph.own[one]!) < LOWEST_TO_ASK || wanted.has(one) || one === excluded) continue;
      const link = links[at]!;
      const known = found.get(one);
      if (known === undefined) found.set(one, { target, link, count: 1 });
      else {
        known.count += 1;
        const isCloser =
          link > known.link || (link === known.link && idOf(graph, target) < idOf(graph, known.target));
        if (isCloser) Object.assign(known, { target, link });
      }
    }
  }
  return [...found]
    .map(([node, { target, link, count }]) => ({
      id: idOf(graph, node),
      own: graph.own[node]!,
      knows: idOf(graph, target),
      link,
      count,
    }))
    .sort(
      (a, b) => weaker(b) - weaker(a) || heightOf(b.own) - heightOf(a.own) || byTheirs(a, b) || a.id - b.id,
    )
    .slice(0, limit);
}

const weaker = ({ own, link }: KnowsOneOf): number => Math.min(heightOf(own), heightOf(link));
const byTheirs = (a: KnowsOneOf, b: KnowsOneOf): number =>
  heightOf(b.link) - heightOf(a.link) || dayOf(b.own) - dayOf(a.own);

/**
 * Those of many people to whom the owner is closest first, then the others in the order given, at most `limit` of them;
 * and how many of all the owner has to do with, who are the first of them.
 */
export function closestFirst(
  graph: NetworkGraph,
  ids: ArrayLike<number>,
  { limit, exclude }: Asked,
): { readonly ids: ContactId[]; readonly tied: number } {
  const own = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) {
    const node = ids[at] === exclude ? -1 : nodeOf(graph, ids[at]!);
    own[at] = node < 0 ? 0 : graph.own[node]!;
  }
  const sorted = own.slice().sort();
  const tied = sorted.length - firstAbove(sorted, 0);
  // Among a hundred thousand only those are put in order who can be among the first.
  const least = Math.max(1, sorted.at(-limit) ?? 1);
  const places = Array.from({ length: ids.length }, (_, at) => at);
  const closest = places.filter((at) => own[at]! >= least).sort((a, b) => own[b]! - own[a]! || a - b);
  const others = tied >= limit ? [] : places.filter((at) => own[at] === 0 && ids[at] !== exclude);
  const first = [...closest, ...others].slice(0, limit);
  return { ids: first.map((at) => ids[at] as ContactId), tied }; // keys of people were given
}

/** The place of the first of ascending numbers that is greater. */
function firstAbove(numbers: Int32Array, than: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! > than) high = middle;
    else low = middle + 1;
  }
  return low;
}
