// Who belongs together: communities by modularity (Blondel et al. 2008, "Fast unfolding of communities"), the same for
// the same network every time.

/** Ties with a weight each: nodes `pairs[2i]` and `pairs[2i + 1]`, `weights[i]` above 0. */
export interface WeightedTies {
  readonly count: number;
  readonly pairs: Int32Array;
  readonly weights: Float64Array;
}

/** Rounds of merging; each makes a network of the communities of the one before. */
const MOST_LEVELS = 12;
/** Rounds of moving single nodes within one level. */
const MOST_ROUNDS = 12;

/**
 * The community of every node, numbered from 0 by falling size, then by their first member; -1 for nodes without a
 * tie. Nearly linear in the ties.
 */
export function communitiesOf(ties: WeightedTies): Int32Array {
  let level = levelOf(ties);
  let member = Int32Array.from({ length: ties.count }, (_, node) => node);
  for (let round = 0; round < MOST_LEVELS; round += 1) {
    const { community, moved } = moveNodes(level);
    if (!moved) break;
    const { numbers, count } = numbered(community);
    member = member.map((node) => numbers[node]!);
    level = levelOf(merged(level, numbers, count));
  }
  return bySize(member, ties);
}

/** One network of the series: rows of neighbours, what every node weighs, and what lies within it. */
interface Level {
  readonly count: number;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  /** Twice the weight of ties of a node with itself, which stand for what was merged into it. */
  readonly inner: Float64Array;
  readonly total: Float64Array;
  /** The weight of everything, from both ends. */
  readonly all: number;
}

function levelOf({ count, pairs, weights }: WeightedTies): Level {
  const starts = new Int32Array(count + 1);
  const inner = new Float64Array(count);
  const total = new Float64Array(count);
  weights.forEach((weight, at) => {
    const [one, other] = [pairs[2 * at]!, pairs[2 * at + 1]!];
    total[one]! += weight;
    total[other]! += weight;
    if (one === other) inner[one]! += 2 * weight;
    else {
      starts[one + 1]! += 1;
      starts[other + 1]! += 1;
    }
  });
  for (let node = 0; node < count; node += 1) starts[node + 1]! += starts[node]!;
  const places = starts.slice();
  const neighbours = new Int32Array(starts[count]!);
  const rows = new Float64Array(starts[count]!);
  const put = (from: number, to: number, weight: number): void => {
    const place = places[from]!++;
    neighbours[place] = to;
    rows[place] = weight;
  };
  weights.forEach((weight, at) => {
    const [one, other] = [pairs[2 * at]!, pairs[2 * at + 1]!];
    if (one === other) return;
    put(one, other, weight);
    put(other, one, weight);
  });
  return {
    count,
    starts,
    neighbours,
    weights: rows,
    inner,
    total,
    all: total.reduce((sum, weight) => sum + weight, 0),
  };
}

/** Every node joins the neighbours' community that gains most, until nobody gains any more. */
function moveNodes(level: Level): { readonly community: Int32Array; readonly moved: boolean } {
  const { count, total, all } = level;
  const community = Int32Array.from({ length: count }, (_, node) => node);
  const sums = total.slice();
  const toward = new Float64Array(count);
  let moved = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moves = 0;
    for (let node = 0; node < count; node += 1) {
      const from = community[node]!;
      sums[from]! -= total[node]!;
      const to = bestCommunity(level, node, { community, sums, toward, share: total[node]! / all });
      sums[to]! += total[node]!;
      if (to === from) continue;
      community[node] = to;
      moves += 1;
    }
    if (moves > 0) moved = true;
    if (moves <= count / 1000) break;
  }
  return { community, moved };
}

interface Moving {
  readonly community: Int32Array;
  /** The weight of each community, the node in question left out. */
  readonly sums: Float64Array;
  /** Scratch: the node's weight toward each community; all zero between calls. */
  readonly toward: Float64Array;
  readonly share: number;
}

function bestCommunity(
  { starts, neighbours, weights }: Level,
  node: number,
  { community, sums, toward, share }: Moving,
): number {
  const [from, to] = [starts[node]!, starts[node + 1]!];
  for (let at = from; at < to; at += 1) toward[community[neighbours[at]!]!]! += weights[at]!;
  let best = community[node]!;
  let most = toward[best]! - share * sums[best]!;
  for (let at = from; at < to; at += 1) {
    const candidate = community[neighbours[at]!]!;
    const gain = toward[candidate]! - share * sums[candidate]!;
    if (gain > most + 1e-9) {
      most = gain;
      best = candidate;
    }
  }
  for (let at = from; at < to; at += 1) toward[community[neighbours[at]!]!] = 0;
  return best;
}

/** Communities numbered in the order in which their first node comes. */
function numbered(community: Int32Array): { readonly numbers: Int32Array; readonly count: number } {
  const given = new Int32Array(community.length).fill(-1);
  let count = 0;
  const numbers = community.map((old) => {
    if (given[old] === -1) given[old] = count++;
    return given[old]!;
  });
  return { numbers, count };
}

/** The network whose nodes are the communities. */
function merged(level: Level, numbers: Int32Array, count: number): WeightedTies {
  const sums = new Map<number, number>();
  const add = (one: number, other: number, weight: number): void => {
    const key = Math.min(one, other) * count + Math.max(one, other);
    sums.set(key, (sums.get(key) ?? 0) + weight);
  };
  for (let node = 0; node < level.count; node += 1) {
    const own = numbers[node]!;
    if (level.inner[node]! > 0) add(own, own, level.inner[node]! / 2);
    for (let at = level.starts[node]!; at < level.starts[node + 1]!; at += 1) {
      const neighbour = level.neighbours[at]!;
      if (node < neighbour) add(own, numbers[neighbour]!, level.weights[at]!);
    }
  }
  const pairs = new Int32Array(2 * sums.size);
  const weights = new Float64Array(sums.size);
  let at = 0;
  for (const [key, weight] of sums) {
    pairs[2 * at] = Math.floor(key / count);
    pairs[2 * at + 1] = key % count;
    weights[at] = weight;
    at += 1;
  }
  return { count, pairs, weights };
}

function bySize(member: Int32Array, { count, pairs }: WeightedTies): Int32Array {
  const isTied = new Uint8Array(count);
  for (const node of pairs) isTied[node] = 1;
  const sizes = new Map<number, number>();
  member.forEach((community, node) => {
    if (isTied[node] === 1) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  });
  // A map keeps the order of first members, and the sort does not disturb it among equals.
  const order = [...sizes].toSorted(([, a], [, b]) => b - a);
  const places = new Map(order.map(([community], place) => [community, place]));
  return member.map((community, node) => (isTied[node] === 1 ? places.get(community)! : -1));
}
