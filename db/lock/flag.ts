// Whether the book is locked: one word of memory that all its threads share, so that no message has to arrive first.

const LOCKED = 0;
const ACTIVE = 1;
/** Seconds are counted from here, so that they fit for a long time. */
const EPOCH_MS = Date.UTC(2020);

export const newLockMemory = (): SharedArrayBuffer => new SharedArrayBuffer(8);

export class LockFlag {
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory);
  }

  get isLocked(): boolean {
    return Atomics.load(this.#words, LOCKED) === 1;
  }

  set(isLocked: boolean): void {
    Atomics.store(this.#words, LOCKED, isLocked ? 1 : 0);
  }

  /** When somebody was last there, in milliseconds since 1970, to the second. */
  get lastActive(): number {
    return Atomics.load(this.#words, ACTIVE) * 1000 + EPOCH_MS;
  }

  touch(now: number): void {
    Atomics.store(this.#words, ACTIVE, Math.floor((now - EPOCH_MS) / 1000));
  }
}
