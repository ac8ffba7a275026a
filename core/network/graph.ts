// The whole network in typed arrays: who is tied to whom and how, and the owner's own ties. People are nodes 0 … n-1.
import type { ContactId } from '#core/contacts/model.ts';

/** Ties of one person: the other ends, ascending by node, and the link to each. */
export interface Ties {
  readonly neighbours: Int32Array;
  readonly links: Int32Array;
}

/** Compressed rows: the ties of node v are at `starts[v]` up to `starts[v + 1]`. Every tie is there from both ends. */
export interface GraphBase extends Ties {
  readonly starts: Int32Array;
}

/**
 * The network as it is now. Never changed in place; an edited one shares everything but the people edited. Typed
 * arrays and one small map, so it crosses to another thread as it is.
 */
export interface NetworkGraph {
  readonly base: GraphBase;
  /** The key of the person that each node is. */
  readonly ids: Float64Array;
  /** The nodes in the order of those keys. */
  readonly byId: Int32Array;
  /** The owner's own tie to each node; 0 where there is none. */
  readonly own: Int32Array;
  /** The ties of people edited since, whole; everybody added since is here. */
  readonly changed: ReadonlyMap<number, Ties>;
}

/** The node that a person is; -1 for somebody the network does not have. */
export function nodeOf({ ids, byId }: Pick<NetworkGraph, 'ids' | 'byId'>, id: number): number {
  let low = 0;
  let high = byId.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[byId[middle]!]! < id) low = middle + 1;
    else high = middle;
  }
  const node = byId[low] ?? -1;
  return node >= 0 && ids[node] === id ? node : -1;
}

/** The key of a node. */
export const idOf = ({ ids }: Pick<NetworkGraph, 'ids'>, node: number): ContactId => ids[node] as ContactId; // only keys of people are put in

/** The ties of a node; a view, which is not to be written to. */
export function tiesOf({ base, changed }: NetworkGraph, node: number): Ties {
  const edited = changed.get(node);
  if (edited !== undefined) return edited;
  const from = base.starts[node];
  const to = base.starts[node + 1];
  return { neighbours: base.neighbours.subarray(from, to), links: base.links.subarray(from, to) };
}

/** The link to a node in somebody's ties; 0 where there is none. */
export function linkIn({ neighbours, links }: Ties, node: number): number {
  const at = placeIn(neighbours, node);
  return neighbours[at] === node ? links[at]! : 0;
}

/** The place of the first entry that is not before `node`. */
export function placeIn(neighbours: Int32Array, node: number): number {
  let low = 0;
  let high = neighbours.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (neighbours[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many people the network has. */
export const networkSize = ({ ids }: NetworkGraph): number => ids.length;

/** The memory to hand over, rather than to copy, when a network that has just been built is sent to another thread. */
export const buffersOf = ({ base, ids, byId, own }: NetworkGraph): ArrayBuffer[] =>
  [base.starts, base.neighbours, base.links, ids, byId, own].map(
    ({ buffer }) => buffer as ArrayBuffer, // nothing here is made on shared memory
  );
