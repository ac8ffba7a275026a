// Whom to ask about somebody: the people who know them, best first; and whom two people both know.
import type { ContactId } from '#core/contacts/model.ts';
import { idOf, nodeOf, placeIn, tiesOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { dayOf, heightOf } from './link.ts';
import { TIE_LEVELS } from './model.ts';
import type { Certainty, MutualContact, Tie } from './model.ts';

const SURENESS: readonly Certainty[] = ['likely', 'recorded', 'stated'];
const height = ({ level }: Tie): number => TIE_LEVELS.indexOf(level);

/**
 * The candidates, strongest first: by the weaker of the two ties (mine to them, theirs to the other person),
 * then by mine, by theirs, by how sure theirs is, by how recently we had to do with each other, by name.
 */
export function rankMutuals(candidates: readonly MutualContact[]): MutualContact[] {
  const weaker = (one: MutualContact): number => Math.min(height(one.ownerTie), height(one.tie));
  return candidates.toSorted(
    (a, b) =>
      weaker(b) - weaker(a) ||
      height(b.ownerTie) - height(a.ownerTie) ||
      height(b.tie) - height(a.tie) ||
      SURENESS.indexOf(b.tie.certainty) - SURENESS.indexOf(a.tie.certainty) ||
      byText(b.ownerTie.lastOn ?? '', a.ownerTie.lastOn ?? '') ||
      byText(a.fn, b.fn) ||
      a.contactId - b.contactId,
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody tied to both, by key of the network; nobody where it does not have one of the two. */
export function mutualContacts(graph: NetworkGraph, one: number, other: number): ContactId[] {
  const [a, b] = [one, other].map((id) => nodeOf(graph, id));
  if (a === undefined || b === undefined || a < 0 || b < 0) return [];
  const rows = [tiesOf(graph, a).neighbours, tiesOf(graph, b).neighbours].sort((x, y) => x.length - y.length);
  return commonIn(rows[0]!, rows[1]!).map((node) => idOf(graph, node));
}

/** With lists more unequal than this each entry of the shorter is looked up in the longer. */
const UNEQUAL = 16;

/** What two ascending lists have in common, the shorter given first. */
function commonIn(short: Int32Array, long: Int32Array): number[] {
  const common: number[] = [];
  if (short.length * UNEQUAL < long.length) {
    for (const node of short) if (long[placeIn(long, node)] === node) common.push(node);
    return common;
  }
  for (let at = 0, other = 0; at < short.length && other < long.length;) {
    const [node, theirs] = [short[at]!, long[other]!];
    if (node === theirs) common.push(node);
    if (node <= theirs) at += 1;
    if (theirs <= node) other += 1;
  }
  return common;
}

/** The people who know somebody, at most `limit` of them, in the order of `rankMutuals` as far as a link says. */
export function whoKnows(
  graph: NetworkGraph,
  id: ContactId,
  { limit, exclude }: { readonly limit: number; readonly exclude?: ContactId | undefined },
): ContactId[] {
  const node = nodeOf(graph, id);
  if (node < 0) return [];
  const { neighbours, links } = tiesOf(graph, node);
  const excluded = exclude === undefined ? -1 : nodeOf(graph, exclude);
  return Array.from(neighbours, (one, at) => ({ one, ...worthOf(graph.own[one]!, links[at]!) }))
    .filter(({ one }) => one !== excluded)
    .sort((a, b) => b.heights - a.heights || b.day - a.day || idOf(graph, a.one) - idOf(graph, b.one))
    .slice(0, limit)
    .map(({ one }) => idOf(graph, one));
}

/** The weaker of the two ties, then mine, then theirs, as one number; and when I last had to do with them. */
function worthOf(own: number, theirs: number): { heights: number; day: number } {
  const [mine, other] = [heightOf(own), heightOf(theirs)];
  const base = TIE_LEVELS.length;
  return { heights: (Math.min(mine, other) * base + mine) * base + other, day: dayOf(own) };
}
