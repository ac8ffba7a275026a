// Rows added by the hundred thousand: many to a statement, because a call costs as much as a row, and what they all say
// written into the statement, because a word bound costs as much as a word stored.
import type { Database, Statement } from 'better-sqlite3';
import { lazily } from '#core/shared/lazily.ts';

export type Cell = string | number | null;

/** Enough that a call no longer counts; more would only make statements longer to prepare. */
const ROWS = 50;

/** What all rows of a batch say: bound once a statement. */
export interface Shared {
  readonly now: string;
  readonly batch: number;
}

/**
 * Collects rows of one kind; all of them are in the book after `flush`. `row` is how SQL writes one: a `?` for every cell,
 * `@now` and `@batch` for what they share, words of ours for the rest. Its statements go when it goes.
 */
export class BulkRows {
  readonly #shared: Shared;
  readonly #one: () => Statement;
  readonly #many: () => Statement;
  readonly #width: number;
  readonly #full: number;
  #cells: Cell[] = [];

  constructor(
    sqlite: Database,
    shared: Shared,
    { into, row, rows = ROWS }: { readonly into: string; readonly row: string; readonly rows?: number },
  ) {
    const prepared = (count: number) =>
      lazily(() => sqlite.prepare(`insert into ${into} values ${Array(count).fill(row).join(', ')}`));
    this.#shared = shared;
    this.#one = prepared(1);
    this.#many = prepared(rows);
    this.#width = row.split('?').length - 1;
    this.#full = rows * this.#width;
  }

  /** Where a row's cells are put, in order. */
  get cells(): Cell[] {
    return this.#cells;
  }

  flush(): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    this.#cells = [];
    let at = 0;
    for (; at + this.#full <= cells.length; at += this.#full)
      this.#many().run(cells.slice(at, at + this.#full), this.#shared);
    for (; at < cells.length; at += this.#width)
      this.#one().run(cells.slice(at, at + this.#width), this.#shared);
  }
}
