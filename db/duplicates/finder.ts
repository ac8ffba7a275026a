// Compares the book's people on the jobs thread, a slice at a time, and tells the reader who may be one.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  buildLinkage,
  changesSince,
  suggestedPairs,
  updateLinkage,
} from '#core/contacts/duplicates/linkage.ts';
import type { Linkage } from '#core/contacts/duplicates/linkage.ts';
import type { DuplicatePair } from '#core/contacts/duplicates/model.ts';
import type { ReadBook } from '#db/book.ts';
import { linkageRecords, readRecords } from './records.ts';
import type { SuggestedPairs } from './suggestions.ts';

/** Short enough that a piece of an upload waits for no longer than that. */
const SLICE_MS = 15;

/**
 * The whole book is compared when nothing has happened for so long: not while it is being opened and painted, nor between
 * two imports. Nobody waits for it.
 */
const QUIET_MS = 700;
const LOOK_AGAIN_MS = 100;

/** Pairs in one message: copying them must not hold either thread for long. */
const PIECE = 2000;

/** While no more of a book has changed, what was learnt from it still holds. */
const FEW = 1 / 10;
const EDITS_A_PAUSE = 20;

/** The linkage of the book as it is now: the one there is, when few have changed since; else a new one. */
function* linking(book: ReadBook, known: Linkage | undefined): Generator<unknown, Linkage> {
  const records = yield* readRecords(book);
  if (known !== undefined) {
    const { changed, removed } = yield* changesSince(known, records);
    if (changed.length + removed.length <= records.length * FEW) {
      updateLinkage(known, [], removed);
      for (let at = 0; at < changed.length; at += EDITS_A_PAUSE) {
        updateLinkage(known, changed.slice(at, at + EDITS_A_PAUSE), []);
        yield;
      }
      return known;
    }
  }
  return yield* buildLinkage(records);
}

export class DuplicateFinder {
  readonly #book: ReadBook;
  readonly #send: (pairs: SuggestedPairs) => void;
  readonly #isBusy: () => boolean;
  readonly #log: (line: string) => void;
  #linkage: Linkage | undefined;
  /** Counts the comparisons of the whole book: a newer one ends the one under way. */
  #round = 0;
  #isBuilding = false;
  readonly #pending = new Set<number>();

  /** `isBusy`: somebody waits for other work of this thread. */
  constructor(
    book: ReadBook,
    {
      send,
      isBusy,
      log,
    }: {
      readonly send: (pairs: SuggestedPairs) => void;
      readonly isBusy: () => boolean;
      readonly log: (line: string) => void;
    },
  ) {
    this.#book = book;
    this.#send = send;
    this.#isBusy = isBusy;
    this.#log = log;
  }

  /** Brings the comparison up to a book that has changed in bulk, whatever is under way. */
  compareAll(): void {
    this.#round += 1;
    this.#isBuilding = true;
    this.#pending.clear();
    void this.#build(this.#round);
  }

  /** Compares again those whose cards have changed, after the comparison under way if there is one. */
  compareAgain(ids: readonly number[]): void {
    if (ids.length === 0) return;
    if (this.#isBuilding) for (const id of ids) this.#pending.add(id);
    else this.#guarded(() => this.#update(ids));
  }

  async #build(round: number): Promise<void> {
    try {
      const linkage = await this.#linked(round);
      if (linkage === undefined) return;
      this.#linkage = linkage;
      this.#sendAll(suggestedPairs(linkage));
      const pending = [...this.#pending];
      this.#pending.clear();
      this.#isBuilding = false;
      this.compareAgain(pending);
    } catch (error) {
      if (round === this.#round) this.#giveUp(error);
    }
  }

  /** The linkage of everybody; undefined when a newer round has begun. */
  async #linked(round: number): Promise<Linkage | undefined> {
    await sleep(QUIET_MS);
    const steps = linking(this.#book, this.#linkage);
    while (round === this.#round) {
      if (this.#isBusy()) {
        await sleep(LOOK_AGAIN_MS);
        continue;
      }
      const until = performance.now() + SLICE_MS;
      do {
        const step = steps.next();
        if (step.done === true) return step.value;
      } while (performance.now() < until);
      await nextTurn();
    }
    return undefined;
  }

  #update(ids: readonly number[]): void {
    if (this.#linkage === undefined) return;
    const changed = linkageRecords(this.#book, ids);
    const there = new Set(changed.map(({ id }) => id));
    updateLinkage(
      this.#linkage,
      changed,
      ids.filter((id) => !there.has(id)),
    );
    this.#send({ replaces: ids, pairs: suggestedPairs(this.#linkage, ids), isLast: true });
  }

  #sendAll(pairs: readonly DuplicatePair[]): void {
    for (let at = 0; ; at += PIECE) {
      const isLast = at + PIECE >= pairs.length;
      this.#send({ replaces: 'all', pairs: pairs.slice(at, at + PIECE), isLast });
      if (isLast) return;
    }
  }

  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /** A bug in comparing must not take imports and search down with it: there are no suggestions until the next start. */
  #giveUp(error: unknown): void {
    this.#linkage = undefined;
    this.#isBuilding = false;
    this.#log(`failed duplicates ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
  }
}
