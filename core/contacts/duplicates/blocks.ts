// All blocks of a book in two typed arrays, and who is in a block with whom.
import { blockLimit } from './blocking.ts';

/** Slots of records by blocking key: sorted once, with what came later beside it. */
export interface Blocks {
  /** Key × 2^21 + slot, ascending. */
  readonly entries: Float64Array;
  readonly later: Map<number, number[]>;
}

const SLOTS = 2_097_152;

/** The most records a book's blocks can hold: keys and slots share the 53 bits of a number. */
export const MOST_RECORDS = SLOTS;

/** How far apart, in name order, two records of an overfull block may be and still be compared. */
const WINDOW = 12;

/** Collects the keys of records while they are made. */
export class BlockCollector {
  #entries = new Float64Array(1 << 16);
  #size = 0;

  add(slot: number, keys: readonly number[]): void {
    if (this.#size + keys.length > this.#entries.length) {
      const larger = new Float64Array(this.#entries.length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    for (const key of keys) this.#entries[this.#size++] = key * SLOTS + slot;
  }

  blocks(): Blocks {
    return { entries: this.#entries.slice(0, this.#size).sort(), later: new Map() };
  }
}

const keyOf = (entry: number) => Math.floor(entry / SLOTS);
const slotOf = (entry: number) => entry % SLOTS;

/** First position whose entry is not below `value`. */
function lowerBound(entries: Float64Array, value: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a record that came later into its blocks. */
export function addToBlocks({ later }: Blocks, slot: number, keys: readonly number[]): void {
  for (const key of keys) {
    const slots = later.get(key);
    if (slots === undefined) later.set(key, [slot]);
    else slots.push(slot);
  }
}

/** Everybody who shares a key with a record that has these keys; overfull blocks say too little and are left out. */
export function blockMates({ entries, later }: Blocks, keys: readonly number[]): Set<number> {
  const mates = new Set<number>();
  for (const key of keys) {
    const from = lowerBound(entries, key * SLOTS);
    const limit = blockLimit(key);
    const added = later.get(key) ?? [];
    let to = from;
    while (to < entries.length && keyOf(entries[to]!) === key && to - from <= limit) to += 1;
    if (to - from + added.length > limit) continue;
    for (let at = from; at < to; at++) mates.add(slotOf(entries[at]!));
    for (const slot of added) mates.add(slot);
  }
  return mates;
}

/**
 * Calls `visit` once for every candidate pair, lower slot first, record by record; `pause` is asked between records.
 * In a block over its limit only neighbours in `order` (a rank of every slot, by name) meet: sorted neighbourhood,
 * so that a thousand people of one name do not make half a million pairs.
 */
export function* candidatePairs(
  { entries }: Blocks,
  slots: number,
  order: () => Uint32Array,
  visit: (a: number, b: number) => void,
): Generator<number> {
  const { starts, members } = blocksBySize(entries, order);
  const { offsets, blockOf } = blocksOf(starts, members, slots);
  const seen = new Int32Array(slots).fill(-1);
  for (let a = 0; a < slots; a++) {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      const block = blockOf[at]!;
      for (let place = starts[block]!; place < starts[block + 1]!; place++) {
        const b = members[place]!;
        if (b <= a || seen[b] === a) continue;
        seen[b] = a;
        visit(a, b);
      }
    }
    if ((a & 255) === 0) yield a;
  }
}

/** Whole numbers that are added one after the other; half the memory of an array, and no pauses to tidy up after it. */
class Numbers {
  #values = new Uint32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  taken(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Blocks of two and more; overfull ones cut into overlapping windows of name order. */
function blocksBySize(entries: Float64Array, order: () => Uint32Array) {
  let ranks: Uint32Array | undefined;
  const starts = new Numbers();
  const members = new Numbers();
  let start = 0;
  starts.push(0);
  const close = () => {
    if (members.length - start > 1) starts.push((start = members.length));
    else members.length = start;
  };
  for (let from = 0; from < entries.length;) {
    const key = keyOf(entries[from]!);
    let to = from + 1;
    while (to < entries.length && keyOf(entries[to]!) === key) to += 1;
    if (to - from <= blockLimit(key)) {
      for (let at = from; at < to; at++) members.push(slotOf(entries[at]!));
      close();
    } else {
      const ranked = (ranks ??= order());
      const sorted = Uint32Array.from(entries.subarray(from, to), slotOf).sort(
        (a, b) => ranked[a]! - ranked[b]!,
      );
      for (let at = 0; at + WINDOW / 2 < sorted.length; at += WINDOW / 2) {
        for (const slot of sorted.subarray(at, at + WINDOW)) members.push(slot);
        close();
      }
    }
    from = to;
  }
  return { starts: starts.taken(), members: members.taken() };
}

/** For every slot, the blocks it is in: a counting sort. */
function blocksOf(starts: Uint32Array, members: Uint32Array, slots: number) {
  const offsets = new Uint32Array(slots + 1);
  for (const slot of members) offsets[slot + 1]! += 1;
  for (let slot = 0; slot < slots; slot++) offsets[slot + 1]! += offsets[slot]!;
  const next = offsets.slice();
  const blockOf = new Uint32Array(members.length);
  for (let block = 0; block + 1 < starts.length; block++) {
    for (let at = starts[block]!; at < starts[block + 1]!; at++) blockOf[next[members[at]!]!++] = block;
  }
  return { offsets, blockOf };
}
