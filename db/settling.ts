// When the reader has answered what a window asks first, so that what nobody waits for may begin.

/** Between an answer and the question it leads to, when it has been painted. */
const PAUSE_MS = 250;
/** However many questions there are. */
const PATIENCE_MS = 4000;

/** Counts the calls under way, and calls back once: when there have been some and are none, or they do not end. */
export class Settling {
  readonly #settled: () => void;
  #underWay = 0;
  #timer: NodeJS.Timeout | undefined;
  #patience: NodeJS.Timeout | undefined;
  #isSettled = false;

  constructor(settled: () => void) {
    this.#settled = settled;
  }

  begins(): void {
    if (this.#isSettled) return;
    this.#underWay += 1;
    clearTimeout(this.#timer);
    this.#patience ??= setTimeout(() => this.settle(), PATIENCE_MS).unref();
  }

  ends(): void {
    if (this.#isSettled) return;
    this.#underWay -= 1;
    if (this.#underWay === 0) this.#timer = setTimeout(() => this.settle(), PAUSE_MS).unref();
  }

  /** Somebody waits: not a moment later. */
  settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.#settled();
  }
}
