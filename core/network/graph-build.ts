// Building the network from ties in any order: two counting sorts put the pairs in order, and then every row is.
import type { GraphBase, NetworkGraph } from './graph.ts';

/**
 * Pairs of nodes with a value each. Three numbers a pair – the lower node, the higher one, the value – side by side,
 * because sorting them then costs one look into memory a pair rather than three.
 */
export interface Pairs {
  readonly rows: Int32Array;
  /** How many pairs there are; what stands behind them means nothing. */
  readonly length: number;
}

const WIDTH = 3;
const [LOWER, HIGHER, VALUE] = [0, 1, 2];

/** Collects pairs, of which one may come many times. */
export function pairCollector(expected = 1 << 12) {
  let rows = new Int32Array(WIDTH * expected);
  let end = 0;
  return {
    add(one: number, other: number, value: number): void {
      if (end === rows.length) {
        const larger = new Int32Array(2 * end + WIDTH);
        larger.set(rows);
        rows = larger;
      }
      rows[end + LOWER] = one < other ? one : other;
      rows[end + HIGHER] = one < other ? other : one;
      rows[end + VALUE] = value;
      end += WIDTH;
    },
    pairs: (): Pairs => ({ rows, length: end / WIDTH }),
  };
}

/**
 * Every pair once, by its lower node and then by its higher. `combine` makes one value of all that were given for a
 * pair, in the order in which they were; a pair that comes to 0 is left out.
 */
export function mergedPairs(
  pairs: Pairs,
  nodes: number,
  combine: (values: readonly number[]) => number,
): Pairs {
  const { rows, length } = inOrderOf(inOrderOf(pairs, nodes, HIGHER), nodes, LOWER);
  const end = length * WIDTH;
  let kept = 0;
  for (let from = 0; from < end;) {
    const [one, other] = [rows[from + LOWER]!, rows[from + HIGHER]!];
    const values: number[] = [];
    for (; from < end && rows[from + LOWER] === one && rows[from + HIGHER] === other; from += WIDTH)
      values.push(rows[from + VALUE]!);
    const value = combine(values);
    if (value === 0) continue;
    // What is written stands before what is still to be read.
    rows[kept + LOWER] = one;
    rows[kept + HIGHER] = other;
    rows[kept + VALUE] = value;
    kept += WIDTH;
  }
  return { rows, length: kept / WIDTH };
}

/** Calls back with every pair and its value. */
export function forEachPair(
  { rows, length }: Pairs,
  tell: (lower: number, higher: number, value: number) => void,
): void {
  for (let at = 0; at < length * WIDTH; at += WIDTH)
    tell(rows[at + LOWER]!, rows[at + HIGHER]!, rows[at + VALUE]!);
}

/** A copy of the pairs, ordered by one of their nodes; those that are equal in it stay in their order. */
function inOrderOf({ rows, length }: Pairs, nodes: number, by: number): Pairs {
  const end = length * WIDTH;
  const places = startsOf(nodes, { rows, length }, by);
  const sorted = new Int32Array(end);
  for (let at = 0; at < end; at += WIDTH) {
    const place = WIDTH * places[rows[at + by]!]!++;
    sorted[place] = rows[at]!;
    sorted[place + 1] = rows[at + 1]!;
    sorted[place + 2] = rows[at + 2]!;
  }
  return { rows: sorted, length };
}

/** What a network is made of. */
export interface GraphParts {
  /** Keys of people, ascending; a node is a place in here. */
  readonly ids: Float64Array;
  /** As `mergedPairs` answers them, a link as the value of each. Nobody is paired with themselves. */
  readonly pairs: Pairs;
  /** The owner's own link to every node. */
  readonly own: Int32Array;
}

/** The network of these people and ties. Linear in both. */
export function buildGraph({ ids, pairs, own }: GraphParts): NetworkGraph {
  return {
    base: rowsOf(ids.length, pairs),
    ids,
    byId: Int32Array.from(ids.keys()),
    own,
    changed: new Map(),
  };
}

/** Filled from ordered pairs every row comes out ascending: first all lower neighbours, then all higher ones. */
function rowsOf(nodes: number, pairs: Pairs): GraphBase {
  const starts = startsOf(nodes, pairs, LOWER, HIGHER);
  const places = starts.slice();
  const neighbours = new Int32Array(starts[nodes]!);
  const links = new Int32Array(starts[nodes]!);
  const fill = (from: number, to: number): void => {
    const { rows, length } = pairs;
    for (let at = 0; at < length * WIDTH; at += WIDTH) {
      const place = places[rows[at + from]!]!++;
      neighbours[place] = rows[at + to]!;
      links[place] = rows[at + VALUE]!;
    }
  };
  fill(HIGHER, LOWER);
  fill(LOWER, HIGHER);
  return { starts, neighbours, links };
}

/** Where the entries of every node begin when they are laid out by node; one more place marks the end. */
function startsOf(nodes: number, { rows, length }: Pairs, ...by: readonly number[]): Int32Array {
  const starts = new Int32Array(nodes + 1);
  for (const column of by)
    for (let at = column; at < length * WIDTH; at += WIDTH) starts[rows[at]! + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  return starts;
}
