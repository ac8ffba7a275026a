// What the picture is made of, once the book has answered and the places are found.
import type { PackedPicture } from '#api/network.ts';
import { LIKELY } from '#core/network/picture.ts';
import type { Picture } from '#core/network/picture.ts';
import type { Places } from '#core/network/places.ts';

/** A picture as it came, with what the page needs besides. */
export interface Drawn extends Picture {
  /** 1 for whoever goes into no file. */
  readonly confidential: Uint8Array;
  /** How the owner met each, a place in HOW_MET. */
  readonly how: Uint8Array;
  /** Ties by person: those of node v are at `starts[v]` up to `starts[v + 1]`, each a place in `kinds`. */
  readonly starts: Int32Array;
  readonly ties: Int32Array;
  /** Everybody, those with most ties first. */
  readonly byDegree: Int32Array;
}

/** A picture with a place for everybody. */
export interface Scene extends Drawn {
  readonly community: Int32Array;
  readonly places: Places;
}

/** The other end of a tie. */
export const otherEnd = ({ pairs }: Pick<Drawn, 'pairs'>, tie: number, node: number): number =>
  pairs[2 * tie] === node ? pairs[2 * tie + 1]! : pairs[2 * tie]!;

export const isLikelyTie = ({ kinds }: Pick<Drawn, 'kinds'>, tie: number): boolean =>
  (kinds[tie]! & LIKELY) !== 0;

/** The level of a tie, a place on the ladder. */
export const heightOfTie = ({ kinds }: Pick<Drawn, 'kinds'>, tie: number): number =>
  kinds[tie]! & (LIKELY - 1);

/** How much a tie pulls and binds: a likely one half as much as one on record. */
export const weightOf = (kind: number): number => (kind & (LIKELY - 1)) * (kind >= LIKELY ? 0.5 : 1);

export function unpack(packed: PackedPicture): Drawn {
  const picture = {
    ids: int32(packed.ids),
    levels: bytes(packed.levels),
    confidential: bytes(packed.confidential),
    how: bytes(packed.how),
    degrees: int32(packed.degrees),
    pairs: int32(packed.pairs),
    kinds: bytes(packed.kinds),
    tieCount: packed.tieCount,
  };
  const byDegree = Int32Array.from(picture.ids.keys());
  byDegree.sort((a, b) => picture.degrees[b]! - picture.degrees[a]! || a - b);
  return { ...picture, ...tiesByPerson(picture), byDegree };
}

export function tiesByPerson({ ids, pairs }: Pick<Picture, 'ids' | 'pairs'>): Pick<Drawn, 'starts' | 'ties'> {
  const starts = new Int32Array(ids.length + 1);
  for (const node of pairs) starts[node + 1]! += 1;
  for (let node = 0; node < ids.length; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const ties = new Int32Array(pairs.length);
  pairs.forEach((node, at) => (ties[next[node]!++] = at >> 1));
  return { starts, ties };
}

/** Every machine this runs on keeps the lowest byte first, as the book's numbers are packed. */
const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const int32 = (base64: string): Int32Array => new Int32Array(bytes(base64).buffer);
