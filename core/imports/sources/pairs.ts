// Every two of a few.

/** All unordered pairs, in the order of the list; callers keep the list short. */
export function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((first, at) => list.slice(at + 1).map((second) => [first, second] as const));
}
