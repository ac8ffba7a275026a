// A stream one may look into before deciding what to do with it.
import { DamagedEntry } from './dropped.ts';

/** Pieces of a file, of which the first can be looked at and put back. */
export class Pieces {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #front: Uint8Array[] = [];
  /** Where the stream broke; said again to whoever comes to that place. */
  #damage: DamagedEntry | undefined;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  async #next(): Promise<Uint8Array | undefined> {
    const first = this.#front.shift();
    if (first !== undefined) return first;
    if (this.#damage) throw this.#damage;
    const next = await this.#iterator.next();
    return next.done === true ? undefined : next.value;
  }

  /** The beginning, at least `least` bytes where there are as many undamaged; nothing is taken away. */
  async head(least: number): Promise<Uint8Array> {
    try {
      const bytes = await this.gather(least - 1, 0);
      if (bytes !== undefined) this.#front = [bytes];
    } catch (error) {
      if (!(error instanceof DamagedEntry)) throw error;
    }
    return this.#front[0] ?? new Uint8Array();
  }

  /**
   * Everything, when it is at most `most` bytes; otherwise undefined. Throws DamagedEntry when it is damaged. Only when
   * it answers all of it is anything taken away. `expected` saves copying.
   */
  async gather(most: number, expected: number): Promise<Uint8Array | undefined> {
    let bytes = new Uint8Array(Math.min(most, expected));
    let length = 0;
    try {
      for (;;) {
        const piece = await this.#next();
        if (piece === undefined) return bytes.subarray(0, length);
        bytes = appended(bytes, length, piece);
        length += piece.length;
        if (length > most) break;
      }
    } catch (error) {
      if (!(error instanceof DamagedEntry)) throw error;
      this.#damage = error;
      this.#front.unshift(bytes.subarray(0, length));
      throw error;
    }
    this.#front.unshift(bytes.subarray(0, length));
    return undefined;
  }

  /** The rest, piece by piece. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let piece = await this.#next(); piece !== undefined; piece = await this.#next()) yield piece;
  }

  /** Lets go of the stream. */
  async end(): Promise<void> {
    this.#front = [];
    await this.#iterator.return?.();
  }
}

/** `bytes` with a piece behind its first `length` ones, in twice the room when it has grown too small. */
function appended(
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
  piece: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const end = length + piece.length;
  if (end <= bytes.length) {
    bytes.set(piece, length);
    return bytes;
  }
  const larger = new Uint8Array(Math.max(end, bytes.length * 2));
  larger.set(bytes.subarray(0, length));
  larger.set(piece, length);
  return larger;
}
