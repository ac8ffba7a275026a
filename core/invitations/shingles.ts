// A note as a set of neighbouring words, and a short sketch of it: what tells whether two notes are nearly the same.
import { isFiller } from './message.ts';

/** The set of a note's telling word pairs, hashed and sorted, and its MinHash sketch (Broder 1997). */
export interface Gist {
  readonly shingles: Uint32Array;
  readonly sketch: Uint32Array;
}

/** Two bands' rows agree by chance for few notes and fail for hardly any pair that is half alike. */
export const ROWS = 2;
export const BANDS = 12;
const FEWEST = 8;

// One multiplier and one offset a row; odd numbers, so that no bits are lost (multiply-shift hashing).
const ROW_FACTORS = Uint32Array.from(
  { length: ROWS * BANDS },
  (_, row) => (Math.imul(row + 1, 0x9e_37_79_b1) | 1) >>> 0,
);
const ROW_OFFSETS = Uint32Array.from(
  { length: ROWS * BANDS },
  (_, row) => Math.imul(row + 7, 0x85_eb_ca_6b) >>> 0,
);

/** FNV-1a over UTF-16 units, finished as in MurmurHash3, so that close words are far apart. */
function hashed(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The gist of a note's folded words (`messageKey`). Numbers count as one word, since templates fill them in; pairs of
 * greetings tell nothing and are left out. Undefined for notes too short to be a template.
 */
export function gistOf(folded: string): Gist | undefined {
  const words = folded.split(' ').map((word) => (/^\d+$/.test(word) ? '#' : word));
  const found = new Set<number>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [one = '', other = ''] = [words[at], words[at + 1]];
    if (!isFiller(one) || !isFiller(other)) found.add(hashed(`${one} ${other}`));
  }
  if (found.size < FEWEST) return undefined;
  const shingles = Uint32Array.from(found).sort();
  return { shingles, sketch: sketchOf(shingles) };
}

function sketchOf(shingles: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(ROWS * BANDS).fill(0xff_ff_ff_ff);
  for (const shingle of shingles) {
    for (let row = 0; row < sketch.length; row += 1) {
      const mixed = (Math.imul(shingle, ROW_FACTORS[row] ?? 1) + (ROW_OFFSETS[row] ?? 0)) >>> 0;
      const value = (mixed ^ (mixed >>> 15)) >>> 0;
      if (value < (sketch[row] ?? 0)) sketch[row] = value;
    }
  }
  return sketch;
}

/** Jaccard similarity of two gists: shared pairs over all pairs, 0 to 1. */
export function likeness({ shingles: a }: Gist, { shingles: b }: Gist): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared / (a.length + b.length - shared);
}
