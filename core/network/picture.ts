// The part of the network that a picture shows: its people, and of their ties the strongest where there are too many.
import { tiesOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { heightOf, isLikely } from './link.ts';

/** A network to be drawn. Nodes are places in `ids`, whose order is that of the keys. */
export interface Picture {
  /** Keys of the people. */
  readonly ids: Int32Array;
  /** The owner's own tie to each, as a place on the ladder of levels (0 to 6). */
  readonly levels: Uint8Array;
  /** How many people of the picture each is tied to, drawn or not. */
  readonly degrees: Int32Array;
  /** Two nodes a tie, side by side; the strongest ties first. */
  readonly pairs: Int32Array;
  /** What each tie is: its level, and `LIKELY` where it is only inferred. */
  readonly kinds: Uint8Array;
  /** How many ties there are between these people, drawn or not. */
  readonly tieCount: number;
}

/** Added to a tie's level in `kinds` where nobody said it and nothing records it. */
export const LIKELY = 8;

export interface Pictured {
  /** The people to show, as nodes of the network; everybody where it is not given. */
  readonly among?: Int32Array | undefined;
  /** The owner, who is tied to everybody and would hide everything else. */
  readonly exclude: number | undefined;
  /** No more ties than about this are drawn: everybody keeps their strongest. */
  readonly mostTies: number;
}

/** Chooses what is drawn. Linear in people and ties, but for sorting the ties of one person where not all are drawn. */
export function pictureOf(graph: NetworkGraph, { among, exclude, mostTies }: Pictured): Picture {
  const nodes = inOrderOfKeys(graph, among, exclude);
  const places = new Int32Array(graph.ids.length).fill(-1);
  nodes.forEach((node, place) => (places[node] = place));
  const degrees = new Int32Array(nodes.length);
  nodes.forEach((node, place) => (degrees[place] = countPlaced(tiesOf(graph, node).neighbours, places)));
  const tieCount = degrees.reduce((sum, degree) => sum + degree, 0) / 2;
  const each = tieCount <= mostTies ? Infinity : Math.max(2, Math.floor(mostTies / nodes.length));
  return {
    ids: Int32Array.from(nodes, (node) => graph.ids[node]!),
    levels: Uint8Array.from(nodes, (node) => heightOf(graph.own[node] ?? 0)),
    degrees,
    ...drawnTies(graph, { nodes, places, each }),
    tieCount,
  };
}

function inOrderOfKeys(
  graph: NetworkGraph,
  among: Int32Array | undefined,
  exclude: number | undefined,
): Int32Array {
  const wanted = new Uint8Array(graph.ids.length);
  if (among === undefined) wanted.fill(1);
  else for (const node of among) wanted[node] = 1;
  return graph.byId.filter((node) => wanted[node] === 1 && graph.ids[node] !== exclude);
}

const countPlaced = (neighbours: Int32Array, places: Int32Array): number => {
  let count = 0;
  for (const node of neighbours) if (places[node]! >= 0) count += 1;
  return count;
};

interface Drawing {
  readonly nodes: Int32Array;
  readonly places: Int32Array;
  /** How many of each person's ties are drawn for their sake. */
  readonly each: number;
}

/** A tie is drawn when it is among the strongest of either end. */
function drawnTies(graph: NetworkGraph, drawing: Drawing): Pick<Picture, 'pairs' | 'kinds'> {
  const { nodes } = drawing;
  const chosen: Tie[] = [];
  const strongest = Array.from(nodes, (node) => strongestTies(graph, node, drawing));
  strongest.forEach((ties, place) => {
    for (const { other, link } of ties) {
      // Chosen from both ends it is told once, by the lower.
      if (other > place || !strongest[other]!.some((back) => back.other === place))
        chosen.push({ place, other, link });
    }
  });
  chosen.sort((a, b) => b.link - a.link || a.place - b.place || a.other - b.other);
  const pairs = new Int32Array(2 * chosen.length);
  const kinds = new Uint8Array(chosen.length);
  chosen.forEach(({ place, other, link }, at) => {
    pairs[2 * at] = place;
    pairs[2 * at + 1] = other;
    kinds[at] = heightOf(link) + (isLikely(link) ? LIKELY : 0);
  });
  return { pairs, kinds };
}

interface Tie {
  readonly place: number;
  readonly other: number;
  readonly link: number;
}

function strongestTies(graph: NetworkGraph, node: number, { places, each }: Drawing): Omit<Tie, 'place'>[] {
  const { neighbours, links } = tiesOf(graph, node);
  const ties: Omit<Tie, 'place'>[] = [];
  neighbours.forEach((neighbour, at) => {
    const other = places[neighbour]!;
    if (other >= 0) ties.push({ other, link: links[at]! });
  });
  return ties.length <= each
    ? ties
    : ties.toSorted((a, b) => b.link - a.link || a.other - b.other).slice(0, each);
}
