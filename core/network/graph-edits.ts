// The network after people have changed: a few of them lie on top of the arrays, many are folded in.
import { linkIn, nodeOf, placeIn, tiesOf } from './graph.ts';
import type { GraphBase, NetworkGraph, Ties } from './graph.ts';

/** Somebody's ties as they are now, whole; none at all for a person who is gone. */
export interface TiesNow {
  readonly id: number;
  /** The owner's own link; 0 for none. */
  readonly own: number;
  readonly ties: readonly { readonly id: number; readonly link: number }[];
}

/** More people than this are not kept on top of the arrays. */
const MOST_CHANGED = 2000;
/** Nor more ties than this share of all. */
const MOST_CHANGED_SHARE = 1 / 8;

/** The network with these people's ties in place of those they had, seen from both ends; what is given later wins. */
export function withTies(graph: NetworkGraph, edits: readonly TiesNow[]): NetworkGraph {
  const nodes = withNodes(
    graph,
    edits.flatMap(({ id, ties }) => [id, ...ties.map((tie) => tie.id)]),
  );
  const own = nodes.own.slice();
  const changed = new Map(nodes.changed);
  const edited: NetworkGraph = { ...nodes, own, changed };
  for (const edit of edits) {
    const node = nodeOf(edited, edit.id);
    own[node] = edit.own;
    const now = rowOf(edited, edit.ties);
    const before = tiesOf(edited, node);
    changed.set(node, now);
    for (const other of new Set([...before.neighbours, ...now.neighbours])) {
      const link = linkIn(now, other);
      if (link !== linkIn(tiesOf(edited, other), node))
        changed.set(other, withLink(tiesOf(edited, other), node, link));
    }
  }
  return isMuch(edited) ? folded(edited) : edited;
}

const NO_TIES: Ties = { neighbours: new Int32Array(), links: new Int32Array() };

/** The same network with a node for everybody named. */
function withNodes(graph: NetworkGraph, named: readonly number[]): NetworkGraph {
  const missing = [...new Set(named)].filter((id) => nodeOf(graph, id) < 0);
  if (missing.length === 0) return graph;
  const first = graph.ids.length;
  const ids = Float64Array.of(...missing);
  const all = new Float64Array(first + ids.length);
  all.set(graph.ids);
  all.set(ids, first);
  const own = new Int32Array(all.length);
  own.set(graph.own);
  const added = missing.map((_, at): [number, Ties] => [first + at, NO_TIES]);
  return {
    base: graph.base,
    ids: all,
    byId: Int32Array.from(all.keys()).sort((a, b) => all[a]! - all[b]!),
    own,
    changed: new Map([...graph.changed, ...added]),
  };
}

function rowOf(graph: NetworkGraph, ties: TiesNow['ties']): Ties {
  const links = new Map(ties.map(({ id, link }) => [nodeOf(graph, id), link]));
  const neighbours = Int32Array.from(links.keys()).sort();
  return { neighbours, links: neighbours.map((node) => links.get(node)!) };
}

/** Ties with the link to one node set; 0 takes it out. */
function withLink({ neighbours, links }: Ties, node: number, link: number): Ties {
  const at = placeIn(neighbours, node);
  const after = neighbours[at] === node ? at + 1 : at;
  const spliced = (column: Int32Array, value: number): Int32Array => {
    const middle = link === 0 ? [] : [value];
    const result = new Int32Array(at + middle.length + column.length - after);
    result.set(column.subarray(0, at));
    result.set(middle, at);
    result.set(column.subarray(after), at + middle.length);
    return result;
  };
  return { neighbours: spliced(neighbours, node), links: spliced(links, link) };
}

function isMuch({ base, changed }: NetworkGraph): boolean {
  if (changed.size > MOST_CHANGED) return true;
  const most = Math.max(MOST_CHANGED, base.neighbours.length * MOST_CHANGED_SHARE);
  let ties = 0;
  for (const { neighbours } of changed.values()) ties += neighbours.length;
  return ties > most;
}

/** The same network with everything that lay on top of the arrays in them: mostly copying long runs. */
export function folded(graph: NetworkGraph): NetworkGraph {
  const { base, changed, ids } = graph;
  const edited = [...changed.keys()].sort((a, b) => a - b);
  const length = edited.reduce(
    (sum, node) => sum + changed.get(node)!.neighbours.length - rowLength(base, node),
    base.neighbours.length,
  );
  const starts = new Int32Array(ids.length + 1);
  const neighbours = new Int32Array(length);
  const links = new Int32Array(length);
  let at = 0;
  let next = 0;
  const put = (ties: Ties): void => {
    neighbours.set(ties.neighbours, at);
    links.set(ties.links, at);
    at += ties.neighbours.length;
  };
  const copyUpTo = (node: number): void => {
    const shift = at - (base.starts[next] ?? 0);
    for (let one = next; one < node; one += 1) starts[one] = base.starts[one]! + shift;
    const [from, to] = [base.starts[next], base.starts[node]];
    if (next < node)
      put({ neighbours: base.neighbours.subarray(from, to), links: base.links.subarray(from, to) });
    next = node + 1;
  };
  for (const node of edited) {
    copyUpTo(node);
    starts[node] = at;
    put(changed.get(node)!);
  }
  copyUpTo(Math.max(next, base.starts.length - 1));
  starts[ids.length] = at;
  return { ...graph, base: { starts, neighbours, links }, changed: new Map() };
}

const rowLength = ({ starts }: GraphBase, node: number): number =>
  node + 1 < starts.length ? starts[node + 1]! - starts[node]! : 0;
