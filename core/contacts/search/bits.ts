// Sets of people as one bit each.

/** Bit `i & 31` of word `i >>> 5` says whether the person in slot `i` is in. */
export type Bits = Uint32Array<ArrayBuffer>;

export const noBits = (size: number): Bits => new Uint32Array(Math.ceil(size / 32));

export const hasBit = (bits: Uint32Array, slot: number): boolean =>
  ((bits[slot >>> 5]! >>> (slot & 31)) & 1) === 1;

export function setBit(bits: Bits, slot: number): void {
  bits[slot >>> 5]! |= 1 << (slot & 31);
}

export function clearBit(bits: Bits, slot: number): void {
  bits[slot >>> 5]! &= ~(1 << (slot & 31));
}

/** The others; what is beyond the last person is nobody's concern. */
export const inverted = (bits: Bits): Bits => bits.map((word) => ~word);

/** Keeps in `bits` only what is in `other` too; both are of one size. */
export function intersect(bits: Bits, other: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at]! &= other[at]!;
}

/** Adds to `bits` what is in `other`; both are of one size. */
export function unite(bits: Bits, other: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at]! |= other[at]!;
}

/** How many are in both; both are of one size. */
export function sharedBits(bits: Bits, other: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    // Counts by twos, fours and bytes at once (Hacker's Delight, 5-1).
    let word = bits[at]! & other[at]!;
    word -= (word >>> 1) & 0x55_55_55_55;
    word = (word & 0x33_33_33_33) + ((word >>> 2) & 0x33_33_33_33);
    count += Math.imul((word + (word >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
  }
  return count;
}
