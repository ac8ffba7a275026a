// Reads the facets of the whole book on the jobs thread, a slice at a time, so that they are there before somebody asks.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { FacetBase } from '#core/contacts/search/facet-index.ts';
import type { ReadBook } from '#db/book.ts';
import { wholeFacets } from './search-facets.ts';

/** Short enough that a piece of an upload waits for no longer than that. */
const SLICE_MS = 12;
const LOOK_AGAIN_MS = 100;
/** The window paints its first list in this time, and needs the processor more. */
const FIRST_PAINT_MS = 150;

export class FacetReader {
  readonly #book: ReadBook;
  readonly #send: (base: FacetBase) => void;
  readonly #isBusy: () => boolean;
  /** What is being read; a newer reading ends it. */
  #steps: Generator<void, FacetBase> | undefined;

  /** `send` is given what was read; `isBusy`: somebody waits for other work of this thread. */
  constructor(
    book: ReadBook,
    on: { readonly send: (base: FacetBase) => void; readonly isBusy: () => boolean },
  ) {
    this.#book = book;
    this.#send = on.send;
    this.#isBusy = on.isBusy;
  }

  get isReading(): boolean {
    return this.#steps !== undefined;
  }

  /** Reads everybody anew, from now on, whatever is under way. */
  begin(): void {
    const steps = wholeFacets(this.#book);
    this.#steps = steps;
    void this.#goOn(steps);
  }

  /** Somebody waits: finishes what is under way at once. */
  hurry(): void {
    const steps = this.#steps;
    if (steps !== undefined) while (this.#steps === steps) this.#step(steps);
  }

  async #goOn(steps: Generator<void, FacetBase>): Promise<void> {
    await sleep(FIRST_PAINT_MS);
    while (this.#steps === steps) {
      if (this.#isBusy()) {
        await sleep(LOOK_AGAIN_MS);
        continue;
      }
      const until = performance.now() + SLICE_MS;
      while (this.#steps === steps && performance.now() < until) this.#step(steps);
      await nextTurn();
    }
  }

  #step(steps: Generator<void, FacetBase>): void {
    const { done, value } = steps.next();
    if (done !== true) return;
    this.#steps = undefined;
    this.#send(value);
  }
}
