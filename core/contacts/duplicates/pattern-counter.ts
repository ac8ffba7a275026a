// Counting patterns of agreement by the million.

const FEWEST = 1 << 12;

/**
 * How often each pattern was seen. A hash table in two typed arrays (open addressing): a Map would make an object of every
 * key, for patterns do not fit into 31 bits.
 */
export class PatternCounter implements Iterable<readonly [pattern: number, count: number]> {
  /** Pattern + 1; 0 is a free place. */
  #keys = new Float64Array(FEWEST);
  #counts = new Float64Array(FEWEST);
  #size = 0;

  add(pattern: number, times = 1): void {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const at = this.#placeOf(pattern + 1);
    if (this.#keys[at] === 0) {
      this.#keys[at] = pattern + 1;
      this.#size += 1;
    }
    this.#counts[at]! += times;
  }

  *[Symbol.iterator](): Generator<readonly [pattern: number, count: number]> {
    for (let at = 0; at < this.#keys.length; at++)
      if (this.#keys[at] !== 0) yield [this.#keys[at]! - 1, this.#counts[at]!];
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (Math.imul(key % 4_294_967_296, 0x9e37_79b1) ^ Math.floor(key / 1_048_576)) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Float64Array(keys.length * 2);
    for (let from = 0; from < keys.length; from++) {
      if (keys[from] === 0) continue;
      const at = this.#placeOf(keys[from]!);
      this.#keys[at] = keys[from]!;
      this.#counts[at] = counts[from]!;
    }
  }
}
