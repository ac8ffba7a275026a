// Who may be one person, as the reader knows it: pairs from the jobs thread, grouped for review when asked.
import { groupsOf } from '#core/contacts/duplicates/grouping.ts';
import type { DuplicateGroup, DuplicatePair } from '#core/contacts/duplicates/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId } from '#db/settings/queries.ts';

/** Pairs that take the place of those with one end in `replaces`; a long list comes in pieces, the last one marked. */
export interface SuggestedPairs {
  readonly replaces: 'all' | readonly number[];
  readonly pairs: readonly DuplicatePair[];
  readonly isLast: boolean;
}

export class Suggestions {
  #pairs = new Map<number, DuplicatePair[]>();
  #incoming: DuplicatePair[] = [];
  #isReady = false;
  #count = 0;
  #grouped: { readonly version: string; readonly groups: readonly DuplicateGroup[] } | undefined;

  /** False until the whole book has been compared. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The whole book is being compared anew; what is known stays until that is done. */
  expectAll(): void {
    this.#isReady = false;
  }

  /** Takes pairs in; true when what is suggested may have changed. */
  take({ replaces, pairs, isLast }: SuggestedPairs): boolean {
    if (replaces === 'all') {
      this.#incoming.push(...pairs);
      if (!isLast) return false;
      this.#pairs = new Map();
      for (const pair of this.#incoming) this.#add(pair);
      this.#incoming = [];
      this.#isReady = true;
    } else {
      for (const id of replaces) this.#drop(id);
      for (const pair of pairs) this.#add(pair);
    }
    this.#count += 1;
    return true;
  }

  /**
   * Groups to be reviewed, in order. Read against the book as it is now: nobody who is gone, and nobody with whom the
   * owner has said they are not one.
   */
  groups(book: ReadBook): readonly DuplicateGroup[] {
    const version = `${this.#count} ${String(book.statement('pragma data_version').pluck().get())}`;
    if (this.#grouped?.version !== version) {
      const isApart = apartIn(book);
      this.#grouped = { version, groups: groupsOf(this.#open(book), isApart) };
    }
    return this.#grouped.groups;
  }

  /** The pairs among these people, strongest first, whatever the owner has said about them. */
  among(ids: readonly ContactId[]): DuplicatePair[] {
    return ids
      .flatMap((id) => (this.#pairs.get(id) ?? []).filter(({ a, b }) => a === id && ids.includes(b)))
      .toSorted((x, y) => y.weight - x.weight);
  }

  #open(book: ReadBook): DuplicatePair[] {
    const gone = new Set<unknown>(
      book.statement('select id from contact where deleted_at is not null').pluck().all(),
    );
    gone.add(ownerId(book));
    const open: DuplicatePair[] = [];
    for (const [id, pairs] of this.#pairs)
      for (const pair of pairs) if (pair.a === id && !gone.has(pair.a) && !gone.has(pair.b)) open.push(pair);
    return open;
  }

  #add(pair: DuplicatePair): void {
    for (const end of [pair.a, pair.b]) {
      const pairs = this.#pairs.get(end);
      if (pairs === undefined) this.#pairs.set(end, [pair]);
      else pairs.push(pair);
    }
  }

  #drop(id: number): void {
    for (const { a, b } of this.#pairs.get(id) ?? []) {
      const other = a === id ? b : a;
      const left = (this.#pairs.get(other) ?? []).filter((pair) => pair.a !== id && pair.b !== id);
      if (left.length === 0) this.#pairs.delete(other);
      else this.#pairs.set(other, left);
    }
    this.#pairs.delete(id);
  }
}

/** Whom the owner has said to be two. */
function apartIn(book: ReadBook): (a: ContactId, b: ContactId) => boolean {
  const rows = book.statement('select a_id, b_id from kept_apart').raw().all() as [number, number][]; // as named
  if (rows.length === 0) return () => false;
  const apart = new Set(rows.map(([a, b]) => `${a}-${b}`));
  return (a, b) => apart.has(a < b ? `${a}-${b}` : `${b}-${a}`);
}
